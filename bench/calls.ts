import { runSession, type StepCalls } from './calls/run-session.ts';
import { sayFigures } from './kit/figures.ts';
import { say, table } from './kit/table.ts';

const quick = process.argv.includes('--quick');
const STEPS = 200;
const SIZE = 3;
const SEEDS = quick ? [1] : [1, 2, 3, 4, 5];

const UPSTREAMS = ['VISIT', 'VISUAL_VISITOR', 'IADVIZE', 'NOTIFY_VISITORS'];
type Way = 'weir' | 'minimum' | 'plain';

function sum(steps: readonly StepCalls[], way: Way, upstreams: readonly string[] = UPSTREAMS): number {
  return steps.reduce((all, step) => upstreams.reduce((calls, name) => calls + (step[way][name] ?? 0), all), 0);
}

function row(name: string, steps: readonly StepCalls[], upstreams?: readonly string[]): (string | number)[] {
  const [weir, minimum, plain] = [
    sum(steps, 'weir', upstreams),
    sum(steps, 'minimum', upstreams),
    sum(steps, 'plain', upstreams),
  ];
  return [name, weir, minimum, (weir / minimum).toFixed(2), plain, (weir / plain).toFixed(2)];
}

const all: StepCalls[] = [];
const HEADS = ['', 'weir', 'minimum', 'weir / minimum', 'DataLoader per request', 'weir / DataLoader'];
for (const seed of SEEDS) {
  const steps = await runSession({ seed, steps: STEPS, size: SIZE });
  all.push(...steps);
  say(`Upstream calls of a session of ${STEPS} operations, seed ${seed}, size ${SIZE}.\n`);
  say(table(HEADS, [...UPSTREAMS.map((name) => row(name, steps, [name])), row('all', steps)]));
  say('');
}
const kinds = Map.groupBy(all, ({ action }) => action.kind);
say('By what people do, all sessions.\n');
say(
  table(
    ['', 'times', ...HEADS.slice(1)],
    [...kinds].map(([kind, steps]) => {
      const [name = '', ...rest] = row(kind, steps);
      return [name, steps.length, ...rest];
    }),
  ),
);
sayFigures([
  { name: 'calls of a session: weir / minimum', measured: sum(all, 'weir') / sum(all, 'minimum'), atMost: 1.05 },
  {
    name: 'calls of a session: weir / DataLoader per request',
    measured: sum(all, 'weir') / sum(all, 'plain'),
    atMost: 0.2,
  },
]);
