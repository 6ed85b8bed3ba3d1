import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type GatewayProcess, makeFolder, startProcess } from '../support/process.ts';

const STOPPED = { code: 0, signal: null };
const SLOW_MS = 1_500;

type Answer = { readonly status: number; readonly body: { readonly data?: unknown; readonly errors?: unknown } };

async function ask(url: string, query: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'secret' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

/** A connection on which a request has begun and waits for its last line. */
async function beginRequest(url: string, head: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`${head}\r\nhost: weir\r\nx-api-key: secret\r\n`);
  return socket;
}

function isRefused(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}

function untilRefusing(url: string): Promise<void> {
  return vi.waitFor(async () => expect(await isRefused(url)).toBe(true), { timeout: 10_000, interval: 5 });
}

function startLive(sandbox: Sandbox, env: Record<string, string> = {}): GatewayProcess {
  return startProcess({
    env: { ...sandbox.settings, ...env, WEIR_STORE: 'memory', WEIR_CONSUMER_KEYS: 'test:secret' },
  });
}

const OPERATIONS = [
  ...Array.from({ length: 28 }, (_, i) => `{ conversation(id: "${9_000_000 + i}") { id } }`),
  ...Array.from({ length: 22 }, (_, i) => `{ lead(id: "${9_000_000 + i}", product: PLUS_PERSON) { id } }`),
];

describe('the stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends an idle gateway on %s with code 0', async (signal) => {
    using folder = makeFolder();
    const held = () => readdirSync(folder.path).filter((name) => name.startsWith('weir'));
    await using gateway = startProcess({ env: { TMPDIR: folder.path } });
    await gateway.ready;
    expect(held()).toHaveLength(1);
    gateway.kill(signal);
    expect(await gateway.exit).toEqual(STOPPED);
    expect(gateway.stdout().trimEnd().split('\n')).toHaveLength(2);
    // The sandbox's store goes with it.
    expect(held()).toEqual([]);
  });

  it('finishes the fifty operations under way and refuses new ones', async () => {
    const sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
    for (const simulator of [sandbox.iadvize, sandbox.visualVisitor])
      simulator.faults.inject({ kind: 'delay-headers', ms: SLOW_MS }, { times: Number.POSITIVE_INFINITY });
    await using gateway = startLive(sandbox);
    const url = await gateway.ready;
    const late = await beginRequest(url, 'GET /graphql?query=%7B__typename%7D HTTP/1.1');
    const probe = await beginRequest(url, 'GET /health/ready HTTP/1.1');
    const answers = OPERATIONS.map((query) => ask(url, query));
    await vi.waitFor(() => expect(sandbox.iadvize.calls.length + sandbox.visualVisitor.calls.length).toBe(50), {
      timeout: 10_000,
      interval: 5,
    });
    gateway.kill('SIGTERM');
    // Signals again while stopping change nothing.
    await untilRefusing(url);
    gateway.kill('SIGTERM');
    gateway.kill('SIGINT');
    for (const [socket, body] of [
      [late, /"code":"INTERNAL_SERVER_ERROR"/],
      [probe, /"status":"draining"/],
    ] as const) {
      socket.write('\r\n');
      const reply = await text(socket);
      expect(reply).toMatch(/^HTTP\/1\.1 503 /);
      expect(reply).toMatch(/content-type: application\/json/i);
      expect(reply).toMatch(/cache-control: no-store/i);
      expect(reply).toMatch(body);
    }
    for (const { status, body } of await Promise.all(answers)) {
      expect(status).toBe(200);
      expect(body.errors).toBeUndefined();
      expect(Object.values(body.data ?? {})).toEqual([null]);
    }
    expect(await gateway.exit).toEqual(STOPPED);
    await sandbox.close();
  });

  it.skipIf(process.env.WEIR_PROOF !== '1')('cuts what is not finished, within ten seconds', async () => {
    const sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
    sandbox.iadvize.faults.inject({ kind: 'black-hole' }, { times: Number.POSITIVE_INFINITY });
    using folder = makeFolder();
    const patient = folder.write('config.json', { callTimeoutMs: 60_000, deadlineMs: 60_000 });
    await using gateway = startLive(sandbox, { WEIR_CONFIG: patient });
    const url = await gateway.ready;
    const answer = ask(url, '{ conversation(id: "1") { id } }').catch((error: unknown) => error);
    await vi.waitFor(() => expect(sandbox.iadvize.calls).toHaveLength(1), { timeout: 10_000 });
    const since = performance.now();
    gateway.kill('SIGTERM');
    expect(await gateway.exit).toEqual(STOPPED);
    const took = performance.now() - since;
    expect(took).toBeGreaterThan(8_000);
    expect(took).toBeLessThan(10_000);
    expect(await answer).toBeInstanceOf(Error);
    await sandbox.close();
  });

  it.each([
    ['SIGTERM', 'npm alone', false],
    ['SIGINT', 'the whole group, as Ctrl-C does', true],
  ] as const)('ends through npm start on %s to %s', async (signal, _to, group) => {
    await using gateway = startProcess({ command: ['npm', 'start'], group });
    const url = await gateway.ready;
    expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
    gateway.kill(signal);
    expect(await gateway.exit).toEqual(STOPPED);
    expect(await isRefused(url)).toBe(true);
  });
});
