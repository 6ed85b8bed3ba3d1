import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** How long a statement waits for another process before it fails: at the start, where several may begin at once, and then. */
const START_BUSY_MS = 5_000;
const BUSY_MS = 250;

/** Opens a file that several processes share, for its owner alone, and makes it ready. `:memory:` is the process's own. */
export function openDatabase(path: string, prepare: (db: DatabaseSync) => void): DatabaseSync {
  const db = new DatabaseSync(path);
  try {
    if (path !== ':memory:') chmodSync(path, 0o600);
    db.exec(`PRAGMA busy_timeout = ${START_BUSY_MS}; PRAGMA journal_mode = WAL;`);
    prepare(db);
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
