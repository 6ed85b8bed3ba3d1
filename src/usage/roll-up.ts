import { eventLoop, WORK_PER_TURN } from '../base/turns.ts';
import type { OldUsage, UsageStore } from '../store/store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How long the history is kept in full, and after that by the hour; by the day it is kept for ever. */
export type UsageAges = { readonly detailDays: number; readonly hourDays: number };

/** What is old at an instant: whole hours and days, UTC, so that nothing is added up before its time. */
export function oldUsage({ detailDays, hourDays }: UsageAges, now: number): OldUsage {
  const [hours, days] = [now - detailDays * DAY_MS, now - hourDays * DAY_MS];
  return { hoursBefore: hours - (hours % HOUR_MS), daysBefore: days - (days % DAY_MS) };
}

/** Rolls up what is old, step by step, so that nobody waits for more than one. Ends early when the process does. */
export async function rollUpUsage(
  store: Pick<UsageStore, 'rollUp'>,
  old: OldUsage,
  signal: AbortSignal,
): Promise<void> {
  let moved = 1;
  while (moved > 0 && !signal.aborted) {
    moved = await store.rollUp(old);
    await eventLoop.take(WORK_PER_TURN);
  }
}
