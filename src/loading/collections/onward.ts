import type { CallScope } from '../../transport/call.ts';
import { absorb, type NewestBounds, type NewestState, type Range, reachEnd, type Walk } from './newest-first.ts';
import type { Advance, CopySource, NumberedPage } from './spec.ts';

/** A page to read, and the count of its search when the page before it was read. */
type Step = { readonly place: string | null; readonly page: number; readonly counted: number };

const FRONT: Step = { place: null, page: 1, counted: 0 };

function isFront({ place, page }: Step): boolean {
  return place === null && page === 1;
}

/**
 * The front, if that is not known to be up to date. Else the search under way goes on, or where the gap no longer begins at its end,
 * or no further page is given, a new one starts at the gap: rows that came or went in front of it do not matter to it.
 */
function nextStep(state: NewestState, frontSince: number, mostPages: number): Step {
  const [front, ...older] = state.ranges;
  const { walk, frontAt } = state;
  if (front === undefined || (state.bottom && older.length === 0) || frontAt === null || frontAt < frontSince)
    return FRONT;
  const goesOn = walk !== undefined && walk !== null && walk.low === front.low && walk.page < mostPages;
  return goesOn
    ? { place: walk.place, page: walk.page + 1, counted: walk.count }
    : { place: front.low, page: 1, counted: 0 };
}

type Taken = Pick<NewestState, 'ranges' | 'bottom' | 'walk'>;

/** The page in its place among the ranges; one without rows shows the end. */
function takeIn<T>(state: NewestState, step: Step, page: NumberedPage<T>, sorts: readonly string[]): Taken {
  const [high] = sorts;
  const own = sorts.at(-1);
  if (high === undefined || own === undefined) return { ...reachEnd(state.ranges), walk: null };
  const [front, ...older] = state.ranges;
  const onFront = front === undefined || isFront(step);
  // Of a search from a place, the first page may hold nothing below it: then the next one goes on all the same.
  const low = !onFront && front.low < own ? front.low : own;
  const taken: Range = { high: onFront ? high : front.high, low };
  const ranges = absorb(taken, onFront ? state.ranges : older);
  const walk: Walk = { place: step.place, page: step.page, count: page.count, low };
  if (step.page >= page.pages) return { ...reachEnd(ranges), walk: null };
  return { ranges, bottom: state.bottom, walk };
}

/**
 * Reads one page newest first, from a source that gives only so many pages of a list but can begin at a place in its order.
 * Rows that vanish while paging move the rest of a search forward: then a new one begins at the gap, so that nothing is left out.
 */
export async function advanceOnward<T>(
  source: CopySource<T>,
  scope: CallScope,
  state: NewestState,
  bounds: Pick<NewestBounds, 'now' | 'frontSince'> & { readonly sortOf: (item: T) => string },
): Promise<Advance<T, NewestState>> {
  const { onward, readPage } = source;
  if (readPage === undefined || onward === undefined) throw new RangeError(`copy ${source.key} cannot be read onward`);
  const step = nextStep(state, bounds.frontSince, onward.mostPages);
  const page = await (step.place === null ? readPage(scope, step.page) : onward.readPage(scope, step.place, step.page));
  const sorts = page.items.map(bounds.sortOf);
  const calls = state.calls + 1;
  const frontLow = state.ranges[0]?.low;
  const overlaps = frontLow !== undefined && sorts[0] !== undefined && sorts[0] >= frontLow;
  if (step.page > 1 && page.count < step.counted && !overlaps)
    return { items: page.items, state: { ...state, walk: null, calls } };
  const taken = takeIn(state, step, page, sorts);
  const frontAt = isFront(step) ? bounds.now : state.frontAt;
  const complete = taken.bottom && taken.ranges.length <= 1;
  const completeAt = complete ? frontAt : state.completeAt;
  return { items: page.items, state: { ...state, ...taken, frontAt, completeAt, counted: page.count, calls } };
}
