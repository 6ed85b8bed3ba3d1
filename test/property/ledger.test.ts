import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Permit } from '../../src/transport/quota/ledger.ts';
import { settled } from '../support/engine.ts';
import { createTestLedger, permitRequest } from '../support/ledger.ts';
import { steps, violationsOf, windowSpecs } from '../support/ledger-model.ts';
import { CHECKED_STORES, PERMIT_STORES, type PermitKeeper } from '../support/permit-stores.ts';
import { runs } from '../support/proof.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { WRONG_BUILDS, WRONG_RESERVATIONS, wrongPermits, wrongReservations } from '../support/wrong-permits.ts';

/** Elsewhere each decision waits for the disk or the network. */
const SIZES: Readonly<Record<string, readonly [small: number, proof: number]>> = { memory: [150, 10_000] };
const ELSEWHERE = [15, 1_000] as const;

let clock: VirtualClock;
let store: PermitKeeper | undefined;
beforeEach(() => {
  clock = createVirtualClock(Date.UTC(2026, 0, 15));
});
afterEach(async () => {
  await store?.close();
  store = undefined;
});

describe.each(PERMIT_STORES)('the ledger over $name', ({ name, open }) => {
  test('never lets more calls than the limit into any interval of the length, refuses none for which there is room, loses no permit, and keeps what it has reserved', async () => {
    store = await open(clock);
    const { permits } = store;
    await fc.assert(
      fc.asyncProperty(windowSpecs, steps, async (windows, all) => {
        expect(await violationsOf(permits, clock, { windows, steps: all })).toEqual([]);
      }),
      runs(...(SIZES[name] ?? ELSEWHERE)),
    );
  });
});

describe.each(CHECKED_STORES)('the check of the ledger over $name', ({ open }) => {
  test.each(WRONG_BUILDS)('finds out one that is %s', async (build) => {
    store = await open(clock);
    const wrong = wrongPermits(build, store.permits, clock.now);
    const property = fc.asyncProperty(windowSpecs, steps, async (windows, all) => {
      expect(await violationsOf(wrong, clock, { windows, steps: all })).not.toContain('above the limit at the vendor');
    });
    expect((await fc.check(property, { ...runs(200, 200), endOnFailure: true })).failed).toBe(true);
  });
});

describe.each(CHECKED_STORES)('the check of reservations over $name', ({ open }) => {
  test.each(WRONG_RESERVATIONS)('finds out one that is %s', async (build) => {
    store = await open(clock);
    const wrong = wrongReservations(build, store.permits);
    const property = fc.asyncProperty(windowSpecs, steps, async (windows, all) => {
      expect(await violationsOf(wrong, clock, { windows, steps: all })).toEqual([]);
    });
    expect((await fc.check(property, { ...runs(200, 200), endOnFailure: true })).failed).toBe(true);
  });
});

type Waiting = { readonly at: 'arrive' | 'leave' | 'end'; readonly which: number };

const waiting: fc.Arbitrary<Waiting> = fc.record({
  at: fc.constantFrom('arrive', 'arrive', 'leave', 'end'),
  which: fc.nat(100),
});

describe('the bound on calls in flight', () => {
  test('is kept, and places go to those who wait in the order in which they came, except to those who left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(waiting, { maxLength: 40 }), async (limit, script) => {
        const windows = [{ name: 'in-flight', limit, seconds: 0, per: 'credential' }] as const;
        const ledger = createTestLedger({ clock: createVirtualClock(0), windows });
        let serial = 0;
        const line: { readonly serial: number; readonly controller: AbortController }[] = [];
        const flying: Permit[] = [];
        const served: number[] = [];
        const expected: number[] = [];
        const arrive = (): void => {
          serial += 1;
          const mine = { serial, controller: new AbortController() };
          line.push(mine);
          const request = permitRequest({ windows: ['in-flight'], credentials: ['key-1'] });
          ledger.acquire(request, mine.controller.signal).then(
            (permit) => {
              flying.push(permit);
              served.push(mine.serial);
            },
            () => undefined,
          );
        };
        for (const { at, which } of script) {
          if (at === 'arrive') arrive();
          else if (at === 'leave' && line.length > 0)
            line.splice(which % line.length, 1)[0]?.controller.abort(new Error('left'));
          else if (at === 'end' && flying.length > 0) flying.splice(which % flying.length, 1)[0]?.giveBack();
          const room = limit - (served.length - expected.length) - flying.length;
          for (const { serial: next } of line.splice(0, Math.max(0, room))) expected.push(next);
          await settled();
          expect(served).toEqual(expected);
          expect(flying.length).toBeLessThanOrEqual(limit);
          expect((await ledger.states())[0]?.used).toBe(flying.length);
        }
      }),
      runs(40, 2_000),
    );
  });
});
