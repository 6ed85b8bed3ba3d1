import { InputError } from '../../base/errors.ts';
import type { LeadFilter } from '../../model/leads.ts';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const DAYS = 90;
/** Four-digit years are all that an ISO date can carry. */
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59Z');

/** Epoch milliseconds; `from` is included, `to` is not. */
export type TimeRange = { readonly from: number; readonly to: number };

function endOfDay(instant: number): number {
  return (Math.floor(instant / DAY_MS) + 1) * DAY_MS;
}

/** From 00:00 UTC 90 days before today to the end of today: the same range all day long. */
export function lastDays(now: number): TimeRange {
  const to = endOfDay(now);
  return { from: to - (DAYS + 1) * DAY_MS, to };
}

/** The day of an instant, as the text of its start. */
export function dayOf(instant: number): string {
  return String(endOfDay(instant) - DAY_MS);
}

/** Whether days tell what lies in a range: it begins and ends with one. */
export function isOfDays({ from, to }: TimeRange): boolean {
  return from % DAY_MS === 0 && to % DAY_MS === 0;
}

/** Whether the day of a mark lies in a range of days. */
export function hasDay({ from, to }: TimeRange, day: string | null | undefined): boolean {
  return typeof day === 'string' && Number(day) >= from && Number(day) < to;
}

/** The range that a filter asks for. Only `from`: to the end of today; only `to`: the 90 days before it. */
export function rangeOf({ from, to }: Pick<LeadFilter, 'from' | 'to'>, now: number): TimeRange {
  if (from !== undefined && to !== undefined && from > to) throw new InputError('filter.from: not after filter.to');
  const today = lastDays(now);
  if (to === undefined) return { from: from ?? today.from, to: today.to };
  return { from: from ?? to - DAYS * DAY_MS, to };
}

export function isEmptyRange({ from, to }: TimeRange): boolean {
  return from >= to;
}

/** The part of a range up to the end of an instant's second: ties of the instant are in it, whatever fraction a vendor keeps. */
export function through({ from, to }: TimeRange, instant: number): TimeRange {
  return { from, to: Math.min(to, (Math.floor(instant / SECOND_MS) + 1) * SECOND_MS) };
}

/** The name of a range as a segment of a list: `1710460800000..1718236800000`. */
export function segmentOf({ from, to }: TimeRange): string {
  return `${from}..${to}`;
}

export function readSegment(segment: string): TimeRange | undefined {
  const [, from, to] = /^(-?\d{1,15})\.\.(-?\d{1,15})$/.exec(segment) ?? [];
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}

/** Whether a text names a segment that a list of this range can have: the whole of it, or its part up to a whole second. */
export function isSegmentOf(range: TimeRange, segment: string): boolean {
  const part = readSegment(segment);
  if (part === undefined || segmentOf(part) !== segment || part.from !== range.from || isEmptyRange(part)) return false;
  return part.to === range.to || (part.to < range.to && part.to % SECOND_MS === 0);
}

/** `2026-03-01T09:30:00Z`; a fraction only where there is one. */
export function toTimeText(instant: number): string {
  const written = new Date(Math.min(LATEST_MS, Math.max(EARLIEST_MS, instant))).toISOString();
  return written.replace('.000Z', 'Z');
}
