import { HOME_ZONE } from './local-time.ts';

/** Transactions of a day appear on the next day after this hour, on the clocks of Paris. */
const HOUR = 5;

function parisDay(instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(HOME_ZONE).startOfDay();
}

/** The end of the last day whose transactions are published at an instant: where that day is over in Paris. */
export function publishedUntil(now: number): number {
  const today = parisDay(now);
  const isOut = now >= today.with({ hour: HOUR }).epochMilliseconds;
  return (isOut ? today : today.subtract({ days: 1 })).epochMilliseconds;
}

/** When transactions were last published of a range that ends at an instant: what was read before then lacks some. */
export function lastPublication(end: number, now: number): number {
  const lastDay = parisDay(Math.min(end, publishedUntil(now)) - 1);
  return lastDay.add({ days: 1 }).with({ hour: HOUR }).epochMilliseconds;
}
