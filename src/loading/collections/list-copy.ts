import { NotRead } from '../../base/not-read.ts';
import type { HeldRow } from '../../store/store.ts';
import type { Reader, Reading } from '../reader.ts';
import { settleReading } from '../reader.ts';
import type { Collection } from './collection.ts';
import type { CopySource } from './spec.ts';

export type CopyQuery<T> = {
  /** The index to look in; absent: the whole copy. */
  readonly term?: readonly [term: string, value: string];
  /** What else must be true of a record. */
  readonly where?: (item: T) => boolean;
};

export type CopyPage<T> = {
  readonly items: readonly { readonly item: T; readonly sort: string }[];
  readonly more: boolean;
};

const CHUNK = 200;

type Matching<T> = { readonly item: T; readonly sort: string };

async function* matching<T>(
  collection: Collection<T>,
  name: string,
  query: CopyQuery<T>,
  after: string | undefined,
): AsyncGenerator<Matching<T>> {
  let place = after;
  for (;;) {
    const { direction } = collection.spec;
    const term = query.term === undefined ? {} : { term: query.term };
    const rows: readonly HeldRow[] = await collection.copies.find(name, {
      ...term,
      direction,
      after: place,
      limit: CHUNK,
    });
    for (const row of rows) {
      const item = collection.parse(row);
      if (item !== null && (query.where?.(item) ?? true)) yield { item, sort: row.sort };
    }
    const last = rows.at(-1);
    if (rows.length < CHUNK || last === undefined) return;
    place = last.sort;
  }
}

/** Records of a copy in its order, from a place on, once the copy is up to date. */
export async function listCopy<T>(
  collection: Collection<T>,
  reader: Reader,
  source: CopySource<T>,
  query: CopyQuery<T> & { readonly after?: string | undefined; readonly first: number },
): Promise<CopyPage<T>> {
  const age = await collection.ensure(reader.scope, source);
  // What lies in the copy is looked at when somebody wants it.
  if (reader.scope.planning) throw new NotRead([], 'ends');
  settleReading(reader, { ...age, value: null } satisfies Reading<null>, collection.options.clock.now());
  const items: Matching<T>[] = [];
  for await (const match of matching(collection, collection.nameOf(source), query, query.after)) {
    if (items.length === query.first) return { items, more: true };
    items.push(match);
  }
  return { items, more: false };
}

/** How many records of the copy match, as it is held now. */
export async function countCopy<T>(
  collection: Collection<T>,
  source: CopySource<T>,
  query: CopyQuery<T>,
): Promise<number> {
  const name = collection.nameOf(source);
  if (query.term === undefined && query.where === undefined) return collection.copies.count(name);
  let count = 0;
  for await (const _match of matching(collection, name, query, undefined)) count += 1;
  return count;
}
