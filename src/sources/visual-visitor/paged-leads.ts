import { UpstreamError } from '../../base/errors.ts';
import { lastRead } from '../../base/not-read.ts';
import { type DatedPage, listByPage } from '../../loading/lists/by-page.ts';
import type { Lead } from '../../model/leads.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import { nullIfAbsent } from './access.ts';
import { MOST_PAGES, PAGE_SIZE } from './endpoints.ts';
import { instantOf, sortOf } from './order.ts';
import { isEmptyRange, isSegmentOf, readSegment, segmentOf, type TimeRange, through } from './time-range.ts';

export type LeadPages = {
  readonly range: TimeRange;
  /** One page of a part of the range, from held answers if it may. `again` counts repeated readings of the same page. */
  readonly read: (part: TimeRange, page: number, again: number) => Promise<DatedPage<Lead>>;
  /** Whether that page is at hand without a call. */
  readonly isHeld: (part: TimeRange, page: number) => Promise<boolean>;
};

type Start = { readonly from: TimeRange; readonly after: Position | undefined };

/** The page of a search that a cursor leads to, if it names one that this list can have. */
function pageOf(
  { range }: LeadPages,
  { g, p, l }: Position,
): { part: TimeRange; page: number; next: number } | undefined {
  if (typeof g !== 'string' || !isSegmentOf(range, g)) return undefined;
  if (typeof p !== 'number' || !Number.isInteger(p) || p < 1 || p > MOST_PAGES) return undefined;
  const next = l === 1 ? p + 1 : p;
  const part = readSegment(g);
  return part === undefined || next > MOST_PAGES ? undefined : { part, page: p, next };
}

/**
 * Where to go on: in the cursor's own search if its row closed a page or its page is still held, else in a search that ends at the row,
 * so that no row in front of it is read again. The latter also serves a cursor of yesterday's range and one of the copy.
 */
async function startOf(pages: LeadPages, after: Position | undefined): Promise<Start> {
  if (after === undefined) return { from: pages.range, after };
  const instant = instantOf(after.s);
  const known = pageOf(pages, after);
  if (known !== undefined && (known.next > known.page || (await pages.isHeld(known.part, known.page))))
    return { from: pages.range, after };
  return { from: through(pages.range, instant), after: { s: after.s } };
}

/** After the last page that a search gives, the next one ends at the last row; its ties come again and are passed over. */
function segmentAfter(segment: string, { last, count }: { readonly last: Lead | undefined; readonly count: number }) {
  const part = readSegment(segment);
  if (part === undefined || last === undefined || count <= MOST_PAGES * PAGE_SIZE) return null;
  const next = through(part, last.listedAt);
  // More leads of one second than a search gives: those behind them cannot be reached.
  if (next.to >= part.to) throw new UpstreamError('VISUAL_VISITOR', 'UPSTREAM_BAD_RESPONSE');
  return segmentOf(next);
}

type ReadPage = (segment: string, page: number, again: number) => Promise<DatedPage<Lead>>;

async function* rowsOf(pages: LeadPages, read: ReadPage, after: Position | undefined): AsyncGenerator<ListRow<Lead>> {
  const start = await startOf(pages, after);
  if (isEmptyRange(start.from)) return;
  const list = listByPage<Lead>({
    sortOf,
    firstSegment: segmentOf(start.from),
    // The next one begins behind more rows than any page has.
    segments: 1,
    nextSegment: segmentAfter,
    isSegment: (segment) => isSegmentOf(pages.range, segment),
    read,
    total: async () => null,
  });
  yield* list.rows(start.after);
}

/** The leads of a range as searches give them, past the 10,000 rows of a single one. */
export function pagedLeads(pages: LeadPages): List<Lead> {
  const whole = segmentOf(pages.range);
  let counted: number | undefined;
  const read: ReadPage = async (segment, page, again) => {
    const found = await pages.read(readSegment(segment) ?? pages.range, page, again);
    if (segment === whole) counted = found.count;
    return { ...found, pages: Math.min(MOST_PAGES, found.pages) };
  };
  return {
    direction: 'descending',
    rows: (after) => rowsOf(pages, read, after),
    total: async () => counted ?? (await nullIfAbsent(lastRead(read(whole, 1, 0))))?.count ?? null,
  };
}
