import type { DatabaseSync } from 'node:sqlite';
import type { Kept } from './decide-reservation.ts';

/** A step of the accounts file. A reservation is a number in each window; what a place was paid with is kept with the place. */
export const RESERVATION_TABLES = `
  CREATE TABLE reserved (
    window INTEGER NOT NULL, reservation TEXT NOT NULL, n INTEGER NOT NULL, until INTEGER NOT NULL,
    PRIMARY KEY (window, reservation)
  ) WITHOUT ROWID;
  CREATE INDEX reserved_for ON reserved (reservation);
  ALTER TABLE places ADD COLUMN reservation TEXT;
`;

type Row = { readonly reservation: string; readonly n: number; readonly until: number };

/** The windows as the transaction sees them. */
type WindowIds = {
  /** null: the table does not have it. */
  find(key: string): number | null;
  make(key: string): number;
};

/** What operations keep in each window. */
export type SqliteReservations = {
  /** Another process may have written since. */
  forget(): void;
  /** Those that have not lapsed. */
  at(key: string, now: number): readonly Row[];
  keep(reservation: string, kept: Kept, until: number): void;
  /** One place more or less of what is kept, if it is still known. */
  change(reservation: string, key: string, by: 1 | -1): void;
  held(reservation: string): Kept;
  /** Leaves so many of each window. */
  leave(reservation: string, kept: Kept): void;
};

function prepareStatements(db: DatabaseSync) {
  return {
    at: db.prepare('SELECT reservation, n, until FROM reserved WHERE window = ?'),
    clear: db.prepare('DELETE FROM reserved WHERE window = ? AND until <= ?'),
    add: db.prepare('INSERT INTO reserved (window, reservation, n, until) VALUES (?, ?, ?, ?)'),
    change: db.prepare('UPDATE reserved SET n = n + ? WHERE window = ? AND reservation = ?'),
    held: db.prepare(`
      SELECT w.key AS key, r.n AS n FROM reserved r JOIN windows w ON w.id = r.window WHERE r.reservation = ?`),
    set: db.prepare('UPDATE reserved SET n = ? WHERE window = ? AND reservation = ?'),
    end: db.prepare('DELETE FROM reserved WHERE reservation = ?'),
  };
}

export function createSqliteReservations(db: DatabaseSync, windows: WindowIds): SqliteReservations {
  const sql = prepareStatements(db);
  const known = new Map<string, readonly Row[]>();
  const read = (key: string, now: number): readonly Row[] => {
    const id = windows.find(key);
    const rows = id === null ? [] : (sql.at.all(id) as unknown as readonly Row[]);
    const kept = rows.filter(({ until }) => until > now);
    if (kept.length < rows.length) sql.clear.run(id, now);
    return kept;
  };
  const held = (reservation: string): Kept =>
    new Map(sql.held.all(reservation).map(({ key, n }) => [String(key), Number(n)]));
  return {
    forget: () => known.clear(),
    at: (key, now) => {
      const remembered = known.get(key);
      const rows = remembered?.every(({ until }) => until > now) ? remembered : read(key, now);
      known.set(key, rows);
      return rows;
    },
    keep: (reservation, kept, until) => {
      for (const [key, n] of kept) {
        sql.add.run(windows.make(key), reservation, n, until);
        known.delete(key);
      }
    },
    change: (reservation, key, by) => {
      sql.change.run(by, windows.find(key), reservation);
      known.delete(key);
    },
    held,
    leave: (reservation, kept) => {
      for (const [key] of held(reservation)) {
        if (kept.size > 0) sql.set.run(kept.get(key) ?? 0, windows.find(key), reservation);
        known.delete(key);
      }
      if (kept.size === 0) sql.end.run(reservation);
    },
  };
}
