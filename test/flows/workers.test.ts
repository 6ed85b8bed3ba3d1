import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Folder, type GatewayProcess, makeFolder, startProcess } from '../support/process.ts';

const WORKERS = 2;
const KEY = { 'content-type': 'application/json', 'x-api-key': 'test-secret' };

let sandbox: Sandbox;
let folder: Folder;
let gateway: GatewayProcess;
let url: string;

beforeAll(async () => {
  folder = makeFolder();
  sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
  gateway = startProcess({
    env: {
      ...sandbox.settings,
      WEIR_CONSUMER_KEYS: 'test:test-secret',
      WEIR_STORE: `sqlite:${join(folder.path, 'weir.db')}`,
      WEIR_WORKERS: String(WORKERS),
      WEIR_LOG: 'error',
    },
  });
  url = await gateway.ready;
}, 30_000);
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await sandbox.close();
  folder[Symbol.dispose]();
});

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number);
}

/** Each time over a connection of its own: it goes to whichever worker is next. */
async function ask(query: string): Promise<{ readonly data?: Record<string, unknown>; readonly errors?: unknown }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...KEY, connection: 'close' },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as { readonly data?: Record<string, unknown> };
}

/** A counter over all workers, summed over its labels. */
async function counter(name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url), { headers: { connection: 'close' } })).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

function usageOf(data: Record<string, unknown> | undefined): readonly { readonly calls: number }[] {
  return (data?.usage ?? []) as readonly { readonly calls: number }[];
}

function callsMade(): number {
  const { visualVisitor, visit, notifyVisitors, iadvize } = sandbox;
  return [visualVisitor, visit, notifyVisitors, iadvize].reduce((sum, { calls }) => sum + calls.length, 0);
}

describe('several workers', () => {
  it('stand behind one port, told by one line of mode and one of readiness', async () => {
    expect(childrenOf(gateway.pid)).toHaveLength(WORKERS);
    expect(gateway.stdout().trim().split('\n')).toEqual([expect.stringMatching(/^mode live /), `ready ${url}`]);
    for (let time = 0; time < 8; time += 1) expect((await ask('{__typename}')).data).toEqual({ __typename: 'Query' });
    // Each counts its own answers, and tells of all.
    expect(await counter('weir_answers_total')).toBe(8);
    expect(await counter('weir_answers_total')).toBe(8);
  });

  it('share accounts and held data: what the receipts say is what the vendors counted', async () => {
    const queries = Array.from({ length: 12 }, (_, i) => `{ conversation(id: "${9_000_000 + (i % 6)}") { id } }`);
    await Promise.all(queries.map(ask));
    await ask('{ expos(first: 5) { nodes { id } } }');
    const { data } = await ask(
      '{ usage(from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z", resolution: DAY) { calls } }',
    );
    const receipts = usageOf(data).reduce((sum, { calls }) => sum + calls, 0);
    expect(receipts).toBe(callsMade());
    expect(await counter('weir_upstream_calls_total')).toBe(callsMade());
  });

  it('are replaced when one is killed, and answer meanwhile', async () => {
    const [victim = 0, other = 0] = childrenOf(gateway.pid);
    process.kill(victim, 'SIGKILL');
    await vi.waitFor(() => expect(childrenOf(gateway.pid)).not.toContain(victim), { timeout: 5_000, interval: 10 });
    for (let time = 0; time < 4; time += 1) expect((await ask('{__typename}')).errors).toBeUndefined();
    await vi.waitFor(() => expect(childrenOf(gateway.pid)).toHaveLength(WORKERS), { timeout: 10_000, interval: 20 });
    expect(childrenOf(gateway.pid)).toContain(other);
    expect(gateway.stderr()).toContain('a worker ended; another one takes its place');
  });
});

describe('a setting that stops one worker', () => {
  it('stops all of them with its one line and code 2', async () => {
    const { port } = new URL(url);
    await using second = startProcess({
      env: {
        ...sandbox.settings,
        PORT: port,
        WEIR_STORE: `sqlite:${join(folder.path, 'other.db')}`,
        WEIR_WORKERS: '2',
      },
    });
    expect(await second.exit).toEqual({ code: 2, signal: null });
    expect(
      second
        .stderr()
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('weir:')),
    ).toEqual(['weir: PORT is in use; allowed: a free port, or 0 for any']);
    expect(second.stdout()).toBe('');
  });

  it.each([
    ['memory', 'a store in memory'],
    ['sandbox', 'the sandbox'],
  ])('is refused where nothing can be shared: %s', async (where, said) => {
    await using alone = startProcess({
      env: { WEIR_WORKERS: '2', WEIR_STORE: 'memory', ...(where === 'memory' && sandbox.settings) },
    });
    expect((await alone.exit).code).toBe(2);
    expect(alone.stderr()).toMatch(new RegExp(`^weir: WEIR_WORKERS is 2, but ${said} is `));
  });
});

describe('a signal', () => {
  it('ends all workers, with code 0', async () => {
    const workers = childrenOf(gateway.pid);
    gateway.kill('SIGTERM');
    expect(await gateway.exit).toEqual({ code: 0, signal: null });
    for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
