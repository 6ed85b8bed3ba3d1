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

type Weighing<T> = {
  readonly collection: Collection<T>;
  readonly scope: ReadScope;
  readonly source: CopySource<T>;
  readonly lookUps: number;
};

/** Whether the next page is worth its call: the pages that are left are no more than the look-ups, or nobody knows and none was tried. */
async function isWorthIt<T>({ collection, scope, source, lookUps }: Weighing<T>, isFirst: boolean): Promise<boolean> {
  const { row } = collection.spec;
  const left = await collection.pagesLeft(source);
  if (left !== null) return left <= lookUps && (await fits(scope, row, left));
  return isFirst && !scope.inVain.has(collection.nameOf(source)) && (await mayTryPage(scope, row, lookUps));
}

/**
 * Look-ups that the copy could answer, too: brings it up to date if that takes no more pages than there are look-ups, and says whether it
 * is. How many pages it takes only a page tells, and in an operation just one is tried for it; of a copy that was complete not long ago,
 * one page is likely to do, for a single look-up, too. Where the pages do not fit in what the windows have left, or the look-ups just fit,
 * it is left to the look-ups.
 */
export async function fillIfCheaper<T>(
  collection: Collection<T>,
  scope: ReadScope,
  source: CopySource<T>,
  lookUps: number,
): Promise<boolean> {
  const renewed = lookUps === 1 && (await renewalPages(collection, source)) === 1;
  const giveUp = (): false => {
    scope.inVain.add(collection.nameOf(source));
    return false;
  };
  const mayCall = scope.wish.mode !== 'only-held' && (lookUps > 1 || renewed);
  for (let pages = 0; !(await collection.isFresh(scope, source)); pages += 1) {
    if (!mayCall) return false;
    if (scope.planning) throw missing(collection, lookUps);
    if (!(await isWorthIt({ collection, scope, source, lookUps }, pages === 0))) return pages > 0 && giveUp();
    try {
      await collection.advance(scope, source);
    } catch (error) {
      // The look-ups may still find held answers of their own.
      if (standInReason(error) === undefined) throw error;
      return giveUp();
    }
  }
  return true;
}
