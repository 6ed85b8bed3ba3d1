/** One record of a held copy. A null body says: known not to exist. */
export type StoredRow = {
  readonly id: string;
  /** Texts that sort as the upstream's order does. */
  readonly sort: string;
  /** The model, as JSON text. Where the row has its model it is written anew each time that it is asked for. */
  readonly body: string | null;
  /** The model itself, of a row that has not left the process. */
  readonly model?: unknown;
  /** When it was read, epoch milliseconds. */
  readonly readAt: number;
  /** Look-ups that lead to it: `['email', 'anna@example.com']`. */
  readonly terms: readonly (readonly [term: string, value: string])[];
  /** What it is counted by: a text that many rows share. Absent: the empty one. */
  readonly mark?: string;
};

export type HeldRow = Pick<StoredRow, 'id' | 'sort' | 'body' | 'model' | 'readAt'>;

export type RowQuery = {
  readonly term?: readonly [term: string, value: string];
  readonly direction: 'ascending' | 'descending';
  /** Exclusive. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Whether a row says that there is no such record. */
export function isAbsent(row: HeldRow): boolean {
  // The text is asked for last: to write it costs more than all else here.
  return row.model === undefined && row.body === null;
}
