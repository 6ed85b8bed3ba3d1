import type { KeyStore } from './keys.ts';
import type { PermitStore } from './permits.ts';

/** One record of a held copy. A null body says: known not to exist. */
export type StoredRow = {
  readonly id: string;
  /** Texts that sort as the upstream's order does. */
  readonly sort: string;
  /** The model, as JSON text. */
  readonly body: string | null;
  /** When it was read, epoch milliseconds. */
  readonly readAt: number;
  /** Look-ups that lead to it: `['email', 'anna@example.com']`. */
  readonly terms: readonly (readonly [term: string, value: string])[];
};

export type HeldRow = Pick<StoredRow, 'id' | 'sort' | 'body' | 'readAt'>;

export type RowQuery = {
  readonly term?: readonly [term: string, value: string];
  readonly direction: 'ascending' | 'descending';
  /** Exclusive. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Held copies of collections. Whole pages are written at once with the state that they lead to, or not at all. */
export type CopyStore = {
  state(copy: string): Promise<string | null>;
  /** Writes rows (a known row only if `sort` is not lower than its own) and the copy's new state in one transaction. */
  write(copy: string, rows: readonly StoredRow[], state: string | null): Promise<void>;
  rows(copy: string, ids: readonly string[]): Promise<readonly HeldRow[]>;
  find(copy: string, query: RowQuery): Promise<readonly HeldRow[]>;
  /** How many existing rows there are; with `through`, only those at or above that place that were read since an instant. */
  count(copy: string, through?: { readonly sort: string; readonly readSince: number }): Promise<number>;
  /** Drops the rows that were last read before an instant. */
  dropUnread(copy: string, before: number): Promise<void>;
  /** Drops whole copies whose name starts so and that nobody used since an instant. */
  dropUnused(prefix: string, before: number): Promise<void>;
  touch(copy: string, now: number): Promise<void>;
  /** Drops what is known not to exist, over all copies, where that was last read before an instant. */
  dropAbsent(before: number): Promise<void>;
  /** The names of all copies. */
  names(): Promise<readonly string[]>;
  /** Removes rows for good, as far as the medium allows: nothing of them is left behind in a file. */
  dropRows(copy: string, ids: readonly string[]): Promise<void>;
  /** Replaces what is held of an existing row, likewise for good. */
  setBody(copy: string, id: string, body: string): Promise<void>;
};

/** A minute of the usage history, for one set of names. No personal data. */
export type UsageRow = {
  /** Start of the minute, epoch milliseconds. */
  readonly minute: number;
  readonly upstream: string;
  readonly credential: string;
  readonly consumer: string;
  readonly endpoint: string;
  readonly operation: string;
  readonly outcome: string;
  readonly calls: number;
  readonly shared: number;
  readonly cacheHits: number;
};

export type UsageStore = {
  /** Of calls themselves the permits know; what is gathered beside them is added here. */
  add(rows: readonly UsageRow[]): Promise<void>;
  /** Rows of the minutes in [from, to), added up to one per minute and set of names. */
  between(from: number, to: number): Promise<readonly UsageRow[]>;
};

/** Everything durable, behind one door. */
export type Store = {
  readonly copies: CopyStore;
  readonly usage: UsageStore;
  readonly keys: KeyStore;
  readonly permits: PermitStore;
  /** What is under way is done first. */
  close(): Promise<void>;
};
