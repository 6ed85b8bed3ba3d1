import { describe, expect, test } from 'vitest';
import { InputError, type UpstreamCode, UpstreamError } from '../../../../src/base/errors.ts';
import { listCopy } from '../../../../src/loading/collections/list-copy.ts';
import { type DatedPage, listByPage } from '../../../../src/loading/lists/by-page.ts';
import { listByRevision } from '../../../../src/loading/lists/by-revision.ts';
import { deferredList } from '../../../../src/loading/lists/deferred.ts';
import { listOfCopy } from '../../../../src/loading/lists/of-copy.ts';
import { sortNumber, sortPair } from '../../../../src/loading/lists/sort-text.ts';
import { withStandIn } from '../../../../src/loading/lists/stand-in.ts';
import type { List } from '../../../../src/model/list.ts';
import { openMemoryStore } from '../../../../src/store/memory.ts';
import { ChangingList, sortOf, type Thing } from '../../../support/changing-list.ts';
import { createEngine } from '../../../support/engine.ts';
import { smallList } from '../../../support/small-list.ts';
import { itemsOf, rowsOf } from '../../../support/source-harness.ts';
import { copyOf } from '../../../support/thing-copy.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

type Change = (page: DatedPage<Thing>, number: number, again: number) => DatedPage<Thing>;

function paged(upstream: ChangingList, change: Change = (page) => page): List<Thing> {
  return listByPage<Thing>({
    sortOf,
    firstSegment: '1',
    isSegment: (text) => text === '1',
    nextSegment: () => null,
    read: async (_segment, page, again) => {
      const read = await upstream.readPage(undefined, page);
      const time = upstream.calls.length;
      return change({ ...read, askedAt: time, toldAt: time }, page, again);
    },
    total: async () => upstream.things.length,
  });
}

const idsOf = async (list: List<Thing>, first?: number, after?: Parameters<typeof itemsOf>[2]) =>
  (await itemsOf(list, first, after)).map(({ id }) => id);

describe('a list in pages by number', () => {
  test('reads a held page anew that is older than the one before it: what came in hides what vanished', async () => {
    const upstream = new ChangingList(8, 2);
    const old = { ...(await upstream.readPage(undefined, 2)), askedAt: 0, toldAt: 0 };
    upstream.insert();
    upstream.remove('t1');
    const list = paged(upstream, (page, number, again) => (number === 2 && again === 0 ? old : page));
    expect(await idsOf(list)).toEqual(['t9', 't8', 't7', 't6', 't5', 't4', 't3', 't2']);
  });

  test('reads only as far as rows are taken, and goes on in the page of the last one', async () => {
    const upstream = new ChangingList(25, 10);
    const rows = await rowsOf(paged(upstream), 12);
    expect(upstream.calls.splice(0)).toEqual(['page 1', 'page 2']);
    expect(await idsOf(paged(upstream), 2, rows.at(-1)?.position)).toEqual(['t13', 't12']);
    expect(upstream.calls.splice(0)).toEqual(['page 2']);
    expect(await idsOf(paged(upstream), 2, rows[9]?.position)).toEqual(['t15', 't14']);
    expect(upstream.calls.splice(0)).toEqual(['page 2']);
  });

  test('leaves out nothing where so much vanished that its page is gone', async () => {
    const upstream = new ChangingList(20, 10);
    const rows = await rowsOf(paged(upstream), 15);
    for (const id of upstream.ids().slice(5, 17)) upstream.remove(id);
    expect(upstream.ids()).toEqual(['t1', 't2', 't3', 't4', 't5', 't18', 't19', 't20']);
    expect(await idsOf(paged(upstream), 9, rows.at(-1)?.position)).toEqual(['t5', 't4', 't3', 't2', 't1']);
  });

  test('takes a page that begins as the last did for its end only if the count or a second one says so', async () => {
    const upstream = new ChangingList(6, 2);
    const moved = ['t1', 't2'];
    upstream.beforeRead = () => {
      if (upstream.calls.length === 2) for (const id of moved.splice(0)) upstream.move(id);
    };
    expect(await idsOf(paged(upstream))).toEqual(['t6', 't5', 't4', 't3']);
    const endless = new ChangingList(4, 2);
    endless.pastEnd = 'repeat';
    expect(await idsOf(paged(endless, (page) => ({ ...page, pages: 99 })))).toEqual(['t4', 't3', 't2', 't1']);
    expect(endless.calls).toEqual(['page 1', 'page 2', 'page 3']);
    endless.calls.length = 0;
    expect(await idsOf(paged(endless, (page) => ({ ...page, pages: 99, count: 99 })))).toHaveLength(4);
    expect(endless.calls).toEqual(['page 1', 'page 2', 'page 3', 'page 4']);
  });
});

describe('a list by revision', () => {
  const listed = (upstream: ChangingList): List<Thing> =>
    listByRevision<Thing>({
      pageSize: upstream.pageSize,
      sortOf,
      read: (from) => upstream.readFrom(undefined, from),
      isFresh: async () => false,
      total: async () => null,
    });

  test('goes on right after the last row where its page is not held', async () => {
    const upstream = new ChangingList(25, 10);
    const rows = await rowsOf(listed(upstream), 12);
    upstream.calls.length = 0;
    expect(await idsOf(listed(upstream), 2, rows.at(-1)?.position)).toEqual(['t13', 't14']);
    expect(upstream.calls).toEqual(['from 13']);
  });

  test.each(['x', '', '-1', '1'.repeat(21)])('refuses a place that is no revision: %j', async (s) => {
    await expect(rowsOf(listed(new ChangingList(5, 10)), 1, { s })).rejects.toThrow(InputError);
  });
});

describe('a list of a held copy', () => {
  test('is brought up to date when its first row is asked for, and counts only what is fresh', async () => {
    const engine = createEngine();
    const upstream = new ChangingList(25, 10);
    const { collection, source } = copyOf(engine, upstream);
    const { reader } = engine.operation();
    const list = listOfCopy(collection, reader, source, { where: ({ revision }) => Number(revision) % 2 === 0 });
    expect(await list.total()).toBeNull();
    expect(upstream.calls).toEqual([]);
    const rows = await rowsOf(list);
    expect(rows.map(({ item: { id } }) => id)).toEqual([
      't2',
      't4',
      't6',
      't8',
      't10',
      't12',
      't14',
      't16',
      't18',
      't20',
      't22',
      't24',
    ]);
    expect(rows.map(({ more }) => more)).toEqual([...Array(11).fill(true), false]);
    expect(upstream.calls).toEqual(['from 0', 'from 11', 'from 21']);
    expect(await list.total()).toBe(12);
    expect(await idsOf(listOfCopy(collection, reader, source, { term: ['email', 't7@example.com'] }))).toEqual(['t7']);
    expect(upstream.calls).toHaveLength(3);
  });

  test('longer than a chunk is given whole, in order', async () => {
    const engine = createEngine();
    const upstream = new ChangingList(450, 100);
    const { collection, source } = copyOf(engine, upstream, { sync: 'newest-first' });
    const list = listOfCopy(collection, engine.operation().reader, source, { where: ({ id }) => id !== 't400' });
    expect(await idsOf(list)).toEqual(
      upstream
        .ids()
        .toReversed()
        .filter((id) => id !== 't400'),
    );
  });

  test('says of every row exactly whether another follows, over all chunks', async () => {
    const engine = createEngine();
    const upstream = new ChangingList(450, 100);
    const { collection, source } = copyOf(engine, upstream);
    const { reader } = engine.operation();
    const flags = async (where?: (thing: Thing) => boolean) =>
      (await rowsOf(listOfCopy(collection, reader, source, where === undefined ? {} : { where }))).map(
        ({ more }) => more,
      );
    expect(await flags()).toEqual([...Array(449).fill(true), false]);
    expect(await flags(({ id }) => ['t1', 't250', 't450'].includes(id))).toEqual([true, true, false]);
    expect(await flags(({ id }) => id === 't449')).toEqual([false]);
  });

  test.each([
    ['lie together at its beginning', (n: number) => n <= 50],
    ['lie together, one short of a page', (n: number) => n <= 40],
    ['are spread over it', (n: number) => n % 20 === 0],
    ['are nearly all', (n: number) => n % 50 !== 0],
    ['are none', () => false],
  ])('looks seldom into the copy where matches %s, and reads few rows more than it needs', async (_where, isMatch) => {
    const rows = 2_000;
    const store = openMemoryStore(createVirtualClock());
    const reads: number[] = [];
    const find: typeof store.copies.find = async (copy, query) => {
      const found = await store.copies.find(copy, query);
      reads.push(found.length);
      return found;
    };
    const engine = createEngine({ store: { ...store, copies: { ...store.copies, find } } });
    const { collection, source } = copyOf(engine, new ChangingList(rows, 100));
    const where = ({ id }: Thing): boolean => isMatch(Number(id.slice(1)));
    const { items } = await listCopy(collection, engine.operation().reader, source, { where, first: 50 });
    const matches = Array.from({ length: rows }, (_none, index) => index + 1).filter(isMatch);
    expect(items).toHaveLength(Math.min(50, matches.length));
    // The last of them, and one more to know whether there is one.
    const needed = matches[50] ?? rows;
    expect(reads.length).toBeLessThanOrEqual(Math.ceil(needed / 200) + 8);
    expect(reads.reduce((sum, read) => sum + read, 0)).toBeLessThanOrEqual(needed + 200);
  });

  test('is cut to as many rows as are asked for', async () => {
    const engine = createEngine();
    const { collection, source } = copyOf(engine, new ChangingList(3, 10));
    const { reader } = engine.operation();
    const page = async (first: number) => {
      const { items, more } = await listCopy(collection, reader, source, { first });
      return [items.length, more];
    };
    expect([await page(2), await page(3), await page(4)]).toEqual([
      [2, true],
      [3, false],
      [3, false],
    ]);
  });
});

describe('a list with a stand-in', () => {
  const failing = (code: UpstreamCode): List<string> => ({
    direction: 'ascending',
    rows: async function* () {
      yield { item: 'a', position: { s: 'a', p: 7 }, more: undefined };
      throw new UpstreamError('VISIT', code);
    },
    total: () => Promise.reject(new UpstreamError('VISIT', code)),
  });

  test('goes on with it where a call is not possible', async () => {
    const list = withStandIn(failing('QUOTA_EXCEEDED'), smallList(['a', 'b', 'c']), async () => true);
    expect(await itemsOf(list)).toEqual(['a', 'b', 'c']);
    expect(await list.total()).toBe(3);
  });

  test.each([
    ['UPSTREAM_REJECTED', true],
    ['QUOTA_EXCEEDED', false],
  ] as const)('fails with %s where that is an answer or nothing is held', async (code, isHeld) => {
    const list = withStandIn(failing(code), smallList(['a', 'b']), async () => isHeld);
    await expect(itemsOf(list)).rejects.toMatchObject({ code });
    await expect(list.total()).rejects.toMatchObject({ code });
  });
});

test('a deferred list is chosen only when it is asked for something', async () => {
  let chosen = 0;
  const list = deferredList('ascending', async () => {
    chosen += 1;
    return smallList(['a']);
  });
  expect(chosen).toBe(0);
  expect([await itemsOf(list), await list.total()]).toEqual([['a'], 1]);
});

test('sort texts sort as their numbers do', () => {
  const numbers = ['0', '9', '10', '99', '12345678901234567890'];
  expect(numbers.map(sortNumber).toSorted()).toEqual(numbers.map(sortNumber));
  expect(sortPair(2, 10) > sortPair(2, 9) && sortPair(10, 0) > sortPair(9, 99)).toBe(true);
});
