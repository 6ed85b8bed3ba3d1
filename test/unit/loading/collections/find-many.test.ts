import { describe, expect, test } from 'vitest';
import { type UpstreamCode, UpstreamError } from '../../../../src/base/errors.ts';
import { findHeld, findMany } from '../../../../src/loading/collections/find-many.ts';
import { ChangingList, type Thing } from '../../../support/changing-list.ts';
import { createEngine } from '../../../support/engine.ts';
import { copyOf, type ThingCopyOptions } from '../../../support/thing-copy.ts';

const DAY_MS = 86_400_000;

function begin(count: number, options: ThingCopyOptions = {}) {
  const engine = createEngine();
  const upstream = new ChangingList(count, 10);
  return { ...engine, upstream, copy: copyOf(engine, upstream, options), takeCalls: () => upstream.calls.splice(0) };
}

describe('records looked for by id', () => {
  test.each([
    ['one singly', ['t45'], ['one t45']],
    ['the same one asked for thrice singly', ['t45', 't45', 't45'], ['one t45']],
    ['two of the first page by one page', ['t1', 't9'], ['from 0']],
    ['several by pages until one is left, and that one singly', ['t1', 't2', 't45'], ['from 0', 'one t45']],
    [
      'those that are far by no more pages than are missing, then singly',
      ['t48', 't49'],
      ['from 0', 'from 11', 'one t48', 'one t49'],
    ],
    ['unknown ones singly in the end', ['t1', 't2', 'x', 'y'], ['from 0', 'from 11', 'one x', 'one y']],
    ['none at all by nothing', [], []],
  ])('read %s', async (_name, ids, calls) => {
    const { copy, operation, takeCalls } = begin(50);
    const expected = ids.map((id) => (id.startsWith('t') ? id : null));
    expect(await copy.find(operation(), ids)).toEqual(expected);
    expect(takeCalls()).toEqual(calls);
  });

  test('by pages take as many as there are missing ones, and stop at the end of the list', async () => {
    const { copy, operation, takeCalls } = begin(25);
    const missing = ['a', 'b', 'c', 'd', 'e'];
    expect(await copy.find(operation(), missing)).toEqual(missing.map(() => null));
    expect(takeCalls()).toEqual(['from 0', 'from 11', 'from 21']);
  });

  test('are read by pages alone where there is no single read', async () => {
    const { copy, operation, takeCalls } = begin(25, { singly: false });
    expect(await copy.find(operation(), ['t21'])).toEqual(['t21']);
    expect(takeCalls()).toEqual(['from 0', 'from 11', 'from 21']);
    expect(await copy.find(operation({ wish: { mode: 'verify' } }), ['t1', 'x'])).toEqual(['t1', null]);
  });

  test('are read singly, whatever their number, where pages bring less of them', async () => {
    const { copy, operation, clock, takeCalls } = begin(25);
    const whole = new Set<string>();
    const find = (scope: ReturnType<typeof operation>['scope'], ids: readonly string[]) =>
      findMany({ collection: copy.collection, scope, source: copy.source, isWhole: ({ id }) => whole.has(id) }, ids);
    await copy.ensure(operation());
    takeCalls();
    clock.advance(1_000);
    whole.add('t2');
    expect([...(await find(operation().scope, ['t1', 't2', 't3'])).values()]).toMatchObject([
      { value: { id: 't2' }, reason: 'CACHE' },
      { value: { id: 't1' }, reason: null },
      { value: { id: 't3' }, reason: null },
    ]);
    expect(takeCalls()).toEqual(['one t1', 'one t3']);
    copy.failure = new UpstreamError('VISIT', 'UPSTREAM_UNAVAILABLE');
    // The row that is held stands in for nothing that it does not have.
    expect((await find(operation().scope, ['t4'])).get('t4')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  test('that are held and fresh cost nothing and count as hits; an absent one of a complete copy too', async () => {
    const { copy, operation, clock, takeCalls } = begin(5);
    await copy.ensure(operation());
    takeCalls();
    clock.advance(30_000);
    const one = operation();
    expect(await copy.find(one, ['t1', 'x', 't2'])).toEqual(['t1', null, 't2']);
    expect([takeCalls(), one.meter.hits.size]).toEqual([[], 3]);
  });

  test('that were found missing are known to be so for as long as they are fresh', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(5);
    expect(await copy.find(operation(), ['t6'])).toEqual([null]);
    upstream.insert();
    takeCalls();
    clock.advance(30_000);
    expect(await copy.find(operation(), ['t6'])).toEqual([null]);
    expect(takeCalls()).toEqual([]);
    clock.advance(1);
    expect(await copy.find(operation(), ['t6'])).toEqual(['t6']);
  });

  test('are not taken to be missing because a copy of a part of them does not hold them', async () => {
    const { copy, operation, upstream, takeCalls } = begin(15, { sync: 'newest-first', partial: true });
    await copy.ensure(operation());
    takeCalls();
    const old: Thing = { id: 'old', revision: '0', edits: 0, email: 'old@example.com' };
    upstream.byId = (id) => (id === 'old' ? old : null);
    expect(await copy.find(operation(), ['old', 'x', 't1'])).toEqual(['old', null, 't1']);
    expect(takeCalls()).toEqual(['one old', 'one x']);
  });

  test('of several operations at once are read once', async () => {
    const { copy, operation, takeCalls } = begin(50);
    const operations = [operation(), operation()];
    await Promise.all(operations.map((one) => copy.find(one, ['t45'])));
    expect(takeCalls()).toEqual(['one t45']);
    expect(operations.map(({ meter }) => [meter.calls.length, meter.shared.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe('an error', () => {
  test('belongs to its id alone', async () => {
    const { copy, operation, upstream } = begin(50);
    upstream.byId = (id) => {
      if (id === 't48') throw new UpstreamError('VISIT', 'UPSTREAM_REJECTED');
      return upstream.things.find((thing) => thing.id === id) ?? null;
    };
    expect(await copy.find(operation(), ['t1', 't48', 't49'])).toEqual(['t1', 'UPSTREAM_REJECTED', 't49']);
  });

  test('that is an answer to a page is the answer to all', async () => {
    const { copy, operation } = begin(50);
    copy.failure = new UpstreamError('VISIT', 'UPSTREAM_FORBIDDEN');
    await expect(copy.find(operation(), ['t1', 't2'])).rejects.toMatchObject({ code: 'UPSTREAM_FORBIDDEN' });
  });

  test.each<[UpstreamCode, readonly string[]]>([
    ['UPSTREAM_UNAVAILABLE', ['from 0']],
    ['UPSTREAM_TIMEOUT', ['from 0']],
    ['DEADLINE_EXCEEDED', ['from 0']],
    ['UPSTREAM_BAD_RESPONSE', ['from 0', 'one t1', 'one t2']],
    ['QUOTA_EXCEEDED', ['from 0', 'one t1', 'one t2']],
  ])('%s of a page leads to the reads %j', async (code, calls) => {
    const { copy, operation, takeCalls } = begin(50);
    copy.failure = new UpstreamError('VISIT', code);
    expect(await copy.find(operation(), ['t1', 't2'])).toEqual([code, code]);
    expect(takeCalls()).toEqual(calls);
  });

  test.each<[UpstreamCode, string]>([
    ['QUOTA_EXCEEDED', 'QUOTA'],
    ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_DOWN'],
  ])('%s gives way to what is held and usable, with the reason %s', async (code, reason) => {
    const { copy, operation, clock } = begin(5);
    await copy.ensure(operation());
    clock.advance(DAY_MS);
    copy.failure = new UpstreamError('VISIT', code);
    const { scope } = operation();
    const search = { collection: copy.collection, scope, source: copy.source };
    expect(await copy.find(operation(), ['t1', 'x'])).toEqual(['t1', null]);
    expect((await findMany(search, ['t1'])).get('t1')).toMatchObject({ reason, asOf: clock.now() - DAY_MS });
    clock.advance(1);
    expect(await copy.find(operation(), ['t1', 'x'])).toEqual([code, code]);
  });

  test.each<UpstreamCode>(['QUOTA_EXCEEDED', 'UPSTREAM_BAD_RESPONSE', 'UPSTREAM_UNAVAILABLE'])(
    '%s of a page is told as such where there is no single read, unless something usable is held',
    async (code) => {
      const { copy, operation, clock, upstream } = begin(5, { singly: false });
      await copy.ensure(operation());
      clock.advance(DAY_MS);
      upstream.insert();
      copy.failure = new UpstreamError('VISIT', code);
      expect(await copy.find(operation(), ['t1'])).toEqual(['t1']);
      clock.advance(1);
      expect(await copy.find(operation(), ['t1', 't6'])).toEqual([code, code]);
    },
  );

  test('of the deadline is told for each record that is not held', async () => {
    const { copy, operation, upstream, clock } = begin(50);
    copy.abortable = true;
    upstream.beforeRead = () => clock.advance(600);
    expect(await copy.find(operation({ deadlineMs: 1_000 }), ['t1', 't2', 't48', 't49'])).toEqual([
      't1',
      't2',
      'DEADLINE_EXCEEDED',
      'DEADLINE_EXCEEDED',
    ]);
  });
});

describe('the wishes of an operation', () => {
  test('only-held gives what is usable and refuses the rest', async () => {
    const { copy, operation, clock, takeCalls } = begin(50);
    await copy.find(operation(), ['t45']);
    takeCalls();
    clock.advance(DAY_MS);
    const wish = { mode: 'only-held' } as const;
    expect(await copy.find(operation({ wish }), ['t45', 't1'])).toEqual(['t45', 'QUOTA_EXCEEDED']);
    clock.advance(1);
    expect(await copy.find(operation({ wish }), ['t45'])).toEqual(['QUOTA_EXCEEDED']);
    expect(takeCalls()).toEqual([]);
  });

  test.each([
    [{ mode: 'verify' }, 1, 1],
    [{ maxAge: 10 }, 11, 1],
    [{ maxAge: 100 }, 100, 0],
  ] as const)('%j reads a record that is %i s old with %i calls', async (wish, age, calls) => {
    const { copy, operation, clock, takeCalls } = begin(50);
    await copy.find(operation(), ['t45']);
    takeCalls();
    clock.advance(age * 1000);
    expect(await copy.find(operation({ wish }), ['t45'])).toEqual(['t45']);
    expect(takeCalls()).toHaveLength(calls);
  });
});

test('records are found by an index as by their ids, each text leading to the newest', async () => {
  const { copy, operation, upstream, takeCalls } = begin(50);
  const index = {
    term: 'email',
    fetch: async (_scope: unknown, email: string) => {
      upstream.calls.push(`by ${email}`);
      return upstream.things.find((thing) => thing.email === email) ?? null;
    },
  };
  const emails = ['t1@example.com', 'nobody@example.com', 't2@example.com'];
  expect(await copy.find(operation(), emails, index)).toEqual(['t1', null, 't2']);
  expect(takeCalls()).toEqual(['from 0', 'by nobody@example.com']);
  expect(await copy.find(operation(), emails, index)).toEqual(['t1', null, 't2']);
  expect(takeCalls()).toEqual([]);
});

test('those that are held are found without a call, the others left out', async () => {
  const { copy, operation, takeCalls } = begin(50);
  await copy.find(operation(), ['t45']);
  takeCalls();
  const { scope } = operation();
  const held = await findHeld({ collection: copy.collection, scope, source: copy.source }, ['t45', 't1']);
  expect([...held.keys()]).toEqual(['t45']);
  expect(takeCalls()).toEqual([]);
});
