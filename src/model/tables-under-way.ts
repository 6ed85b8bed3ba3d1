import type { TableProgress } from './health.ts';

/** A table that begins, and what tells how far it has to go. */
export type TableBeginning = Pick<TableProgress, 'consumer' | 'operation'> & {
  /** How many records there are in all at most, as far as that is known without a call; null: it is not yet. Asked when somebody looks. */
  readonly count: () => Promise<number | null>;
  /** Seconds for which quota makes so many calls wait, by their endpoints; null: for ever. */
  readonly waitFor: (calls: ReadonlyMap<string, number>) => Promise<number | null>;
};

export type TableWatch = {
  /** Calls were made for it, each told by its endpoint. */
  onCalls(endpoints: readonly string[]): void;
  /** A page of so many records has come. */
  onPage(records: number): void;
  progress(): Promise<TableProgress>;
  /** The last page has come: how far it is without asking anybody. */
  whole(): TableProgress;
  /** It is over, however it ended. */
  end(): void;
};

export type TablesUnderWay = {
  begin(table: TableBeginning): TableWatch;
  /** Those that are being read by this process, the oldest first. */
  report(signal: AbortSignal): Promise<readonly TableProgress[]>;
};
