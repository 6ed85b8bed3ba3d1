import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RevisionPage } from '../../src/loading/collections/spec.ts';
import { listByRevision } from '../../src/loading/lists/by-revision.ts';
import { filterList } from '../../src/loading/lists/filtered.ts';
import { emptyList, mergeLists } from '../../src/loading/lists/merged.ts';
import type { List } from '../../src/model/list.ts';
import { ChangingList, editBeforeReads, edits, sortOf, type Thing } from '../support/changing-list.ts';
import { runs } from '../support/proof.ts';
import { smallList } from '../support/small-list.ts';
import { itemsOf, rowsOf, walk } from '../support/source-harness.ts';

const shape = fc.record({
  count: fc.nat(40),
  pageSize: fc.integer({ min: 1, max: 7 }),
  first: fc.integer({ min: 1, max: 9 }),
  holds: fc.boolean(),
});
type Shape = typeof shape extends fc.Arbitrary<infer S> ? S : never;

function begin({ count, pageSize }: Shape) {
  const upstream = new ChangingList(count, pageSize);
  const held = new Map<string, Promise<RevisionPage<Thing>>>();
  const list = (): List<Thing> =>
    listByRevision<Thing>({
      pageSize,
      sortOf,
      read: (from) => {
        const page = held.get(from) ?? upstream.readFrom(undefined, from);
        held.set(from, page);
        return page;
      },
      isFresh: async (from) => held.has(from),
      total: async () => null,
    });
  return { upstream, list, forget: () => held.clear() };
}

describe('a list by revision', () => {
  test('gives every record that does not change once, in order, while others come, are edited and vanish', async () => {
    await fc.assert(
      fc.asyncProperty(
        shape,
        fc.array(edits(['none', 'insert', 'move', 'remove']), { maxLength: 30 }),
        async (options, script) => {
          const { upstream, list, forget } = begin(options);
          const before = upstream.ids();
          editBeforeReads(upstream, script);
          const things = await walk(list, options.first, () => {
            if (!options.holds) forget();
          });
          const stayed = before.filter((id) => !upstream.touched.has(id));
          expect(things.map(({ id }) => id).filter((id) => stayed.includes(id))).toEqual(stayed);
          const sorts = things.map(sortOf);
          expect(sorts).toEqual([...new Set(sorts)].sort());
        },
      ),
      runs(300, 20_000),
    );
  });

  test('reads each page once, and an empty one only to see the end after a full one', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (options) => {
        const { upstream, list } = begin(options);
        const rows = await rowsOf(list());
        expect(rows).toHaveLength(options.count);
        expect(upstream.calls).toHaveLength(Math.floor(options.count / options.pageSize) + 1);
        for (const [index, { more }] of rows.entries())
          if (more !== undefined) expect(more).toBe(index < rows.length - 1);
        upstream.calls.length = 0;
        await walk(list, options.first);
        expect(upstream.calls).toEqual([]);
      }),
      runs(100, 5_000),
    );
  });
});

const LETTERS = [...'abcdefghijkl'];
const parts = fc.array(fc.subarray(LETTERS), { maxLength: 4 });

describe('several lists merged', () => {
  test('are one list in order in which every record stands once, however it is paged', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 5 }), fc.boolean(), async (lists, first, knowsMore) => {
        const merged = () =>
          mergeLists(
            lists.map((items) => smallList(items, { knowsMore })),
            'ascending',
          );
        const union = [...new Set(lists.flat())].sort();
        expect(await walk(merged, first)).toEqual(union);
        const rows = await rowsOf(merged());
        for (const [index, { more }] of rows.entries())
          if (more !== undefined) expect(more).toBe(index < union.length - 1);
      }),
      runs(200, 10_000),
    );
  });

  test('descend where they are told to', async () => {
    const reversed = (items: readonly string[]): List<string> => ({
      direction: 'descending',
      rows: async function* (after) {
        for (const item of items)
          if (after === undefined || item < after.s) yield { item, position: { s: item }, more: undefined };
      },
      total: async () => items.length,
    });
    expect(await walk(() => mergeLists([reversed(['d', 'b']), reversed(['c', 'b', 'a'])], 'descending'), 2)).toEqual([
      'd',
      'c',
      'b',
      'a',
    ]);
  });

  test('count only where every part does', async () => {
    const unknown: List<string> = { ...smallList(['a']), total: async () => null };
    expect(await mergeLists([smallList(['a', 'b']), smallList(['b'])], 'ascending').total()).toBe(3);
    expect(await mergeLists([smallList(['a', 'b']), unknown], 'ascending').total()).toBeNull();
    expect(await emptyList('ascending').total()).toBe(0);
  });
});

test('a filtered list gives the rows that pass and never promises one that may not pass', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(LETTERS), fc.subarray(LETTERS), fc.boolean(), async (items, wanted, knowsMore) => {
      const list = filterList(smallList(items, { knowsMore }), async (item) => wanted.includes(item));
      const expected = items.filter((item) => wanted.includes(item));
      expect(await itemsOf(list)).toEqual(expected);
      for (const { more } of await rowsOf(list)) expect(more).not.toBe(true);
    }),
    runs(50, 1_000),
  );
});
