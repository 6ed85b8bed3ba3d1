import { describe, expect, test } from 'vitest';
import { CallerLeft } from '../../../../src/base/errors.ts';
import type { Outcome } from '../../../../src/transport/call.ts';
import type { Permit, PermitRequest, WindowSpec } from '../../../../src/transport/quota/ledger.ts';
import { callScope } from '../../../support/calls.ts';
import { receipt, settled, stateOf } from '../../../support/engine.ts';
import { createTestLedger, permitRequest } from '../../../support/ledger.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const TIMEOUT_MS = 8_000;
const counted = (name: string, limit: number, per: WindowSpec['per'] = 'credential', seconds = 60): WindowSpec => ({
  name,
  limit,
  seconds,
  per,
});
const gated = (limit: number, per: WindowSpec['per'] = 'credential'): WindowSpec => ({
  name: 'in-flight',
  limit,
  seconds: 0,
  per,
});

function begin(windows: readonly WindowSpec[], credentials: readonly string[] = ['key-1']) {
  const clock = createVirtualClock();
  const ledger = createTestLedger({ windows, credentials, clock, callTimeoutMs: TIMEOUT_MS });
  const names = windows.map(({ name }) => name);
  return {
    clock,
    ledger,
    history: () => ledger.history.map(({ credential }) => credential),
    acquire: (request: Partial<PermitRequest> = {}, signal = new AbortController().signal) =>
      ledger.acquire(permitRequest({ windows: names, credentials, ...request }), signal),
    settle: (permit: Permit, outcome: Outcome = 'OK') =>
      permit.settle(receipt(callScope(), permit.takenAt, { outcome, credential: permit.credential })),
    used: async () => (await ledger.states()).map(({ used }) => used),
  };
}

describe('a permit', () => {
  test('needs room in every window at once, or takes nothing', async () => {
    const { acquire, used } = begin([counted('wide', 5), counted('narrow', 1)]);
    await acquire();
    await expect(acquire()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED', details: { window: 'narrow' } });
    expect(await used()).toEqual([1, 1]);
    await acquire({ windows: ['wide'] });
    expect(await used()).toEqual([2, 1]);
  });

  test('that is given back leaves no trace', async () => {
    const { acquire, used, history } = begin([counted('minute', 1), gated(1)]);
    (await acquire()).giveBack();
    expect([await used(), history()]).toEqual([[0, 0], []]);
    await acquire();
  });

  test('that is settled is recorded and frees its slot one window later, its place in flight at once', async () => {
    const { acquire, settle, used, clock, history } = begin([counted('minute', 1), gated(1)]);
    const permit = await acquire();
    clock.advance(500);
    settle(permit);
    expect([await used(), history()]).toEqual([[1, 0], ['key-1']]);
    clock.advance(59_999);
    expect(await used()).toEqual([1, 0]);
    clock.advance(1);
    expect(await used()).toEqual([0, 0]);
  });

  test.each<Outcome>(['TIMEOUT', 'ABORTED'])(
    'that ends %s counts from its time bound, and in flight for a second more',
    async (outcome) => {
      const { acquire, settle, used, clock } = begin([counted('minute', 1), gated(1)]);
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
    const { acquire } = begin([counted('ip', 3, 'address'), counted('key', 2)], ['key-1', 'key-2']);
    const only = (label: string) => acquire({ credentials: [label] });
    await only('key-1');
    await only('key-1');
    await expect(only('key-1')).rejects.toMatchObject({ details: { window: 'key' } });
    await only('key-2');
    await expect(only('key-2')).rejects.toMatchObject({ details: { window: 'ip' } });
  });

  test('is not to be had for credentials or windows that nobody knows', async () => {
    const { acquire } = begin([counted('minute', 1)]);
    await expect(acquire({ credentials: ['other'] })).rejects.toMatchObject({ code: 'UPSTREAM_NOT_CONFIGURED' });
    await expect(acquire({ upstream: 'IADVIZE' })).rejects.toMatchObject({ code: 'UPSTREAM_NOT_CONFIGURED' });
    await expect(acquire({ windows: ['other'] })).rejects.toThrow(RangeError);
  });
});

describe('a refusal', () => {
  test('tells in whole seconds when a slot comes free, a call in flight counting from its time bound', async () => {
    const { acquire, settle, clock } = begin([counted('minute', 1)]);
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
    const { acquire, settle, clock } = begin([counted('short', 1), counted('long', 1, 'credential', 600)], ['a', 'b']);
    settle(await acquire({ credentials: ['a'] }));
    clock.advance(10_000);
    settle(await acquire({ credentials: ['b'] }));
    await expect(acquire()).rejects.toMatchObject({ details: { window: 'long', retryAfterSeconds: 590 } });
    await expect(acquire({ windows: ['short'] })).rejects.toMatchObject({
      details: { window: 'short', retryAfterSeconds: 50 },
    });
  });

  test('does not wait for a counted window, nor for a place in flight where it may not', async () => {
    const { acquire } = begin([counted('minute', 2), gated(1)]);
    await acquire();
    await expect(acquire({ mayWait: false })).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
      details: { retryAfterSeconds: 1 },
    });
  });
});

describe('a pool of keys', () => {
  test('is spent by what each has left', async () => {
    const { acquire, settle, history, clock } = begin([counted('minute', 4)], ['a', 'b', 'c']);
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
    const { acquire } = begin([gated(1)], ['a', 'b']);
    expect([(await acquire()).credential, (await acquire()).credential].sort()).toEqual(['a', 'b']);
    expect(await stateOf(acquire())).toBe('pending');
  });
});

describe('a throttled key', () => {
  test('gives no permit until the time that the vendor said, and a second if it said none', async () => {
    const { acquire, clock } = begin([counted('minute', 9)]);
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
    const { acquire, settle, clock } = begin([counted('minute', 99)]);
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
    const { acquire } = begin([counted('minute', 3)], ['a', 'b']);
    const permit = await acquire({ credentials: ['a'] });
    permit.throttled(60_000);
    for (let call = 0; call < 3; call += 1) expect((await acquire()).credential).toBe('b');
    await expect(acquire()).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
  });
});

describe('who waits for a place in flight', () => {
  test('gets it in order of arrival', async () => {
    const { acquire, settle } = begin([gated(1)]);
    const order: number[] = [];
    const first = await acquire();
    for (const waiter of [1, 2, 3])
      void acquire().then((permit) => {
        order.push(waiter);
        settle(permit);
      });
    await settled();
    expect(order).toEqual([]);
    settle(first);
    await settled();
    expect(order).toEqual([1, 2, 3]);
  });

  test('keeps its turn against one who comes in the very moment in which the place is free', async () => {
    const { acquire, settle } = begin([gated(1)]);
    const order: string[] = [];
    const first = await acquire();
    const join = (name: string) =>
      acquire().then((permit) => {
        order.push(name);
        settle(permit);
      });
    const early = [join('early'), join('next')];
    await settled();
    settle(first);
    await Promise.all([...early, join('late')]);
    expect(order).toEqual(['early', 'next', 'late']);
  });

  test('leaves at once when its signal aborts, and the next one gets the place', async () => {
    const { acquire, settle, used } = begin([gated(1), counted('minute', 9)]);
    const first = await acquire();
    const controller = new AbortController();
    const leaving = acquire({}, controller.signal);
    const staying = acquire();
    await settled();
    controller.abort(new CallerLeft());
    await expect(leaving).rejects.toBeInstanceOf(CallerLeft);
    settle(first);
    settle(await staying);
    expect(await used()).toEqual([0, 2]);
  });

  test('and is refused when its turn comes passes the place on', async () => {
    const { acquire, settle } = begin([gated(1), counted('minute', 2)]);
    const first = await acquire();
    const refused = acquire();
    const served = acquire({ windows: ['in-flight'] });
    refused.catch(() => undefined);
    await settled();
    await acquire({ windows: ['minute'] });
    settle(first);
    await expect(refused).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    expect(await stateOf(served)).toBe('fulfilled');
  });

  test('at one of two bounds holds no place at the other', async () => {
    const { acquire, used } = begin([{ ...gated(2), name: 'wide' }, gated(1)]);
    await acquire();
    expect(await stateOf(acquire())).toBe('pending');
    expect(await used()).toEqual([1, 1]);
    await acquire({ windows: ['wide'] });
  });

  test('in a pool takes whichever place comes free, and no place is left empty', async () => {
    const { acquire, settle, used } = begin([gated(1)], ['a', 'b']);
    const [a, b] = [await acquire(), await acquire()];
    const waiting = [acquire(), acquire(), acquire()];
    await settled();
    settle(a);
    settle(b);
    await settled();
    expect(await used()).toEqual([1, 1]);
    expect(await Promise.all(waiting.map(stateOf))).toEqual(['fulfilled', 'fulfilled', 'pending']);
  });
});

test('a window shows its use, what remains and when the next slot comes free', async () => {
  const { acquire, settle, ledger, clock } = begin([counted('minute', 3), gated(2)]);
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
