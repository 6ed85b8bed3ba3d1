import { NotRead } from '../../base/not-read.ts';
import { standInReason } from '../fallback.ts';
import type { ReadScope } from '../reader.ts';
import { fits, mayTryPage } from '../room.ts';
import type { Collection } from './collection.ts';
import { renewalPages } from './renewal.ts';
import type { CopySource } from './spec.ts';

/** What a planned operation would have to read: which way it will be only a page tells, but one look-up takes its pages and that one at most. */
function missing<T>({ spec: { row } }: Collection<T>, lookUps: number): NotRead {
  const { id: endpoint, upstream, paging } = row;
  if (lookUps > 1 || paging === 'none') return new NotRead([]);
  return new NotRead([{ upstream, endpoint, min: 1, max: 2, pageSize: paging.size, spare: 1 }], 'pages');
}

/**
 * Look-ups that the copy could answer, too: brings it up to date if that takes no more pages than there are look-ups, and says whether it
 * is. How many pages it takes only a page tells; of one that was complete not long ago, one page is likely to do, for a single look-up, too.
 * Where the pages do not fit in what the windows have left, or the look-ups just fit, it is left to the look-ups.
 */
export async function fillIfCheaper<T>(
  collection: Collection<T>,
  scope: ReadScope,
  source: CopySource<T>,
  lookUps: number,
): Promise<boolean> {
  const renewed = lookUps === 1 && (await renewalPages(collection, source)) === 1;
  const most = scope.wish.mode === 'only-held' || (lookUps < 2 && !renewed) ? 0 : lookUps;
  for (let pages = 0; !(await collection.isFresh(scope, source)); pages += 1) {
    const left = await collection.pagesLeft(source);
    // The first page is read to learn how many there are; after that only what is cheaper than the look-ups.
    if (scope.planning && most > 0) throw missing(collection, lookUps);
    const unknown = left === null && pages > 0;
    if (most === 0 || pages > most || unknown || (left !== null && left > most)) return false;
    const { row } = collection.spec;
    if (!(left === null ? await mayTryPage(scope, row, lookUps) : await fits(scope, row, left))) return false;
    try {
      await collection.advance(scope, source);
    } catch (error) {
      // The look-ups may still find held answers of their own.
      if (standInReason(error) === undefined) throw error;
      return false;
    }
  }
  return true;
}
