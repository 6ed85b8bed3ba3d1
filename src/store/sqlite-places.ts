import type { DatabaseSync } from 'node:sqlite';
import { freeAfterEnd, freeWithoutEnd, type Places } from './decide-permit.ts';
import type { Kept } from './decide-reservation.ts';
import type { HeldPlace, PermitNote } from './permit-id.ts';
import type { PermitWindow } from './permits.ts';
import { createPlaceCounts, type PlaceCounts } from './sqlite-place-counts.ts';
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

/** A window as the table has it, or will. `nextAt`: no place comes free before. */
type WindowRow = { id: number | null; used: number; stored: number; nextAt: number };

/**
 * The places of permits in tables. What was read is remembered until another connection has written: then all of it is forgotten, because
 * other processes write the same tables.
 */
export type SqlitePlaces = Places & {
  /** A transaction has begun: no other process writes until it ends. */
  begin(): void;
  /** The place is one that the reservation keeps, if it keeps any there. */
  put(window: PermitWindow, paid: Paid): HeldPlace;
  /** When the next place comes free; null if none is taken. */
  freeAt(key: string): number | null;
  /** The call is over. */
  move(permit: PermitNote, answered: boolean, now: number): void;
  /** The call never was. */
  drop(permit: PermitNote): void;
  keep(reservation: string, kept: Kept, until: number): void;
  held(reservation: string): Kept;
  /** Leaves so many of each window to a reservation. */
  leave(reservation: string, kept: Kept): void;
  pause(account: string, until: number): void;
  /** Writes what changed; the commit follows. */
  finish(): void;
  /** The transaction was taken back. */
  undo(): void;
};

type Paid = { readonly now: number; readonly boundAt: number; readonly reservation: string | undefined };

/** Of a store with more windows than these not all are remembered. */
const MOST_REMEMBERED = 1_000;

function prepareStatements(db: DatabaseSync) {
  return {
    foreign: db.prepare('PRAGMA data_version'),
    window: db.prepare('SELECT id, used FROM windows WHERE key = ?'),
    newWindow: db.prepare('INSERT INTO windows (key, used) VALUES (?, 0) RETURNING id'),
    setUsed: db.prepare('UPDATE windows SET used = ? WHERE id = ?'),
    pausedUntil: db.prepare('SELECT until FROM pauses WHERE account = ?'),
    pause: db.prepare(`
      INSERT INTO pauses (account, until) VALUES (?, ?)
      ON CONFLICT (account) DO UPDATE SET until = max(until, excluded.until)`),
  };
}

type Statements = ReturnType<typeof prepareStatements>;

/** The windows that were looked at. */
function createWindowRows(sql: Statements) {
  const rows = new Map<string, WindowRow>();
  const at = (key: string): WindowRow => {
    const known = rows.get(key);
    if (known !== undefined) return known;
    const found = sql.window.get(key);
    const used = Number(found?.used ?? 0);
    const row = { id: found === undefined ? null : Number(found.id), used, stored: used, nextAt: 0 };
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
    size: () => rows.size,
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

/** The vendors' pauses that were looked at. */
function createPauseRows(sql: Statements) {
  const untils = new Map<string, number>();
  return {
    until: (account: string): number => {
      const until = untils.get(account) ?? Number(sql.pausedUntil.get(account)?.until ?? 0);
      untils.set(account, until);
      return until;
    },
    pause: (account: string, until: number): void => {
      sql.pause.run(account, until);
      untils.delete(account);
    },
    size: () => untils.size,
    forget: () => untils.clear(),
  };
}

type Rows = {
  readonly windows: WindowRows;
  readonly counts: PlaceCounts;
  readonly pauses: ReturnType<typeof createPauseRows>;
  readonly reservations: SqliteReservations;
};

/** What decisions read. */
function createSight({ windows, counts, pauses, reservations }: Rows): Places {
  return {
    used: (key, now) => {
      const row = windows.at(key);
      if (row.id !== null && row.used > 0 && row.nextAt <= now) {
        row.used -= counts.clear(row.id, now);
        row.nextAt = counts.freeings(row.id, now, 1)[0] ?? Number.POSITIVE_INFINITY;
      }
      return row.used;
    },
    reserved: (key, now) => reservations.at(key, now).reduce((sum, { n }) => sum + n, 0),
    keptFor: (reservation, key, now) =>
      reservations.at(key, now).find((row) => row.reservation === reservation)?.n ?? 0,
    freeings: (key, count, now) => {
      const { id } = windows.at(key);
      const taken = id === null ? [] : counts.freeings(id, now, count);
      const kept = reservations.at(key, now).flatMap(({ n, until }) => Array<number>(n).fill(until));
      return [...taken, ...kept].sort((a, b) => a - b).slice(0, count);
    },
    pausedUntil: pauses.until,
  };
}

/** The places of single calls. */
function createHolding({ windows, counts, reservations }: Rows, keptFor: Places['keptFor']) {
  const take = (key: string, freeAt: number): void => {
    const row = windows.at(key);
    counts.add(windows.idOf(key), freeAt);
    row.used += 1;
    row.nextAt = Math.min(row.nextAt, freeAt);
  };
  /** Whether the call still held it. */
  const leave = ({ key, freeAt }: HeldPlace): boolean => {
    const row = windows.at(key);
    const isHeld = row.id !== null && counts.remove(row.id, freeAt);
    if (isHeld) row.used -= 1;
    return isHeld;
  };
  return {
    put: (window: PermitWindow, { now, boundAt, reservation }: Paid): HeldPlace => {
      const { key, lengthMs } = window;
      const freeAt = freeWithoutEnd(window, boundAt);
      const kept = reservation !== undefined && keptFor(reservation, key, now) > 0;
      take(key, freeAt);
      if (kept) reservations.change(reservation, key, -1);
      return { key, freeAt, lengthMs, kept };
    },
    move: ({ places }: PermitNote, answered: boolean, now: number): void => {
      for (const place of places) {
        const freeAt = freeAfterEnd(place, answered, now);
        if (leave(place) && freeAt !== null) take(place.key, freeAt);
      }
    },
    drop: ({ places, reservation }: PermitNote): void => {
      for (const place of places) {
        if (leave(place) && place.kept && reservation !== undefined) reservations.change(reservation, place.key, 1);
      }
    },
  };
}

export function createSqlitePlaces(db: DatabaseSync): SqlitePlaces {
  const sql = prepareStatements(db);
  const windows = createWindowRows(sql);
  const [counts, pauses] = [createPlaceCounts(db), createPauseRows(sql)];
  const reservations = createSqliteReservations(db, { find: (key) => windows.at(key).id, make: windows.idOf });
  const rows: Rows = { windows, counts, pauses, reservations };
  const sight = createSight(rows);
  let seen: unknown;
  const forget = (): void => {
    for (const one of [windows, counts, pauses, reservations]) one.forget();
  };
  return {
    ...sight,
    ...reservations,
    ...createHolding(rows, sight.keptFor),
    begin: () => {
      const foreign = sql.foreign.get()?.data_version;
      if (foreign !== seen || windows.size() + pauses.size() > MOST_REMEMBERED) forget();
      seen = foreign;
    },
    freeAt: (key) => {
      const { id } = windows.at(key);
      return id === null ? null : (counts.freeings(id, 0, 1)[0] ?? null);
    },
    pause: pauses.pause,
    finish: () => {
      counts.write();
      windows.write();
    },
    undo: forget,
  };
}
