import { describe, expect, test } from 'vitest';
import { CallerLeft, DeadlineReached } from '../../../src/base/errors.ts';
import { createLog } from '../../../src/base/log.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import type { CallRecord, CallScope } from '../../../src/transport/call.ts';
import type { WindowSpec } from '../../../src/transport/quota/ledger.ts';
import { verdictOfStatus } from '../../../src/transport/steps/judge.ts';
import { createTransport } from '../../../src/transport/transport.ts';
import { callScope } from '../../support/calls.ts';
import { drive, endpoint, settled } from '../../support/engine.ts';
import { deadOrigin, reply, serve } from '../../support/http-server.ts';
import { createTestLedger } from '../../support/ledger.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const WINDOWS: readonly WindowSpec[] = [
  { name: 'minute', limit: 12, seconds: 60, per: 'credential' },
  { name: 'in-flight', limit: 2, seconds: 0, per: 'credential' },
];
const TIMEOUT_MS = 8_000;

/** A whole transport over a real server. */
function begin(baseUrl: string, secrets: readonly string[] = ['s3cret'], storeAheadMs = 0) {
  const clock = createVirtualClock();
  const { permits } = openMemoryStore({ ...clock, now: () => clock.now() + storeAheadMs });
  const credentials = secrets.map((secret, index) => ({ label: `key-${index + 1}`, secret }));
  const labels = credentials.map(({ label }) => label);
  const ledger = createTestLedger({ clock, windows: WINDOWS, credentials: labels, callTimeoutMs: TIMEOUT_MS, permits });
  const transport = createTransport({
    upstream: 'VISIT',
    baseUrl,
    callTimeoutMs: TIMEOUT_MS,
    credentials,
    authorize: (secret) => ({ authorization: `Bearer ${secret}` }),
    judge: verdictOfStatus,
    ledger,
    clock,
    chance: () => 0,
    log: createLog('silent'),
  });
  const row = endpoint({ quota: WINDOWS.map(({ name }) => name) });
  return {
    clock,
    history: ledger.history,
    transport,
    used: async (name: string) =>
      (await ledger.states()).flatMap((window) => (window.name === name ? [window.used] : [])),
    send: (scope: Partial<CallScope> = {}) => {
      const answer = transport.send({ row, path: '/things', credentials: labels, attempt: 1 }, callScope(scope));
      answer.catch(() => undefined);
      return answer;
    },
    [Symbol.asyncDispose]: transport.close,
  };
}

describe('a call that leaves', () => {
  test('is accounted once in every window, in the history and with its operation, under the label of the key that paid', async () => {
    await using server = await serve((response) => reply(response, 200, { a: 1 }));
    await using way = begin(server.origin, ['one', 'two']);
    const own: CallRecord[] = [];
    for (let call = 0; call < 4; call += 1) await way.send({ onCall: (record) => own.push(record) });
    expect(server.heard.map(({ headers }) => headers.authorization).sort()).toEqual([
      'Bearer one',
      'Bearer one',
      'Bearer two',
      'Bearer two',
    ]);
    expect(await way.used('minute')).toEqual([2, 2]);
    expect(await way.used('in-flight')).toEqual([0, 0]);
    expect(own).toEqual(way.history);
    expect(own[0]).toEqual({
      at: way.clock.now(),
      upstream: 'VISIT',
      endpoint: 'visit.things.list',
      credential: 'key-1',
      consumer: 'test',
      operation: 'test',
      outcome: 'OK',
      durationMs: 0,
      bytes: 7,
      attempt: 1,
    });
    expect(JSON.stringify(own)).not.toMatch(/one|two/);
  });

  test.each([
    [401, 'UPSTREAM_UNAUTHORIZED', 'UNAUTHORIZED'],
    [403, 'UPSTREAM_FORBIDDEN', 'UNAUTHORIZED'],
    [422, 'UPSTREAM_REJECTED', 'REJECTED'],
    [500, 'UPSTREAM_UNAVAILABLE', 'SERVER_ERROR'],
    [302, 'UPSTREAM_BAD_RESPONSE', 'BAD_RESPONSE'],
  ])('and is answered %i fails with %s and counts', async (status, code, outcome) => {
    await using server = await serve((response) => reply(response, status, { secret: 's3cret' }));
    await using way = begin(server.origin);
    await expect(way.send()).rejects.toMatchObject({ name: 'UpstreamError', upstream: 'VISIT', code });
    expect(way.history).toMatchObject([{ outcome }]);
    expect(await way.used('minute')).toEqual([1]);
  });

  test('has its time by the store, and its duration by the clock that it was waited with', async () => {
    await using server = await serve((response) => reply(response, 200, { ok: 1 }));
    await using way = begin(server.origin, ['s3cret'], 60_000);
    await way.send();
    expect(way.history).toMatchObject([{ at: way.clock.now() + 60_000, durationMs: 0 }]);
  });

  test('and is throttled takes the key out for as long as the vendor says', async () => {
    await using server = await serve((response) => reply(response, 429, {}, { 'retry-after': '30' }));
    await using way = begin(server.origin);
    await expect(way.send()).rejects.toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
      details: { retryAfterSeconds: 30 },
    });
    way.clock.advance(10_000);
    await expect(way.send()).rejects.toMatchObject({
      code: 'UPSTREAM_RATE_LIMITED',
      details: { retryAfterSeconds: 20 },
    });
    expect(server.heard).toHaveLength(1);
    way.clock.advance(20_000);
    await way.send().catch(() => undefined);
    expect(server.heard).toHaveLength(2);
  });

  test('and is given up keeps its place in flight until the vendor has seen the connection close', async () => {
    await using server = await serve(() => undefined);
    await using way = begin(server.origin);
    const controller = new AbortController();
    const call = way.send({ signal: controller.signal });
    await server.arrived(1);
    controller.abort(new CallerLeft());
    await expect(call).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect([await way.used('minute'), await way.used('in-flight')]).toEqual([[1], [1]]);
    way.clock.advance(1_000);
    expect([await way.used('minute'), await way.used('in-flight')]).toEqual([[1], [0]]);
    way.clock.advance(TIMEOUT_MS + 59_000 - 1);
    expect(await way.used('minute')).toEqual([1]);
    way.clock.advance(1);
    expect(await way.used('minute')).toEqual([0]);
  });
});

describe('a call that does not leave', () => {
  test('because the connection is refused spends nothing and is in no history', async () => {
    await using way = begin(await deadOrigin());
    await expect(way.send()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect([await way.used('minute'), await way.used('in-flight'), way.history]).toEqual([[0], [0], []]);
  });

  test('because its deadline comes while it waits for a place in flight says so and spends nothing', async () => {
    await using server = await serve(() => undefined);
    await using way = begin(server.origin);
    void way.send();
    void way.send();
    await server.arrived(2);
    const controller = new AbortController();
    const third = way.send({ signal: controller.signal });
    await settled();
    controller.abort(new DeadlineReached());
    await expect(third).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED', upstream: 'VISIT' });
    expect([await way.used('minute'), server.heard.length]).toEqual([[2], 2]);
  });

  test('because the breaker opened while it waited for a place in flight is refused and spends nothing', async () => {
    await using server = await serve((response) => reply(response, 500, {}));
    await using way = begin(server.origin);
    const calls = await Promise.allSettled(Array.from({ length: 40 }, () => way.send()));
    // Five failures open it; the second place was taken before the fifth of them was known.
    expect(server.heard.length).toBeLessThanOrEqual(6);
    for (const call of calls) expect(call).toMatchObject({ reason: { code: 'UPSTREAM_UNAVAILABLE' } });
    expect([await way.used('minute'), await way.used('in-flight')]).toEqual([[server.heard.length], [0]]);
  });

  test('because the window is full is refused with the window and the wait', async () => {
    await using server = await serve((response) => reply(response, 200, {}));
    await using way = begin(server.origin);
    for (let call = 0; call < 12; call += 1) await way.send();
    way.clock.advance(20_500);
    await expect(way.send()).rejects.toMatchObject({
      code: 'QUOTA_EXCEEDED',
      details: { window: 'minute', retryAfterSeconds: 40 },
    });
    expect(server.heard).toHaveLength(12);
  });
});

test('repeats are counted as calls of their own and stop where the window is full', async () => {
  let fails = false;
  await using server = await serve((response) => reply(response, fails ? 500 : 200, {}));
  await using way = begin(server.origin);
  for (let call = 0; call < 11; call += 1) await way.send();
  fails = true;
  await expect(drive(way.clock, way.send())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(server.heard).toHaveLength(12);
  way.clock.advance(60_000);
  fails = false;
  for (let call = 0; call < 10; call += 1) await way.send();
  fails = true;
  await expect(drive(way.clock, way.send())).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(server.heard).toHaveLength(24);
  expect(way.history.slice(-2)).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
});
