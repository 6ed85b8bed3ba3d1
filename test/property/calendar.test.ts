import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WindowSpec } from '../../src/transport/quota/ledger.ts';
import { createTestLedger, permitRequest } from '../support/ledger.ts';
import { runs } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const TIMEOUT_MS = 8_000;
const LIMIT = 5;
const ZONE = 'Europe/Paris';
/** Before the night in which Paris turns its clocks, whose next day has 23 hours. */
const START = Date.UTC(2026, 2, 27, 22, 50);
const DAYS = (zone: string): WindowSpec => ({
  name: 'day',
  limit: LIMIT,
  seconds: 86_400,
  per: 'credential',
  calendar: { zone },
});

type Try = { readonly afterMs: number; readonly takesMs: number; readonly counted: number; readonly answered: boolean };

/** Often around midnight, sometimes hours away from it. */
const tries = fc.array(
  fc.record({
    afterMs: fc.oneof(
      fc.nat(90_000),
      fc.integer({ min: 0, max: 14 }).map((hours) => hours * 60 * MINUTE_MS),
    ),
    takesMs: fc.nat(TIMEOUT_MS),
    /** When the vendor counts it, as a part of the time that it takes. */
    counted: fc.double({ min: 0, max: 1, noNaN: true }),
    answered: fc.boolean(),
  }),
  { minLength: 30, maxLength: 120 },
);

function dayOf(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(instant)).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** The most calls that the vendor counts in one of its days. */
async function most(all: readonly Try[], { zone, skewMs }: { zone: string; skewMs: number }): Promise<number> {
  const clock = createVirtualClock(START);
  const ledger = createTestLedger({ clock, windows: [DAYS(zone)], callTimeoutMs: TIMEOUT_MS });
  const request = permitRequest({ windows: ['day'], credentials: ['key-1'] });
  const counts = new Map<string, number>();
  for (const { afterMs, takesMs, counted, answered } of all) {
    clock.advance(afterMs);
    const at = clock.now();
    const permit = await ledger.acquire(request, new AbortController().signal).catch(() => undefined);
    if (permit === undefined) continue;
    const day = dayOf(at + counted * takesMs + skewMs);
    counts.set(day, (counts.get(day) ?? 0) + 1);
    clock.advance(takesMs);
    const outcome = answered ? 'OK' : 'TIMEOUT';
    const call = {
      upstream: 'VISIT',
      endpoint: 'none',
      credential: 'key-1',
      consumer: 'test',
      operation: 'test',
    } as const;
    permit.settle({ ...call, outcome, at, durationMs: takesMs, attempt: 1, bytes: 0 });
  }
  return Math.max(0, ...counts.values());
}

const skew = fc.integer({ min: -2 * MINUTE_MS, max: 2 * MINUTE_MS });

describe('a window of calendar days', () => {
  test('never lets more calls into a day of the vendor, whose clock is up to two minutes off', async () => {
    const property = fc.asyncProperty(tries, skew, async (all, skewMs) => {
      expect(await most(all, { zone: ZONE, skewMs })).toBeLessThanOrEqual(LIMIT);
    });
    await fc.assert(property, runs(60, 3_000));
  });

  test.each([
    ['another zone', { zone: 'Asia/Kolkata', skewMs: 0 }],
    ['a clock ten minutes off', { zone: ZONE, skewMs: -10 * MINUTE_MS }],
  ])('is found wrong by the same check with %s', async (_what, wrong) => {
    const property = fc.asyncProperty(tries, async (all) => {
      expect(await most(all, wrong)).toBeLessThanOrEqual(LIMIT);
    });
    expect((await fc.check(property, { ...runs(200, 200), endOnFailure: true })).failed).toBe(true);
  });

  test('is whole again two minutes after midnight, also after a day of 23 hours', async () => {
    const clock = createVirtualClock(START);
    const ledger = createTestLedger({ clock, windows: [DAYS(ZONE)], callTimeoutMs: TIMEOUT_MS });
    const signal = new AbortController().signal;
    const ask = () => ledger.acquire(permitRequest({ windows: ['day'], credentials: ['key-1'] }), signal);
    const refused = async (): Promise<unknown> =>
      ask().then(
        () => 'permit',
        ({ details }) => details.retryAfterSeconds,
      );
    for (const midnight of [Date.UTC(2026, 2, 27, 23), Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 22)]) {
      for (let call = 0; call < LIMIT; call += 1) {
        const permit = await ask();
        const call = { upstream: 'VISIT', endpoint: 'none', credential: 'key-1', consumer: 'test' } as const;
        permit.settle({
          ...call,
          operation: 'test',
          outcome: 'OK',
          at: clock.now(),
          durationMs: 0,
          attempt: 1,
          bytes: 0,
        });
      }
      const waitMs = midnight + 2 * MINUTE_MS - clock.now();
      expect(await refused()).toBe(waitMs / 1_000);
      clock.advance(waitMs);
    }
  });
});
