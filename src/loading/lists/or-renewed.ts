import { NotRead } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { Collection } from '../collections/collection.ts';
import { renewalPages } from '../collections/renewal.ts';
import type { CopySource } from '../collections/spec.ts';
import { standInReason } from '../fallback.ts';
import type { ReadScope } from '../reader.ts';

type Ways<T> = {
  /** The list from the upstream's own pages. */
  readonly pages: List<T>;
  /** The same list from the copy. */
  readonly copied: List<T>;
  /** Whether the page that holds the place to go on from costs no call. */
  readonly isHeld: (after: Position | undefined) => Promise<boolean>;
  readonly collection: Collection<T>;
  readonly source: CopySource<T>;
  readonly scope: ReadScope;
};

/** Brings the copy up to date with one page; whether that was enough. */
async function renew<T>({ collection, source, scope }: Ways<T>): Promise<boolean> {
  try {
    await collection.advance(scope, source);
  } catch (error) {
    // The pages may still be held.
    if (standInReason(error) === undefined) throw error;
    return false;
  }
  return collection.isFresh(scope, source);
}

async function* planned<T>({ pages }: Ways<T>, after: Position | undefined): AsyncGenerator<ListRow<T>> {
  try {
    yield* pages.rows(after);
  } catch (error) {
    throw error instanceof NotRead ? error.withSpare() : error;
  }
}

async function isCheaper<T>({ scope, isHeld, collection, source }: Ways<T>, after: Position | undefined) {
  return scope.wish.mode !== 'only-held' && !(await isHeld(after)) && (await renewalPages(collection, source)) === 1;
}

async function* rowsOf<T>(ways: Ways<T>, after: Position | undefined): AsyncGenerator<ListRow<T>> {
  const { pages, copied, scope } = ways;
  if (!(await isCheaper(ways, after))) yield* pages.rows(after);
  else if (scope.planning) yield* planned(ways, after);
  else yield* ((await renew(ways)) ? copied : pages).rows(after);
}

/**
 * A list from its pages or, where the next one would have to be read and the copy was complete, from the copy: one page tells there what
 * has changed, so the call is the same, and what the copy answers afterwards costs none.
 */
export function listOrRenewed<T>(ways: Ways<T>): List<T> {
  return { ...ways.pages, rows: (after) => rowsOf(ways, after) };
}
