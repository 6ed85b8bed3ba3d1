import type { DatabaseSync } from 'node:sqlite';
import { transaction } from './sqlite-transaction.ts';
import type { UsageRow, UsageStore } from './store.ts';

const NAMES = 'minute, upstream, credential, consumer, endpoint, operation, outcome';

export function createSqliteUsage(db: DatabaseSync): UsageStore {
  const add = db.prepare(`
    INSERT INTO usage (${NAMES}, calls, shared, hits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (${NAMES}) DO UPDATE SET calls = calls + excluded.calls, shared = shared + excluded.shared, hits = hits + excluded.hits`);
  const between = db.prepare(`SELECT * FROM usage WHERE minute >= ? AND minute < ? ORDER BY ${NAMES}`);
  return {
    add: async (rows) =>
      transaction(db, () => {
        for (const row of rows) {
          const { minute, upstream, credential, consumer, endpoint, operation, outcome } = row;
          add.run(
            minute,
            upstream,
            credential,
            consumer,
            endpoint,
            operation,
            outcome,
            row.calls,
            row.shared,
            row.cacheHits,
          );
        }
      }),
    between: async (from, to) =>
      between.all(from, to).map(
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
      ),
  };
}
