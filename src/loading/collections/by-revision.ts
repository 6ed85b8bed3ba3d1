import type { CallScope } from '../../transport/call.ts';
import type { Advance, CopySource } from './spec.ts';

/** How far a copy that follows revisions has come. */
export type RevisionState = {
  readonly kind: 'revision';
  /** The first revision that has not been seen: the place to go on from, also after a restart. */
  readonly next: string;
  /** When the end of the list was last seen, epoch milliseconds; null while it is being filled. */
  readonly completeAt: number | null;
  /** Calls spent on it so far. */
  readonly calls: number;
};

export const EMPTY_REVISIONS: RevisionState = { kind: 'revision', next: '0', completeAt: null, calls: 0 };

/** Reads the next page of changes. A page shorter than the largest is the end. */
export async function advanceByRevision<T>(
  source: CopySource<T>,
  scope: CallScope,
  state: RevisionState,
  bounds: { readonly now: number; readonly pageSize: number },
): Promise<Advance<T, RevisionState>> {
  if (source.readFrom === undefined) throw new RangeError(`copy ${source.key} cannot be read by revision`);
  const page = await source.readFrom(scope, state.next);
  const ended = page.received < bounds.pageSize;
  const next = page.last === null ? state.next : String(BigInt(page.last) + 1n);
  return {
    items: page.items,
    state: { kind: 'revision', next, completeAt: ended ? bounds.now : state.completeAt, calls: state.calls + 1 },
  };
}
