import type { AnswerStore } from './answers.ts';
import type { KeyStore } from './keys.ts';
import type { PermitStore } from './permits.ts';
import type { HeldRow, RowQuery, StoredRow } from './rows.ts';

/** Held copies of collections. Whole pages are written at once with the state that they lead to, or not at all. */
export type CopyStore = {
  state(copy: string): Promise<string | null>;
  /** Writes rows (a known row only if `sort` is not lower than its own) and the copy's new state in one transaction. */
  write(copy: string, rows: readonly StoredRow[], state: string | null): Promise<void>;
  rows(copy: string, ids: readonly string[]): Promise<readonly HeldRow[]>;
  find(copy: string, query: RowQuery): Promise<readonly HeldRow[]>;
  /** How many existing rows there are; with `through`, only those at or above that place that were read since an instant. */
  count(copy: string, through?: { readonly sort: string; readonly readSince: number }): Promise<number>;
  /** How many existing rows there are of each mark, as far as there are any. Kept beside the rows: none of them is read. */
  counts(copy: string): Promise<ReadonlyMap<string, number>>;
  /** How many existing rows a look-up leads to. */
  countTerm(copy: string, term: readonly [term: string, value: string]): Promise<number>;
  /** Drops the rows that were last read before an instant. */
  dropUnread(copy: string, before: number): Promise<void>;
  /** Drops whole copies whose name starts so and that nobody used since an instant. */
  dropUnused(prefix: string, before: number): Promise<void>;
  touch(copy: string, now: number): Promise<void>;
  /** Whose turn it is to bring pages in: the asker's, unless another asked less than its `ms` ago and has not ended. By the store's clock. */
  fill(copy: string, filler: string, ms: number): Promise<string>;
  endFill(copy: string, filler: string): Promise<void>;
  /** Drops what is known not to exist, over all copies, where that was last read before an instant. */
  dropAbsent(before: number): Promise<void>;
  /** The names of all copies. */
  names(): Promise<readonly string[]>;
  /** Removes rows for good, as far as the medium allows: nothing of them is left behind in a file. */
  dropRows(copy: string, ids: readonly string[]): Promise<void>;
  /** Replaces what is held of an existing row, likewise for good. */
  setBody(copy: string, id: string, body: string): Promise<void>;
};

/** What the usage history tells apart. No personal data. */
export type UsageNames = {
  readonly upstream: string;
  readonly credential: string;
  readonly consumer: string;
  readonly endpoint: string;
  readonly operation: string;
  readonly outcome: string;
};

export type UsageCounts = { readonly calls: number; readonly shared: number; readonly cacheHits: number };

/** What is gathered of one minute, for one set of names. */
export type UsageMinute = UsageNames &
  UsageCounts & {
    /** Its start, epoch milliseconds. */
    readonly minute: number;
  };

export type UsageSpan = 'MINUTE' | 'HOUR' | 'DAY';

/** A span of the usage history, UTC, for one set of names. */
export type UsageRow = UsageNames & UsageCounts & { readonly span: UsageSpan; readonly start: number };

/** Up to where detail has grown old: instants in epoch milliseconds, each at the start of what it is added up to. */
export type OldUsage = {
  /** Receipts and minutes from before it become hours. A full hour, UTC. */
  readonly hoursBefore: number;
  /** Hours from before it become days. A full day, UTC, at or before the other. */
  readonly daysBefore: number;
};

/**
 * The history of calls, in three ages: receipts of calls and gathered minutes, hours, days. Whatever its age, each count is in exactly one
 * row, so a sum over whole days is the same before, between and after all steps of a roll-up.
 */
export type UsageStore = {
  /** Of calls themselves the permits know; what is gathered beside them is added here, also to a minute that has been rolled up. */
  add(rows: readonly UsageMinute[]): Promise<void>;
  /**
   * Rows of every span that reaches into [from, to), added up to one per span, start and set of names, in this order. Spans may lie over each
   * other: an hour that is half rolled up is a row of itself and rows of its minutes. A receipt counts in the minute in which its call was
   * permitted; while its end is unknown, as `ABORTED`.
   */
  between(from: number, to: number): Promise<readonly UsageRow[]>;
  /**
   * One small step of the roll-up, all or nothing: moves at most some hundred of the old rows to what they are added up to, and tells how many;
   * 0: none is left. Any process may take the next step at any time. A receipt that was moved has lost its call: an end that is told
   * afterwards changes nothing, and the number of a permit is never given a second time.
   */
  rollUp(old: OldUsage): Promise<number>;
};

/** Everything durable, behind one door. */
export type Store = {
  readonly copies: CopyStore;
  /** A text that is another one whenever anything of the copies has changed, by whatever process. Absent where only a call could tell. */
  readonly copiesVersion?: () => string;
  readonly usage: UsageStore;
  readonly keys: KeyStore;
  readonly permits: PermitStore;
  /** Absent where only processes of one machine share it. */
  readonly answers?: AnswerStore;
  /** Takes what was removed out of the store's files, where removing leaves it there. */
  readonly shred?: () => Promise<void>;
  /** What it cannot promise the way it is set up, in sentences. Absent where there is nothing to set up. */
  readonly weaknesses?: () => Promise<readonly string[]>;
  /** What is under way is done first. */
  close(): Promise<void>;
};
