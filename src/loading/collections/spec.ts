import type { CallScope, EndpointRow } from '../../transport/call.ts';

/** What a collection is: the records of one list endpoint, held as a copy that follows its upstream. */
export type CollectionSpec<T> = {
  /** `visit.visitors` */
  readonly name: string;
  /** Raised whenever the model changes its form: copies of another shape are read anew. */
  readonly shape: number;
  /** The list endpoint: its upstream, its ages, its page size. */
  readonly row: EndpointRow;
  /** The order of the upstream's list. */
  readonly direction: 'ascending' | 'descending';
  readonly idOf: (item: T) => string;
  /** A text that sorts as the upstream's order does, unique to the record. */
  readonly sortOf: (item: T) => string;
  /** The look-ups that must find the record. */
  readonly termsOf: (item: T) => readonly (readonly [term: string, value: string])[];
  readonly sync: 'revision' | 'newest-first';
  /** Copies that see no edits of old rows are read again whole this often, seconds. */
  readonly wholeEverySeconds?: number;
  /** The copy is dropped when nobody has read it for this long, seconds. */
  readonly dropUnreadSeconds?: number;
};

/** A page read by revision: `received` counts the rows as sent, `last` is the revision of the last one. */
export type RevisionPage<T> = { readonly items: readonly T[]; readonly received: number; readonly last: string | null };

/** A page read by number. */
export type NumberedPage<T> = {
  readonly items: readonly T[];
  /** How many pages there are now, at least 1. */
  readonly pages: number;
  /** How many rows there are now, over all pages. */
  readonly count: number;
};

/** One copy of a collection: whose view it is, and how to read it. */
export type CopySource<T> = {
  /** Visibility and arguments: copies with equal keys hold the same. Never the consumer, never a secret. */
  readonly key: string;
  /** For `sync: 'revision'`: the rows from this revision on. */
  readonly readFrom?: (scope: CallScope, revision: string) => Promise<RevisionPage<T>>;
  /** For `sync: 'newest-first'`: page 1 holds the newest rows. */
  readonly readPage?: (scope: CallScope, page: number) => Promise<NumberedPage<T>>;
  /** One record by id; null if the upstream does not know it. Absent where there is no such endpoint. */
  readonly readOne?: (scope: CallScope, id: string) => Promise<T | null>;
};

/** One page brought in: what to write, and the state that it leads to. */
export type Advance<T, S> = { readonly items: readonly T[]; readonly state: S };
