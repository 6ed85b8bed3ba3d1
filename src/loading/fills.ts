import type { Collection } from './collections/collection.ts';
import type { CopySource } from './collections/spec.ts';
import type { Reader, ReadScope } from './reader.ts';

/** Told of each copy how many rows it holds, also of one that could not be filled to its end. */
export type OnCopy = (rows: number) => void;

/** The held copies of a source by the names of their collections; each is brought up to date by one call. */
export type Fills = ReadonlyMap<string, (reader: Reader, onCopy: OnCopy) => Promise<void>>;

/** Brings a copy up to date from where the last reading stopped. Fails as its reading does. */
export async function fillCopy<T>(
  collection: Collection<T>,
  scope: ReadScope,
  source: CopySource<T>,
  onCopy: OnCopy,
): Promise<void> {
  try {
    await collection.ensure(scope, source);
  } finally {
    onCopy(await collection.copies.count(collection.nameOf(source)));
  }
}
