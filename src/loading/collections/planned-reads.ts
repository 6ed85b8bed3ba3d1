import { NotRead } from '../../base/not-read.ts';
import { isRenewedFor } from './renewal.ts';
import type { Search, Way } from './search.ts';

/** What a planned operation would have to read of these keys: as many pages as there are keys at most, then each singly. */
export async function missingReads<T>(search: Search<T>, way: Way<T>, keys: readonly string[]): Promise<NotRead> {
  const { collection, scope, source, isWhole, singly: eachSingly } = search;
  const { item, fetch } = way;
  const { length: most } = keys;
  const { row, partial } = collection.spec;
  const { id: endpoint, upstream, paging } = row;
  if (item === undefined && fetch !== undefined) return new NotRead([]);
  const full = partial === true && (await collection.isFresh(scope, source));
  const singly = item !== undefined;
  const one = singly && most === 1 && !(await isRenewedFor(search, keys, way.rowsOf));
  const noPages = full || eachSingly === true || isWhole !== undefined || one;
  const pages = singly ? most : paging === 'none' ? 1 : null;
  return new NotRead([
    ...(noPages ? [] : [{ upstream, endpoint, min: 1, max: pages, pageSize: null }]),
    ...(singly ? [{ upstream, endpoint: item, min: noPages ? most : 0, max: most, pageSize: null }] : []),
  ]);
}
