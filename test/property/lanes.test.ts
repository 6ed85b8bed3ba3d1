import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { laneDays, laneViolations, unpaced, WRONG_LANES } from '../support/lane-day.ts';
import { STORES } from '../support/permit-stores.ts';
import { runs } from '../support/proof.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

/** With a file each decision waits for the disk. */
const SIZES: Readonly<Record<string, readonly [small: number, proof: number]>> = { memory: [8, 400] };
const ON_DISK = [1, 30] as const;

let clock: VirtualClock;
let store: Store | undefined;
beforeEach(() => {
  clock = createVirtualClock(Date.UTC(2026, 0, 15));
});
afterEach(async () => {
  await store?.close();
  store = undefined;
});

describe.each(STORES)('a pull without end over $name', ({ name, open }) => {
  test('keeps interactive from nothing while its floor has room, and is served until the day is over', async () => {
    store = await open(clock);
    const { permits } = store;
    await fc.assert(
      fc.asyncProperty(laneDays, async (day) => {
        expect(await laneViolations(permits, clock, day)).toEqual([]);
      }),
      runs(...(SIZES[name] ?? ON_DISK)),
    );
  });
});

describe('the check of the lanes', () => {
  test.each(WRONG_LANES)('finds out lanes %s', async (build) => {
    store = openMemoryStore(clock);
    const isUnpaced = build === 'without a pace';
    const permits = isUnpaced ? unpaced(store.permits) : store.permits;
    const promised = isUnpaced
      ? 'the day was spent before it was over'
      : 'interactive was refused while its floor had room';
    const property = fc.asyncProperty(laneDays, async (day) => {
      const built = isUnpaced ? undefined : 0;
      expect(await laneViolations(permits, clock, day, built)).not.toContain(promised);
    });
    expect((await fc.check(property, { ...runs(20, 20), endOnFailure: true })).failed).toBe(true);
  });
});
