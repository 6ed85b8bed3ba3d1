import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import type { StoredRow } from '../../../src/store/rows.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import type { Store, UsageMinute, UsageRow } from '../../../src/store/store.ts';

let folder = '';
const open: Store[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weir-store-'));
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function atFile(): Promise<Store> {
  const store = await openSqliteStore(join(folder, 'inner', 'data', 'weir.db'), systemClock);
  open.push(store);
  return store;
}

async function inMemory(): Promise<Store> {
  const store = openMemoryStore(systemClock);
  open.push(store);
  return store;
}

function row(id: string, sort: string, rest: Partial<StoredRow> = {}): StoredRow {
  return { id, sort, body: JSON.stringify({ id }), readAt: 1, terms: [], ...rest };
}

test('the data folder is for its owner alone, and so is every file in it', async () => {
  const store = await atFile();
  await store.copies.write('copy', [row('a', '1')], 'state');
  const data = join(folder, 'inner', 'data');
  expect((await stat(data)).mode & 0o777).toBe(0o700);
  const files = await readdir(data);
  expect(files).toContain('weir.db-wal');
  for (const file of files) expect((await stat(join(data, file))).mode & 0o777, file).toBe(0o600);
});

test('a file keeps its rows and states over a restart', async () => {
  const before = await atFile();
  await before.copies.write('copy', [row('a', '1', { terms: [['email', 'a@x.de']] })], '{"next":"2"}');
  await before.close();
  open.length = 0;
  const { copies } = await atFile();
  expect(await copies.state('copy')).toBe('{"next":"2"}');
  expect(await copies.find('copy', { term: ['email', 'a@x.de'], direction: 'ascending', limit: 9 })).toMatchObject([
    { id: 'a', sort: '1', body: '{"id":"a"}', readAt: 1 },
  ]);
});

test('held data of another form is dropped, and the file serves on', async () => {
  const { copies, close } = await atFile();
  await copies.write('copy', [row('a', '1')], 'state');
  await close();
  open.length = 0;
  const file = new DatabaseSync(join(folder, 'inner', 'data', 'weir.db'));
  file.exec('PRAGMA user_version = 1');
  file.close();
  const { copies: anew } = await atFile();
  expect(await anew.names()).toEqual([]);
  await anew.write('copy', [row('b', '1')], null);
  expect(await anew.rows('copy', ['a', 'b'])).toMatchObject([{ id: 'b' }]);
});

test('a copy that another process has dropped is begun anew: nothing of it comes into another copy, or lies where no name leads to it', async () => {
  const [one, other] = [await atFile(), await atFile()];
  await one.copies.write('leads of a', [row('a', '1')], 'state');
  expect(await one.copies.state('leads of a')).toBe('state');
  await other.copies.dropUnused('leads of a', Number.MAX_SAFE_INTEGER);
  await other.copies.write('leads of b', [row('b', '1')], 'state');
  expect(await one.copies.rows('leads of a', ['a', 'b'])).toEqual([]);
  await one.copies.touch('leads of a', 5);
  await one.copies.write('leads of a', [row('c', '2')], 'state');
  expect(await other.copies.names()).toEqual(['leads of a', 'leads of b']);
  expect(await other.copies.rows('leads of a', ['a', 'b', 'c'])).toMatchObject([{ id: 'c' }]);
  expect(await other.copies.rows('leads of b', ['a', 'b', 'c'])).toMatchObject([{ id: 'b' }]);
});

describe.each([
  ['a file', atFile],
  ['memory', inMemory],
])('in %s', (_name, openStore) => {
  const used = (rest: Partial<UsageMinute>): UsageMinute => ({
    minute: 60_000,
    upstream: 'VISIT',
    credential: 'key-1',
    consumer: 'c',
    endpoint: 'e',
    operation: 'o',
    outcome: 'OK',
    calls: 1,
    shared: 0,
    cacheHits: 0,
    ...rest,
  });

  const told = (rest: Partial<UsageMinute>): UsageRow => {
    const { minute, ...sums } = used(rest);
    return { span: 'MINUTE', start: minute, ...sums };
  };

  test('usage of the same minute and names is added up; a range has its start and not its end', async () => {
    const { usage } = await openStore();
    await usage.add([used({}), used({ shared: 2 }), used({ outcome: 'TIMEOUT' })]);
    await usage.add([used({ cacheHits: 3 }), used({ minute: 120_000 })]);
    expect(await usage.between(60_000, 120_000)).toEqual([
      told({ calls: 3, shared: 2, cacheHits: 3 }),
      told({ outcome: 'TIMEOUT' }),
    ]);
    expect(await usage.between(120_000, 120_001)).toEqual([told({ minute: 120_000 })]);
    expect(await usage.between(60_001, 60_002)).toMatchObject([{ calls: 3 }, { calls: 1 }]);
  });

  test('a failed addition leaves nothing behind and the store usable', async () => {
    const { usage, copies } = await openStore();
    await expect(usage.add([used({}), used({ consumer: undefined as never })])).rejects.toThrow();
    expect(await usage.between(0, 1e12)).toEqual([]);
    await copies.write('copy', [row('a', '1')], 'state');
    await usage.add([used({})]);
    expect(await usage.between(0, 1e12)).toEqual([told({})]);
  });
});
