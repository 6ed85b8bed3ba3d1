import type { CallScope } from '../../transport/call.ts';
import type { Advance, CopySource, NumberedPage } from './spec.ts';

/** A stretch of the list, in sort texts, of which every row is held. */
export type Range = {
  readonly high: string;
  readonly low: string;
  /** How many rows lay below it when its end was read. No more do later: new rows come in front. */
  readonly below?: number | undefined;
};

/** Of a source that reads onward: the page read last, and where the front range ended with it. While it still does, the next page follows. */
export type Walk = {
  /** The sort text from which on the search holds rows; null: all of them. */
  readonly place: string | null;
  readonly page: number;
  /** The upstream's count for that search. */
  readonly count: number;
  readonly low: string;
};

/** How far a copy that is read newest first has come. */
export type NewestState = {
  readonly kind: 'newest-first';
  /** Newest first; more than one while new rows have come in front of a gap. */
  readonly ranges: readonly Range[];
  /** Whether the last range reaches the end of the list. */
  readonly bottom: boolean;
  /** When page 1 was last read, epoch milliseconds. */
  readonly frontAt: number | null;
  /** The `frontAt` of the last time that no gap was left; null while it is being filled. */
  readonly completeAt: number | null;
  /** When the present whole reading began: rows not seen since then have vanished upstream. */
  readonly wholeSince: number;
  /** The upstream's count at the last page read. */
  readonly counted: number;
  /** The page with which the front range ended; 0 when that is not known, as it took in an older range. */
  readonly page: number;
  /** The first row of that page, as sort text. */
  readonly first: string | null;
  /** Pages to step back because rows vanished while paging. */
  readonly stepBack: number;
  readonly walk?: Walk | null;
  readonly calls: number;
};

/** How many rows lay below the front range when its end was read; null if that is not known. */
export function rowsBelow({ ranges, walk }: NewestState, pageSize: number): number | null {
  if (walk !== undefined && walk !== null) return Math.max(0, walk.count - walk.page * pageSize);
  return ranges[0]?.below ?? null;
}

export function emptyNewest(now: number): NewestState {
  return {
    kind: 'newest-first',
    ranges: [],
    bottom: false,
    frontAt: null,
    completeAt: null,
    wholeSince: now,
    counted: 0,
    page: 0,
    first: null,
    stepBack: 0,
    calls: 0,
  };
}

/** Where the list has no rows: below all that may come. */
const END: Range = { high: '', low: '', below: 0 };

/** What is known when the end of the list is seen: no gap after the front range. */
export function reachEnd(ranges: readonly Range[]): Pick<NewestState, 'ranges' | 'bottom'> {
  return { ranges: [ranges[0] ?? END], bottom: true };
}

const lower = (a: Range, b: Range): Range => (b.low < a.low ? b : a);

/** Takes in every older range that the front one touches. */
export function absorb(front: Range, older: readonly Range[]): readonly Range[] {
  const [next, ...rest] = older;
  if (next === undefined || next.high < front.low) return [front, ...older];
  return absorb({ ...lower(front, next), high: front.high }, rest);
}

export type NewestBounds = {
  readonly now: number;
  readonly pageSize: number;
  /** Page 1 must have been read at or after this instant for the copy to be up to date. */
  readonly frontSince: number;
  /** How many held rows sort at or above a place, among those read since an instant. */
  readonly countThrough: (sort: string, readSince: number) => Promise<number>;
};

/** The page that is to be read next. */
export async function nextPage(state: NewestState, bounds: NewestBounds): Promise<number> {
  const [front] = state.ranges;
  const gap = front !== undefined && !(state.bottom && state.ranges.length === 1);
  if (!gap || state.frontAt === null || state.frontAt < bounds.frontSince) return 1;
  if (state.stepBack > 0 || state.page > 0)
    return Math.max(1, (await endPage(state, front, bounds)) + 1 - state.stepBack);
  return Math.max(2, (await endPage(state, front, bounds)) + 1);
}

/**
 * The page with which the front range ends. Where only its end is known, at most as many rows lie below that as did when it was read,
 * whatever has vanished since; rows that came in front of it push it back, which only repeats rows.
 */
async function endPage(state: NewestState, { low, below = 0 }: Range, bounds: NewestBounds): Promise<number> {
  if (state.page > 0) return state.page;
  const held = await bounds.countThrough(low, state.wholeSince);
  return Math.floor(Math.min(held, Math.max(0, state.counted - below)) / bounds.pageSize);
}

/**
 * Past the end some upstreams send the last page again, whatever they say of the number of pages. As many rows that came as have vanished
 * look the same; then the count tells that there is more.
 */
function repeats<T>(
  state: NewestState,
  { number, pageSize }: { readonly number: number; readonly pageSize: number },
  page: NumberedPage<T>,
  first: string,
): boolean {
  const again = number > 1 && number === state.page + 1 && first === state.first && page.count <= state.counted;
  return again && ((number - 1) * pageSize >= page.count || page.items.length < pageSize);
}

function merge<T>(
  state: NewestState,
  number: number,
  page: NumberedPage<T>,
  sorts: readonly string[],
  pageSize: number,
): Pick<NewestState, 'ranges' | 'bottom'> {
  const high = sorts[0];
  const low = sorts.at(-1);
  if (high === undefined || low === undefined) return reachEnd(state.ranges);
  const atEnd = number >= page.pages || repeats(state, { number, pageSize }, page, high);
  const [front, ...older] = state.ranges;
  const own: Range = { high, low, below: Math.max(0, page.count - number * pageSize) };
  const ranges =
    number === 1 || front === undefined
      ? absorb(own, state.ranges)
      : absorb({ ...lower(front, own), high: front.high }, older);
  return atEnd ? reachEnd(ranges) : { ranges, bottom: state.bottom };
}

/**
 * Reads one page: page 1 if the front is not known to be up to date, else the page in which the gap after the front begins.
 * Rows that vanish while paging move the rest forward: then the page before is read again, so that nothing is left out.
 */
export async function advanceNewestFirst<T>(
  source: CopySource<T>,
  scope: CallScope,
  state: NewestState,
  bounds: NewestBounds & { readonly sortOf: (item: T) => string },
): Promise<Advance<T, NewestState>> {
  if (source.readPage === undefined) throw new RangeError(`copy ${source.key} cannot be read by page`);
  const number = await nextPage(state, bounds);
  const page = await source.readPage(scope, number);
  const sorts = page.items.map(bounds.sortOf);
  const calls = state.calls + 1;
  const frontLow = state.ranges[0]?.low;
  const overlaps = frontLow !== undefined && sorts[0] !== undefined && sorts[0] >= frontLow;
  if (number > 1 && !overlaps && (page.count < state.counted || state.stepBack > 0)) {
    return { items: page.items, state: { ...state, counted: page.count, stepBack: state.stepBack + 1, calls } };
  }
  const merged = merge(state, number, page, sorts, bounds.pageSize);
  // Where an older range was taken in, the next gap begins further down than the page after this one.
  const joined = number === 1 ? merged.ranges[0]?.low !== sorts.at(-1) : merged.ranges.length < state.ranges.length;
  const frontAt = number === 1 ? bounds.now : state.frontAt;
  const complete = merged.bottom && merged.ranges.length <= 1;
  return {
    items: page.items,
    state: {
      ...state,
      ...merged,
      frontAt,
      completeAt: complete ? frontAt : state.completeAt,
      counted: page.count,
      page: joined ? 0 : number,
      first: joined ? null : (sorts[0] ?? null),
      stepBack: 0,
      calls,
    },
  };
}
