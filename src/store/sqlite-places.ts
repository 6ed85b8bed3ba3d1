import type { DatabaseSync } from 'node:sqlite';
import { freeAfterEnd, freeWithoutEnd, type Places } from './decide-permit.ts';
import type { Kept } from './decide-reservation.ts';
import type { PermitWindow } from './permits.ts';
import { createSqliteReservations, type SqliteReservations } from './sqlite-reservations.ts';

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
  /** The place is one that the reservation keeps, if it keeps any there. */
  put(permit: number, window: PermitWindow, paid: Paid): void;
  /** When the next place comes free; null if none is taken. */
  freeAt(key: string): number | null;
  /** The call is over. */
  move(permit: number, answered: boolean, now: number): void;
  /** The call never was. */
  drop(permit: number): void;
  keep(reservation: string, kept: Kept, until: number): void;
  held(reservation: string): Kept;
  /** Leaves so many of each window to a reservation. */
  leave(reservation: string, kept: Kept): void;
  pause(account: string, until: number): void;
  /** Writes what changed; the commit follows. */
  finish(): void;
};

type Paid = { readonly now: number; readonly boundAt: number; readonly reservation: string | undefined };

type HeldPlace = {
  readonly key: string;
  readonly window: number;
  readonly freeAt: number;
  readonly lengthMs: number;
  readonly reservation: string | null;
};

function prepareStatements(db: DatabaseSync) {
  return {
    window: db.prepare('SELECT id, used FROM windows WHERE key = ?'),
    newWindow: db.prepare('INSERT INTO windows (key, used) VALUES (?, 0) RETURNING id'),
    setUsed: db.prepare('UPDATE windows SET used = ? WHERE id = ?'),
    clear: db.prepare('DELETE FROM places WHERE window = ? AND free_at <= ?'),
    freeAt: db.prepare('SELECT free_at FROM places WHERE window = ? AND free_at > ? ORDER BY free_at LIMIT ?'),
    put: db.prepare('INSERT INTO places (window, free_at, permit, length_ms, reservation) VALUES (?, ?, ?, ?, ?)'),
    ofPermit: db.prepare(`
      SELECT w.key AS key, p.window AS window, p.free_at AS freeAt, p.length_ms AS lengthMs, p.reservation AS reservation
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

type WindowRows = ReturnType<typeof createWindowRows>;

/** What decisions read. */
function createSight(sql: Statements, rows: WindowRows, reservations: SqliteReservations): Places {
  const find = (key: string): number | null => rows.at(key).id;
  return {
    used: (key, now) => {
      const row = rows.at(key);
      if (row.used > 0 && row.clearedAt < now) {
        row.used -= Number(sql.clear.run(row.id, now).changes);
        row.clearedAt = now;
      }
      return row.used;
    },
    reserved: (key, now) => reservations.at(key, now).reduce((sum, { n }) => sum + n, 0),
    keptFor: (reservation, key, now) =>
      reservations.at(key, now).find((row) => row.reservation === reservation)?.n ?? 0,
    freeings: (key, count, now) => {
      const taken = sql.freeAt.all(find(key), now, count).map((row) => Number(row.free_at));
      const kept = reservations.at(key, now).flatMap(({ n, until }) => Array<number>(n).fill(until));
      return [...taken, ...kept].sort((a, b) => a - b).slice(0, count);
    },
    pausedUntil: (account) => Number(sql.pausedUntil.get(account)?.until ?? 0),
  };
}

export function createSqlitePlaces(db: DatabaseSync): SqlitePlaces {
  const sql = prepareStatements(db);
  const rows = createWindowRows(sql);
  const find = (key: string): number | null => rows.at(key).id;
  const reservations = createSqliteReservations(db, { find, make: rows.idOf });
  const sight = createSight(sql, rows, reservations);
  const heldBy = (permit: number): readonly HeldPlace[] => sql.ofPermit.all(permit) as unknown as readonly HeldPlace[];
  const drop = (permit: number, { key, window, freeAt }: HeldPlace): void => {
    sql.drop.run(window, freeAt, permit);
    rows.at(key).used -= 1;
  };
  return {
    ...sight,
    ...reservations,
    begin: () => {
      rows.forget();
      reservations.begin();
    },
    freeAt: (key) => {
      const found = sql.freeAt.get(find(key), 0, 1);
      return found === undefined ? null : Number(found.free_at);
    },
    put: (permit, window, { now, boundAt, reservation }) => {
      const { key, lengthMs } = window;
      const keeper = reservation !== undefined && sight.keptFor(reservation, key, now) > 0 ? reservation : null;
      sql.put.run(rows.idOf(key), freeWithoutEnd(window, boundAt), permit, lengthMs, keeper);
      rows.at(key).used += 1;
      if (keeper !== null) reservations.change(keeper, key, -1);
    },
    move: (permit, answered, now) => {
      for (const place of heldBy(permit)) {
        const freeAt = freeAfterEnd(place, answered, now);
        if (freeAt === null) drop(permit, place);
        else sql.move.run(freeAt, place.window, place.freeAt, permit);
      }
    },
    drop: (permit) => {
      for (const place of heldBy(permit)) {
        drop(permit, place);
        if (place.reservation !== null) reservations.change(place.reservation, place.key, 1);
      }
    },
    pause: (account, until) => void sql.pause.run(account, until),
    finish: rows.write,
  };
}
