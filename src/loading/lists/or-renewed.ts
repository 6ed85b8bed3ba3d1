import { NotRead } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import { renewalPages } from '../collections/renewal.ts';
import { advanced, type CopiedList, rowsOfBegun } from './begun-copy.ts';

type Ways<T> = CopiedList<T> & {
  /** Whether the page that holds the place to go on from costs no call. */
  readonly isHeld: (after: Position | undefined) => Promise<boolean>;
};

/**
 * A list from its pages or, where the next one would have to be read and the copy was complete, from the copy: one page tells there what
 * has changed, so the call is the same, and what the copy answers afterwards costs none. A copy that was never complete answers as far as
 * it has come.
 */
export function listOrRenewed<T>(ways: Ways<T>): List<T> {
  const { pages, copied, isHeld, collection, source, reader } = ways;
  const { scope } = reader;
  async function* planned(after: Position | undefined): AsyncGenerator<ListRow<T>> {
    try {
      yield* pages.rows(after);
    } catch (error) {
      throw error instanceof NotRead ? error.withSpare() : error;
    }
  }
  async function* renewed(after: Position | undefined): AsyncGenerator<ListRow<T>> {
    const isRenewed = (await advanced(ways)) && (await collection.isFresh(scope, source));
    yield* (isRenewed ? copied : pages).rows(after);
  }
  async function* rows(after?: Position): AsyncGenerator<ListRow<T>> {
    if (scope.wish.mode === 'only-held' || (await isHeld(after))) yield* pages.rows(after);
    else if ((await renewalPages(collection, source)) === 1) yield* scope.planning ? planned(after) : renewed(after);
    else yield* rowsOfBegun(ways, after);
  }
  return { ...pages, rows };
}
