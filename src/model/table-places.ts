/** Where a page of a table begins. */
export type Place = {
  /** Rows of the table before it. */
  readonly rows: number;
  /** Records of the list before it: fewer, where their lists became rows. */
  readonly records: number;
  /** The cursor after which it begins; null: at the start. */
  readonly after: string | null;
};

export type Resumable = { readonly startedAt: number; readonly place: Place };

/** A table under way, as all replicas on the store know it. */
export type Checkpoints = {
  /** Remembers a table by what it was asked; gives the token by which it is gone on with. */
  begin(asked: string): Promise<string>;
  note(token: string, place: Place): Promise<void>;
  /** The last place noted at or before so many rows; undefined: no such table is known, or it was asked something else. */
  find(token: string, asked: string, rows: number): Promise<Resumable | undefined>;
  /** Drops tables that nobody has gone on with for an hour. */
  sweep(): Promise<void>;
};
