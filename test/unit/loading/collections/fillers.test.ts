import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../../../src/store/memory.ts';
import type { Store } from '../../../../src/store/store.ts';
import { ChangingList } from '../../../support/changing-list.ts';
import { copyStores, type OpenCopies } from '../../../support/copy-stores.ts';
import { createEngine, type Engine, gate, settled, stateOf } from '../../../support/engine.ts';
import { copyOf } from '../../../support/thing-copy.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';

/** Runs the clock until the promise has come to something. */
async function pass<T>(clock: VirtualClock, promise: Promise<T>): Promise<T> {
  while ((await stateOf(promise)) === 'pending') clock.advance(10);
  return promise;
}

describe.each(copyStores())('two processes over one store in $name', ({ openCopies }) => {
  let clock: VirtualClock;
  let store: Store;
  let held: OpenCopies;
  let upstream: ChangingList;
  beforeEach(async () => {
    clock = createVirtualClock();
    held = await openCopies(clock);
    store = { ...openMemoryStore(clock), copies: held.copies };
    upstream = new ChangingList(17, 3);
  });
  afterEach(async () => {
    await store.close();
    await held.close();
  });
  const engine = (): Engine => createEngine({ clock, store });

  test('bring a copy in together: each page is read once, and both have it whole', async () => {
    const [one, other] = [engine(), engine()].map((each) => ({ engine: each, copy: copyOf(each, upstream) }));
    if (one === undefined || other === undefined) throw new TypeError('two processes');
    const both = [one, other].map(({ engine: each, copy }) => copy.ensure(each.operation()));
    await pass(clock, Promise.all(both));
    expect(upstream.calls).toHaveLength(6);
    expect(new Set(upstream.calls).size).toBe(6);
    expect([(await one.copy.ids()).length, (await other.copy.ids()).length]).toEqual([17, 17]);
  });

  test('wait for each other no longer than their own deadline, and then tell how far the copy has come', async () => {
    const [one, other] = [engine(), engine()];
    const open = gate();
    const slow = copyOf(one, upstream);
    const { readFrom } = slow.source;
    let pages = 0;
    const source = {
      ...slow.source,
      readFrom: async (...given: Parameters<NonNullable<typeof readFrom>>) => {
        pages += 1;
        if (pages === 3) await open.promise;
        return upstream.readFrom(...given);
      },
    };
    const first = slow.collection.ensure(one.operation().scope, source);
    while (pages < 3) await settled();
    const waiting = copyOf(other, upstream).ensure(other.operation({ deadlineMs: 1_000 }));
    await expect(pass(clock, waiting)).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      details: { progress: { rows: 6, calls: 2 } },
    });
    open.open();
    await pass(clock, first);
    expect(upstream.calls).toHaveLength(6);
  });

  test('do not move the place at which another goes on: a page of the list of everything only brings its rows', async () => {
    const [one, other] = [engine(), engine()];
    const open = gate();
    const slow = copyOf(one, upstream);
    let begun = false;
    const first = slow.collection.ensure(one.operation().scope, {
      ...slow.source,
      readFrom: async (...given) => {
        begun = true;
        await open.promise;
        return upstream.readFrom(...given);
      },
    });
    while (!begun) await settled();
    const copy = copyOf(other, upstream);
    const { scope } = other.operation();
    const page = await upstream.readFrom(scope, '0');
    await copy.collection.take(scope, copy.source, { from: '0', page, readAt: clock.now() });
    expect(await held.copies.state(copy.collection.nameOf(copy.source))).toBeNull();
    expect(await copy.ids()).toHaveLength(3);
    open.open();
    await pass(clock, first);
  });
});

test('a process that dies while it brings a page in is waited for a few seconds; then another goes on where it stopped', async () => {
  const clock = createVirtualClock();
  const store = openMemoryStore(clock);
  // The clock of a dead process stands still.
  const [dying, other] = [createEngine({ store }), createEngine({ clock, store })];
  const upstream = new ChangingList(17, 3);
  const copy = copyOf(dying, upstream);
  let pages = 0;
  const dead = copy.collection.ensure(dying.operation().scope, {
    ...copy.source,
    readFrom: async (...given) => {
      pages += 1;
      return pages === 4 ? new Promise(() => undefined) : upstream.readFrom(...given);
    },
  });
  while (pages < 4) await settled();
  const left = copyOf(other, upstream);
  const startedAt = clock.now();
  await pass(clock, left.ensure(other.operation()));
  expect(clock.now() - startedAt).toBeGreaterThanOrEqual(5_000);
  expect(clock.now() - startedAt).toBeLessThan(6_000);
  expect(upstream.calls).toHaveLength(6);
  expect(new Set(upstream.calls).size).toBe(6);
  expect(await left.ids()).toHaveLength(17);
  expect(await stateOf(dead)).toBe('pending');
  await store.close();
});
