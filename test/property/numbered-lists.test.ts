import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatedPage, listByPage } from '../../src/loading/lists/by-page.ts';
import type { List } from '../../src/model/list.ts';
import { ChangingList, type Edit, editBeforeReads, edits, sortOf, type Thing } from '../support/changing-list.ts';
import { runs } from '../support/proof.ts';
import { rowsOf, walk } from '../support/source-harness.ts';

const shape = fc.record({
  count: fc.nat(40),
  // With pages of one row, a single move between two reads looks like the last page sent again.
  pageSize: fc.integer({ min: 2, max: 7 }),
  first: fc.integer({ min: 1, max: 9 }),
  pastEnd: fc.constantFrom<'empty' | 'repeat'>('empty', 'repeat'),
  /** Whether pages stay held between the pages of the walk. */
  holds: fc.boolean(),
  segments: fc.integer({ min: 1, max: 3 }),
});
type Shape = typeof shape extends fc.Arbitrary<infer S> ? S : never;

const any = edits(['none', 'insert', 'move', 'remove']);
const bursts = fc.array(fc.array(any, { maxLength: 20 }), { maxLength: 6 });

/** A list over a changing upstream, in segments of falling revision, with the reads that it made. */
function begin({ count, pageSize, pastEnd, segments }: Shape) {
  const upstream = new ChangingList(count, pageSize);
  upstream.pastEnd = pastEnd;
  const highest = (segment: number) => (segment === 1 ? Number.POSITIVE_INFINITY : Math.ceil(count / segment));
  const inSegment =
    (segment: number) =>
    ({ revision }: Thing) =>
      Number(revision) <= highest(segment) && (segment === segments || Number(revision) > highest(segment + 1));
  const held = new Map<string, Promise<DatedPage<Thing>>>();
  const read = async (segment: string, page: number): Promise<DatedPage<Thing>> => {
    upstream.beforeRead();
    const time = upstream.calls.push(`${segment} ${page}`);
    const found = upstream.pageOf(upstream.things.filter(inSegment(Number(segment))).toReversed(), page);
    return { ...found, askedAt: time, toldAt: time };
  };
  const list = (): List<Thing> =>
    listByPage<Thing>({
      sortOf,
      firstSegment: '1',
      isSegment: (text) => /^[1-9]$/.test(text) && Number(text) <= segments,
      nextSegment: (segment) => (Number(segment) < segments ? String(Number(segment) + 1) : null),
      read: (segment, page, again) => {
        const key = `${segment} ${page} ${again}`;
        const answer = held.get(key) ?? read(segment, page);
        held.set(key, answer);
        return answer;
      },
      total: async () => null,
    });
  return { upstream, list, forget: () => held.clear() };
}

/** `script` changes the list before each read, `bursts` between the pages that the client asks for. */
async function walkWhile(options: Shape, script: readonly Edit[], bursts: readonly (readonly Edit[])[] = []) {
  const { upstream, list, forget } = begin(options);
  const before = upstream.ids();
  editBeforeReads(upstream, script);
  const things = await walk(list, options.first, (page) => {
    if (!options.holds) forget();
    for (const edit of bursts[page - 1] ?? []) upstream.apply(edit);
  });
  const stayed = before.filter((id) => !upstream.touched.has(id));
  return { upstream, stayed, given: things.map(({ id }) => id), sorts: things.map(sortOf) };
}

describe('a list in pages by number', () => {
  test('gives every record that does not change once, in order, while others come, move to the front and vanish', async () => {
    await fc.assert(
      fc.asyncProperty(shape, fc.array(any, { maxLength: 40 }), bursts, async (options, script, between) => {
        const { stayed, given, sorts } = await walkWhile(options, script, between);
        expect(given.filter((id) => stayed.includes(id))).toEqual(stayed.toReversed());
        expect(sorts).toEqual(sorts.toSorted().reverse());
        expect(new Set(sorts).size).toBe(sorts.length);
      }),
      runs(300, 20_000),
    );
  });

  test('reads no page twice in one walk unless rows vanish', async () => {
    await fc.assert(
      fc.asyncProperty(
        shape,
        fc.array(edits(['none', 'insert', 'move']), { maxLength: 40 }),
        async (options, script) => {
          const { upstream } = await walkWhile({ ...options, holds: true, segments: 1 }, script);
          expect(new Set(upstream.calls).size).toBe(upstream.calls.length);
        },
      ),
      runs(200, 10_000),
    );
  });

  test('says of each row exactly whether another follows, and reads no page that is not needed', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (options) => {
        const { list, upstream } = begin(options);
        const rows = await rowsOf(list());
        for (const [index, { more }] of rows.entries())
          if (more !== undefined) expect(more).toBe(index < rows.length - 1);
        const pages = upstream.calls.length;
        upstream.calls.length = 0;
        await rowsOf(begin(options).list(), options.first);
        expect(upstream.calls.length).toBeLessThanOrEqual(pages);
      }),
      runs(100, 5_000),
    );
  });

  test('ends for any cursor that somebody made up', async () => {
    const position = fc.record({
      s: fc.string(),
      g: fc.constantFrom('1', '2', '9', 'x', null),
      p: fc.oneof(fc.integer(), fc.double(), fc.constant('1'), fc.constant(1e9)),
      c: fc.oneof(fc.nat(100), fc.constant('5')),
      t: fc.oneof(fc.nat(100), fc.double(), fc.constant('5')),
      l: fc.constantFrom(0, 1, 2, null),
    });
    await fc.assert(
      fc.asyncProperty(shape, position, async (options, after) => {
        const { list, upstream } = begin(options);
        const rows = await rowsOf(list(), undefined, after);
        for (const { item } of rows) expect(sortOf(item) < after.s).toBe(true);
        expect(upstream.calls.length).toBeLessThan(200);
      }),
      runs(200, 10_000),
    );
  });
});
