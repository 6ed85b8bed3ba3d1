import { type HeldRow, isAbsent } from '../../store/rows.ts';
import type { Collection } from './collection.ts';
import type { CopySource } from './spec.ts';

/**
 * How many pages are likely to bring a copy up to date that was complete not long ago; null where nothing speaks for it. By revision and
 * newest first a page tells of all that has changed, unless that is more than a page holds; others are read whole.
 */
export async function renewalPages<T>(collection: Collection<T>, source: CopySource<T>): Promise<number | null> {
  const { spec, options, copies, nameOf } = collection;
  const completeAt = await collection.completeAt(source);
  const { usable } = options.agesOf(spec.row);
  if (completeAt === null || options.clock.now() - completeAt > usable * 1000) return null;
  if (spec.sync !== 'whole') return 1;
  if (spec.row.paging === 'none') return 1;
  return Math.max(1, Math.ceil((await copies.count(nameOf(source))) / spec.row.paging.size));
}

type Copy<T> = { readonly collection: Collection<T>; readonly source: CopySource<T> };

/**
 * Whether a copy that was complete is brought up to date by no more pages than single reads of these records: then all of it is fresh for
 * the same calls. Where pages do not tell of edits, single reads do; and what a part does not hold, its pages need not bring.
 */
export async function isRenewedFor<T>(
  { collection, source }: Copy<T>,
  keys: readonly string[],
  rowsOf: (name: string, keys: readonly string[]) => Promise<ReadonlyMap<string, HeldRow>>,
): Promise<boolean> {
  const { spec, nameOf } = collection;
  if (spec.sync === 'newest-first') return false;
  const pages = await renewalPages(collection, source);
  if (pages === null || pages > keys.length) return false;
  if (spec.partial !== true) return true;
  const rows = await rowsOf(nameOf(source), keys);
  return keys.every((key) => {
    const row = rows.get(key);
    return row !== undefined && !isAbsent(row);
  });
}
