import { DAY_MS } from '../world.ts';

/** An account's calendar: reports count its days, zone-less timestamps are its local time. */
export type AccountCalendar = {
  /** The number of the account's day that holds this instant, counted from 1970-01-01. */
  dayOf(epochMs: number): number;
  /** `2026-03-01T09:30:05`, local. */
  local(epochMs: number): string;
  /** `+05:30` */
  offset(epochMs: number): string;
};

/** One of the four forms in which the vendor writes a timestamp. */
export type TimestampForm = 'pattern' | 'minutes-utc' | 'blank' | 'offset';

export const TIMESTAMP_FORMS: readonly TimestampForm[] = ['pattern', 'minutes-utc', 'blank', 'offset'];

/** RangeError for an unknown IANA zone. */
export function createAccountCalendar(timeZone: string): AccountCalendar {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const local = (epochMs: number): string => {
    const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
    const date = [parts.get('year')?.padStart(4, '0'), parts.get('month'), parts.get('day')].join('-');
    return `${date}T${[parts.get('hour'), parts.get('minute'), parts.get('second')].join(':')}`;
  };
  return {
    local,
    dayOf: (epochMs) => Math.floor(Date.parse(`${local(epochMs)}Z`) / DAY_MS),
    offset: (epochMs) => {
      const minutes = Math.round((Date.parse(`${local(epochMs)}Z`) - epochMs) / 60_000);
      const size = Math.abs(minutes);
      const two = (value: number): string => String(value).padStart(2, '0');
      return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    },
  };
}

/** The vendor's documents show all four forms; the second drops the seconds. */
export function writeTimestamp(calendar: AccountCalendar, epochMs: number, form: TimestampForm): string {
  switch (form) {
    case 'pattern':
      return calendar.local(epochMs);
    case 'minutes-utc':
      return `${new Date(epochMs).toISOString().slice(0, 16)}+0000`;
    case 'blank':
      return calendar.local(epochMs).replace('T', ' ');
    case 'offset':
      return `${calendar.local(epochMs)}${calendar.offset(epochMs)}`;
  }
}

/** The day number of a real `YYYY-MM-DD`, else undefined (`2026-02-30` is none). */
export function parseDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(epochMs)) return undefined;
  const day = Math.floor(epochMs / DAY_MS);
  return dayText(day) === text ? day : undefined;
}

export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
