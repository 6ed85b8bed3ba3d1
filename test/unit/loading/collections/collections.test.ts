import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CallerLeft } from '../../../../src/base/errors.ts';
import { openSqliteStore } from '../../../../src/store/sqlite.ts';
import { ChangingList } from '../../../support/changing-list.ts';
import { createEngine, settled } from '../../../support/engine.ts';
import { copyOf, ensureUntil, type ThingCopyOptions } from '../../../support/thing-copy.ts';

const SYNCS = ['revision', 'newest-first', 'whole'] as const;
const DAY_MS = 86_400_000;

function begin(count: number, options: ThingCopyOptions = {}, pageSize = 10) {
  const engine = createEngine();
  const upstream = new ChangingList(count, pageSize);
  const copy = copyOf(engine, upstream, options);
  const takeCalls = () => upstream.calls.splice(0);
  return { ...engine, engine, upstream, copy, takeCalls };
}

describe('a copy that is filled', () => {
  test.each([
    ['revision', ['from 0', 'from 11', 'from 21']],
    ['newest-first', ['page 1', 'page 2', 'page 3']],
    ['whole', ['page 1', 'page 2', 'page 3']],
  ] as const)('by %s reads each page once and then answers without a call', async (sync, calls) => {
    const { copy, operation, clock, takeCalls } = begin(25, { sync });
    const first = operation();
    expect(await copy.ensure(first)).toEqual({ asOf: clock.now(), reason: null });
    expect(takeCalls()).toEqual(calls);
    expect([first.meter.calls.length, first.meter.hits.size]).toEqual([3, 0]);
    expect(await copy.ids()).toHaveLength(25);
    clock.advance(30_000);
    const second = operation();
    expect(await copy.ensure(second)).toEqual({ asOf: clock.now() - 30_000, reason: 'CACHE' });
    expect([takeCalls(), second.meter.hits.size]).toEqual([[], 1]);
  });

  test('by revision pays one more call only where an empty page alone can show the end', async () => {
    const { copy, operation, takeCalls } = begin(20);
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(['from 0', 'from 11', 'from 21']);
  });

  test.each([
    [['0'], ['from 11', 'from 21']],
    [['0', '11'], ['from 21']],
    [['11'], ['from 0', 'from 11', 'from 21']],
    [
      ['11', '0'],
      ['from 11', 'from 21'],
    ],
  ])('by revision takes pages read from %j as its own where it would go on there', async (places, calls) => {
    const { copy, operation, upstream, clock, takeCalls } = begin(25);
    for (const from of places) {
      const page = await upstream.readFrom(undefined, from);
      await copy.collection.take(operation().scope, copy.source, { from, page, readAt: clock.now() });
    }
    expect(await copy.ids()).toHaveLength(places.length * 10);
    takeCalls();
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(calls);
    expect(await copy.ids()).toHaveLength(25);
  });

  test('by revision is complete when the last page that it takes is not full', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(5);
    const readAt = clock.now();
    const page = await upstream.readFrom(undefined, '0');
    await copy.collection.take(operation().scope, copy.source, { from: '0', page, readAt });
    takeCalls();
    clock.advance(30_000);
    expect(await copy.ensure(operation())).toEqual({ asOf: readAt, reason: 'CACHE' });
    expect(takeCalls()).toEqual([]);
  });

  test('is filled once for all who wait for it, charged to who began', async () => {
    const { copy, operation, upstream } = begin(25);
    const operations = [operation(), operation(), operation()];
    await Promise.all(operations.map((one) => copy.ensure(one)));
    expect(upstream.calls).toHaveLength(3);
    expect(operations.map(({ meter }) => [meter.calls.length, meter.shared.length])).toEqual([
      [3, 0],
      [0, 3],
      [0, 3],
    ]);
  });

  test('in one operation is ensured once, whatever it asks for', async () => {
    const { copy, operation, clock, takeCalls } = begin(5);
    const one = operation({ wish: { mode: 'verify', maxAge: 0 } });
    await copy.ensure(one);
    clock.advance(1_000);
    await copy.ensure(one);
    expect(takeCalls()).toEqual(['from 0']);
    expect(one.meter.hits.size).toBe(0);
  });
});

describe('a copy that is caught up', () => {
  test('by revision costs one call where little changed, and holds edits once', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(25);
    await copy.ensure(operation());
    takeCalls();
    upstream.move('t3');
    upstream.insert();
    clock.advance(31_000);
    expect(await copy.ensure(operation())).toEqual({ asOf: clock.now(), reason: null });
    expect(takeCalls()).toEqual(['from 26']);
    expect(await copy.ids()).toEqual(upstream.ids());
  });

  test('newest first costs one call where few rows are new, and as many pages as there are new ones otherwise', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(45, { sync: 'newest-first' });
    await copy.ensure(operation());
    takeCalls();
    for (const [news, calls] of [
      [0, ['page 1']],
      [9, ['page 1']],
      [25, ['page 1', 'page 2', 'page 3']],
    ] as const) {
      for (let row = 0; row < news; row += 1) upstream.insert();
      clock.advance(31_000);
      await copy.ensure(operation());
      expect(takeCalls()).toEqual(calls);
      expect(await copy.ids()).toEqual(upstream.ids().toReversed());
    }
  });

  test('newest first sees edits of old rows and vanished ones once a day, by reading it whole; its rows stay until then', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(25, {
      sync: 'newest-first',
      wholeEverySeconds: 86_400,
    });
    await copy.ensure(operation());
    upstream.change('t2');
    upstream.remove('t3');
    clock.advance(DAY_MS);
    await copy.ensure(operation());
    takeCalls();
    expect(await copy.ids()).toContain('t3');
    clock.advance(31_000);
    await ensureUntil(copy, operation(), upstream, 2);
    expect(await copy.ids()).toContain('t3');
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(['page 1', 'page 2', 'page 3']);
    expect(await copy.ids()).toEqual(upstream.ids().toReversed());
    const [row] = await copy.collection.copies.rows(copy.collection.nameOf(copy.source), ['t2']);
    expect(row && copy.collection.parse(row)).toMatchObject({ edits: 1 });
  });

  test('whole goes on where a page begins as the last did because as many rows came in front', async () => {
    const { copy, operation, upstream } = begin(45, { sync: 'whole' });
    upstream.beforeRead = () => {
      if (upstream.calls.length === 2) for (let row = 0; row < 10; row += 1) upstream.insert();
    };
    await copy.ensure(operation());
    expect(upstream.calls).toEqual(['page 1', 'page 2', 'page 3', 'page 4', 'page 5', 'page 6']);
    expect(await copy.ids()).toHaveLength(45);
  });

  test('whole is read anew each time, and what vanished is dropped', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(15, { sync: 'whole' });
    await copy.ensure(operation());
    upstream.remove('t4');
    upstream.change('t5');
    clock.advance(31_000);
    takeCalls();
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(['page 1', 'page 2']);
    expect(await copy.ids()).toEqual(upstream.ids().toReversed());
  });
});

describe('a fill that stops', () => {
  test('at the deadline costs its field, which tells how far it came', async () => {
    const { copy, operation, upstream, clock } = begin(50);
    copy.abortable = true;
    upstream.beforeRead = () => clock.advance(400);
    await expect(copy.ensure(operation({ deadlineMs: 1_000 }))).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      upstream: 'VISIT',
      details: { progress: { rows: 20, calls: 2 } },
    });
  });

  test('because nobody waits any more begins no further page', async () => {
    const { copy, operation, upstream, takeCalls } = begin(50);
    const one = operation();
    upstream.beforeRead = () => {
      if (upstream.calls.length === 1) one.leave();
    };
    await expect(copy.ensure(one)).rejects.toBeInstanceOf(CallerLeft);
    await settled();
    expect(takeCalls()).toEqual(['from 0', 'from 11']);
  });

  test.each(SYNCS)('goes on where it stopped after a restart, and reads no page twice: %s', async (sync) => {
    const folder = await mkdtemp(join(tmpdir(), 'weir-copies-'));
    const path = join(folder, 'data', 'weir.db');
    const upstream = new ChangingList(55, 10);
    const { clock } = createEngine();
    for (const reads of [2, 1, 2]) {
      const engine = createEngine({ store: await openSqliteStore(path, clock), clock });
      await ensureUntil(copyOf(engine, upstream, { sync }), engine.operation(), upstream, reads);
      await engine.store.close();
    }
    const engine = createEngine({ store: await openSqliteStore(path, clock), clock });
    const copy = copyOf(engine, upstream, { sync });
    await copy.ensure(engine.operation());
    expect(upstream.calls).toHaveLength(6);
    expect(new Set(upstream.calls).size).toBe(6);
    expect(await copy.ids()).toHaveLength(55);
    await engine.store.close();
    await rm(folder, { recursive: true });
  });

  test.each([
    [undefined, ['page 1', 'page 4', 'page 5']],
    [9, ['page 1', 'onward 31 page 1', 'onward 31 page 2', 'onward 31 page 3', 'onward 31 page 4']],
  ])('goes on behind what it holds when its front has grown old (%j)', async (mostPages, calls) => {
    const { copy, operation, upstream, clock, takeCalls } = begin(50, {
      sync: 'newest-first',
      ...(mostPages !== undefined && { mostPages }),
    });
    await ensureUntil(copy, operation(), upstream, mostPages === undefined ? 3 : 2);
    takeCalls();
    clock.advance(31_000);
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(calls);
    expect(await copy.ids()).toEqual(upstream.ids().toReversed());
  });

  test('is begun anew where the model has another shape', async () => {
    const { engine, upstream, copy, operation, takeCalls } = begin(15);
    await copy.ensure(operation());
    takeCalls();
    await copyOf(engine, upstream, { shape: 2 }).ensure(operation());
    expect(takeCalls()).toEqual(['from 0', 'from 11']);
  });
});

describe('a row that another read brought', () => {
  test('updates the copy and never moves the place to go on from', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(15);
    await ensureUntil(copy, operation(), upstream, 1);
    upstream.move('t2');
    const latest = upstream.byId('t2');
    if (latest === null) throw new Error('it is there');
    await copy.collection.put(copy.source, [latest], clock.now());
    expect(await copy.collection.completeAt(copy.source)).toBeNull();
    expect(await copy.collection.isFresh(operation().scope, copy.source)).toBe(false);
    takeCalls();
    await copy.ensure(operation());
    expect(takeCalls()).toEqual(['from 11']);
    expect(await copy.ids()).toEqual(upstream.ids());
  });

  test('gives way to a higher revision and replaces a lower one', async () => {
    const { copy, operation, upstream, clock } = begin(3);
    const [old] = upstream.things;
    if (old === undefined) throw new Error('it is there');
    upstream.move(old.id);
    await copy.ensure(operation());
    await copy.collection.put(copy.source, [old], clock.now());
    expect(await copy.ids()).toEqual(['t2', 't3', 't1']);
  });
});

test('copies that nobody has read for as long as the collection says are dropped', async () => {
  const { engine, upstream, operation, clock } = begin(5);
  const copy = copyOf(engine, upstream, { dropUnreadSeconds: 3_600 });
  await copy.ensure(operation());
  clock.advance(3_600_000);
  await copy.collection.sweep();
  expect(await copy.ids()).toHaveLength(5);
  await copy.find(operation({ wish: { maxAge: 9_999 } }), ['t1']);
  clock.advance(3_600_000);
  await copy.collection.sweep();
  expect(await copy.ids()).toHaveLength(5);
  clock.advance(1);
  await copy.collection.sweep();
  expect(await copy.ids()).toEqual([]);
});
