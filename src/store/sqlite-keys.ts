import type { DatabaseSync } from 'node:sqlite';
import type { KeyRecord, KeyStore } from './keys.ts';
import { transaction } from './sqlite-transaction.ts';

/** A step of the accounts file. */
export const KEY_TABLES = `
  CREATE TABLE keys (name TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE keys_version (version INTEGER NOT NULL);
  INSERT INTO keys_version VALUES (0);
`;

/** An operator's change waits for busy gateways rather than fail. Gateways themselves only read, and reading waits for nobody. */
const BUSY_MS = 5_000;

export function createSqliteKeys(db: DatabaseSync): KeyStore {
  db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  const version = db.prepare('SELECT version FROM keys_version');
  const all = db.prepare('SELECT record FROM keys ORDER BY name');
  const one = db.prepare('SELECT record FROM keys WHERE name = ?');
  const put = db.prepare('INSERT OR REPLACE INTO keys (name, record) VALUES (?, ?)');
  const raise = db.prepare('UPDATE keys_version SET version = version + 1');
  const recordOf = (row: Record<string, unknown>): KeyRecord => JSON.parse(String(row.record)) as KeyRecord;
  return {
    read: async (known) => {
      // The version first: a change between the two is then read once more, and never missed.
      const found = Number(version.get()?.version);
      return found === known ? undefined : { version: found, keys: all.all().map(recordOf) };
    },
    change: async (name, change) =>
      transaction(db, () => {
        const row = one.get(name);
        const record = change(row && recordOf(row));
        put.run(name, JSON.stringify(record));
        raise.run();
        return record;
      }),
  };
}
