import { lastRead } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { Collection } from '../collections/collection.ts';
import { type CopyQuery, countCopy, listCopy } from '../collections/list-copy.ts';
import type { CopySource } from '../collections/spec.ts';
import type { Reader } from '../reader.ts';

/** Rows taken from the copy at once, and at first, where a page of the default size ends. */
const CHUNK = 100;
const FIRST_CHUNK = 50;

type CopyList<T> = {
  readonly collection: Collection<T>;
  readonly reader: Reader;
  readonly source: CopySource<T>;
  readonly query: CopyQuery<T>;
};

async function* rowsOf<T>(
  { collection, reader, source, query }: CopyList<T>,
  after: Position | undefined,
): AsyncGenerator<ListRow<T>> {
  let place = after?.s;
  for (let read = 0; ; ) {
    const first = read < CHUNK ? FIRST_CHUNK : CHUNK;
    const page = await lastRead(listCopy(collection, reader, source, { ...query, after: place, first }));
    for (const [index, { item, sort }] of page.items.entries()) {
      yield { item, position: { s: sort }, more: index < page.items.length - 1 || page.more };
    }
    place = page.items.at(-1)?.sort;
    read += page.items.length;
    if (!page.more || place === undefined) return;
  }
}

/** A list answered from a held copy, which is brought up to date first. */
export function listOfCopy<T>(
  collection: Collection<T>,
  reader: Reader,
  source: CopySource<T>,
  query: CopyQuery<T>,
): List<T> {
  const total = async (): Promise<number | null> =>
    (await collection.isFresh(reader.scope, source)) ? countCopy(collection, source, query) : null;
  return {
    direction: collection.spec.direction,
    rows: (after) => rowsOf({ collection, reader, source, query }, after),
    total,
  };
}
