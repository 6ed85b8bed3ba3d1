import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';

const EXPOS = '{ expos(first: 1) { nodes { id } } }';
const KEY = { 'x-api-key': 'test-secret' };

/** A Visit that answers when the test says so, and tells when a connection closes under a request. */
async function startHeldUpstream() {
  const open: ServerResponse[] = [];
  const cut: string[] = [];
  const server = createServer((request, response) => {
    open.push(response);
    response.once('close', () => {
      if (!response.writableFinished) cut.push(request.url ?? '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/create/v2`,
    open,
    cut,
    answerAll: (): void => {
      for (const response of open) response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

let upstream: Awaited<ReturnType<typeof startHeldUpstream>>;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let gateway: TestGateway;

beforeEach(async () => {
  upstream = await startHeldUpstream();
  sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
  gateway = await startGateway({ live: true, sandbox, env: { VISIT_URL: upstream.url } });
});
afterEach(async () => {
  await gateway[Symbol.asyncDispose]();
  await upstream.close();
  await sandbox.close();
});

async function isShared(): Promise<void> {
  // What the second operation waits for has no sign on the wire: it is told by what it reads besides.
  await vi.waitFor(() => expect(sandbox.iadvize.calls).toHaveLength(1));
}

const BOTH = '{ expos(first: 1) { nodes { id } } operators(first: 1) { nodes { id } } }';

describe('a client that leaves', () => {
  it('takes its upstream request with it', async () => {
    const leaving = new AbortController();
    const asked = gateway.ask(EXPOS, { headers: KEY, signal: leaving.signal }).catch((error: Error) => error.name);
    await vi.waitFor(() => expect(upstream.open).toHaveLength(1));
    leaving.abort();
    expect(await asked).toBe('AbortError');
    await vi.waitFor(() => expect(upstream.cut).toHaveLength(1));
    const { extensions } = await gateway.ask(
      '{ quota { upstreams { upstream credentials { windows { name used } } } } }',
      { headers: KEY },
    );
    expect(extensions.cost.actual).toBe(0);
  });

  it('leaves the request to others who wait for the same', async () => {
    const leaving = new AbortController();
    const first = gateway.ask(EXPOS, { headers: KEY, signal: leaving.signal }).catch((error: Error) => error.name);
    await vi.waitFor(() => expect(upstream.open).toHaveLength(1));
    const second = gateway.ask(BOTH, { headers: KEY });
    await isShared();
    leaving.abort();
    expect(await first).toBe('AbortError');
    // Whatever the gateway does about the one that left, it has done before it answers this one.
    await gateway.ask('{ __typename }', { headers: KEY });
    expect(upstream.cut).toEqual([]);
    upstream.answerAll();
    const answer = await second;
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({ expos: { nodes: [] } });
    expect(answer.extensions.cost).toMatchObject({ byUpstream: { IADVIZE: 1 }, shared: 1 });
    expect([upstream.open.length, upstream.cut]).toEqual([1, []]);
  });

  it('last of all who waited, ends the request', async () => {
    const leaving = [new AbortController(), new AbortController()];
    const asked: Promise<unknown>[] = [];
    for (const [index, { signal }] of leaving.entries()) {
      asked.push(gateway.ask(index === 0 ? EXPOS : BOTH, { headers: KEY, signal }).catch((error: Error) => error.name));
      await vi.waitFor(() => expect(upstream.open).toHaveLength(1));
    }
    await isShared();
    for (const one of leaving) one.abort();
    expect(await Promise.all(asked)).toEqual(['AbortError', 'AbortError']);
    await vi.waitFor(() => expect(upstream.cut).toHaveLength(1));
  });
});

describe('two equal operations at once', () => {
  it('pay one call between them', async () => {
    const first = gateway.ask(EXPOS, { headers: KEY });
    await vi.waitFor(() => expect(upstream.open).toHaveLength(1));
    const second = gateway.ask(BOTH, { headers: KEY });
    await isShared();
    upstream.answerAll();
    const [one, other]: readonly Answer[] = await Promise.all([first, second]);
    expect(one?.extensions.cost).toMatchObject({ actual: 1, shared: 0, byUpstream: { VISIT: 1 } });
    expect(other?.extensions.cost).toMatchObject({ actual: 1, shared: 1, byUpstream: { IADVIZE: 1 } });
    expect(one?.extensions.freshness).toEqual([]);
    expect(other?.extensions.freshness).toEqual([]);
    expect(upstream.open).toHaveLength(1);
  });

  it('both learn of one failure', async () => {
    const first = gateway.ask(EXPOS, { headers: KEY });
    await vi.waitFor(() => expect(upstream.open).toHaveLength(1));
    const second = gateway.ask(BOTH, { headers: KEY });
    await isShared();
    for (const response of upstream.open) response.writeHead(400).end();
    for (const { errors } of await Promise.all([first, second]))
      expect(errors).toMatchObject([{ path: ['expos'], extensions: { code: 'UPSTREAM_REJECTED' } }]);
    expect(upstream.open).toHaveLength(1);
  });
});
