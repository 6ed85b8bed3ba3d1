import { age, upstreamName } from '../page/words.ts';
import type { Cost, Extensions } from './answer.ts';
import { Dotted } from './dotted.tsx';
import { Table } from './table.tsx';
import { Waterfall } from './waterfall.tsx';
import { range, reasonInWords } from './words.ts';

function costRows({ estimated, byUpstream }: Cost) {
  const names = new Set([...Object.keys(estimated.byUpstream), ...Object.keys(byUpstream)]);
  return [...names].map((name) => [
    upstreamName(name),
    String(byUpstream[name] ?? 0),
    range(estimated.byUpstream[name] ?? { min: 0, max: 0 }),
  ]);
}

/** Until when, by the clock of this machine. */
function clockTime(instant: string | null): string {
  return instant === null ? '' : new Date(instant).toLocaleTimeString([], { timeStyle: 'medium' });
}

/** What a run cost, its calls in time, how old its held parts are, and what is left. */
export function RunReport({ cost, freshness = [], trace }: Extensions & { readonly cost: Cost }) {
  return (
    <>
      {trace === undefined ? (
        <p>The single calls are told to keys with the scope trace.</p>
      ) : (
        <Waterfall calls={trace.calls} held={trace.held} />
      )}
      <Table caption="Cost" columns={['Upstream', 'Calls', 'Estimated']} rows={costRows(cost)} />
      <Table
        caption="Age of what was held"
        columns={['Field', 'Age', 'Why it was not read']}
        rows={freshness.map(({ path, ageSeconds, reason }) => [
          <Dotted key="path" text={path.join('.')} />,
          age(ageSeconds),
          reasonInWords(reason),
        ])}
      />
      <Table
        caption="Windows"
        columns={['Window', 'Left', 'Next call free']}
        rows={cost.windows.map(({ upstream, credential, name, remaining, limit, resetsAt }) => [
          `${upstreamName(upstream)} ${name} (${credential})`,
          `${remaining} of ${limit}`,
          clockTime(resetsAt),
        ])}
      />
    </>
  );
}
