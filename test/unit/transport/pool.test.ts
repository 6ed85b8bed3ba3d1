import type { ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CallerLeft, DeadlineReached } from '../../../src/base/errors.ts';
import { type CallScope, NOT_JSON, type OutboundCall } from '../../../src/transport/call.ts';
import { CallFailure } from '../../../src/transport/call-failure.ts';
import { createPool } from '../../../src/transport/pool.ts';
import { endpoint, stateOf } from '../../support/engine.ts';
import { deadOrigin, reply, serve } from '../../support/http-server.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const TIMEOUT_MS = 8_000;
const BIG = 8 * 1024 * 1024;
const CALL: OutboundCall = { row: endpoint(), path: '/things', credentials: ['key-1'], attempt: 1 };

function scopeWith(signal = new AbortController().signal): CallScope {
  return { signal, deadlineAt: 0, consumer: 'test', operation: 'test', onCall: () => undefined };
}

async function begin(handler: Parameters<typeof serve>[0], path = '') {
  const server = await serve(handler);
  const clock = createVirtualClock();
  const pool = createPool({ baseUrl: server.origin + path, clock, callTimeoutMs: TIMEOUT_MS });
  return {
    server,
    clock,
    send: (call: Partial<OutboundCall> = {}, signal?: AbortSignal) =>
      pool.send({ ...CALL, ...call }, scopeWith(signal), { 'x-key': 'secret' }),
    [Symbol.asyncDispose]: async () => {
      await pool.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function failureOf(promise: Promise<unknown>): Promise<CallFailure> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof CallFailure) return error;
  throw new Error(`no failure of a call: ${error}`);
}

const send =
  (body: string | Buffer, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(200, headers).end(body);
  };

describe('a request', () => {
  test('goes below the base path with its query, credential and body', async () => {
    await using upstream = await begin((response) => reply(response, 200, {}), '/api/v2');
    await upstream.send({ path: '/things/a%2Fb', query: { from: '1 2', to: 'ä&b' } });
    await upstream.send({
      row: endpoint({ method: 'POST' }),
      path: '/things?kind=x',
      query: { page: '1' },
      body: { a: [1] },
    });
    expect(upstream.server.heard).toMatchObject([
      { method: 'GET', url: '/api/v2/things/a%2Fb?from=1+2&to=%C3%A4%26b', body: '' },
      { method: 'POST', url: '/api/v2/things?kind=x&page=1', body: '{"a":[1]}' },
    ]);
    expect(upstream.server.heard[0]?.headers).toMatchObject({
      'x-key': 'secret',
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
    });
    expect(upstream.server.heard[0]?.headers['content-type']).toBeUndefined();
    expect(upstream.server.heard[1]?.headers['content-type']).toBe('application/json');
  });

  test('is sent once, whatever the answer', async () => {
    await using upstream = await begin((response) => reply(response, 503, {}));
    expect(await upstream.send()).toMatchObject({ status: 503 });
    expect(upstream.server.heard).toHaveLength(1);
  });

  test('does not follow a redirect', async () => {
    await using upstream = await begin((response) => void response.writeHead(302, { location: '/elsewhere' }).end());
    expect(await upstream.send()).toMatchObject({ status: 302, body: undefined });
    expect(upstream.server.heard).toHaveLength(1);
  });
});

describe('an answer', () => {
  const text = JSON.stringify({ rows: ['ä', 1, null] });

  test.each([
    ['plain', text, {}],
    ['gzip', gzipSync(text), { 'content-encoding': 'gzip' }],
    ['br', brotliCompressSync(text), { 'content-encoding': 'br' }],
    ['GZIP', gzipSync(text), { 'content-encoding': 'GZIP' }],
    ['identity', text, { 'content-encoding': 'identity' }],
  ] as const)('is read, packed as %s, and counted as it is unpacked', async (_name, body, headers) => {
    await using upstream = await begin(send(Buffer.from(body), headers));
    expect(await upstream.send()).toMatchObject({
      status: 200,
      body: { rows: ['ä', 1, null] },
      bytes: Buffer.byteLength(text),
    });
  });

  test.each([
    ['{"id":9007199254740993}', { id: '9007199254740993' }],
    ['[9007199254740991,-9007199254740992]', [9007199254740991, '-9007199254740992']],
    ['[12345678901234567890,1234567890.12345678901234567890]', ['12345678901234567890', 1234567890.1234567]],
    [
      '{"text":"12345678901234567890","q\\"9007199254740993":1}',
      { text: '12345678901234567890', 'q"9007199254740993': 1 },
    ],
    ['[1e20,9007199254740993e0]', [1e20, 2 ** 53]],
    ['[[-9007199254740993]]', [['-9007199254740993']]],
  ])('keeps whole numbers that a double cannot hold as text: %s', async (body, expected) => {
    await using upstream = await begin(send(body));
    expect((await upstream.send()).body).toEqual(expected);
  });

  test.each([
    ['<html>down</html>'],
    ['{"a":1'],
    ['{"a":1}}'],
    ["{'a':1}"],
    ['[1,]'],
    ['NaN'],
    ['['.repeat(65) + ']'.repeat(65)],
    ['{"a":'.repeat(40_000)],
  ])('that is not JSON, or deeper than any record, is said to be none: %#', async (body) => {
    await using upstream = await begin(send(body));
    expect((await upstream.send()).body).toBe(NOT_JSON);
  });

  test('may be as deep as 64, and brackets inside texts do not count', async () => {
    await using upstream = await begin(send(`${'['.repeat(63)}"${'[{'.repeat(100)}\\"["${']'.repeat(63)}`));
    expect((await upstream.send()).body).not.toBe(NOT_JSON);
  });

  test('without content is undefined', async () => {
    await using upstream = await begin(send(' \n'));
    expect((await upstream.send()).body).toBeUndefined();
  });

  test('that announces more than 8 MB is given up before a byte of it came', async () => {
    await using upstream = await begin((response) => {
      response.writeHead(200, { 'content-length': String(BIG + 1) }).flushHeaders();
    });
    expect(await failureOf(upstream.send())).toMatchObject({ outcome: 'BAD_RESPONSE', left: true });
    await upstream.server.closed(1);
  });

  test.each([
    ['plain', Buffer.alloc(BIG + 1, 32), {}],
    ['a gzip bomb', gzipSync(Buffer.alloc(BIG + 1, 32)), { 'content-encoding': 'gzip' }],
    ['a br bomb', brotliCompressSync(Buffer.alloc(BIG + 1, 32)), { 'content-encoding': 'br' }],
    ['no gzip at all', Buffer.from('{}'), { 'content-encoding': 'gzip' }],
    ['cut off', gzipSync('{"a":1}').subarray(0, 12), { 'content-encoding': 'gzip' }],
    ['packed in a way not asked for', Buffer.from('{}'), { 'content-encoding': 'zstd' }],
  ])('above 8 MB or not unpackable is refused: %s', async (_name, body, headers) => {
    await using upstream = await begin(send(body, headers));
    expect(await failureOf(upstream.send())).toMatchObject({
      outcome: 'BAD_RESPONSE',
      code: 'UPSTREAM_BAD_RESPONSE',
      left: true,
    });
  });

  test('of exactly 8 MB is read', async () => {
    await using upstream = await begin(send(Buffer.alloc(BIG, 32)));
    expect(await upstream.send()).toMatchObject({ body: undefined, bytes: BIG });
  });
});

describe('the status of a failure', () => {
  const bomb = gzipSync(Buffer.alloc(BIG + 1, 32));
  const gzip = { 'content-encoding': 'gzip' };
  const cut = (response: ServerResponse, status: number) => {
    const headers = { 'content-length': '100', 'retry-after': '7' };
    response.writeHead(status, headers).write('{"a":', () => response.destroy());
  };
  test.each<[string, (response: ServerResponse, status: number) => unknown]>([
    ['is HTML', (response, status) => response.writeHead(status, { 'retry-after': '7' }).end('<html>')],
    ['is a bomb', (response, status) => response.writeHead(status, { 'retry-after': '7', ...gzip }).end(bomb)],
    [
      'is too large',
      (response, status) => response.writeHead(status, { 'retry-after': '7' }).end(Buffer.alloc(BIG + 1)),
    ],
    ['is cut', cut],
  ])('is told though its body %s', async (_name, handler) => {
    for (const status of [400, 429, 500, 503]) {
      await using upstream = await begin((response) => void handler(response, status));
      expect(await upstream.send()).toMatchObject({ status, headers: { 'retry-after': '7' }, body: NOT_JSON });
    }
  });

  test('is told of a 429 whose body never ends, at the time bound', async () => {
    await using upstream = await begin((response) => void response.writeHead(429).write('{"a":'));
    const call = upstream.send();
    await upstream.server.arrived(1);
    upstream.clock.advance(TIMEOUT_MS - 1);
    expect(await stateOf(call)).toBe('pending');
    upstream.clock.advance(1);
    expect(await call).toMatchObject({ status: 429, body: NOT_JSON });
    await upstream.server.closed(1);
  });
});

describe('a call that fails', () => {
  test('has not left where the connection was refused', async () => {
    const pool = createPool({ baseUrl: await deadOrigin(), clock: createVirtualClock(), callTimeoutMs: TIMEOUT_MS });
    expect(await failureOf(pool.send(CALL, scopeWith(), {}))).toMatchObject({
      outcome: 'NETWORK',
      code: 'UPSTREAM_UNAVAILABLE',
      left: false,
    });
    await pool.close();
  });

  test('has left where the connection was cut before the answer or inside it', async () => {
    await using before = await begin((response) => void response.destroy());
    await using inside = await begin((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"a":', () => response.destroy());
    });
    for (const upstream of [before, inside])
      expect(await failureOf(upstream.send())).toMatchObject({ outcome: 'NETWORK', left: true });
  });

  test.each([
    ['before the answer', () => undefined],
    ['inside the answer', (response: ServerResponse) => void response.writeHead(200).write('{"a":')],
  ])('ends at its time bound %s, not before, and closes its connection', async (_name, handler) => {
    await using upstream = await begin(handler);
    const call = upstream.send();
    await upstream.server.arrived(1);
    upstream.clock.advance(TIMEOUT_MS - 1);
    expect(await stateOf(call)).toBe('pending');
    upstream.clock.advance(1);
    expect(await failureOf(call)).toMatchObject({ outcome: 'TIMEOUT', code: 'UPSTREAM_TIMEOUT', left: true });
    await upstream.server.closed(1);
  });

  test.each([
    [new DeadlineReached(), 'DEADLINE_EXCEEDED'],
    [new CallerLeft(), 'UPSTREAM_UNAVAILABLE'],
  ])('ends as soon as its signal aborts, and closes its connection: %s', async (reason, code) => {
    await using upstream = await begin(() => undefined);
    const controller = new AbortController();
    const call = upstream.send({}, controller.signal);
    await upstream.server.arrived(1);
    controller.abort(reason);
    expect(await failureOf(call)).toMatchObject({ outcome: 'ABORTED', code, left: true });
    await upstream.server.closed(1);
  });

  test('has not left where its signal had aborted before', async () => {
    await using upstream = await begin((response) => reply(response, 200, {}));
    expect(await failureOf(upstream.send({}, AbortSignal.abort(new CallerLeft())))).toMatchObject({
      outcome: 'ABORTED',
      left: false,
    });
    expect(upstream.server.heard).toHaveLength(0);
  });
});
