import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOfCopy } from '../../src/loading/lists/of-copy.ts';
import { ChangingList, type Edit, editBeforeReads, edits } from '../support/changing-list.ts';
import { type CopyStoreKind, copyStores } from '../support/copy-stores.ts';
import { createEngine, type Engine, engineOver } from '../support/engine.ts';
import { runs } from '../support/proof.ts';
import { walk } from '../support/source-harness.ts';
import { copyOf, ensureUntil, type ThingCopy, type ThingCopyOptions } from '../support/thing-copy.ts';

const DAY_MS = 86_400_000;

/** One stretch of a copy's life: the list changes, time passes, an operation reads and may leave early. */
const stretch = (kinds: Parameters<typeof edits>[0]) =>
  fc.record({
    before: fc.array(edits(kinds), { maxLength: 12 }),
    during: fc.array(edits(kinds), { maxLength: 6 }),
    seconds: fc.constantFrom(0, 5, 31, 100),
    /** After so many reads its caller leaves. */
    reads: fc.option(fc.integer({ min: 1, max: 6 }), { nil: 99 }),
    verify: fc.boolean(),
    /** Pages that a list of everything reads, and what changes while each is under way. */
    listed: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), edits(kinds)), { maxLength: 4 }),
  });

const size = { count: fc.nat(30), pageSize: fc.integer({ min: 2, max: 6 }) };

/** A list of everything reads a page, which the copy takes in. */
async function takePage(engine: Engine, upstream: ChangingList, copy: ThingCopy, number: number, edit: Edit) {
  const { scope } = engine.operation();
  const readAt = engine.clock.now();
  const page = await upstream.readPage(scope, number);
  upstream.apply(edit);
  engine.clock.advance(1);
  await copy.collection.take(scope, copy.source, { number, page, readAt });
}

async function live(
  { options, store }: { readonly options: ThingCopyOptions; readonly store: CopyStoreKind },
  { count, pageSize }: { count: number; pageSize: number },
  stretches: readonly (ReturnType<typeof stretch> extends fc.Arbitrary<infer S> ? S : never)[],
) {
  const engine = await engineOver(store);
  const upstream = new ChangingList(count, pageSize);
  const copy = copyOf(engine, upstream, options);
  for (const { before, during, seconds, reads, verify, listed } of stretches) {
    for (const edit of before) upstream.apply(edit);
    engine.clock.advance(seconds * 1000);
    editBeforeReads(upstream, during);
    await ensureUntil(copy, engine.operation({ wish: verify ? { mode: 'verify' } : {} }), upstream, reads);
    upstream.beforeRead = () => undefined;
    for (const [number, edit] of options.sync === 'revision' ? [] : listed)
      await takePage(engine, upstream, copy, number, edit);
  }
  engine.clock.advance(1);
  return { engine, upstream, copy };
}

const KINDS: readonly (readonly [name: string, options: ThingCopyOptions, kinds: Parameters<typeof edits>[0]])[] = [
  ['by revision', { sync: 'revision' }, ['insert', 'move']],
  ['newest first', { sync: 'newest-first', wholeEverySeconds: 86_400 }, ['insert', 'remove']],
  ['onward', { sync: 'newest-first', wholeEverySeconds: 86_400, mostPages: 2 }, ['insert', 'remove', 'move']],
  ['whole', { sync: 'whole' }, ['insert', 'remove']],
];

/** Over Redis each look takes a way over the network. */
const STORES = copyStores();
function runsIn({ name }: CopyStoreKind, small: number, proof: number): ReturnType<typeof runs> {
  return name === 'Redis' ? runs(small / 5, proof / 10) : runs(small, proof);
}

const CASES = STORES.flatMap((store) =>
  KINDS.map(([name, options, kinds]) => ({ name: `${name} in ${store.name}`, kept: { options, store }, kinds })),
);

describe.each(CASES)('a copy read $name', ({ kept, kinds }) => {
  const { options, store } = kept;

  test('lacks nothing once it is brought up to date, however its fill was interrupted and its upstream changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(size), fc.array(stretch(kinds), { maxLength: 5 }), async (start, stretches) => {
        const { engine, upstream, copy } = await live(kept, start, stretches);
        const { asOf } = await copy.ensure(engine.operation({ wish: { mode: 'verify' } }));
        expect(asOf).toBe(engine.clock.now());
        const held = await copy.ids();
        expect(upstream.ids().filter((id) => !held.includes(id))).toEqual([]);
        await engine.store.close();
      }),
      runsIn(store, 15, 3_000),
    );
  });

  test('lacks none of the records that stood still while it was brought up to date', async () => {
    const changes = fc.array(edits(kinds), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.record(size),
        fc.array(stretch(kinds), { maxLength: 3 }),
        changes,
        async (start, stretches, during) => {
          const { engine, upstream, copy } = await live(kept, start, stretches);
          engine.clock.advance(DAY_MS + 1);
          upstream.settle();
          const before = upstream.ids();
          editBeforeReads(upstream, during);
          await copy.ensure(engine.operation());
          const held = await copy.ids();
          expect(before.filter((id) => !upstream.touched.has(id) && !held.includes(id))).toEqual([]);
          await engine.store.close();
        },
      ),
      runsIn(store, 15, 3_000),
    );
  });

  test('holds just what the upstream does after a whole reading', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(size), fc.array(stretch(kinds), { maxLength: 4 }), async (start, stretches) => {
        const { engine, upstream, copy } = await live(kept, start, stretches);
        engine.clock.advance(DAY_MS + 1);
        await copy.ensure(engine.operation());
        const expected = options.sync === 'revision' ? upstream.ids() : upstream.ids().toReversed();
        expect(await copy.ids()).toEqual(expected);
        await engine.store.close();
      }),
      runsIn(store, 10, 1_500),
    );
  });

  test('brings no page twice while nothing vanishes: a fill that was interrupted goes on where it stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(size),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
        async (start, leaves) => {
          const still = { seconds: 5 as const, verify: false };
          const stops = leaves.map((reads) => ({ ...still, before: [], during: [], listed: [], reads }));
          const { engine, upstream, copy } = await live(kept, start, stops.slice(0, 5));
          await copy.ensure(engine.operation());
          expect(new Set(upstream.calls).size).toBe(upstream.calls.length);
          expect(await copy.ids()).toHaveLength(start.count);
          await engine.store.close();
        },
      ),
      runsIn(store, 10, 1_500),
    );
  });
});

test('a list of a copy gives every record that does not change once while the copy follows its upstream', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record(size),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.array(edits(['insert', 'move']), { maxLength: 8 }), { maxLength: 8 }),
      async (start, first, bursts) => {
        const engine = createEngine();
        const upstream = new ChangingList(start.count, start.pageSize);
        const { collection, source } = copyOf(engine, upstream);
        const before = upstream.ids();
        const given = await walk(
          () => listOfCopy(collection, engine.operation({ wish: { mode: 'verify' } }).reader, source, {}),
          first,
          (page) => {
            for (const edit of bursts[page - 1] ?? []) upstream.apply(edit);
            engine.clock.advance(1_000);
          },
        );
        await engine.store.close();
        const stayed = before.filter((id) => !upstream.touched.has(id));
        expect(given.map(({ id }) => id).filter((id) => stayed.includes(id))).toEqual(stayed);
      },
    ),
    runs(20, 1_500),
  );
});
