import { InputError } from '../../base/errors.ts';
import type { CampaignRange } from '../../model/campaigns.ts';
import { LONGEST_RANGE_DAYS } from './endpoints.ts';

const DAY_MS = 86_400_000;
/** Ten years, both ends included. A longer range would take hundreds of calls. */
export const MOST_DAYS = 3_654;

/** The number of a real `YYYY-MM-DD`, counted from 1970-01-01; undefined for any other text. */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const day = Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
  return !Number.isNaN(day) && dayText(day) === text ? day : undefined;
}

function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The UTC day that holds an instant. */
export function utcDay(now: number): string {
  return dayText(Math.floor(now / DAY_MS));
}

export function addDays(day: string, count: number): string {
  return dayText(dayOf('day', day) + count);
}

/** InputError names the argument. */
function dayOf(name: string, text: string): number {
  const day = dayNumber(text);
  if (day === undefined) throw new InputError(`${name}: a calendar day, YYYY-MM-DD`);
  return day;
}

/** The range, if both days are real, in order, and not too far apart. */
export function checkRange({ from, to }: CampaignRange): CampaignRange {
  const days = dayOf('to', to) - dayOf('from', from) + 1;
  if (days < 1) throw new InputError('from: a day that is not after to');
  if (days > MOST_DAYS) throw new InputError('from: at most 10 years before to, or before today without to');
  return { from, to };
}

/** The range with its missing end filled in: `from` alone goes on until today, `to` alone and neither cover 30 days. */
export function fillRange(given: { readonly from?: string; readonly to?: string }, today: string): CampaignRange {
  const { from, to } = given;
  if (from !== undefined && to !== undefined) return checkRange({ from, to });
  if (from !== undefined) return checkRange({ from, to: dayOf('from', from) > dayOf('to', today) ? from : today });
  const last = to ?? today;
  return { from: dayText(dayOf('to', last) - LONGEST_RANGE_DAYS + 1), to: last };
}

/** How many reads a range takes. */
export function partCount({ from, to }: CampaignRange): number {
  return Math.ceil((dayOf('to', to) - dayOf('from', from) + 1) / LONGEST_RANGE_DAYS);
}

/** One of the ranges of at most 30 days that a range is read in: 0 is the newest, the last may be shorter. */
export function partOf({ from, to }: CampaignRange, part: number): CampaignRange {
  const last = dayOf('to', to) - part * LONGEST_RANGE_DAYS;
  const first = Math.max(dayOf('from', from), last - LONGEST_RANGE_DAYS + 1);
  return { from: dayText(first), to: dayText(last) };
}

export function partsOf(range: CampaignRange): readonly CampaignRange[] {
  return Array.from({ length: partCount(range) }, (_, part) => partOf(range, part));
}
