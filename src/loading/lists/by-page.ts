import { going } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { NumberedPage } from '../collections/spec.ts';

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
  readonly read: (segment: string, page: number, again: number) => Promise<NumberedPage<T>>;
  readonly total: () => Promise<number | null>;
  /** How many segments there are, where that is known: each may end with a page that is not full. */
  readonly segments?: number;
};

type Place = {
  readonly segment: string;
  readonly page: number;
  /** Rows at or before this sort text have been given out. */
  readonly given: string | undefined;
  /** The upstream's count when the row before was read. */
  readonly counted: number | undefined;
  /** The first row of the page before, as sort text. */
  readonly first: string | undefined;
  /** Whether the page before began with the same row as the one before it. */
  readonly repeated: boolean;
  readonly again: number;
};

/** What is not known of the page before. */
const UNKNOWN = { counted: undefined, first: undefined, repeated: false } as const;

function startOf<T>(list: PagedList<T>, after: Position | undefined): Place {
  const { g: segment, p: page, c: counted, l: last }: Partial<Position> = after ?? {};
  const known =
    typeof segment === 'string' &&
    list.isSegment(segment) &&
    typeof page === 'number' &&
    Number.isInteger(page) &&
    page >= 1;
  if (!known) return { ...UNKNOWN, segment: list.firstSegment, page: 1, given: after?.s, again: 0 };
  const onward = last === 1 && typeof counted === 'number';
  const place = { ...UNKNOWN, segment, given: after?.s, again: 0 };
  return onward ? { ...place, page: page + 1, counted } : { ...place, page };
}

/**
 * Whether nothing can lie between the rows given out and this page. Rows that come in move later ones back: that only repeats
 * rows. Rows that vanish move them forward: then the count has fallen, or the page begins after the place to go on from.
 */
function joins<T>(list: PagedList<T>, place: Place, page: NumberedPage<T>): boolean {
  const first = page.items[0];
  if (place.page === 1) return true;
  if (first !== undefined && place.given !== undefined && list.sortOf(first) >= place.given) return true;
  return place.counted !== undefined && !vanished(place, page);
}

function vanished<T>(place: Place, page: NumberedPage<T>): boolean {
  return place.counted !== undefined && page.count < place.counted;
}

/** Whether a page begins as the one before it did. Rows that moved to the front by just a page's length look the same. */
function repeats<T>({ counted, first }: Place, page: NumberedPage<T>, firstNow: string | undefined): boolean {
  return first !== undefined && first === firstNow && counted !== undefined && page.count <= counted;
}

export function listByPage<T>(list: PagedList<T>): List<T> {
  async function* rows(after?: Position): AsyncGenerator<ListRow<T>> {
    let place = startOf(list, after);
    // Where a place is looked for, or a segment may end early, rows do not tell how many pages they take.
    const onward = after === undefined && list.segments === 1 ? 'pages' : 'unknown';
    for (;;) {
      const page = await going(onward, list.read(place.segment, place.page, place.again));
      if (!joins(list, place, page)) {
        // Past the end of what is left, back to its last page at once.
        place = { ...place, ...UNKNOWN, page: Math.min(place.page - 1, page.pages), again: place.again + 1 };
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
      for (const [index, item] of fresh.entries()) {
        const isLast = index === fresh.length - 1;
        const more = !isLast || !ended ? true : next === null ? false : undefined;
        // Behind the last row of a segment there is no next page of it, but the next segment.
        const onward = isLast && !ended ? 1 : 0;
        const position = { s: list.sortOf(item), g: place.segment, p: place.page, c: page.count, l: onward };
        yield { item, position, more };
      }
      if (next === null) return;
      const sameSegment = !ended;
      place = {
        segment: next,
        page: sameSegment ? place.page + 1 : 1,
        given: fresh.length === 0 ? given : list.sortOf(fresh.at(-1) as T),
        counted: sameSegment ? page.count : undefined,
        first: sameSegment ? first : undefined,
        repeated: sameSegment && repeated,
        again: place.again,
      };
    }
  }
  return { direction: 'descending', rows, total: list.total };
}
