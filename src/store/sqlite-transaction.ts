import type { DatabaseSync } from 'node:sqlite';

/** Runs all of the work or none of it. */
export type Transaction = <T>(work: () => T) => T;

/** For many transactions on one connection. */
export function createTransaction(db: DatabaseSync): Transaction {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  return (work) => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      // Some failures, a full disk say, have rolled back already.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
}

/** One transaction. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  return createTransaction(db)(work);
}
