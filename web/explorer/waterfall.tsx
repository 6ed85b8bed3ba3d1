import { age, measure } from '../page/words.ts';
import type { Extensions, TracedCall } from './answer.ts';
import { EndpointName } from './endpoint-name.tsx';
import { Table } from './table.tsx';
import { reasonInWords } from './words.ts';

type Trace = NonNullable<Extensions['trace']>;

/** From when until when the calls went, milliseconds since the operation began. */
function spanOf(calls: readonly TracedCall[]): { readonly from: number; readonly ms: number } {
  const from = Math.min(0, ...calls.map(({ startMs }) => startMs));
  const to = Math.max(...calls.map(({ startMs, durationMs }) => startMs + durationMs), from + 1);
  return { from, ms: to - from };
}

function kindOf({ outcome, shared }: TracedCall): string {
  if (outcome !== 'OK' && outcome !== 'NOT_FOUND') return 'failed';
  return shared ? 'shared' : 'called';
}

/** One call as a bar on the time of all of them. The numbers stand beside it. */
function Bar({ call, from, ms }: { readonly call: TracedCall; readonly from: number; readonly ms: number }) {
  const x = ((call.startMs - from) / ms) * 1000;
  const width = Math.max(4, (call.durationMs / ms) * 1000);
  return (
    <svg className="weir-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="weir-bar-time" width="1000" height="10" />
      <rect className={`weir-bar-${kindOf(call)}`} x={Math.min(x, 996)} width={width} height="10" />
    </svg>
  );
}

function outcomeOf({ outcome, attempt, shared }: TracedCall): string {
  const parts = [outcome, ...(shared ? ['shared'] : []), ...(attempt > 1 ? [`try ${attempt}`] : [])];
  return parts.join(', ');
}

/** The calls of an operation in time, then what was held: tables, whose bars show what their numbers say. */
export function Waterfall({ calls, held }: Trace) {
  const span = spanOf(calls);
  return (
    <>
      <Table
        className="weir-waterfall"
        caption="Calls in time"
        columns={['Called', 'Time', 'Start', 'Took', 'Outcome']}
        rows={calls.map((call) => [
          <EndpointName key="name" {...call} />,
          <Bar key="bar" call={call} {...span} />,
          measure(call.startMs, 'ms'),
          measure(call.durationMs, 'ms'),
          outcomeOf(call),
        ])}
      />
      <Table
        caption="Held, without a call"
        columns={['Held', 'Age', 'Reads', 'Why']}
        rows={held.map((hold) => [
          <EndpointName key="name" {...hold} />,
          age(hold.ageSeconds),
          String(hold.reads),
          reasonInWords(hold.reason),
        ])}
      />
    </>
  );
}
