import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDropWatch, dropRecords, forgetDrops } from '../../../src/loading/drop.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import { ChangingList } from '../../support/changing-list.ts';
import { createEngine, gate, settled } from '../../support/engine.ts';
import { runs } from '../../support/proof.ts';
import { copyOf, type ThingCopyOptions } from '../../support/thing-copy.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const NEVER = new AbortController().signal;
/** The copies of `thing-copy.ts` are named `visit.things SHAPE keys-1`. */
const named = (id: string) => ({ kind: 'visit.things', place: 'keys-1', id });

function begin(count: number, options: ThingCopyOptions = {}) {
  const engine = createEngine();
  const upstream = new ChangingList(count, 10);
  const copy = copyOf(engine, upstream, options);
  const drop = (...ids: readonly string[]) =>
    dropRecords(engine.store, engine.clock, ids.map(named), NEVER).finally(() => engine.clock.advance(1));
  return { ...engine, upstream, copy, drop, takeCalls: () => upstream.calls.splice(0) };
}

describe('records that were dropped', () => {
  test.each([
    ['revision', {}],
    ['newest-first', {}],
    ['newest-first', { partial: true }],
  ] as const)('are read again, each by one call, and no other record, in a copy %s %o', async (sync, options) => {
    const property = fc.asyncProperty(
      fc.uniqueArray(fc.nat(24), { maxLength: 5 }),
      fc.boolean(),
      async (drawn, listed) => {
        const { copy, drop, operation, upstream, clock, takeCalls } = begin(25, { sync, ...options });
        await copy.ensure(operation());
        const dropped = drawn.map((index) => `t${index + 1}`);
        const others = upstream.ids().filter((id) => !dropped.includes(id));
        clock.advance(1);
        // What no copy that is read so would see.
        for (const id of dropped) upstream.change(id);
        takeCalls();
        expect(await drop(...dropped)).toBe(dropped.length);
        expect(await copy.find(operation(), others)).toEqual(others);
        expect(takeCalls()).toEqual([]);
        if (listed) await copy.ensure(operation());
        else for (const id of dropped) await copy.find(operation(), [id]);
        expect(takeCalls().toSorted()).toEqual(dropped.map((id) => `one ${id}`).toSorted());
        await copy.ensure(operation());
        expect(takeCalls()).toEqual([]);
        expect((await copy.ids()).toSorted()).toEqual(upstream.ids().toSorted());
        const rows = await copy.collection.copies.rows(copy.collection.nameOf(copy.source), dropped);
        expect(rows.map((row) => copy.collection.parse(row)?.edits)).toEqual(dropped.map(() => 1));
      },
    );
    await fc.assert(property, runs(40, 500));
  });

  test('that are gone upstream are known to be gone once they were read again', async () => {
    const { copy, drop, operation, upstream, takeCalls } = begin(15);
    await copy.ensure(operation());
    upstream.remove('t3');
    await drop('t3');
    takeCalls();
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(['one t3']);
    expect(await copy.find(operation(), ['t3', 't4'])).toEqual([null, 't4']);
    expect(takeCalls()).toEqual([]);
  });

  test('come with their list where they cannot be read by themselves', async () => {
    const { copy, drop, operation, upstream, clock, takeCalls } = begin(15, { singly: false });
    await copy.ensure(operation());
    clock.advance(1);
    await drop('t3');
    takeCalls();
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(['from 0', 'from 11']);
    expect(await copy.ids()).toEqual(upstream.ids());
  });

  test('come with the next reading of a list that is read whole each time, not with one that began before', async () => {
    const { copy, drop, operation, upstream, clock, takeCalls } = begin(15, { sync: 'whole' });
    const first = operation();
    let pages = 0;
    upstream.beforeRead = () => {
      pages += 1;
      if (pages === 2) first.leave();
    };
    await copy.ensure(first).catch(() => undefined);
    await settled();
    clock.advance(1);
    await drop('t3');
    expect(await copy.find(operation(), ['t3'])).toEqual(['t3']);
    clock.advance(1);
    await copy.ensure(operation());
    takeCalls();
    expect(await copy.find(operation(), ['t3', 't4'])).toEqual(['t3', 't4']);
    await copy.ensure(operation());
    expect(takeCalls()).toEqual([]);
  });

  test.each([
    ['revision', 'one t3'],
    ['newest-first', 'one t3'],
    ['whole', 'page 1'],
  ] as const)(
    'are read again once by who waits for a copy %s, though the clock of the command goes before',
    async (sync, call) => {
      const { copy, operation, store, clock, takeCalls } = begin(5, { sync });
      await copy.ensure(operation());
      const ahead = { ...clock, now: () => clock.now() + 10_000 };
      await dropRecords(store, ahead, [named('t3')], NEVER);
      clock.advance(1);
      takeCalls();
      await copy.ensure(operation());
      expect(takeCalls()).toEqual([call]);
      clock.advance(1);
      await copy.ensure(operation());
      expect(takeCalls()).toEqual([]);
    },
  );

  test('are not taken to be missing because no other record has what they are looked up by', async () => {
    const { copy, drop, operation, upstream, takeCalls } = begin(15);
    await copy.ensure(operation());
    const index = {
      term: 'email',
      fetch: async (_scope: unknown, email: string) => {
        upstream.calls.push(`by ${email}`);
        return upstream.things.find((thing) => thing.email === email) ?? null;
      },
    };
    await drop('t3');
    takeCalls();
    expect(await copy.find(operation(), ['t3@example.com', 't4@example.com'], index)).toEqual(['t3', 't4']);
    expect(takeCalls()).toEqual(['by t3@example.com']);
  });

  test('are dropped when the page that is being brought in has come, which does not bring them back', async () => {
    const { copy, drop, operation, upstream, clock, takeCalls } = begin(5);
    await copy.ensure(operation());
    upstream.move('t3');
    clock.advance(31_000);
    const held = gate();
    const { readFrom } = copy.source;
    const slow = {
      ...copy.source,
      readFrom: async (...args: Parameters<NonNullable<typeof readFrom>>) => {
        const page = await readFrom?.(...args);
        await held.promise;
        if (page === undefined) throw new RangeError('no page');
        return page;
      },
    };
    const ensured = copy.collection.ensure(operation().scope, slow);
    await settled();
    upstream.change('t3');
    const dropped = drop('t3');
    await settled();
    held.open();
    await ensured;
    for (let turn = 0; turn < 3; turn += 1) {
      clock.advance(60);
      await settled();
    }
    await dropped;
    takeCalls();
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(['one t3']);
  });
});

describe('copies of others', () => {
  const COPIES = [
    'visit.visitors 2 view e1',
    'visit.visitors 2 other e1',
    'visit.visitors 2 view e2',
    'visit.partners 2 view e1',
    'visual-visitor.leads 2 view PLUS_PERSON',
    'visual-visitor.leads 2 view PLUS_EMPLOYEE',
    'visual-visitor.leads 2 view customer 7 PLUS_PERSON',
    'visual-visitor.users 1 view',
    'visual-visitor.users 1 view customer 7',
    'iadvize.visitors 2 view',
  ];

  test.each([
    ['visit.visitors', 'e1', ['visit.visitors 2 view e1', 'visit.visitors 2 other e1']],
    ['visual-visitor.person-leads', undefined, ['visual-visitor.leads 2 view PLUS_PERSON']],
    ['visual-visitor.person-leads', '7', ['visual-visitor.leads 2 view customer 7 PLUS_PERSON']],
    ['visual-visitor.employee-leads', undefined, ['visual-visitor.leads 2 view PLUS_EMPLOYEE']],
    ['visual-visitor.users', undefined, ['visual-visitor.users 1 view']],
    ['visual-visitor.users', '7', ['visual-visitor.users 1 view customer 7']],
    ['iadvize.visitors', undefined, ['iadvize.visitors 2 view']],
    ['iadvize.operators', undefined, []],
  ])('keep their records of the same id: %s %s', async (kind, place, expected) => {
    const clock = createVirtualClock();
    const store = openMemoryStore(clock);
    const row = { id: '1', sort: '1', body: '{}', readAt: 1, terms: [] };
    for (const copy of COPIES) await store.copies.write(copy, [row], '{}');
    expect(await dropRecords(store, clock, [{ kind, place, id: '1' }], NEVER)).toBe(expected.length);
    const left = await Promise.all(COPIES.map(async (copy) => (await store.copies.rows(copy, ['1'])).length));
    expect(COPIES.filter((_copy, index) => left[index] === 0)).toEqual(expected);
  });
});

describe('a gateway', () => {
  test('is told what was dropped since it last looked, once, and that it cannot be told all of it', async () => {
    const clock = createVirtualClock();
    const store = openMemoryStore(clock);
    const drop = (id: string) => dropRecords(store, clock, [named(id)], NEVER);
    await drop('before');
    const look = createDropWatch(store.copies);
    expect(await look()).toEqual([]);
    await drop('a');
    await drop('b');
    expect(await look()).toEqual(['visit.things keys-1 a', 'visit.things keys-1 b']);
    expect(await look()).toEqual([]);
    for (let count = 0; count < 101; count += 1) await drop('c');
    expect(await look()).toBeUndefined();
    await drop('d');
    expect(await look()).toEqual(['visit.things keys-1 d']);
    await drop('e');
    await forgetDrops(store.copies);
    expect(await store.copies.state('dropped')).not.toContain('things');
    expect(await look()).toBeUndefined();
    expect(await look()).toEqual([]);
  });
});
