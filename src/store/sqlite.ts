import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../base/clock.ts';
import { openFileAccounts } from './accounts.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteCopies } from './sqlite-copies.ts';
import { transaction } from './sqlite-transaction.ts';
import type { Store } from './store.ts';

/** Raised whenever the tables change their form. Held data of another form is dropped: it can be read again. */
const FORM = 8;

/** `weir` in ASCII: a file with tables of anybody else is left alone. */
const OWNER = 0x77656972;

/**
 * The number of a copy is never given a second time: another process may still hold that of one that was dropped. Rows lie in the order in
 * which they were written, mostly that of their list, and whole on their page: in a tree by their ids a row of more than a thousand bytes
 * would lie on a page of its own. A row holds its own terms, as JSON, so that they are found without an index of theirs: to write one
 * costs as much as the terms themselves.
 */
const TABLES = `
  CREATE TABLE copies (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, state TEXT, used_at INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE rows (
    number INTEGER PRIMARY KEY, copy INTEGER NOT NULL, id TEXT NOT NULL, sort TEXT NOT NULL, body TEXT,
    read_at INTEGER NOT NULL, terms TEXT NOT NULL, mark TEXT NOT NULL
  );
  CREATE UNIQUE INDEX rows_by_id ON rows (copy, id);
  CREATE INDEX rows_in_order ON rows (copy, sort) WHERE body IS NOT NULL;
  CREATE INDEX rows_absent ON rows (read_at) WHERE body IS NULL;
  CREATE TABLE terms (
    copy INTEGER NOT NULL, term TEXT NOT NULL, value TEXT NOT NULL, sort TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (copy, term, value, sort, id)
  ) WITHOUT ROWID;
  CREATE TABLE marks (copy INTEGER NOT NULL, mark TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (copy, mark)) WITHOUT ROWID;
  CREATE TABLE fillers (copy TEXT PRIMARY KEY, filler TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
`;

/** Several processes may start at once: one of them makes the tables, the others find them. */
function prepare(db: DatabaseSync): void {
  db.exec('PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
  transaction(db, () => {
    const names = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
      .all();
    const owner = db.prepare('PRAGMA application_id').get()?.application_id;
    if (names.length > 0 && owner !== OWNER) throw new TypeError('the file is a database of another program');
    const form = db.prepare('PRAGMA user_version').get()?.user_version;
    if (form === FORM) return;
    for (const { name } of names) db.exec(`DROP TABLE "${String(name)}"`);
    db.exec(`${TABLES} PRAGMA user_version = ${FORM}; PRAGMA application_id = ${OWNER};`);
  });
}

/** The folder is for this user alone: names, addresses and chat visitors of four systems lie in it. */
function privateFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
}

/** Held copies: what can be read again. */
export function openCopies(path: string, clock: Clock) {
  const db = openDatabase(path, prepare);
  return { ...createSqliteCopies(db, clock), close: () => db.close() };
}

/** The durable store of one machine: held data in the file, and the accounts in one beside it. */
export async function openSqliteStore(path: string, clock: Clock): Promise<Store> {
  privateFolder(path);
  const { copies, version, close } = openCopies(path, clock);
  try {
    const accounts = await openFileAccounts(path, clock);
    return {
      ...accounts,
      copies,
      copiesVersion: version,
      close: async () => {
        await accounts.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
