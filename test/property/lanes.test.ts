import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { laneDays, laneViolations, unpaced, WRONG_LANES } from '../support/lane-day.ts';
import { CHECKED_STORES, PERMIT_STORES, type PermitKeeper } from '../support/permit-stores.ts';
import { runs } from '../support/proof.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const DAYS = 400;
/** Elsewhere each decision waits for the disk or the network. */
const FEW: Readonly<Record<string, number>> = { memory: 8 };

let clock: VirtualClock;
let store: PermitKeeper | undefined;
beforeEach(() => {
  clock = createVirtualClock(Date.UTC(2026, 0, 15));
});
afterEach(async () => {
  await store?.close();
  store = undefined;
});

describe.each(PERMIT_STORES)('a pull without end over $name', ({ name, open }) => {
  test('keeps interactive from nothing while its floor has room, and is served until the day is over', async () => {
    store = await open(clock);
    const { permits } = store;
    await fc.assert(
      fc.asyncProperty(laneDays, async (day) => {
        expect(await laneViolations(permits, clock, day)).toEqual([]);
      }),
      runs(FEW[name] ?? 1, DAYS),
    );
  });
});

describe.each(CHECKED_STORES)('the check of the lanes over $name', ({ open }) => {
  test.each(WRONG_LANES)('finds out lanes %s', async (build) => {
    store = await open(clock);
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
