import type { HeldRow } from '../../store/rows.ts';
import type { CallScope } from '../../transport/call.ts';
import type { ReadScope } from '../reader.ts';
import type { Again } from './again.ts';
import type { Collection } from './collection.ts';
import type { CopySource } from './spec.ts';

export type Search<T> = {
  readonly collection: Collection<T>;
  readonly scope: ReadScope;
  readonly source: CopySource<T>;
  /** Whether a record has all that is wanted, where pages bring less of it than a single read. */
  readonly isWhole?: ((item: T) => boolean) | undefined;
  /** Whether what is missing is read singly, because its pages would not spare the single reads. */
  readonly singly?: boolean;
};

/** What records are looked for by: their ids, or an index that leads to one each. */
export type Way<T> = {
  /** The key as the id of a row that says: known not to exist. */
  readonly absentId: (key: string) => string;
  /** Whether records that were dropped may be the one of a key for which there is no row. */
  readonly mayBeDropped: (key: string, again: Again) => boolean;
  readonly rowsOf: (name: string, keys: readonly string[]) => Promise<ReadonlyMap<string, HeldRow>>;
  /** The endpoint that `fetch` calls, once. */
  readonly item: string | undefined;
  /** Reads one record by itself. */
  readonly fetch: ((scope: CallScope, key: string) => Promise<T | null>) | undefined;
};
