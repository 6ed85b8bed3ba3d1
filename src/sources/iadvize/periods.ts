import { InputError } from '../../base/errors.ts';
import { addDays, addMonths, afterRepeatedHour, dayOf, secondBefore, toInstant, toLocal } from './local-time.ts';

/** What a request says of time, both ends inclusive, on the clocks of a zone. No end at all: the upstream's own default. */
export type Period = { readonly from?: string; readonly to?: string };

/** How an endpoint bounds the periods of its lists, and what stands for an end that is not given. */
export type PeriodRule = {
  /** The longest period, calendar months; absent: any. */
  readonly months?: number;
  /**
   * What a missing end is. `upstream`: its default, which is as long as the longest period, up to now. `today`: the end of today, and a
   * missing start so long before the end as one period reaches; both are sent. `none`: there is none.
   */
  readonly missing: 'upstream' | 'today' | 'none';
};

/** Epoch milliseconds, `from` inclusive and `to` exclusive. */
export type TimeRange = { readonly from?: number; readonly to?: number };

const SECOND_MS = 1_000;

/** The first whole second that is not before an instant: the upstream keeps whole seconds. */
function secondFrom(instant: number): number {
  return Math.ceil(instant / SECOND_MS) * SECOND_MS;
}

/**
 * The last second before an instant, as sent. In an hour that the clocks show twice the upstream's times are ambiguous: then the whole
 * hour is asked for, so that nothing is left out.
 */
function lastSecond(to: number, zone: string): string {
  return toLocal(afterRepeatedHour(secondFrom(to) - SECOND_MS, zone), zone);
}

/** The day after today, as its first second: the end of what can have happened, the same all day long. */
function endOfToday(zone: string, now: number): string {
  return addDays(dayOf(toLocal(now, zone)), 1);
}

/** The longest period up to an end. A month before the last day of March is no day of February. */
function startBefore(end: string, months: number): string {
  let start = addMonths(end, -months);
  while (addMonths(start, months) < end) start = addDays(start, 1);
  return start;
}

type Steps = { readonly months: number; readonly end: string | undefined; readonly now: number };

/** From `start` in steps of so many months, the last one up to `end`, or open where the end is now. */
function* stepsFrom(start: string, zone: string, { months, end, now }: Steps): Generator<Period> {
  for (let from = start; ; ) {
    const next = addMonths(from, months);
    const isLast = end === undefined ? toInstant(next, zone) > now : next > end;
    if (isLast) {
      yield end === undefined ? { from } : { from, to: end };
      return;
    }
    yield { from, to: secondBefore(next) };
    from = next;
  }
}

/** Ten years and a day. A longer range would take hundreds of calls, or figures by the hundred thousand. */
const LONGEST_RANGE_MS = 3_654 * 86_400_000;

/** What can be said of a range without knowing its zone: InputError if it ends before it begins. */
export function checkOrder({ from, to }: TimeRange): void {
  if (from !== undefined && to !== undefined && from > to) throw new InputError('from: an instant not after `to`');
}

/** The same of a range that is asked for in parts, by a call for each or a row for each: InputError if it is too long. */
export function checkRange(range: TimeRange, now: number): void {
  checkOrder(range);
  const { from, to = now } = range;
  if (from !== undefined && to - from > LONGEST_RANGE_MS)
    throw new InputError('from: at most 10 years before `to`, or before now without `to`');
}

/** Whether a range holds no whole second that can have been. */
function isEmpty({ from, to }: TimeRange, { missing }: PeriodRule, now: number): boolean {
  if (from === undefined) return false;
  if (to === undefined) return missing !== 'none' && secondFrom(from) >= now + SECOND_MS;
  return secondFrom(from) >= secondFrom(to);
}

/**
 * A range in periods that the upstream allows, oldest first, anchored at `from` so that they are the same tomorrow. Empty if the range
 * holds no whole second.
 */
export function periodsOf(range: TimeRange, zone: string, now: number, rule: PeriodRule): readonly Period[] {
  const { months, missing } = rule;
  const { from, to } = range;
  if (isEmpty(range, rule, now)) return [];
  const start = from === undefined ? undefined : toLocal(secondFrom(from), zone);
  const end = to === undefined ? undefined : lastSecond(to, zone);
  if (months === undefined)
    return [{ ...(start !== undefined && { from: start }), ...(end !== undefined && { to: end }) }];
  if (start === undefined && end === undefined && missing === 'upstream') return [{}];
  // The first second that is not asked for any more. Where the end is open, the periods count from their start.
  const after = to === undefined ? endOfToday(zone, now) : toLocal(secondFrom(to), zone);
  const first = start ?? (missing === 'today' ? startBefore(after, months) : addMonths(after, -months));
  const last = end ?? (missing === 'today' ? secondBefore(after) : undefined);
  return [...stepsFrom(first, zone, { months, end: last, now })];
}

/** A range as one period, both ends sent. Without both it is today; `to` alone: the day before it; `from` alone: until the end of today. */
export function dayPeriod(range: TimeRange, zone: string, now: number): Required<Period> | null {
  checkRange(range, now);
  const { from, to } = range;
  if (isEmpty(range, { missing: 'today' }, now)) return null;
  const after = to === undefined ? endOfToday(zone, now) : toLocal(secondFrom(to), zone);
  return {
    from: from === undefined ? addDays(after, -1) : toLocal(secondFrom(from), zone),
    to: to === undefined ? secondBefore(after) : lastSecond(to, zone),
  };
}
