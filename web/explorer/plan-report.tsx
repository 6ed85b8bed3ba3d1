import { age, upstreamName } from '../page/words.ts';
import type { Calls, Cost, Extensions, PlannedRead, Window } from './answer.ts';
import { Dotted } from './dotted.tsx';
import { EndpointName } from './endpoint-name.tsx';
import { Table } from './table.tsx';
import { range, remainsAfter } from './words.ts';

function sum(all: readonly Calls[]): Calls {
  const add = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return all.reduce((total, { min, max }) => ({ min: total.min + min, max: add(total.max, max) }), { min: 0, max: 0 });
}

/** The calls that would spend a window; undefined if the key is not told which do. */
function callsOf({ upstream, name }: Window, plan: readonly PlannedRead[]): Calls | undefined {
  const own = plan.filter((read) => read.upstream === upstream);
  if (own.some(({ windows }) => windows === undefined)) return undefined;
  const spending = own.filter(({ windows = [] }) => windows.includes(name));
  return spending.length === 0 ? undefined : sum(spending.map(({ calls }) => calls));
}

function windowRows(windows: readonly Window[], plan: readonly PlannedRead[]) {
  return windows.flatMap((window) => {
    const calls = callsOf(window, plan);
    if (calls === undefined) return [];
    const name = `${upstreamName(window.upstream)} ${window.name} (${window.credential})`;
    return [[name, `${window.remaining} of ${window.limit}`, remainsAfter(window, calls)]];
  });
}

function heldWord({ fromCache, ageSeconds }: PlannedRead): string {
  return fromCache ? `held ${age(ageSeconds ?? 0)}` : 'not held';
}

function Paths({ paths }: Pick<PlannedRead, 'paths'>) {
  return paths.map((path) => (
    <div key={path.join('.')}>
      <Dotted text={path.join('.')} />
    </div>
  ));
}

/** What an operation would cost: by upstream, read by read, and what it would leave of the windows. */
export function PlanReport({ cost, plan = [] }: { readonly cost: Cost; readonly plan: Extensions['plan'] }) {
  return (
    <>
      <Table
        caption="Calls per upstream"
        columns={['Upstream', 'Calls']}
        rows={Object.entries(cost.estimated.byUpstream).map(([name, calls]) => [upstreamName(name), range(calls)])}
      />
      <Table
        caption="Windows, if this key pays for all"
        columns={['Window', 'Left now', 'Left after']}
        rows={windowRows(cost.windows, plan)}
      />
      <Table
        caption="Reads"
        columns={['Read', 'Calls', 'Held', 'For']}
        rows={plan.map((read) => [
          <EndpointName key="name" {...read} />,
          range(read.calls),
          heldWord(read),
          <Paths key="paths" paths={read.paths} />,
        ])}
      />
    </>
  );
}
