import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { under } from '../conformance/lab.ts';
import { PROVING } from '../support/proof.ts';
import { mostInASecond, type Outcome, type Sent, STEP_MS, underLoad } from './load.ts';

const OPERATIONS = PROVING ? 5_000 : 100;
const LOAD = { operations: OPERATIONS, totalMs: 60_000, from: 15_000, until: 40_000 };
/** Calls for each first try. */
const MOST_CALLS = 1.1;

type Trouble = { readonly name: string; readonly fault: Fault; readonly pauseMs?: number };

const status = (code: number, retryAfter?: string): Fault => ({
  kind: 'status',
  status: code,
  body: '{}',
  ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
});

const TROUBLES: readonly Trouble[] = [
  { name: '503', fault: status(503) },
  { name: '503 with Retry-After', fault: status(503, '4'), pauseMs: 4_000 },
  { name: 'no answer', fault: { kind: 'black-hole' } },
  { name: '429', fault: status(429), pauseMs: 1_000 },
  { name: '429 with Retry-After', fault: status(429, '4'), pauseMs: 4_000 },
  ...(PROVING ? [{ name: 'reset', fault: { kind: 'reset' } as const }] : []),
];

function timesOf(sent: readonly Sent[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { what } of sent) times.set(what, (times.get(what) ?? 0) + 1);
  return times;
}

function expectFewRepeats({ sent, answers }: Outcome): void {
  let calls = 0;
  for (const [upstream, own] of sent) {
    const times = timesOf(own);
    calls += own.length;
    expect(own.length, `calls to ${upstream}`).toBeLessThanOrEqual(times.size * MOST_CALLS);
    expect(Math.max(...times.values()), `attempts at ${upstream}`).toBeLessThanOrEqual(3);
  }
  const total = (of: (cost: (typeof answers)[0]['extensions']['cost']) => number): number =>
    answers.reduce((sum, { extensions }) => sum + of(extensions.cost), 0);
  const actual = total((cost) => cost.actual);
  const retries = total((cost) => cost.retries);
  expect(actual).toBe(calls);
  expect(retries).toBeLessThanOrEqual((actual - retries) * 0.1);
}

/** While every call fails, each that is answered with a pause is followed by none before it is over. */
function expectPauses(own: readonly Sent[], pauseMs: number): void {
  const failing = own.filter(({ at }) => at >= LOAD.from && at < LOAD.until);
  expect(failing.length).toBeGreaterThan(1);
  for (const { at } of failing) {
    // Calls that left together meet the fault together, within a step of the load.
    const early = own.filter((other) => other.at > at + STEP_MS && other.at < at + pauseMs);
    expect(early, `calls before the pause after ${at} ms is over`).toEqual([]);
  }
}

/** Neither who waited nor who comes makes more calls in any second than before the trouble, but for the repeats. */
function expectNoWave(own: readonly Sent[]): void {
  const steady = mostInASecond(own, 0, LOAD.from);
  const later = own.filter(({ at }) => at >= LOAD.until);
  expect(mostInASecond(later, LOAD.until, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(
    Math.ceil(steady * MOST_CALLS),
  );
  expect(later.length, 'it is asked again').toBeGreaterThan(OPERATIONS / 20);
}

describe.each(TROUBLES)('$name from all for a while', ({ fault, pauseMs }) => {
  it('meets few repeats, none too early, and no wave when it is over', { timeout: 600_000 }, async () => {
    const outcome = await underLoad({ ...LOAD, fault });
    expectFewRepeats(outcome);
    for (const [upstream, own] of outcome.sent)
      await under(upstream, async () => {
        if (pauseMs !== undefined) expectPauses(own, pauseMs);
        expectNoWave(own);
      });
  });
});
