import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RevisionPage } from '../../src/loading/collections/spec.ts';
import { listByRevision } from '../../src/loading/lists/by-revision.ts';
import { listOfCopy } from '../../src/loading/lists/of-copy.ts';
import { listOrRenewed } from '../../src/loading/lists/or-renewed.ts';
import type { List } from '../../src/model/list.ts';
import { ChangingList, editBeforeReads, edits, sortOf, type Thing } from '../support/changing-list.ts';
import { createEngine, type Operation } from '../support/engine.ts';
import { runs } from '../support/proof.ts';
import { itemsOf, walk } from '../support/source-harness.ts';
import { copyOf } from '../support/thing-copy.ts';

const FRESH_MS = 30_000;

const shape = fc.record({
  count: fc.nat(40),
  pageSize: fc.integer({ min: 1, max: 7 }),
  /** Of how many things one passes; 1: all do. */
  passing: fc.integer({ min: 1, max: 4 }),
  /** Pages of the copy that were read before, and how long ago. */
  begun: fc.nat(3),
  ageMs: fc.constantFrom(0, FRESH_MS, FRESH_MS + 1_000),
  joined: fc.boolean(),
  first: fc.integer({ min: 1, max: 12 }),
});
type Shape = typeof shape extends fc.Arbitrary<infer S> ? S : never;

async function begin({ count, pageSize, passing, begun, ageMs, joined }: Shape) {
  const upstream = new ChangingList(count, pageSize);
  const engine = createEngine();
  const copy = copyOf(engine, upstream);
  const { collection, source } = copy;
  const where = ({ id }: Thing): boolean => Number(id.slice(1)) % passing === 0;
  const earlier = engine.operation();
  for (let page = 0; page < begun; page += 1) await collection.advance(earlier.scope, source);
  engine.clock.advance(ageMs);
  upstream.calls.length = 0;
  const listIn = ({ reader, scope }: Operation): List<Thing> => {
    const pages = {
      ...listByRevision<Thing>({
        pageSize,
        sortOf,
        // The upstream filters: its pages hold what passes.
        read: async (from): Promise<RevisionPage<Thing>> => {
          upstream.beforeRead();
          upstream.calls.push(`own ${from}`);
          const all = upstream.things.filter((thing) => where(thing) && BigInt(thing.revision) >= BigInt(from));
          const items = all.slice(0, pageSize);
          return { items, received: items.length, last: items.at(-1)?.revision ?? null };
        },
        isFresh: async () => false,
        total: async () => null,
      }),
      isHeld: async () => false,
    };
    if (joined) scope.joined.add(collection.spec.row.id);
    const copied = listOfCopy(collection, reader, source, { where });
    return listOrRenewed({ pages, copied, isHeld: pages.isHeld, collection, source, reader, passing: { where } });
  };
  return { upstream, engine, copy, where, list: () => listIn(engine.operation()) };
}

/** Pages that the list's own way takes for its first rows; one more only to see the end after a full one. */
function ownPages(passing: number, { first, pageSize }: Shape): number {
  return first <= passing ? Math.ceil(first / pageSize) : Math.floor(passing / pageSize) + 1;
}

describe('a list beside a copy that is read for the first time', () => {
  test('takes no more calls than its own pages, and where joins want the copy one more at most', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (options) => {
        const { upstream, copy, where, list } = await begin(options);
        const expected = upstream.things.filter(where);
        // What was complete once is another matter.
        fc.pre((await copy.collection.completeAt(copy.source)) === null);
        expect(await itemsOf(list(), options.first)).toEqual(expected.slice(0, options.first));
        const most = ownPages(expected.length, options) + (options.joined ? 1 : 0);
        expect(upstream.calls.length).toBeLessThanOrEqual(most);
      }),
      runs(300, 20_000),
    );
  });

  test('gives every record that does not change once, in order, while others come, are edited and vanish', async () => {
    await fc.assert(
      fc.asyncProperty(
        shape,
        fc.array(edits(['none', 'insert', 'move', 'remove']), { maxLength: 30 }),
        async (options, script) => {
          const { upstream, where, list } = await begin(options);
          const before = upstream.things.filter(where).map(({ id }) => id);
          editBeforeReads(upstream, script);
          const things = await walk(list, options.first);
          const stayed = before.filter((id) => !upstream.touched.has(id));
          expect(things.map(({ id }) => id).filter((id) => stayed.includes(id))).toEqual(stayed);
          const sorts = things.map(sortOf);
          expect(sorts).toEqual([...new Set(sorts)].sort());
        },
      ),
      runs(300, 20_000),
    );
  });

  test.each([
    [FRESH_MS, []],
    [FRESH_MS + 1_000, ['own 0']],
  ])('answers from what was read %i ms ago by %o', async (ageMs, calls) => {
    const options = { count: 40, pageSize: 7, passing: 2, begun: 1, joined: false, first: 3 };
    const { upstream, list } = await begin({ ...options, ageMs });
    expect((await itemsOf(list(), 3)).map(({ id }) => id)).toEqual(['t2', 't4', 't6']);
    expect(upstream.calls).toEqual(calls);
  });

  test('does not take a record that was read by itself for one of its part', async () => {
    const { upstream, engine, copy, list } = await begin({
      count: 40,
      pageSize: 7,
      passing: 1,
      begun: 1,
      ageMs: 0,
      joined: false,
      first: 9,
    });
    await copy.find(engine.operation(), ['t20']);
    upstream.calls.length = 0;
    expect((await itemsOf(list(), 9)).map(({ id }) => id)).toEqual(upstream.ids().slice(0, 9));
    expect(upstream.calls).toEqual(['own 8']);
  });
});
