import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { keyRecord } from '../../support/key-record.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weir-accounts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RECORD = keyRecord({ createdAt: 1 });

const at = (name: string): string => join(folder, name);
const openStore = (name: string) => openSqliteStore(at(name), systemClock);

function raw(name: string, work: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(at(name));
  work(db);
  db.close();
}

test('keys lie in a file of their own beside the store, for its owner alone, and outlive the process', async () => {
  const before = await openStore('weir.db');
  await before.keys.change('dashboard', () => RECORD);
  for (const name of readdirSync(folder)) expect(statSync(at(name)).mode & 0o777, name).toBe(0o600);
  await before.close();
  const after = await openStore('weir.db');
  expect(await after.keys.read()).toEqual({ version: 1, keys: [RECORD] });
  await after.close();
  expect(readdirSync(folder)).toContain('weir-accounts.db');
});

test('keys outlive a store of another form, whose tables are dropped', async () => {
  const before = await openStore('weir.db');
  await before.keys.change('dashboard', () => RECORD);
  await before.close();
  raw('weir.db', (db) => db.exec('PRAGMA user_version = 1'));
  const after = await openStore('weir.db');
  expect((await after.keys.read())?.keys).toEqual([RECORD]);
  await after.close();
});

test('a change by one process is the version that another finds, and without one nothing is read', async () => {
  const [one, other] = [await openStore('weir.db'), await openStore('weir.db')];
  expect(await other.keys.read(0)).toBeUndefined();
  await one.keys.change('dashboard', () => RECORD);
  expect(await other.keys.read(0)).toEqual({ version: 1, keys: [RECORD] });
  await other.keys.change('dashboard', (known) => ({ ...RECORD, createdAt: (known?.createdAt ?? 0) + 1 }));
  expect((await one.keys.read(1))?.keys).toEqual([{ ...RECORD, createdAt: 2 }]);
  await Promise.all([one.close(), other.close()]);
});

test('a change that is refused leaves everything as it was', async () => {
  const store = await openStore('weir.db');
  const refused = store.keys.change('dashboard', () => {
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  expect(await store.keys.read()).toEqual({ version: 0, keys: [] });
  await store.close();
});

test('a file of a later version, of another program, or named as the store itself is refused and left alone', async () => {
  const store = await openStore('weir.db');
  await store.keys.change('dashboard', () => RECORD);
  await store.close();
  await expect(openStore('weir-accounts.db')).rejects.toThrow('another program');
  raw('weir-accounts.db', (db) => db.exec('PRAGMA user_version = 1000'));
  const bytes = readFileSync(at('weir-accounts.db'));
  await expect(openStore('weir.db')).rejects.toThrow('later version');
  expect(readFileSync(at('weir-accounts.db'))).toEqual(bytes);
  raw('other.db', (db) => db.exec('CREATE TABLE theirs (a)'));
  raw('more-accounts.db', (db) => db.exec('CREATE TABLE theirs (a)'));
  await expect(openStore('other.db')).rejects.toThrow('another program');
  await expect(openStore('more.db')).rejects.toThrow('another program');
});
