import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import type { PermitStore } from '../../src/store/permits.ts';
import type { Store } from '../../src/store/store.ts';
import { type Counted, QUESTIONS, type Step, withTraffic } from '../support/accounted-traffic.ts';
import { PROVING, runs } from '../support/proof.ts';

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constantFrom(500, 503, 429, 404, 401).map((status) => ({ kind: 'status', status, body: '{}' }) as const),
  fc.constantFrom('black-hole', 'reset', 'truncated').map((kind) => ({ kind }) as const),
  fc.constant({ kind: 'body', body: '<html>' } as const),
);
const ask: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('ask' as const),
  gateway: fc.constantFrom(0 as const, 1 as const),
  question: fc.nat(QUESTIONS.length - 1),
  consumer: fc.constantFrom(0 as const, 1 as const),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: ask },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), which: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      upstream: fc.constantFrom(
        'VISUAL_VISITOR' as const,
        'VISIT' as const,
        'NOTIFY_VISITORS' as const,
        'IADVIZE' as const,
      ),
      fault,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.constantFrom(50, 400, 3_000, 61_000) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('turns' as const), count: fc.integer({ min: 1, max: 60 }) }) },
);

const seen = { shared: 0, retries: 0, held: 0, left: 0, errors: 0 };

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Every account tells the same: the vendors', the receipts, what operations were told, and each way of adding up the history. */
async function check({ arrived, costs, left, usage }: Counted): Promise<void> {
  const byAccount = (await usage('upstream', 'credential')).filter(({ calls }) => calls > 0);
  const receipts = Object.fromEntries(byAccount.map((row) => [`${row.upstream} ${row.credential}`, row.calls]));
  expect(receipts).toEqual(arrived);

  const byOperation = new Map((await usage('operation')).map((row) => [row.operation, row]));
  for (const [name, cost] of costs) {
    const { calls = 0, shared = 0, cacheHits = 0 } = byOperation.get(name) ?? {};
    expect({ name, calls, shared, cacheHits }).toEqual({
      name,
      calls: cost.actual,
      shared: cost.shared,
      cacheHits: cost.cacheHits,
    });
    expect(sum(Object.values(cost.byUpstream))).toBe(cost.actual);
  }
  const told = sum([...costs.values()].map(({ actual }) => actual));
  const untold = sum(left.map((name) => (costs.has(name) ? 0 : (byOperation.get(name)?.calls ?? 0))));
  expect(told + untold).toBe(sum(Object.values(arrived)));

  const [whole] = await usage();
  for (const name of ['upstream', 'consumer', 'endpoint', 'operation', 'outcome', 'credential'] as const)
    for (const count of ['calls', 'shared', 'cacheHits', 'errors', 'throttled'] as const)
      expect(sum((await usage(name)).map((row) => row[count]))).toBe(whole?.[count] ?? 0);

  seen.shared += whole?.shared ?? 0;
  seen.held += whole?.cacheHits ?? 0;
  seen.errors += whole?.errors ?? 0;
  seen.left += left.length;
  seen.retries += sum([...costs.values()].map(({ retries }) => retries));
}

const asking = (question: number, consumer: 0 | 1 = 0): Step => ({ kind: 'ask', gateway: 0, question, consumer });
/** Something of everything: repeats, shared reads, one who leaves, time bounds, held answers. */
const BUSY: readonly Step[] = [
  asking(QUESTIONS.findIndex((question) => question.includes('u0:'))),
  { kind: 'answers' },
  { kind: 'fault', upstream: 'NOTIFY_VISITORS', fault: { kind: 'status', status: 503, body: '{}' }, times: 1 },
  { kind: 'fault', upstream: 'IADVIZE', fault: { kind: 'black-hole' }, times: 1 },
  ...[0, 0, 2, 3, 3, 3].map((question) => asking(question)),
  { kind: 'turns', count: 300 },
  { kind: 'leave', which: 1 },
  { kind: 'answers' },
  asking(0, 1),
];
const right = (store: Store): Store => store;
const script = fc.array(step, { minLength: 5, maxLength: 25 });
const examples: [Step[]][] = [[[...BUSY]]];

test('the receipts are what the vendors counted, to the call, by upstream and key; so are the costs told, and every sum of the history', {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(script, (steps) => withTraffic(steps, right, check)),
    { ...runs(8, 200), examples },
  );
  for (const [what, count] of Object.entries(seen)) expect(count, `${what} in all of the traffic`).toBeGreaterThan(0);
  if (PROVING) process.stderr.write(`receipts: ${JSON.stringify(seen)}\n`);
});

type Wrong = (permits: PermitStore) => PermitStore;

/** Ledgers that lack some of what left. */
const WRONG: Readonly<Record<string, Wrong>> = {
  'records answered calls alone': (permits) => ({
    ...permits,
    settle: (id, end) => (end.answered ? permits.settle(id, end) : permits.giveBack(id)),
  }),
  'records no repeats': (permits) => {
    const repeats = new Set<string>();
    return {
      ...permits,
      take: async (request) => {
        const decision = await permits.take(request);
        if (decision.kind === 'permit' && request.call.attempt > 1) repeats.add(decision.id);
        return decision;
      },
      settle: (id, end) => (repeats.has(id) ? permits.giveBack(id) : permits.settle(id, end)),
    };
  },
  'charges every call to one key': (permits) => ({
    ...permits,
    take: async (request) => {
      const payers = request.payers.map((payer) => ({ ...payer, credential: 'key-1' }));
      return permits.take({ ...request, payers });
    },
  }),
};

test.each(Object.entries(WRONG))('a ledger that %s is found out', { timeout: 120_000 }, async (_name, wrong) => {
  const build = (store: Store): Store => ({ ...store, permits: wrong(store.permits) });
  const property = fc.asyncProperty(script, (steps) => withTraffic(steps, build, check));
  const found = await fc.check(property, { ...runs(15, 15), examples, endOnFailure: true });
  expect(found.failed).toBe(true);
});
