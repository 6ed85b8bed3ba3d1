import type { TableProgress } from './health.ts';

/** A table that begins, and what tells how far it has to go. */
export type TableBeginning = Pick<TableProgress, 'consumer' | 'operation'> & {
  /** How many records there are in all at most, as far as that is known without a call; null: it is not yet. Asked when somebody looks. */
  readonly count: () => Promise<number | null>;
  /** Seconds for which quota makes so many calls of an endpoint wait. */
  readonly waitFor: (endpoint: string, calls: number) => Promise<number>;
};

export type TableWatch = {
  /** A page has come: so many records, and the endpoint of each of its calls. */
  onPage(records: number, endpoints: readonly string[]): void;
  progress(): Promise<TableProgress>;
  /** It is over, however it ended. */
  end(): void;
};

export type TablesUnderWay = {
  begin(table: TableBeginning): TableWatch;
  /** Those that are being read by this process, the oldest first. */
  report(): Promise<readonly TableProgress[]>;
};
