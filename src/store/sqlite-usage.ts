import type { DatabaseSync } from 'node:sqlite';
import type { UsageRow } from './store.ts';

/** A step of the accounts file. */
export const RECEIPT_TABLES = `
  CREATE TABLE calls (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, upstream TEXT NOT NULL, endpoint TEXT NOT NULL, credential TEXT NOT NULL,
    consumer TEXT NOT NULL, operation TEXT NOT NULL, attempt INTEGER NOT NULL, outcome TEXT, duration_ms INTEGER, bytes INTEGER
  );
  CREATE INDEX calls_in_time ON calls (at);
  CREATE TABLE usage (
    minute INTEGER NOT NULL, upstream TEXT NOT NULL, credential TEXT NOT NULL, consumer TEXT NOT NULL, endpoint TEXT NOT NULL,
    operation TEXT NOT NULL, outcome TEXT NOT NULL, calls INTEGER NOT NULL, shared INTEGER NOT NULL, hits INTEGER NOT NULL,
    PRIMARY KEY (minute, upstream, credential, consumer, endpoint, operation, outcome)
  ) WITHOUT ROWID;
`;

const MINUTE_MS = 60_000;
const NAMES = 'minute, upstream, credential, consumer, endpoint, operation, outcome';

/** Adds gathered rows, inside somebody else's transaction. */
export function createUsageWriter(db: DatabaseSync): (rows: readonly UsageRow[]) => void {
  const add = db.prepare(`
    INSERT INTO usage (${NAMES}, calls, shared, hits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (${NAMES}) DO UPDATE SET calls = calls + excluded.calls, shared = shared + excluded.shared, hits = hits + excluded.hits`);
  return (rows) => {
    for (const row of rows) {
      const { minute, upstream, credential, consumer, endpoint, operation, outcome } = row;
      const names = [minute, upstream, credential, consumer, endpoint, operation, outcome];
      add.run(...names, row.calls, row.shared, row.cacheHits);
    }
  };
}

/** The receipts and what is gathered beside them. Of a call that nobody reported the end of, no answer is known. */
export function createUsageReader(db: DatabaseSync): (from: number, to: number) => readonly UsageRow[] {
  const between = db.prepare(`
    SELECT ${NAMES}, sum(calls) AS calls, sum(shared) AS shared, sum(hits) AS hits FROM (
      SELECT at - at % ${MINUTE_MS} AS minute, upstream, credential, consumer, endpoint, operation,
        coalesce(outcome, 'ABORTED') AS outcome, 1 AS calls, 0 AS shared, 0 AS hits
      FROM calls WHERE at >= :from AND at < :to
      UNION ALL SELECT ${NAMES}, calls, shared, hits FROM usage WHERE minute >= :from AND minute < :to
    ) GROUP BY ${NAMES} ORDER BY ${NAMES}`);
  const minuteFrom = (at: number): number => Math.ceil(at / MINUTE_MS) * MINUTE_MS;
  return (from, to) =>
    between.all({ from: minuteFrom(from), to: minuteFrom(to) }).map(
      (row): UsageRow => ({
        minute: Number(row.minute),
        upstream: String(row.upstream),
        credential: String(row.credential),
        consumer: String(row.consumer),
        endpoint: String(row.endpoint),
        operation: String(row.operation),
        outcome: String(row.outcome),
        calls: Number(row.calls),
        shared: Number(row.shared),
        cacheHits: Number(row.hits),
      }),
    );
}
