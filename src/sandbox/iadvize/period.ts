import { zoneOf } from './directory.ts';
import { addMonths, endOf, HOME_ZONE, instantOf, type Moment, parseMoment, type Wall, wallOf } from './local-time.ts';
import type { Filters, Report } from './query.ts';
import { fail, type Refusal } from './replies.ts';

/** Instants: from `from` on, before `until`. */
export type Period = { readonly from: number; readonly until: number };

const MONTHS = 3;
const TOO_LONG = "The period between 'from' and 'to' cannot be over 3 months.";

function momentOf(filters: Filters, name: string): Moment | undefined {
  const text = filters.get(name);
  return text === undefined ? undefined : parseMoment(text);
}

function walls(from: Moment | undefined, to: Moment | undefined, now: Wall): { from: Wall; until: Wall } {
  const end = (wall: Wall): Wall => endOf({ wall, dateOnly: false });
  if (from !== undefined && to !== undefined) return { from: from.wall, until: endOf(to) };
  if (from !== undefined) return { from: from.wall, until: end(addMonths(from.wall, MONTHS)) };
  if (to !== undefined) return { from: addMonths(to.wall, -MONTHS), until: endOf(to) };
  return { from: addMonths(now, -MONTHS), until: end(now) };
}

/** The window of a conversation list, at most three calendar months; without ends the last three. */
export function readPeriod(filters: Filters, now: number, report: Report): Period | Refusal {
  const site = filters.get('website_id');
  const zone = site === undefined ? HOME_ZONE : zoneOf(Number(site));
  const from = momentOf(filters, 'from');
  const to = momentOf(filters, 'to');
  if (from !== undefined && to !== undefined) {
    if (to.wall > addMonths(from.wall, MONTHS)) {
      report('period over 3 months', `${filters.get('from')} to ${filters.get('to')}`);
      return fail(TOO_LONG);
    }
    if (from.wall >= endOf(to))
      report('period ends before it starts', `${filters.get('from')} to ${filters.get('to')}`);
  }
  const ends = walls(from, to, wallOf(now, zone));
  return { from: instantOf(ends.from, zone), until: instantOf(ends.until, zone) };
}
