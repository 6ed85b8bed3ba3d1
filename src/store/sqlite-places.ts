import type { DatabaseSync } from 'node:sqlite';
import { freeAfterEnd, freeWithoutEnd, type Places } from './decide-permit.ts';
import type { PermitWindow } from './permits.ts';

/** A step of the accounts file. */
export const PERMIT_TABLES = `
  CREATE TABLE windows (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, used INTEGER NOT NULL);
  CREATE TABLE places (
    window INTEGER NOT NULL, free_at INTEGER NOT NULL, permit INTEGER NOT NULL, length_ms INTEGER NOT NULL,
    PRIMARY KEY (window, free_at, permit)
  ) WITHOUT ROWID;
  CREATE INDEX places_of_permit ON places (permit);
  CREATE TABLE pauses (account TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
`;

/** A window as one transaction sees it: read once, and written back if it changed. */
type WindowRow = { id: number | null; used: number; stored: number; clearedAt: number };

/** The places of permits in tables. Nothing is remembered from one transaction to the next: other processes write the same tables. */
export type SqlitePlaces = Places & {
  /** A transaction begins: what the last one knew is forgotten. */
  begin(): void;
  put(permit: number, window: PermitWindow, boundAt: number): void;
  /** The call is over. */
  move(permit: number, answered: boolean, now: number): void;
  /** The call never was. */
  drop(permit: number): void;
  pause(account: string, until: number): void;
  /** Writes what changed; the commit follows. */
  finish(): void;
};

type HeldPlace = { readonly key: string; readonly window: number; readonly freeAt: number; readonly lengthMs: number };

function prepareStatements(db: DatabaseSync) {
  return {
    window: db.prepare('SELECT id, used FROM windows WHERE key = ?'),
    newWindow: db.prepare('INSERT INTO windows (key, used) VALUES (?, 0) RETURNING id'),
    setUsed: db.prepare('UPDATE windows SET used = ? WHERE id = ?'),
    clear: db.prepare('DELETE FROM places WHERE window = ? AND free_at <= ?'),
    freeAt: db.prepare('SELECT free_at FROM places WHERE window = ? ORDER BY free_at LIMIT 1 OFFSET ?'),
    put: db.prepare('INSERT INTO places (window, free_at, permit, length_ms) VALUES (?, ?, ?, ?)'),
    ofPermit: db.prepare(`
      SELECT w.key AS key, p.window AS window, p.free_at AS freeAt, p.length_ms AS lengthMs
      FROM places p JOIN windows w ON w.id = p.window WHERE p.permit = ?`),
    move: db.prepare('UPDATE places SET free_at = ? WHERE window = ? AND free_at = ? AND permit = ?'),
    drop: db.prepare('DELETE FROM places WHERE window = ? AND free_at = ? AND permit = ?'),
    pausedUntil: db.prepare('SELECT until FROM pauses WHERE account = ?'),
    pause: db.prepare(`
      INSERT INTO pauses (account, until) VALUES (?, ?)
      ON CONFLICT (account) DO UPDATE SET until = max(until, excluded.until)`),
  };
}

type Statements = ReturnType<typeof prepareStatements>;

/** The windows that a transaction has looked at. */
function createWindowRows(sql: Statements) {
  const rows = new Map<string, WindowRow>();
  const at = (key: string): WindowRow => {
    const known = rows.get(key);
    if (known !== undefined) return known;
    const found = sql.window.get(key);
    const used = Number(found?.used ?? 0);
    const row = { id: found === undefined ? null : Number(found.id), used, stored: used, clearedAt: 0 };
    rows.set(key, row);
    return row;
  };
  return {
    at,
    /** A window comes into the table with its first place. */
    idOf: (key: string): number => {
      const row = at(key);
      row.id ??= Number(sql.newWindow.get(key)?.id);
      return row.id;
    },
    forget: () => rows.clear(),
    write: () => {
      for (const row of rows.values()) {
        if (row.used !== row.stored) sql.setUsed.run(row.used, row.id);
        row.stored = row.used;
      }
    },
  };
}

export function createSqlitePlaces(db: DatabaseSync): SqlitePlaces {
  const sql = prepareStatements(db);
  const rows = createWindowRows(sql);
  const heldBy = (permit: number): readonly HeldPlace[] => sql.ofPermit.all(permit) as unknown as readonly HeldPlace[];
  const drop = (permit: number, { key, window, freeAt }: HeldPlace): void => {
    sql.drop.run(window, freeAt, permit);
    rows.at(key).used -= 1;
  };
  return {
    begin: rows.forget,
    used: (key, now) => {
      const row = rows.at(key);
      if (row.used > 0 && row.clearedAt < now) {
        row.used -= Number(sql.clear.run(row.id, now).changes);
        row.clearedAt = now;
      }
      return row.used;
    },
    freeAt: (key, before) => {
      const found = sql.freeAt.get(rows.at(key).id, before);
      return found === undefined ? null : Number(found.free_at);
    },
    pausedUntil: (account) => Number(sql.pausedUntil.get(account)?.until ?? 0),
    put: (permit, window, boundAt) => {
      sql.put.run(rows.idOf(window.key), freeWithoutEnd(window, boundAt), permit, window.lengthMs);
      rows.at(window.key).used += 1;
    },
    move: (permit, answered, now) => {
      for (const place of heldBy(permit)) {
        const freeAt = freeAfterEnd(place, answered, now);
        if (freeAt === null) drop(permit, place);
        else sql.move.run(freeAt, place.window, place.freeAt, permit);
      }
    },
    drop: (permit) => {
      for (const place of heldBy(permit)) drop(permit, place);
    },
    pause: (account, until) => {
      sql.pause.run(account, until);
    },
    finish: rows.write,
  };
}
