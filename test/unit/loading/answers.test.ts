import { describe, expect, test } from 'vitest';
import { CallerLeft, type UpstreamCode, UpstreamError } from '../../../src/base/errors.ts';
import type { Question } from '../../../src/loading/answers.ts';
import { createEngine, endpoint, gate, type Operation, receipt, settled } from '../../support/engine.ts';

const QUESTION: Question = { row: endpoint(), visibility: 'keys-1', args: { id: '1', page: 2 } };

/** Held answers over an upstream that counts its calls and answers with their number. */
function begin() {
  const engine = createEngine({ ages: { fresh: 30, usable: 100 } });
  let calls = 0;
  let failure: unknown;
  const read = (operation: Operation, question: Question = QUESTION) => {
    const answer = engine.answers.read(operation.reader, question, async (scope) => {
      calls += 1;
      scope.onCall(receipt(scope, engine.clock.now()));
      if (failure !== undefined) throw failure;
      return `answer ${calls}`;
    });
    answer.catch(() => undefined);
    return answer;
  };
  return {
    ...engine,
    read,
    calls: () => calls,
    failWith: (error: unknown) => {
      failure = error;
    },
  };
}

describe('a read', () => {
  test('that was just made is not noted; a held one is, with its age, and costs nothing while it is fresh', async () => {
    const { read, operation, clock, calls } = begin();
    const first = operation();
    expect(await read(first)).toBe('answer 1');
    expect([first.meter.calls.length, first.meter.hits.size, first.meter.notes]).toEqual([1, 0, []]);
    clock.advance(30_000);
    const second = operation({ path: ['a', 'b'] });
    expect(await read(second)).toBe('answer 1');
    expect([second.meter.calls.length, second.meter.hits.size, second.meter.notes]).toEqual([
      0,
      1,
      [{ path: ['a', 'b'], ageSeconds: 30, reason: 'CACHE' }],
    ]);
    clock.advance(1);
    expect(await read(operation())).toBe('answer 2');
    expect(calls()).toBe(2);
  });

  test('that another one brought since the operation began counts as just made, even to verify', async () => {
    const { read, operation, clock, calls, answers } = begin();
    const verifying = operation({ wish: { mode: 'verify' } });
    clock.advance(1);
    answers.hold(QUESTION, 'brought', clock.now());
    expect(await read(verifying)).toBe('brought');
    expect([verifying.meter.calls.length, verifying.meter.hits.size, verifying.meter.notes]).toEqual([0, 0, []]);
    expect(calls()).toBe(0);
    clock.advance(1);
    const next = operation();
    expect(await read(next)).toBe('brought');
    expect(next.meter.notes.map(({ reason }) => reason)).toEqual(['CACHE']);
  });

  test('is never made twice in an operation, whatever it asks for, and its failure neither', async () => {
    const { read, operation, calls, failWith } = begin();
    const verifying = operation({ wish: { mode: 'verify' } });
    await Promise.all([read(verifying), read(verifying)]);
    expect(await read(verifying)).toBe('answer 1');
    const impatient = operation({ wish: { maxAge: 0, staleIfError: 0 } });
    failWith(new UpstreamError('VISIT', 'UPSTREAM_REJECTED'));
    for (let time = 0; time < 3; time += 1)
      await expect(read(impatient, { ...QUESTION, args: {} })).rejects.toMatchObject({ code: 'UPSTREAM_REJECTED' });
    expect(calls()).toBe(2);
  });

  test('is the same whatever the order of its arguments, and another one for other arguments, endpoints and visibilities', async () => {
    const { read, operation, calls } = begin();
    await read(operation());
    await read(operation(), { ...QUESTION, args: { page: 2, id: '1', none: undefined } });
    expect(calls()).toBe(1);
    await read(operation(), { ...QUESTION, args: { page: '2', id: '1' } });
    await read(operation(), { ...QUESTION, visibility: 'keys-2' });
    await read(operation(), { ...QUESTION, row: endpoint({ id: 'visit.things.item' }) });
    expect(calls()).toBe(4);
  });

  test('under way is shared between operations of one visibility and never between two', async () => {
    const { answers, operation } = begin();
    const end = gate();
    let calls = 0;
    const read = (one: Operation, visibility: string) =>
      answers.read(one.reader, { ...QUESTION, visibility }, async (scope) => {
        calls += 1;
        scope.onCall(receipt(scope, 0));
        await end.promise;
        return visibility;
      });
    const [a, b, c] = [operation({ consumer: 'a' }), operation({ consumer: 'b' }), operation()];
    const reads = [read(a, 'one'), read(b, 'one'), read(c, 'two')];
    await settled();
    end.open();
    expect(await Promise.all(reads)).toEqual(['one', 'one', 'two']);
    expect(calls).toBe(2);
    expect([a, b, c].map(({ meter }) => [meter.calls.length, meter.shared.length])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  test('is left at once by a caller who leaves', async () => {
    const { answers, operation } = begin();
    const one = operation();
    const read = answers.read(one.reader, QUESTION, () => gate().promise);
    read.catch(() => undefined);
    await settled();
    one.leave();
    await expect(read).rejects.toBeInstanceOf(CallerLeft);
  });

  test('is as old as its beginning', async () => {
    const { answers, operation, clock } = begin();
    const end = gate();
    const read = answers.read(operation().reader, QUESTION, () => end.promise);
    await settled();
    clock.advance(10_000);
    end.open();
    await read;
    const later = operation();
    await answers.read(later.reader, QUESTION, () => Promise.reject(new Error('not held')));
    expect(later.meter.notes).toMatchObject([{ ageSeconds: 10 }]);
  });
});

describe('the ages that an operation wishes for', () => {
  test.each([
    [{ maxAge: 10 }, 11, 2],
    [{ maxAge: 10 }, 10, 1],
    [{ maxAge: 60 }, 60, 1],
    [{ maxAge: 60 }, 61, 2],
    [{ mode: 'verify' }, 1, 2],
    [{ mode: 'only-held' }, 100, 1],
  ] as const)('%j reads an answer that is %i s old from call %i', async (wish, age, call) => {
    const { read, operation, clock } = begin();
    await read(operation());
    clock.advance(age * 1000);
    expect(await read(operation({ wish }))).toBe(`answer ${call}`);
  });

  test('only-held makes no call: what is missing or no longer usable fails', async () => {
    const { read, operation, clock, calls } = begin();
    const wish = { mode: 'only-held' } as const;
    await expect(read(operation({ wish }))).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await read(operation());
    clock.advance(100_001);
    await expect(read(operation({ wish }))).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await expect(read(operation({ wish: { ...wish, staleIfError: 200 } }))).resolves.toBe('answer 1');
    expect(calls()).toBe(1);
  });
});

describe('where a call is not possible', () => {
  test.each<[UpstreamCode, string]>([
    ['QUOTA_EXCEEDED', 'QUOTA'],
    ['UPSTREAM_RATE_LIMITED', 'QUOTA'],
    ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_DOWN'],
    ['UPSTREAM_TIMEOUT', 'UPSTREAM_DOWN'],
  ])('for %s a usable answer stands in with the reason %s', async (code, reason) => {
    const { read, operation, clock, failWith } = begin();
    await read(operation());
    failWith(new UpstreamError('VISIT', code));
    clock.advance(100_000);
    const late = operation();
    expect(await read(late)).toBe('answer 1');
    expect(late.meter.notes).toEqual([{ path: ['field'], ageSeconds: 100, reason }]);
    clock.advance(1);
    await expect(read(operation())).rejects.toMatchObject({ code });
    await expect(read(operation({ wish: { staleIfError: 101 } }))).resolves.toBe('answer 1');
  });

  test.each<UpstreamCode>(['UPSTREAM_UNAUTHORIZED', 'UPSTREAM_FORBIDDEN', 'UPSTREAM_REJECTED'])(
    'does not mean %s: that is an answer',
    async (code) => {
      const { read, operation, clock, failWith } = begin();
      await read(operation());
      failWith(new UpstreamError('VISIT', code));
      clock.advance(31_000);
      await expect(read(operation())).rejects.toMatchObject({ code });
    },
  );

  test('because the deadline came a usable answer stands in, else the field says so', async () => {
    const { answers, operation, clock, read } = begin();
    await read(operation());
    clock.advance(31_000);
    const stuck = async (question: Question) => {
      const one = operation({ deadlineMs: 1_000 });
      const answer = answers.read(one.reader, question, () => gate().promise);
      answer.catch(() => undefined);
      await settled();
      clock.advance(1_000);
      return { answer, one };
    };
    const held = await stuck(QUESTION);
    expect(await held.answer).toBe('answer 1');
    expect(held.one.meter.notes).toMatchObject([{ ageSeconds: 32, reason: 'UPSTREAM_DOWN' }]);
    const missing = await stuck({ ...QUESTION, args: {} });
    await expect(missing.answer).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED', upstream: 'VISIT' });
  });
});

describe('an answer that another read brought', () => {
  test('is held with its age and costs nothing while it is fresh', async () => {
    const { answers, operation, clock, read, calls } = begin();
    const one = operation();
    expect(await answers.isFresh(one.scope, QUESTION)).toBe(false);
    answers.hold(QUESTION, 'brought', clock.now() - 20_000);
    expect(await answers.isFresh(one.scope, QUESTION)).toBe(true);
    expect(await answers.isFresh(operation({ wish: { maxAge: 10 } }).scope, QUESTION)).toBe(false);
    expect(await answers.isFresh(operation({ wish: { mode: 'verify' } }).scope, QUESTION)).toBe(false);
    expect(await read(one)).toBe('brought');
    expect(one.meter.notes).toMatchObject([{ ageSeconds: 20, reason: 'CACHE' }]);
    clock.advance(10_001);
    expect(await answers.isFresh(one.scope, QUESTION)).toBe(true);
    expect(await answers.isFresh(operation().scope, QUESTION)).toBe(false);
    expect(calls()).toBe(0);
  });
});

test('a field is noted once for each reason, with the greatest age', async () => {
  const { answers, operation, clock } = begin();
  answers.hold(QUESTION, 'young', clock.now() - 5_000);
  answers.hold({ ...QUESTION, args: {} }, 'old', clock.now() - 25_000);
  const one = operation({ path: ['things', 'name'] });
  for (const args of [QUESTION.args, {}])
    await answers.read(one.reader, { ...QUESTION, args }, () => Promise.reject(new Error('held')));
  expect(one.meter.notes).toEqual([{ path: ['things', 'name'], ageSeconds: 25, reason: 'CACHE' }]);
  expect(one.meter.hits.size).toBe(2);
});
