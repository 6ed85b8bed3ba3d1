import { hasAgain, type WithAgain } from './again.ts';
import { EMPTY_REVISIONS, type RevisionState } from './by-revision.ts';
import { emptyNewest, type NewestState, rowsBelow } from './newest-first.ts';
import type { CollectionSpec } from './spec.ts';
import { EMPTY_WHOLE, type WholeState } from './whole.ts';

/** How far a copy has come, however it is read: what is written with each of its pages. */
export type CopyState = (RevisionState | NewestState | WholeState) & WithAgain;

export function pageSizeOf({ row }: Pick<CollectionSpec<unknown>, 'row'>): number {
  return row.paging === 'none' ? 1 : row.paging.size;
}

/** A copy with records to be read again is not complete. */
export function completeAtOf(state: CopyState): number | null {
  return hasAgain(state) ? null : state.completeAt;
}

export function emptyState<T>({ sync }: CollectionSpec<T>, now: number): CopyState {
  if (sync === 'whole') return EMPTY_WHOLE;
  return sync === 'revision' ? EMPTY_REVISIONS : emptyNewest(now);
}

/** Pages to the end of the reading under way, by what the upstream last said; null where it says nothing. */
export function pagesToEnd(state: CopyState, pageSize: number): number | null {
  if (state.kind === 'whole') {
    if (state.last === null) return null;
    return Math.max(0, Math.ceil(state.last.count / pageSize) - (state.page - 1));
  }
  // With a second range, which is held already, the reading ends before the list does.
  if (state.kind === 'revision' || state.ranges.length > 1) return null;
  const below = rowsBelow(state, pageSize);
  return below === null ? null : Math.ceil(below / pageSize);
}
