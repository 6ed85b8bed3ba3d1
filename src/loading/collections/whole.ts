import type { CallScope } from '../../transport/call.ts';
import type { Advance, CopySource, NumberedPage } from './spec.ts';

/** How far a copy has come that counts as up to date only if all of it was just read: a short list whose rows are edited in place. */
export type WholeState = {
  readonly kind: 'whole';
  /** When the reading under way began, epoch milliseconds; null when there is none. */
  readonly beganAt: number | null;
  /** The next page of that reading. */
  readonly page: number;
  /** Of the last page read: the first and last row as sort texts, and the upstream's count. */
  readonly last: { readonly first: string; readonly low: string; readonly count: number } | null;
  /** When the last reading that reached the end began; null while there is none. */
  readonly completeAt: number | null;
  readonly calls: number;
};

export const EMPTY_WHOLE: WholeState = {
  kind: 'whole',
  beganAt: null,
  page: 1,
  last: null,
  completeAt: null,
  calls: 0,
};

/** Rows vanished and moved the rest forward, so that some may lie between the last page read and this one. */
function leavesOut<T>({ last, page: number }: WholeState, page: NumberedPage<T>, first: string | undefined): boolean {
  if (last === null || number === 1) return false;
  return page.count < last.count && (first === undefined || first < last.low);
}

/** The last page, or one that the upstream sends again past the end. */
function isEnd<T>({ last, page: number }: WholeState, page: NumberedPage<T>, first: string | undefined): boolean {
  const again = last !== null && first === last.first && page.count <= last.count;
  return number >= page.pages || first === undefined || again;
}

/** Reads the next page of the reading under way, or page 1 of a new one if there is none or it began before `since`. */
export async function advanceWhole<T>(
  source: CopySource<T>,
  scope: CallScope,
  before: WholeState,
  bounds: { readonly now: number; readonly since: number; readonly sortOf: (item: T) => string },
): Promise<Advance<T, WholeState>> {
  if (source.readPage === undefined) throw new RangeError(`copy ${source.key} cannot be read by page`);
  const goesOn = before.beganAt !== null && before.beganAt >= bounds.since;
  const beganAt = goesOn ? (before.beganAt ?? bounds.now) : bounds.now;
  const state: WholeState = goesOn ? before : { ...before, beganAt, page: 1, last: null };
  const page = await source.readPage(scope, state.page);
  const sorts = page.items.map(bounds.sortOf);
  const [first] = sorts;
  const calls = state.calls + 1;
  // From the top again: the list is short, and only so is nothing left out.
  if (leavesOut(state, page, first)) return { items: page.items, state: { ...state, page: 1, last: null, calls } };
  if (isEnd(state, page, first)) {
    const ended = { ...state, beganAt: null, page: 1, last: null, completeAt: beganAt, calls };
    return { items: page.items, state: ended };
  }
  const last = { first: first ?? '', low: sorts.at(-1) ?? '', count: page.count };
  return { items: page.items, state: { ...state, page: state.page + 1, last, calls } };
}
