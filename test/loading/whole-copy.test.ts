import { describe, expect, it } from 'vitest';
import { createCollection } from '../../src/loading/collections/collections.ts';
import { findMany } from '../../src/loading/collections/find-many.ts';
import type { CollectionSpec, CopySource } from '../../src/loading/collections/spec.ts';
import { sortNumber } from '../../src/loading/lists/sort-text.ts';
import { IADVIZE } from '../../src/sources/iadvize/endpoints.ts';
import { createSourceHarness } from '../support/source-harness.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

type Row = { readonly id: string; readonly name: string };

const SPEC: CollectionSpec<Row> = {
  name: 'test.rows',
  shape: 1,
  row: IADVIZE.groups,
  direction: 'descending',
  sync: 'whole',
  idOf: ({ id }) => id,
  sortOf: ({ id }) => sortNumber(id),
  termsOf: () => [],
};

/** An upstream list of 100 rows a page whose rows can be changed between two calls. */
function start(count: number) {
  const clock = createVirtualClock();
  const harness = createSourceHarness({
    upstream: 'IADVIZE',
    baseUrl: 'http://127.0.0.1:1',
    windows: [],
    credentials: [],
    authorize: () => ({}),
    judge: () => 'OK',
    clock,
  });
  const upstream = {
    rows: Array.from({ length: count }, (_, index): Row => ({ id: String(count - index), name: 'old' })),
    calls: [] as number[],
    before: (_call: number): void => undefined,
  };
  const source: CopySource<Row> = {
    key: 'all',
    readPage: async (_scope, page) => {
      upstream.calls.push(page);
      upstream.before(upstream.calls.length);
      const items = upstream.rows.slice((page - 1) * 100, page * 100);
      return { items, pages: Math.max(1, Math.ceil(upstream.rows.length / 100)), count: upstream.rows.length };
    },
  };
  const collection = createCollection(SPEC, harness.collections);
  const held = async (): Promise<(Row | null)[]> => {
    const rows = await collection.copies.find(collection.nameOf(source), { direction: 'descending', limit: 10_000 });
    return rows.map(collection.parse);
  };
  return { clock, upstream, source, collection, held, begin: harness.operation };
}

describe('a copy that is read whole', () => {
  it('is fresh from the beginning of the reading that reached the end, then read whole again', async () => {
    const { clock, upstream, source, collection, held, begin } = start(250);
    await collection.ensure(begin().scope, source);
    expect(upstream.calls).toEqual([1, 2, 3]);
    clock.advance(300_000);
    await collection.ensure(begin().scope, source);
    expect(upstream.calls).toHaveLength(3);
    upstream.rows = upstream.rows.filter(({ id }) => id !== '7').map((row) => ({ ...row, name: 'new' }));
    clock.advance(1);
    await collection.ensure(begin().scope, source);
    expect(upstream.calls).toEqual([1, 2, 3, 1, 2, 3]);
    expect(await held()).toEqual(upstream.rows);
  });

  it('goes on where a reading stopped while that is fresh, else from the top', async () => {
    const { clock, upstream, source, collection, begin } = start(250);
    await collection.advance(begin().scope, source);
    clock.advance(200_000);
    await collection.ensure(begin().scope, source);
    expect(upstream.calls).toEqual([1, 2, 3]);
    clock.advance(101_000);
    await collection.advance(begin().scope, source);
    clock.advance(301_000);
    await collection.ensure(begin().scope, source);
    expect(upstream.calls.slice(3)).toEqual([1, 1, 2, 3]);
  });

  it('leaves nothing out when rows vanish and come while it is read', async () => {
    const { upstream, source, collection, held, begin } = start(350);
    const stays = ({ id }: Row): boolean => Number(id) < 300 || Number(id) > 340;
    const stayed = upstream.rows.filter(stays);
    upstream.before = (call) => {
      if (call === 2) upstream.rows = upstream.rows.filter(stays);
      if (call === 3) upstream.rows = [{ id: '999', name: 'added' }, ...upstream.rows];
    };
    await collection.ensure(begin().scope, source);
    expect(await held()).toEqual(expect.arrayContaining(stayed));
    expect(upstream.calls.length).toBeLessThan(8);
  });

  it('tells unknown ids without a call once it is complete, and follows verify', async () => {
    const { clock, upstream, source, collection, begin } = start(120);
    const search = (wish = {}) => ({ collection, source, scope: begin({ wish }).scope });
    const ids = ['1', '500', '120'];
    expect([...(await findMany(search(), ids)).values()].map((one) => one instanceof Error)).toEqual([
      false,
      false,
      false,
    ]);
    expect(upstream.calls).toEqual([1, 2]);
    clock.advance(1_000);
    await findMany(search(), ids);
    expect(upstream.calls).toHaveLength(2);
    await findMany(search({ mode: 'verify' }), ids);
    expect(upstream.calls).toEqual([1, 2, 1, 2]);
  });

  it('takes in the pages that a list brings, where it would read them next', async () => {
    const { clock, source, collection, begin, upstream } = start(250);
    const bring = async (number: number) => {
      const { scope } = begin();
      const readAt = clock.now();
      const page = await source.readPage?.(scope, number);
      if (page !== undefined) await collection.take(scope, source, { number, page, readAt });
      clock.advance(1_000);
    };
    const beganAt = clock.now();
    await bring(2);
    expect(await collection.copies.count(collection.nameOf(source))).toBe(100);
    await bring(1);
    await bring(3);
    expect(await collection.completeAt(source)).toBeNull();
    await bring(2);
    await bring(1);
    await bring(3);
    expect(await collection.completeAt(source)).toBe(beganAt + 1_000);
    upstream.calls.length = 0;
    const { scope } = begin();
    expect(await collection.ensure(scope, source)).toMatchObject({ asOf: beganAt + 1_000, reason: 'CACHE' });
    expect(upstream.calls).toEqual([]);
  });

  it('that was brought up to date since the operation began counts as just read', async () => {
    const { source, collection, begin } = start(5);
    const { scope, meter } = begin();
    await collection.advance(scope, source);
    expect((await collection.ensure(scope, source)).reason).toBeNull();
    expect(meter.hits.size).toBe(0);
  });
});
