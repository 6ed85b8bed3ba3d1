import type { Clock } from '../../base/clock.ts';
import { going } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { NumberedPage } from '../collections/spec.ts';

/** A page as it stood at some moment between two, epoch milliseconds. */
type Dates = { readonly askedAt: number; readonly toldAt: number };
export type DatedPage<T> = NumberedPage<T> & Dates;

/** Begins to read a page; what this gives is to be called when the page has come. */
export function beginDates(clock: Clock): () => Dates {
  const askedAt = clock.now();
  return () => ({ askedAt, toldAt: clock.now() });
}

/** A list in pages by number, newest first, possibly in several segments (windows of time) one after another. */
export type PagedList<T> = {
  readonly sortOf: (item: T) => string;
  /** The name of the newest segment. */
  readonly firstSegment: string;
  /** The segment after one that has been read to its end, or to the last page that the upstream gives; null at the end of the list. */
  readonly nextSegment: (
    segment: string,
    reached: { readonly last: T | undefined; readonly count: number },
  ) => string | null;
  /** Whether a text is a segment of this list: cursors come from outside. */
  readonly isSegment: (segment: string) => boolean;
  /** One page, from held answers if it may. `again` counts repeated readings of the same page. */
  readonly read: (segment: string, page: number, again: number) => Promise<DatedPage<T>>;
  readonly total: () => Promise<number | null>;
  /** How many segments there are, where that is known: each may end with a page that is not full. */
  readonly segments?: number;
};

type Place = {
  readonly segment: string;
  readonly page: number;
  /** Rows at or before this sort text have been given out. */
  readonly given: string | undefined;
  /** The upstream's count when the row before was read, and until when that was. */
  readonly counted: { readonly rows: number; readonly at: number } | undefined;
  /** The first row of the page before, as sort text. */
  readonly first: string | undefined;
  /** Whether the page before began with the same row as the one before it. */
  readonly repeated: boolean;
  readonly again: number;
  /** Whether the page is read again because it was older than the one before. */
  readonly renewed: boolean;
};

/** What is not known of the page before. */
const UNKNOWN = { counted: undefined, first: undefined, repeated: false, renewed: false } as const;

function startOf<T>(list: PagedList<T>, after: Position | undefined): Place {
  const { g: segment, p: page, c: rows, t: at, l: last }: Partial<Position> = after ?? {};
  const known =
    typeof segment === 'string' &&
    list.isSegment(segment) &&
    typeof page === 'number' &&
    Number.isInteger(page) &&
    page >= 1;
  if (!known) return { ...UNKNOWN, segment: list.firstSegment, page: 1, given: after?.s, again: 0 };
  const onward = last === 1 && typeof rows === 'number' && typeof at === 'number';
  const place = { ...UNKNOWN, segment, given: after?.s, again: 0 };
  return onward ? { ...place, page: page + 1, counted: { rows, at } } : { ...place, page };
}

/**
 * What to read instead of this page where something may lie between it and the rows given out, else null. Rows that come in move later
 * ones back: that only repeats rows. Rows that vanish move them forward: then the count has fallen, or the page begins after the place
 * to go on from. An older page than the one before proves nothing by its count: there, a row that came in hides one that vanished.
 */
function insteadOf<T>(list: PagedList<T>, place: Place, page: DatedPage<T>): Place | null {
  const { given, counted } = place;
  const [first] = page.items;
  if (place.page === 1 || (first !== undefined && given !== undefined && list.sortOf(first) >= given)) return null;
  const again = place.again + 1;
  const older = counted !== undefined && page.askedAt < counted.at;
  if (older && !place.renewed) return { ...place, again, renewed: true };
  if (counted !== undefined && !older && page.count >= counted.rows) return null;
  // Past the end of what is left, back to its last page at once.
  return { ...place, ...UNKNOWN, page: Math.min(place.page - 1, page.pages), again };
}

/** Whether a page begins as the one before it did. Rows that moved to the front by just a page's length look the same. */
function repeats<T>({ counted, first }: Place, page: NumberedPage<T>, firstNow: string | undefined): boolean {
  return first !== undefined && first === firstNow && counted !== undefined && page.count <= counted.rows;
}

/** Rows of a page, with their places. */
function placed<T>(
  list: PagedList<T>,
  rows: readonly T[],
  { segment: g, page: p }: Place,
  { count: c, toldAt: t }: DatedPage<T>,
  { ended, next }: { readonly ended: boolean; readonly next: string | null },
): readonly ListRow<T>[] {
  return rows.map((item, index) => {
    const isLast = index === rows.length - 1;
    const more = !isLast || !ended ? true : next === null ? false : undefined;
    const place = { s: list.sortOf(item), g, p };
    // Behind the last row of a segment there is no next page of it, but the next segment.
    return { item, position: isLast && !ended ? { ...place, c, t, l: 1 } : place, more };
  });
}

async function* rowsOf<T>(list: PagedList<T>, after: Position | undefined): AsyncGenerator<ListRow<T>> {
  let place = startOf(list, after);
  // Where a place is looked for, or a segment may end early, rows do not tell how many pages they take.
  const onward = after === undefined && list.segments === 1 ? 'pages' : 'unknown';
  for (;;) {
    const page = await going(onward, list.read(place.segment, place.page, place.again));
    const instead = insteadOf(list, place, page);
    if (instead !== null) {
      place = instead;
      continue;
    }
    const { given } = place;
    const fresh = page.items.filter((item) => given === undefined || list.sortOf(item) < given);
    const [head] = page.items;
    const first = head === undefined ? undefined : list.sortOf(head);
    // Past the end some upstreams send the last page again and again, whatever they say of the number of pages.
    const repeated = repeats(place, page, first);
    const past = repeated && (place.repeated || (place.page - 1) * page.items.length >= page.count);
    const ended = place.page >= page.pages || first === undefined || past;
    const next = ended
      ? list.nextSegment(place.segment, { last: page.items.at(-1), count: page.count })
      : place.segment;
    yield* placed(list, fresh, place, page, { ended, next });
    if (next === null) return;
    const sameSegment = !ended;
    place = {
      segment: next,
      page: sameSegment ? place.page + 1 : 1,
      given: fresh.length === 0 ? given : list.sortOf(fresh.at(-1) as T),
      counted: sameSegment ? { rows: page.count, at: page.toldAt } : undefined,
      first: sameSegment ? first : undefined,
      repeated: sameSegment && repeated,
      again: place.again,
      renewed: false,
    };
  }
}

export function listByPage<T>(list: PagedList<T>): List<T> {
  return { direction: 'descending', rows: (after) => rowsOf(list, after), total: list.total };
}
