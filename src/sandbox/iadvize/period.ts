import { zoneOf } from './directory.ts';
import { addMonths, endOf, HOME_ZONE, instantOf, type Moment, parseMoment, type Wall, wallOf } from './local-time.ts';
import type { Filters, Report } from './query.ts';
import { fail, type Refusal } from './replies.ts';

/** Instants: from `from` on, before `until`. */
export type Period = { readonly from: number; readonly until: number };

/** How long a period may be, calendar months, and what stands for one without ends; `undefined`: any length, and everything. */
export type PeriodBound = { readonly months: number; readonly words: string } | undefined;

export const THREE_MONTHS = { months: 3, words: '3 months' } as const;
export const ONE_MONTH = { months: 1, words: '1 month' } as const;

function momentOf(filters: Filters, name: string): Moment | undefined {
  const text = filters.get(name);
  return text === undefined ? undefined : parseMoment(text);
}

type Walls = { readonly from: Wall; readonly until: Wall };

/** Where an end is missing, the period is as long as it may be. */
function walls(from: Moment | undefined, to: Moment | undefined, now: Wall, months: number): Walls {
  const end = (wall: Wall): Wall => endOf({ wall, dateOnly: false });
  if (from !== undefined && to !== undefined) return { from: from.wall, until: endOf(to) };
  if (from !== undefined) return { from: from.wall, until: end(addMonths(from.wall, months)) };
  if (to !== undefined) return { from: addMonths(to.wall, -months), until: endOf(to) };
  return { from: addMonths(now, -months), until: end(now) };
}

/** The period that a list is asked for, on the clocks of the website that is named, else of Paris. */
export function readPeriod(filters: Filters, now: number, report: Report, bound: PeriodBound): Period | Refusal {
  const site = filters.get('website_id');
  const zone = site === undefined ? HOME_ZONE : zoneOf(Number(site));
  const from = momentOf(filters, 'from');
  const to = momentOf(filters, 'to');
  const told = `${filters.get('from')} to ${filters.get('to')}`;
  if (from !== undefined && to !== undefined) {
    if (bound !== undefined && to.wall > addMonths(from.wall, bound.months)) {
      report(`period over ${bound.words}`, told);
      return fail(`The period between 'from' and 'to' cannot be over ${bound.words}.`);
    }
    if (from.wall >= endOf(to)) report('period ends before it starts', told);
  }
  if (bound === undefined) {
    return {
      from: from === undefined ? Number.NEGATIVE_INFINITY : instantOf(from.wall, zone),
      until: to === undefined ? Number.POSITIVE_INFINITY : instantOf(endOf(to), zone),
    };
  }
  const ends = walls(from, to, wallOf(now, zone), bound.months);
  return { from: instantOf(ends.from, zone), until: instantOf(ends.until, zone) };
}
