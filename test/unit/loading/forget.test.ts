import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { createForgetWatch, forgetPerson } from '../../../src/loading/forget.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import type { StoredRow } from '../../../src/store/rows.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import type { CopyStore } from '../../../src/store/store.ts';
import { makeFolder } from '../../support/process.ts';
import { runs } from '../../support/proof.ts';

const ADDRESS = 'ann@x.example';

type Body = Readonly<Record<string, unknown>>;

function row(id: string, body: Body, terms: StoredRow['terms'] = []): StoredRow {
  return { id, sort: id, body: JSON.stringify({ id, ...body }), readAt: 1, terms };
}

async function bodiesOf(copies: CopyStore, copy: string): Promise<readonly Body[]> {
  const rows = await copies.find(copy, { direction: 'ascending', limit: 99 });
  return rows.map(({ body }) => JSON.parse(body ?? 'null') as Body);
}

const VISITORS = [
  row('v1', { contact: { email: 'Ann@X.example' } }, [['email', ADDRESS]]),
  row('v2', { contact: { email: 'joann@x.example' } }, [['email', 'joann@x.example']]),
];

test('a person goes, with all that refers to them, and nobody else does', async () => {
  const { copies } = openMemoryStore(systemClock);
  await copies.write('visit.visitors 2 all e1', VISITORS, 'state');
  await copies.write(
    'visit.connections 3 all e1',
    [row('c1', { notes: 'wants a call' }, [['visitor', 'v1']]), row('c2', {}, [['visitor', 'v2']])],
    null,
  );
  await copies.write('iadvize.visitors 2 all', [row('7', { uniqueId: 'u7' }, [['email', ADDRESS]])], null);
  await copies.write(
    'iadvize.call-meetings 1 all',
    [row('m1', {}, [['uid', 'u7']]), row('m2', {}, [['uid', 'v1']])],
    null,
  );
  // Another upstream's visitor of the same id is somebody else.
  await copies.write('other.things 1', [row('o1', {}, [['visitor', 'v1']])], null);
  expect(await forgetPerson(copies, ADDRESS)).toEqual({ removed: 4, cleared: 0 });
  expect(await bodiesOf(copies, 'visit.visitors 2 all e1')).toMatchObject([{ id: 'v2' }]);
  expect(await bodiesOf(copies, 'visit.connections 3 all e1')).toMatchObject([{ id: 'c2' }]);
  expect(await bodiesOf(copies, 'iadvize.visitors 2 all')).toEqual([]);
  expect(await bodiesOf(copies, 'iadvize.call-meetings 1 all')).toMatchObject([{ id: 'm2' }]);
  expect(await bodiesOf(copies, 'other.things 1')).toHaveLength(1);
  expect(
    await copies.find('visit.visitors 2 all e1', { term: ['email', ADDRESS], direction: 'ascending', limit: 9 }),
  ).toEqual([]);
  expect(await copies.state('visit.visitors 2 all e1')).toBe('state');
});

test('from other records the address goes, and the rest of them stays', async () => {
  const { copies } = openMemoryStore(systemClock);
  const text = 'ask ANN@x.example\nann@x.example, not ann@x.example.org or joann@x.example';
  await copies.write('visit.partners 2 all', [row('p1', { email: ADDRESS, name: 'X', notes: [text] })], null);
  expect(await forgetPerson(copies, ADDRESS)).toEqual({ removed: 0, cleared: 1 });
  expect(await bodiesOf(copies, 'visit.partners 2 all')).toEqual([
    { id: 'p1', email: null, name: 'X', notes: ['ask \n, not ann@x.example.org or joann@x.example'] },
  ]);
});

test('whatever surrounds an address in a text, it is found, and it alone', async () => {
  const texts = fc.array(
    fc.constantFrom(ADDRESS, 'bob@y.example', ' ', '\n', '"', '\\', '<', '>', ';', 'é', 'x', '.', '-'),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (parts) => {
      const text = parts.join('');
      const { copies } = openMemoryStore(systemClock);
      await copies.write('visit.partners 2 all', [row('p1', { text })], null);
      await forgetPerson(copies, ADDRESS);
      const [left] = await bodiesOf(copies, 'visit.partners 2 all');
      const rest = String(left?.text ?? '');
      // What is left is the text without some of its addresses: nothing else is missing.
      expect(rest.replaceAll(ADDRESS, '').trim()).toBe(text.replaceAll(ADDRESS, '').trim());
      expect(rest).not.toMatch(/(^|[\s"<>;])ann@x\.example($|[\s"<>;])/);
    }),
    runs(100, 5_000),
  );
});

test('long copies are gone through whole', async () => {
  const { copies } = openMemoryStore(systemClock);
  const rows = Array.from({ length: 1_001 }, (_, index) => row(String(index).padStart(4, '0'), { email: ADDRESS }));
  await copies.write('visit.partners 2 all', rows, null);
  expect(await forgetPerson(copies, ADDRESS)).toEqual({ removed: 0, cleared: 1_001 });
});

test('the files of the store hold nothing of the person any more, also while a gateway has them open', async () => {
  using folder = makeFolder();
  const [gateway, command] = [
    await openSqliteStore(join(folder.path, 'weir.db'), systemClock),
    await openSqliteStore(join(folder.path, 'weir.db'), systemClock),
  ];
  await gateway.copies.write('visit.visitors 2 all e1', VISITORS, null);
  await gateway.copies.write('visit.partners 2 all', [row('p1', { email: 'ann@x.example' })], null);
  const everything = () =>
    readdirSync(folder.path)
      .map((name) => readFileSync(join(folder.path, name), 'latin1'))
      .join();
  expect(everything().toLowerCase()).toMatch(/\bann@x\.example/);
  await forgetPerson(command.copies, ADDRESS);
  expect(everything().toLowerCase()).not.toMatch(/\bann@x\.example/);
  expect(everything()).toContain('joann@x.example');
  await Promise.all([gateway.close(), command.close()]);
});

test('a gateway sees that somebody was forgotten, once', async () => {
  const { copies } = openMemoryStore(systemClock);
  const watch = createForgetWatch(copies);
  expect(await watch()).toBe(false);
  await forgetPerson(copies, ADDRESS);
  expect([await watch(), await watch()]).toEqual([true, false]);
  await forgetPerson(copies, ADDRESS);
  expect(await watch()).toBe(true);
});
