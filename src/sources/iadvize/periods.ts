import { InputError } from '../../base/errors.ts';
import { PERIOD_MONTHS } from './endpoints.ts';
import { addMonths, afterRepeatedHour, secondBefore, toInstant, toLocal } from './local-time.ts';

/** What a request says of time, both ends inclusive, on the clocks of a zone. No end at all: the upstream's last 3 months. */
export type Period = { readonly from?: string; readonly to?: string };

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

/** From `start` in steps of 3 months, the last one up to `end`, or open where the end is now. */
function* stepsFrom(start: string, zone: string, { end, now }: { end: string | undefined; now: number }) {
  for (let from = start; ; ) {
    const next = addMonths(from, PERIOD_MONTHS);
    const isLast = end === undefined ? toInstant(next, zone) > now : next > end;
    if (isLast) {
      yield end === undefined ? { from } : { from, to: end };
      return;
    }
    yield { from, to: secondBefore(next) };
    from = next;
  }
}

/**
 * A range in periods that the upstream allows, oldest first, anchored at `from` so that they are the same tomorrow. Empty if the range
 * holds no whole second.
 */
export function periodsOf({ from, to }: TimeRange, zone: string, now: number): readonly Period[] {
  if (from !== undefined && to !== undefined && from > to) throw new InputError('from: an instant not after `to`');
  if (from === undefined) {
    if (to === undefined) return [{}];
    // Both ends are sent: with `to` alone the upstream would count its 3 months back from the last second instead.
    const start = addMonths(toLocal(secondFrom(to), zone), -PERIOD_MONTHS);
    return [...stepsFrom(start, zone, { end: lastSecond(to, zone), now })];
  }
  // Without an end the range ends now.
  if (secondFrom(from) >= (to === undefined ? now + SECOND_MS : secondFrom(to))) return [];
  const end = to === undefined ? undefined : lastSecond(to, zone);
  return [...stepsFrom(toLocal(secondFrom(from), zone), zone, { end, now })];
}
