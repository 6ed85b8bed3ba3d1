/** The vendor's clock and ours may differ by so much: a call so near to midnight counts for both days. */
const EITHER_SIDE_MS = 120_000;

/** `Europe/Paris`: the time zone whose days a vendor counts by. */
export type Calendar = { readonly zone: string };

/** What a calendar is told by: the instant, and how long a call may take, both milliseconds. */
export type Asked = { readonly now: number; readonly callTimeoutMs: number };

/**
 * How long after its end a call that is permitted now holds its place in a window of calendar days: until the day of its latest end is
 * over by the vendor's clock, too.
 */
export function calendarLengthMs({ zone }: Calendar, { now, callTimeoutMs }: Asked): number {
  const latest = Temporal.Instant.fromEpochMilliseconds(now + callTimeoutMs + EITHER_SIDE_MS);
  const nextDay = latest.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  return nextDay.toZonedDateTime(zone).epochMilliseconds + EITHER_SIDE_MS - now;
}
