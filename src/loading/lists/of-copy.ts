import { lastRead } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { Collection } from '../collections/collection.ts';
import { type CopyQuery, countCopy, listCopy } from '../collections/list-copy.ts';
import type { CopySource } from '../collections/spec.ts';
import type { Reader } from '../reader.ts';

/** Rows taken from the copy at once. */
const CHUNK = 100;

/** A list answered from a held copy, which is brought up to date first. */
export function listOfCopy<T>(
  collection: Collection<T>,
  reader: Reader,
  source: CopySource<T>,
  query: CopyQuery<T>,
): List<T> {
  async function* rows(after?: Position): AsyncGenerator<ListRow<T>> {
    let place = after?.s;
    for (;;) {
      const page = await lastRead(listCopy(collection, reader, source, { ...query, after: place, first: CHUNK }));
      for (const [index, { item, sort }] of page.items.entries()) {
        yield { item, position: { s: sort }, more: index < page.items.length - 1 || page.more };
      }
      place = page.items.at(-1)?.sort;
      if (!page.more || place === undefined) return;
    }
  }
  const total = async (): Promise<number | null> =>
    (await collection.isFresh(reader.scope, source)) ? countCopy(collection, source, query) : null;
  return { direction: collection.spec.direction, rows, total };
}
