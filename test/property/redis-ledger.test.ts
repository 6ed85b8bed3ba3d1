import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import type {
  PermitDecision,
  PermitRequest,
  PermitStore,
  PermitWindow,
  ReserveDecision,
} from '../../src/store/permits.ts';
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
  readonly act: 'take' | 'settle' | 'give up' | 'give back' | 'pause' | 'reserve' | 'shrink';
  readonly calls: number;
  readonly which: number;
};

/** What is under way in one store. */
type Open = { readonly permits: string[]; readonly reservations: string[] };

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
    act: fc.constantFrom('take', 'take', 'take', 'settle', 'give up', 'give back', 'pause', 'reserve', 'shrink'),
    calls: fc.integer({ min: 0, max: 3 }),
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

const begin = (): Open => ({ permits: [], reservations: [] });

/** A decision as anybody sees it: without the id, which each store gives as it likes. */
function named(ids: string[], decision: PermitDecision | ReserveDecision): unknown {
  if (!('id' in decision)) return decision;
  ids.push(decision.id);
  return { ...decision, id: ids.length };
}

async function play(store: PermitStore, { permits, reservations }: Open, request: PermitRequest, step: Step) {
  const { act, which, calls } = step;
  const reservation = reservations[which % Math.max(1, reservations.length)];
  const { payers } = request;
  if (act === 'pause') return store.pause(step.payers[0] ?? '', which * 20);
  if (act === 'reserve') {
    const one = { payers: payers.slice(0, 1), calls: 1 };
    return named(reservations, await store.reserve([{ payers, calls }, one], which * 30));
  }
  if (act === 'shrink') return reservation && store.shrink(reservation, calls > 0 ? [{ payers, calls }] : []);
  if (act === 'take') return named(permits, await store.take({ ...request, ...(reservation && { reservation }) }));
  const [id] = permits.splice(which % Math.max(1, permits.length), 1);
  if (id === undefined) return undefined;
  if (act === 'give back') return store.giveBack(id);
  return store.settle(id, { outcome: 'OK', durationMs: 1, bytes: 1, answered: act === 'settle' });
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
      const [ours, theirs]: [Open, Open] = [begin(), begin()];
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
