import { describe, expect, test } from 'vitest';
import { UpstreamError } from '../../../src/base/errors.ts';
import { findMany } from '../../../src/loading/collections/find-many.ts';
import { ChangingList } from '../../support/changing-list.ts';
import { createEngine, endpoint, type Operation } from '../../support/engine.ts';
import { copyOf } from '../../support/thing-copy.ts';

/** What was read a second ago, and what the upstream published half a second ago or two seconds ago. */
function begin() {
  const engine = createEngine();
  const readAt = engine.clock.now();
  engine.clock.advance(1_000);
  return { ...engine, readAt, before: readAt - 1_000, after: readAt + 500 };
}

describe('an answer that the upstream has outdated by publishing', () => {
  const question = { row: endpoint({ id: 'visit.things.list' }), visibility: 'keys-1', args: {} };
  const down = (): Promise<string> => Promise.reject(new UpstreamError('VISIT', 'UPSTREAM_UNAVAILABLE'));

  test('is read again, however young; one that was read since then is not', async () => {
    const { answers, operation, readAt, before, after } = begin();
    answers.hold(question, 'old', readAt);
    const read = (since: number, one: Operation = operation()) =>
      answers.read(one.reader, { ...question, since }, async () => 'new');
    expect(await answers.isFresh(operation().scope, { ...question, since: before })).toBe(true);
    expect(await answers.isFresh(operation().scope, { ...question, since: after })).toBe(false);
    expect(await read(before)).toBe('old');
    expect(await read(after, operation({ wish: { maxAge: 100 } }))).toBe('new');
    expect(await read(after)).toBe('new');
  });

  test('still stands in where a call is not possible, and with only-held', async () => {
    const { answers, operation, readAt, after } = begin();
    answers.hold(question, 'old', readAt);
    const late = operation();
    expect(await answers.read(late.reader, { ...question, since: after }, down)).toBe('old');
    expect(late.meter.notes).toMatchObject([{ ageSeconds: 1, reason: 'UPSTREAM_DOWN' }]);
    const held = operation({ wish: { mode: 'only-held' } });
    expect(await answers.read(held.reader, { ...question, since: after }, down)).toBe('old');
  });
});

describe('a copy that the upstream has outdated by publishing', () => {
  async function beginCopy() {
    const engine = createEngine();
    const upstream = new ChangingList(25, 10);
    const copy = copyOf(engine, upstream, { sync: 'newest-first', partial: true });
    await copy.ensure(engine.operation());
    const readAt = engine.clock.now();
    engine.clock.advance(1_000);
    upstream.calls.splice(0);
    const { collection } = copy;
    const source = (since: number) => ({ ...copy.source, since });
    return { ...engine, copy, collection, source, before: readAt - 1_000, after: readAt + 500, calls: upstream.calls };
  }

  test('catches up, however young', async () => {
    const { collection, operation, source, before, after, calls } = await beginCopy();
    expect(await collection.isFresh(operation().scope, source(before))).toBe(true);
    expect(await collection.isFresh(operation().scope, source(after))).toBe(false);
    await collection.ensure(operation().scope, source(before));
    expect(calls).toEqual([]);
    expect(await collection.ensure(operation().scope, source(after))).toMatchObject({ reason: null });
    expect(calls).toEqual(['page 1']);
    expect(await collection.isFresh(operation().scope, source(after))).toBe(true);
  });

  test('still stands in where a call is not possible', async () => {
    const { copy, collection, operation, source, after } = await beginCopy();
    copy.failure = new UpstreamError('VISIT', 'UPSTREAM_UNAVAILABLE');
    expect(await collection.ensure(operation().scope, source(after))).toMatchObject({ reason: 'UPSTREAM_DOWN' });
  });

  test('has its known records read again by nobody, but asks anew for those that were not there', async () => {
    const { collection, operation, source, clock, before, after, calls } = await beginCopy();
    const find = async (since: number) => {
      const found = await findMany({ collection, scope: operation().scope, source: source(since) }, ['t3', 'none']);
      return ['t3', 'none'].map((id) => (found.get(id) as { value: { id: string } | null }).value?.id ?? null);
    };
    expect(await find(before)).toEqual(['t3', null]);
    expect(calls.splice(0)).toEqual(['one none']);
    expect(await find(before)).toEqual(['t3', null]);
    expect(calls).toEqual([]);
    clock.advance(1_000);
    expect(await find(after + 1_000)).toEqual(['t3', null]);
    expect(calls).toEqual(['one none']);
  });
});
