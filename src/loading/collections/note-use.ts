import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.ts';
import type { CopyStore } from '../../store/store.ts';

/** That a copy is used is noted once in such a time: reading is to write as little as may be. */
const NOTED_MS = 60_000;
const MOST_COPIES = 10_000;

/** Notes that a copy is used, so that it is not dropped as unread. */
export function createUseNotes(copies: Pick<CopyStore, 'touch'>, clock: Clock): (copy: string) => Promise<void> {
  const noted = new LRUCache<string, number>({ max: MOST_COPIES });
  return async (copy) => {
    const now = clock.now();
    if (now - (noted.get(copy) ?? Number.NEGATIVE_INFINITY) < NOTED_MS) return;
    noted.set(copy, now);
    await copies.touch(copy, now);
  };
}
