import { describe, expect, test } from 'vitest';
import { NotFound, type UpstreamCode, UpstreamError } from '../../../../src/base/errors.ts';
import { ChangingList } from '../../../support/changing-list.ts';
import { createEngine } from '../../../support/engine.ts';
import { copyOf, ensureUntil } from '../../../support/thing-copy.ts';

const DAY_MS = 86_400_000;

function begin(count: number) {
  const engine = createEngine();
  const upstream = new ChangingList(count, 10);
  return { ...engine, upstream, copy: copyOf(engine, upstream), takeCalls: () => upstream.calls.splice(0) };
}

describe('the wishes of an operation', () => {
  test('only-held makes no call: a complete copy answers, an incomplete one costs its field', async () => {
    const { copy, operation, upstream, clock, takeCalls } = begin(25);
    const wish = { mode: 'only-held' } as const;
    await ensureUntil(copy, operation(), upstream, 1);
    takeCalls();
    await expect(copy.ensure(operation({ wish }))).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    await copy.ensure(operation());
    takeCalls();
    clock.advance(DAY_MS);
    expect(await copy.ensure(operation({ wish }))).toMatchObject({ reason: 'CACHE' });
    clock.advance(1);
    await expect(copy.ensure(operation({ wish }))).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    expect(takeCalls()).toEqual([]);
  });

  test.each([
    [{ mode: 'verify' }, 1, 1],
    [{ maxAge: 10 }, 10, 0],
    [{ maxAge: 10 }, 11, 1],
    [{ maxAge: 100 }, 100, 0],
    [{}, 30, 0],
    [{}, 31, 1],
  ] as const)('%j checks a copy that is %i s old with %i calls', async (wish, age, calls) => {
    const { copy, operation, clock, takeCalls } = begin(5);
    await copy.ensure(operation());
    takeCalls();
    clock.advance(age * 1000);
    await copy.ensure(operation({ wish }));
    expect(takeCalls()).toHaveLength(calls);
  });
});

describe('where a call is not possible', () => {
  test.each<[UpstreamCode, string]>([
    ['QUOTA_EXCEEDED', 'QUOTA'],
    ['UPSTREAM_RATE_LIMITED', 'QUOTA'],
    ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_DOWN'],
    ['UPSTREAM_TIMEOUT', 'UPSTREAM_DOWN'],
  ])('for %s a usable copy stands in with the reason %s', async (code, reason) => {
    const { copy, operation, clock } = begin(5);
    await copy.ensure(operation());
    copy.failure = new UpstreamError('VISIT', code);
    clock.advance(DAY_MS);
    expect(await copy.ensure(operation())).toEqual({ asOf: clock.now() - DAY_MS, reason });
    clock.advance(1);
    await expect(copy.ensure(operation())).rejects.toMatchObject({ code });
    await expect(copy.ensure(operation({ wish: { staleIfError: 86_401 } }))).resolves.toMatchObject({ reason });
  });

  test('a copy that was never complete stands in for nothing', async () => {
    const { copy, operation, upstream } = begin(25);
    await ensureUntil(copy, operation(), upstream, 2);
    copy.failure = new UpstreamError('VISIT', 'QUOTA_EXCEEDED');
    await expect(copy.ensure(operation())).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
  });

  test.each([new UpstreamError('VISIT', 'UPSTREAM_FORBIDDEN'), new NotFound()])(
    'does not mean an answer such as %s',
    async (failure) => {
      const { copy, operation, clock } = begin(5);
      await copy.ensure(operation());
      copy.failure = failure;
      clock.advance(31_000);
      await expect(copy.ensure(operation())).rejects.toBe(failure);
    },
  );
});
