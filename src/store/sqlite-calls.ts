import type { DatabaseSync } from 'node:sqlite';
import type { CallEnd, CallEntry, Payer } from './permits.ts';

/**
 * A later step of the accounts file. Receipts lie in the order of time, so that the newest are written beside each other and need no second
 * index. Their numbers are drawn in blocks, and none is given a second time, whatever becomes of receipts.
 */
export const CALL_TABLES = `
  CREATE TABLE permit_numbers (next INTEGER NOT NULL);
  INSERT INTO permit_numbers SELECT
    1 + max(coalesce((SELECT max(id) FROM calls), 0), coalesce((SELECT max(permit) FROM places), 0));
  ALTER TABLE calls RENAME TO calls_before;
  CREATE TABLE calls (
    at INTEGER NOT NULL, id INTEGER NOT NULL, upstream TEXT NOT NULL, endpoint TEXT NOT NULL, credential TEXT NOT NULL,
    consumer TEXT NOT NULL, operation TEXT NOT NULL, attempt INTEGER NOT NULL, outcome TEXT, duration_ms INTEGER, bytes INTEGER,
    PRIMARY KEY (at, id)
  ) WITHOUT ROWID;
  INSERT INTO calls SELECT
    at, id, upstream, endpoint, credential, consumer, operation, attempt, outcome, duration_ms, bytes FROM calls_before;
  DROP TABLE calls_before;
`;

const BLOCK = 1_000;

type Receipt = { readonly at: number; readonly number: number };

/** The receipts of calls: begun with the permit, complete when the call is over. */
export type SqliteCalls = {
  /** Begins a receipt and gives its number. */
  add(at: number, payer: Payer, call: CallEntry): number;
  /** Whether there was such a receipt without an end. */
  end(receipt: Receipt, end: CallEnd): boolean;
  /** Likewise. */
  drop(receipt: Receipt): boolean;
  /** The transaction was taken back, and the numbers with it. */
  undo(): void;
};

export function createSqliteCalls(db: DatabaseSync): SqliteCalls {
  const draw = db.prepare(`UPDATE permit_numbers SET next = next + ${BLOCK} RETURNING next`);
  const add = db.prepare(`
    INSERT INTO calls (at, id, upstream, endpoint, credential, consumer, operation, attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const end = db.prepare(`
    UPDATE calls SET outcome = ?, duration_ms = ?, bytes = ? WHERE at = ? AND id = ? AND outcome IS NULL`);
  const drop = db.prepare('DELETE FROM calls WHERE at = ? AND id = ? AND outcome IS NULL');
  let [next, afterLast] = [0, 0];
  const number = (): number => {
    if (next === afterLast) {
      afterLast = Number(draw.get()?.next);
      next = afterLast - BLOCK;
    }
    next += 1;
    return next - 1;
  };
  return {
    add: (at, { credential }, { upstream, endpoint, consumer, operation, attempt }) => {
      const id = number();
      add.run(at, id, upstream, endpoint, credential, consumer, operation, attempt);
      return id;
    },
    end: (receipt, { outcome, durationMs, bytes }) =>
      end.run(outcome, durationMs, bytes, receipt.at, receipt.number).changes === 1,
    drop: (receipt) => drop.run(receipt.at, receipt.number).changes === 1,
    undo: () => {
      next = afterLast;
    },
  };
}
