import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { CallEnd, PermitDecision, PermitRequest, PermitStore, PermitWindow } from '../../src/store/permits.ts';
import { openOnRedis, type PermitKeeper } from '../support/permit-stores.ts';
import { runs } from '../support/proof.ts';
import { HAS_REDIS } from '../support/redis-server.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const TIMEOUT_MS = 500;
/** After so long every place is free again, and every pause over. */
const ALL_OVER_MS = 20_000;
const ACCOUNTS = ['a', 'b', 'c'];

type Step = {
  readonly afterMs: number;
  readonly payers: readonly string[];
  readonly windows: readonly string[];
  readonly act: 'take' | 'settle' | 'give up' | 'give back' | 'pause';
  readonly which: number;
};

const window = (name: string, lengthMs: fc.Arbitrary<number>): fc.Arbitrary<PermitWindow> =>
  fc.record({ key: fc.constant(name), limit: fc.integer({ min: 1, max: 5 }), lengthMs });
const counted = fc.integer({ min: 1, max: 5_000 });
/** One that all accounts share, and two of each account. */
const windows = fc.tuple(window('shared', counted), window('own', counted), window('flying', fc.constant(0)));
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    afterMs: fc.oneof(fc.constant(0), fc.nat(1_500)),
    payers: fc.shuffledSubarray(ACCOUNTS, { minLength: 1 }),
    windows: fc.subarray(['shared', 'own', 'flying']),
    act: fc.constantFrom('take', 'take', 'take', 'settle', 'give up', 'give back', 'pause'),
    which: fc.nat(100),
  }),
  { maxLength: 80 },
);

function requestOf(all: readonly PermitWindow[], { payers, windows: names }: Step): PermitRequest {
  return {
    payers: payers.map((account) => ({
      account,
      credential: account,
      windows: all
        .filter(({ key }) => names.includes(key))
        .map(({ key, ...rest }) => ({ ...rest, key: key === 'shared' ? key : `${account} ${key}` })),
    })),
    call: { upstream: 'VISIT', endpoint: 'visit.things.list', consumer: 'test', operation: 'test', attempt: 1 },
    timeoutMs: TIMEOUT_MS,
  };
}

/** What the step does in one store, as anybody sees it: without the ids, which each store gives as it likes. */
async function play(permits: PermitStore, open: string[], request: PermitRequest, step: Step): Promise<unknown> {
  const { act, which } = step;
  if (act === 'pause') return permits.pause(step.payers[0] ?? '', which * 20);
  if (act === 'take') {
    const decision: PermitDecision = await permits.take(request);
    if (decision.kind !== 'permit') return decision;
    open.push(decision.id);
    return { ...decision, id: open.length };
  }
  const [id] = open.splice(which % Math.max(1, open.length), 1);
  if (id === undefined) return undefined;
  if (act === 'give back') return permits.giveBack(id);
  const end: CallEnd = { outcome: 'OK', durationMs: 1, bytes: 1, answered: act === 'settle' };
  return permits.settle(id, end);
}

describe.skipIf(!HAS_REDIS)('the script of Redis', () => {
  let clock: VirtualClock;
  let memory: PermitKeeper;
  let redis: PermitKeeper;
  beforeEach(async () => {
    clock = createVirtualClock();
    memory = openMemoryStore(clock);
    redis = await openOnRedis(clock);
  });
  afterEach(async () => {
    await memory.close();
    await redis.close();
  });

  test('decides as the code for memory and SQLite does, whatever was asked before', async () => {
    const property = fc.asyncProperty(windows, steps, async (all, script) => {
      clock.advance(ALL_OVER_MS);
      const [ours, theirs]: [string[], string[]] = [[], []];
      for (const step of script) {
        clock.advance(step.afterMs);
        const request = requestOf(all, step);
        const expected = await play(memory.permits, ours, request, step);
        expect(await play(redis.permits, theirs, request, step)).toEqual(expected);
        const shown = request.payers.flatMap((payer) => payer.windows);
        expect(await redis.permits.states(shown)).toEqual(await memory.permits.states(shown));
      }
    });
    await fc.assert(property, runs(25, 2_000));
  });
});
