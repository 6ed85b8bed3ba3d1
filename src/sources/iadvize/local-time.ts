/** The zone of everything that belongs to no website. */
export const HOME_ZONE = 'Europe/Paris';

function plain(local: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(local.replace(' ', 'T'), { overflow: 'reject' });
}

function textOf(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replace('T', ' ');
}

/** Whether a text is `YYYY-MM-DD HH:MM:SS` of a day that the calendar has. */
export function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return false;
  try {
    plain(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text names a zone whose clocks are known here. */
export function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Epoch milliseconds of a time on the clocks of a zone. An hour that the clocks show twice means its first pass, one that they skip the
 * same time after the jump.
 */
export function toInstant(local: string, zone: string): number {
  return plain(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** Whether the clocks of a zone skip a time. */
export function isSkipped(local: string, zone: string): boolean {
  return toLocal(toInstant(local, zone), zone) !== local;
}

/** What the clocks of a zone show at an instant, whole seconds. */
export function toLocal(instant: number, zone: string): string {
  return textOf(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime());
}

/** Calendar months later on the same clocks; a day that the month lacks becomes its last. */
export function addMonths(local: string, months: number): string {
  return textOf(plain(local).add({ months }));
}

/** Days later on the same clocks. */
export function addDays(local: string, days: number): string {
  return textOf(plain(local).add({ days }));
}

/** The first second of its day, as clocks show it. */
export function dayOf(local: string): string {
  return `${local.slice(0, 10)} 00:00:00`;
}

/** The second before, as clocks count. */
export function secondBefore(local: string): string {
  return textOf(plain(local).subtract({ seconds: 1 }));
}

/** When the second pass of an hour that the clocks show twice ends, if the instant lies in it; else the instant. */
export function afterRepeatedHour(instant: number, zone: string): number {
  if (toInstant(toLocal(instant, zone), zone) === Math.floor(instant / 1000) * 1000) return instant;
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const change = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (change === null) return instant;
  const before = change.subtract({ nanoseconds: 1 });
  return change.epochMilliseconds + (before.offsetNanoseconds - change.offsetNanoseconds) / 1e6;
}
