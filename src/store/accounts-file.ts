import { format, parse } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from './open-database.ts';
import { CALL_TABLES } from './sqlite-calls.ts';
import { KEY_TABLES } from './sqlite-keys.ts';
import { PLACE_COUNT_TABLES } from './sqlite-place-counts.ts';
import { PERMIT_TABLES } from './sqlite-places.ts';
import { RESERVATION_TABLES } from './sqlite-reservations.ts';
import { transaction } from './sqlite-transaction.ts';
import { RECEIPT_TABLES, ROLL_UP_TABLES } from './sqlite-usage.ts';

/** `weac` in ASCII. Not that of held data, whose file is emptied when its form changes. */
const OWNER = 0x77656163;

/**
 * The steps that lead to the tables of today, in order. Accounts cannot be read again: a step that was published is never changed, what
 * comes later is appended.
 */
const MIGRATIONS: readonly string[] = [
  KEY_TABLES,
  PERMIT_TABLES,
  RECEIPT_TABLES,
  RESERVATION_TABLES,
  ROLL_UP_TABLES,
  CALL_TABLES,
  PLACE_COUNT_TABLES,
];

/** `data/weir.db` → `data/weir-accounts.db`: beside the held data, which may be thrown away. */
export function accountsPath(storePath: string): string {
  const { dir, name, ext } = parse(storePath);
  return format({ dir, name: `${name}-accounts`, ext });
}

function pragma(db: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}

/** Several processes may start at once: one of them migrates, the others find it done. */
function migrate(db: DatabaseSync): void {
  transaction(db, () => {
    const isNew = db.prepare('SELECT 1 FROM sqlite_master').get() === undefined;
    if (!isNew && pragma(db, 'application_id') !== OWNER) {
      throw new TypeError('the file is a database of another program');
    }
    const version = pragma(db, 'user_version');
    if (version > MIGRATIONS.length) throw new TypeError('the file was written by a later version');
    if (version === MIGRATIONS.length) return;
    for (const step of MIGRATIONS.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}; PRAGMA application_id = ${OWNER};`);
  });
}

/** A connection to the accounts, with all their tables. A commit is on the disk before it is told. */
export function openAccountsFile(path: string): DatabaseSync {
  return openDatabase(path, (db) => {
    db.exec('PRAGMA synchronous = FULL');
    migrate(db);
  });
}
