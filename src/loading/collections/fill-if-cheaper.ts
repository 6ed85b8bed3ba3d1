import { NotRead } from '../../base/not-read.ts';
import { standInReason } from '../fallback.ts';
import type { ReadScope } from '../reader.ts';
import type { Collection } from './collection.ts';
import type { CopySource } from './spec.ts';

/**
 * Several look-ups that the copy could answer, too: brings it up to date if that takes no more pages than there are look-ups, and says
 * whether it is. How many pages it takes only a page tells.
 */
export async function fillIfCheaper<T>(
  collection: Collection<T>,
  scope: ReadScope,
  source: CopySource<T>,
  lookUps: number,
): Promise<boolean> {
  const most = scope.wish.mode === 'only-held' || lookUps < 2 ? 0 : lookUps;
  for (let pages = 0; !(await collection.isFresh(scope, source)); pages += 1) {
    const left = await collection.pagesLeft(source);
    // The first page is read to learn how many there are; after that only what is cheaper than the look-ups.
    // Which way it will be only that page tells.
    if (scope.planning && most > 0) throw new NotRead([]);
    const unknown = left === null && pages > 0;
    if (most === 0 || pages > most || unknown || (left !== null && left > most)) return false;
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
