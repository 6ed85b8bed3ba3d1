import type { CallScope, EndpointRow } from '../../transport/call.ts';

/** What the records of a collection are counted by: few words, each of a few, such as a state; nothing of a person. */
export type Marks = Readonly<Record<string, string | null>>;

/** What a collection is: the records of one list endpoint, held as a copy that follows its upstream. */
export type CollectionSpec<T> = {
  /** `visit.visitors` */
  readonly name: string;
  /** Raised whenever the model or its marks change their form: copies of another shape are read anew. */
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
  /** What totals of lists tell apart. Absent: nothing. */
  readonly marksOf?: (item: T) => Marks;
  /**
   * `revision`: edits come last. `newest-first`: new rows come first, edits of old ones stay unseen until it is read again whole.
   * `whole`: all of it, each time.
   */
  readonly sync: 'revision' | 'newest-first' | 'whole';
  /** Copies that see no edits of old rows are read again whole this often, seconds. */
  readonly wholeEverySeconds?: number;
  /** The copy is dropped when nobody has read it for this long, seconds. */
  readonly dropUnreadSeconds?: number;
  /** The copy holds only a part of the upstream's records (a range of time, say): that one is not in it proves nothing. */
  readonly partial?: true;
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
  /** Epoch milliseconds: what was read before it is not fresh, however young, because the upstream has published since. */
  readonly since?: number;
  /** For `sync: 'revision'`: the rows from this revision on. */
  readonly readFrom?: (scope: CallScope, revision: string) => Promise<RevisionPage<T>>;
  /** For the other two: page 1 holds the newest rows. */
  readonly readPage?: (scope: CallScope, page: number) => Promise<NumberedPage<T>>;
  /**
   * For `sync: 'newest-first'`, where the upstream gives only so many pages of a list, but can begin at a place in its order: the pages
   * of the rows from a sort text on. A few rows above it may come too. `readPage` then counts all pages, also those out of reach.
   */
  readonly onward?: {
    readonly mostPages: number;
    readonly readPage: (scope: CallScope, place: string, page: number) => Promise<NumberedPage<T>>;
  };
  /** One record by id; null if the upstream does not know it. Absent where there is no such endpoint. */
  readonly readOne?: (scope: CallScope, id: string) => Promise<T | null>;
  /** The endpoint that `readOne` calls. */
  readonly itemEndpoint?: string;
};

/** One page brought in: what to write, and the state that it leads to. */
export type Advance<T, S> = { readonly items: readonly T[]; readonly state: S };
