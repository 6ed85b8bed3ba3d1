import { setImmediate } from 'node:timers/promises';
import { READ_SCOPES } from '../../src/model/consumer.ts';
import type { UsageBucket, UsageName } from '../../src/model/usage.ts';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { reportUsage } from '../../src/usage/usage-report.ts';
import { type Answer, startGateway, type TestGateway } from './gateway.ts';
import { SIMULATORS } from './simulator-names.ts';
import { startTwoKeySandbox } from './two-key-sandbox.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** Questions that overlap, so that some find an equal read under way, and some what is held. */
export const QUESTIONS = [
  'expos(first: 2) { nodes { name partners(first: 3) { nodes { name } } } }',
  'expos(first: 2) { nodes { name visitors(first: 3) { nodes { revision } } } }',
  'leads(product: PLUS_PERSON, first: 4) { nodes { companyName person { profile { emailOptIn } } } }',
  'operators(first: 3) { nodes { pseudo group { name } } }',
  'conversations(first: 3) { nodes { createdAt operator { pseudo } } }',
  // As many first tries as earn repeats.
  Array.from({ length: 12 }, (_, user) => `u${user}: customerProfile(userId: "${user}") { name }`).join(' '),
  'campaignReports(first: 2) { nodes { name } } expos(first: 2) { nodes { name } }',
];
const CONSUMERS = ['alpha', 'beta'] as const;
const DAY_MS = 86_400_000;

/** What happens next to two gateways on one store. */
export type Step =
  | { readonly kind: 'ask'; readonly gateway: 0 | 1; readonly question: number; readonly consumer: 0 | 1 }
  /** The client of one of the open operations goes. */
  | { readonly kind: 'leave'; readonly which: number }
  | {
      readonly kind: 'fault';
      readonly upstream: keyof typeof SIMULATORS;
      readonly fault: Fault;
      readonly times: number;
    }
  | { readonly kind: 'time'; readonly ms: number }
  /** Whatever is under way goes on for so many turns of the event loop. */
  | { readonly kind: 'turns'; readonly count: number }
  /** Everybody gets an answer: pauses, time bounds and deadlines pass. */
  | { readonly kind: 'answers' };

export type Counted = {
  /** By upstream and credential, as the simulators counted them: `VISIT key-1`. */
  readonly arrived: Readonly<Record<string, number>>;
  /** `extensions.cost` of every operation that was answered. */
  readonly costs: ReadonlyMap<string, Answer['extensions']['cost']>;
  readonly left: readonly string[];
  usage(...groupBy: readonly UsageName[]): Promise<readonly UsageBucket[]>;
};

type Open = { readonly name: string; readonly leave: AbortController; over: boolean };

/** Asks without waiting for the answer, and notes the cost when it comes. */
function createAsker(gateways: readonly TestGateway[], costs: Map<string, Answer['extensions']['cost']>) {
  const all: (Open & { readonly done: Promise<void> })[] = [];
  return {
    all,
    ask: ({ gateway, question, consumer }: Step & { kind: 'ask' }): void => {
      const name = `Op${all.length + 1}`;
      const leave = new AbortController();
      const headers = { 'x-api-key': CONSUMERS[consumer] };
      const asked = gateways[gateway]?.ask(`query ${name} { ${QUESTIONS[question]} }`, {
        headers,
        signal: leave.signal,
      });
      const open = { name, leave, over: false };
      const done = (asked ?? Promise.reject(new RangeError('no such gateway'))).then(
        ({ extensions }) => {
          costs.set(name, extensions.cost);
          open.over = true;
        },
        (error: unknown) => {
          open.over = true;
          if (!leave.signal.aborted) throw error;
        },
      );
      all.push(Object.assign(open, { done }));
    },
  };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await setImmediate();
}

type Asker = ReturnType<typeof createAsker>;

async function answered({ all }: Asker, clock: VirtualClock): Promise<void> {
  while (all.some(({ over }) => !over)) {
    await turns(50);
    clock.advance(100);
  }
  await Promise.all(all.map(({ done }) => done));
}

async function play(steps: readonly Step[], asker: Asker, clock: VirtualClock, sandbox: Sandbox): Promise<void> {
  for (const step of steps) {
    const open = asker.all.filter(({ over }) => !over);
    if (step.kind === 'ask') asker.ask(step);
    else if (step.kind === 'leave') open[step.which % open.length]?.leave.abort();
    else if (step.kind === 'fault') sandbox[SIMULATORS[step.upstream]].faults.inject(step.fault, { times: step.times });
    else if (step.kind === 'time') clock.advance(step.ms);
    else if (step.kind === 'turns') await turns(step.count);
    else await answered(asker, clock);
  }
  await answered(asker, clock);
}

function arrivedAt(sandbox: Sandbox): Counted['arrived'] {
  const counts: Record<string, number> = {};
  for (const [upstream, name] of Object.entries(SIMULATORS))
    for (const { credential = 'nobody' } of sandbox[name].calls) {
      // Its simulator has one account, whose credential it calls otherwise.
      const account = `${upstream} ${upstream === 'NOTIFY_VISITORS' ? 'key-1' : credential}`;
      counts[account] = (counts[account] ?? 0) + 1;
    }
  return counts;
}

/** Plays the steps with two gateways over HTTP on one store, then looks at all accounts. `build` may make the ledger a wrong one. */
export async function withTraffic<T>(
  steps: readonly Step[],
  build: (store: Store) => Store,
  look: (counted: Counted) => Promise<T>,
): Promise<T> {
  const clock = createVirtualClock();
  const sandbox = await startTwoKeySandbox(clock.now);
  // In this process: time stands still for the tests, so a disk must not be waited for.
  const store = openMemoryStore(clock);
  try {
    const scopes = new Set<string>([...READ_SCOPES, 'read:contact']);
    const consumers = CONSUMERS.map((name) => ({ name, secret: name, scopes }));
    const begin = async (): Promise<TestGateway> =>
      startGateway({
        clock,
        live: true,
        sandbox,
        store: { ...build(store), close: async () => undefined },
        consumers,
      });
    const gateways = [await begin(), await begin()];
    const costs = new Map<string, Answer['extensions']['cost']>();
    const asker = createAsker(gateways, costs);
    await play(steps, asker, clock, sandbox);
    for (const gateway of gateways) await gateway[Symbol.asyncDispose]();
    const question = { from: clock.now() - DAY_MS, to: clock.now() + DAY_MS, resolution: 'MONTH', filter: {} } as const;
    const usage = (...groupBy: readonly UsageName[]) =>
      reportUsage(store.usage, { flush: async () => undefined }, { ...question, groupBy });
    const left = asker.all.filter(({ leave }) => leave.signal.aborted).map(({ name }) => name);
    return await look({ arrived: arrivedAt(sandbox), costs, left, usage });
  } finally {
    await store.close();
    await sandbox.close();
  }
}
