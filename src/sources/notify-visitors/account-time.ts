/** Instants and days as the account counts them. */
export type AccountTime = {
  /** The instant of a local time, `2026-03-01T09:30:05`; undefined if it is none. A time that a clock change skips is moved on. */
  instantOf(local: string): number | undefined;
  /** When a local day, `2026-03-01`, is over: epoch milliseconds. */
  endOf(day: string): number;
};

/** RangeError for an unknown IANA zone. */
export function createAccountTime(timeZone: string): AccountTime {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  return {
    instantOf: (local) => {
      try {
        return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
      } catch (error) {
        if (error instanceof RangeError) return undefined;
        throw error;
      }
    },
    endOf: (day) => Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
}
