import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../../src/transport/call.ts';
import { stateOf } from '../../../support/engine.ts';
import { beginLedger, counted, gated, TIMEOUT_MS } from '../../../support/ledger-use.ts';

describe('a permit', () => {
  test('needs room in every window at once, or takes nothing', async () => {
    const { acquire, used } = beginLedger([counted('wide', 5), counted('narrow', 1)]);
    await acquire();
    await expect(acquire()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED', details: { window: 'narrow' } });
    expect(await used()).toEqual([1, 1]);
    await acquire({ windows: ['wide'] });
    expect(await used()).toEqual([2, 1]);
  });

  test('that is given back leaves no trace', async () => {
    const { acquire, used, history } = beginLedger([counted('minute', 1), gated(1)]);
    (await acquire()).giveBack();
    expect([await used(), history()]).toEqual([[0, 0], []]);
    await acquire();
  });

  test('that is settled is recorded and frees its slot one window later, its place in flight at once', async () => {
    const { acquire, settle, used, clock, history } = beginLedger([counted('minute', 1), gated(1)]);
    const permit = await acquire();
    clock.advance(500);
    settle(permit);
    expect([await used(), history()]).toEqual([[1, 0], ['key-1']]);
    clock.advance(59_999);
    expect(await used()).toEqual([1, 0]);
    clock.advance(1);
    expect(await used()).toEqual([0, 0]);
  });

  test.each<Outcome>(['TIMEOUT', 'ABORTED', 'NETWORK'])(
    'that ends %s counts from its time bound, and in flight for a second more',
    async (outcome) => {
      const { acquire, settle, used, clock } = beginLedger([counted('minute', 1), gated(1)]);
      const permit = await acquire();
      clock.advance(2_000);
      settle(permit, outcome);
      clock.advance(999);
      expect(await used()).toEqual([1, 1]);
      clock.advance(1);
      expect(await used()).toEqual([1, 0]);
      clock.advance(TIMEOUT_MS - 3_000 + 60_000 - 1);
      expect(await used()).toEqual([1, 0]);
      clock.advance(1);
      expect(await used()).toEqual([0, 0]);
    },
  );

  test('of a window per address is spent by all credentials together, of one per credential by each', async () => {
    const { acquire } = beginLedger([counted('ip', 3, 'address'), counted('key', 2)], ['key-1', 'key-2']);
    const only = (label: string) => acquire({ credentials: [label] });
    await only('key-1');
    await only('key-1');
    await expect(only('key-1')).rejects.toMatchObject({ details: { window: 'key' } });
    await only('key-2');
    await expect(only('key-2')).rejects.toMatchObject({ details: { window: 'ip' } });
  });

  test('is not to be had for credentials or windows that nobody knows', async () => {
    const { acquire } = beginLedger([counted('minute', 1)]);
    await expect(acquire({ credentials: ['other'] })).rejects.toMatchObject({ code: 'UPSTREAM_NOT_CONFIGURED' });
    await expect(acquire({ upstream: 'IADVIZE' })).rejects.toMatchObject({ code: 'UPSTREAM_NOT_CONFIGURED' });
    await expect(acquire({ windows: ['other'] })).rejects.toThrow(RangeError);
  });
});

describe('a refusal', () => {
  test('tells in whole seconds when a slot comes free, a call in flight counting from its time bound', async () => {
    const { acquire, settle, clock } = beginLedger([counted('minute', 1)]);
    const permit = await acquire();
    clock.advance(3_000);
    await expect(acquire()).rejects.toMatchObject({ details: { retryAfterSeconds: 65 } });
    settle(permit);
    clock.advance(100);
    await expect(acquire()).rejects.toMatchObject({ details: { retryAfterSeconds: 60 } });
    clock.advance(59_800);
    await expect(acquire()).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } });
  });

  test('of a pool tells of the key that is free first, and of the window for which that key waits longest', async () => {
    const { acquire, settle, clock } = beginLedger(
      [counted('short', 1), counted('long', 1, 'credential', 600)],
      ['a', 'b'],
    );
    settle(await acquire({ credentials: ['a'] }));
    clock.advance(10_000);
    settle(await acquire({ credentials: ['b'] }));
    await expect(acquire()).rejects.toMatchObject({ details: { window: 'long', retryAfterSeconds: 590 } });
    await expect(acquire({ windows: ['short'] })).rejects.toMatchObject({
      details: { window: 'short', retryAfterSeconds: 50 },
    });
  });

  test('of a pool waits no longer than for the key that is paused and then has room, and for one that is paused until it has', async () => {
    const { acquire, settle, clock } = beginLedger([counted('minute', 2)], ['a', 'b']);
    for (const label of ['a', 'a', 'b']) settle(await acquire({ credentials: [label] }));
    const throttled = await acquire({ credentials: ['b'] });
    throttled.throttled(5_000);
    throttled.giveBack();
    await expect(acquire()).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
      details: { window: 'minute', retryAfterSeconds: 5 },
    });
    clock.advance(5_000);
    const last = await acquire();
    last.throttled(1_000);
    settle(last, 'THROTTLED');
    await expect(acquire({ credentials: ['b'] })).rejects.toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
      details: { retryAfterSeconds: 55 },
    });
  });

  test('does not wait for a counted window, nor for a place in flight where it may not', async () => {
    const { acquire } = beginLedger([counted('minute', 2), gated(1)]);
    await acquire();
    await expect(acquire({ mayWait: false })).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
      details: { retryAfterSeconds: 1 },
    });
  });
});

describe('a pool of keys', () => {
  test('is spent by what each has left', async () => {
    const { acquire, settle, history, clock } = beginLedger([counted('minute', 4)], ['a', 'b', 'c']);
    for (let call = 0; call < 2; call += 1) settle(await acquire({ credentials: ['a'] }));
    settle(await acquire({ credentials: ['b'] }));
    const before = history().length;
    for (let call = 0; call < 9; call += 1) settle(await acquire());
    expect(
      history()
        .slice(before, before + 3)
        .sort(),
    ).toEqual(['b', 'c', 'c']);
    expect(history().slice(before).sort().join('')).toBe('aabbbcccc');
    await expect(acquire()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    clock.advance(60_000);
    await acquire();
  });

  test('prefers the key with a place in flight to waiting', async () => {
    const { acquire } = beginLedger([gated(1)], ['a', 'b']);
    expect([(await acquire()).credential, (await acquire()).credential].sort()).toEqual(['a', 'b']);
    expect(await stateOf(acquire())).toBe('pending');
  });
});

describe('a throttled key', () => {
  test('gives no permit until the time that the vendor said, and a second if it said none', async () => {
    const { acquire, clock } = beginLedger([counted('minute', 9)]);
    const permit = await acquire();
    permit.throttled(5_000);
    permit.throttled(2_000);
    permit.giveBack();
    clock.advance(4_001);
    await expect(acquire()).rejects.toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', details: { retryAfterSeconds: 1 } });
    clock.advance(999);
    (await acquire()).throttled(undefined);
    clock.advance(999);
    await expect(acquire()).rejects.toMatchObject({ code: 'UPSTREAM_RATE_LIMITED' });
    clock.advance(1);
    await acquire();
  });

  test('without a time of the vendor waits twice as long each time, up to a minute, until an answer is good again', async () => {
    const { acquire, settle, clock } = beginLedger([counted('minute', 99)]);
    const pauses: number[] = [];
    const throttled = async () => {
      // Two that were under way together meet one limit.
      const permits = [await acquire(), await acquire()];
      for (const permit of permits) permit.throttled(undefined);
      for (const permit of permits) settle(permit, 'THROTTLED');
      const refusal = await acquire().catch((error: { details: { retryAfterSeconds: number } }) => error);
      const seconds = 'details' in refusal ? refusal.details.retryAfterSeconds : 0;
      pauses.push(seconds);
      clock.advance(seconds * 1000);
    };
    for (let time = 0; time < 8; time += 1) await throttled();
    settle(await acquire());
    await throttled();
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 1]);
  });

  test('leaves the work to the others of its pool', async () => {
    const { acquire } = beginLedger([counted('minute', 3)], ['a', 'b']);
    const permit = await acquire({ credentials: ['a'] });
    permit.throttled(60_000);
    for (let call = 0; call < 3; call += 1) expect((await acquire()).credential).toBe('b');
    await expect(acquire()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
  });
});

test('a window shows its use, what remains and when the next slot comes free', async () => {
  const { acquire, settle, ledger, clock } = beginLedger([counted('minute', 3), gated(2)]);
  expect((await ledger.states())[0]).toMatchObject({ used: 0, remaining: 3, resetsAt: null });
  const permit = await acquire();
  await acquire();
  clock.advance(1_000);
  expect((await ledger.states())[0]).toMatchObject({
    used: 2,
    remaining: 1,
    resetsAt: clock.now() - 1_000 + TIMEOUT_MS + 60_000,
  });
  settle(permit);
  expect(await ledger.states()).toMatchObject([
    {
      upstream: 'VISIT',
      credential: 'key-1',
      name: 'minute',
      limit: 3,
      windowSeconds: 60,
      used: 2,
      reserved: 0,
      remaining: 1,
      resetsAt: clock.now() + 60_000,
    },
    { name: 'in-flight', limit: 2, windowSeconds: 0, used: 1, remaining: 1, resetsAt: null },
  ]);
});
