import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { type Folder, makeFolder, startProcess } from '../support/process.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const KEY = { 'x-api-key': 'test-secret' };

let folder: Folder;
let sandbox: Sandbox;
let clock: VirtualClock;

beforeEach(async () => {
  folder = makeFolder();
  clock = createVirtualClock();
  sandbox = await startSandbox({ seed: 1, size: 3, now: clock.now });
});
afterEach(async () => {
  await sandbox.close();
  folder[Symbol.dispose]();
});

function store(): string {
  return join(folder.path, 'deep', 'data', 'weir.db');
}

function start(config?: object): Promise<TestGateway> {
  const env = { WEIR_STORE: `sqlite:${store()}` };
  return startGateway({ clock, live: true, sandbox, env, ...(config && { config }) });
}

/** Pages of the copies: whatever is asked of a list. The list of expos is no copy. */
function pagesOf(calls: readonly string[]): readonly string[] {
  return calls.filter((call) => !call.includes('/expos'));
}

function collectionOf(call: string): string {
  return call.split(' ').slice(0, 3).join(' ');
}

const VISITOR_OF = (expoId: string, email: string): string =>
  `{ visitors(expoId: "${expoId}", filter: { email: "${email}" }) { nodes { id registrationState } } }`;

function nodesOf<T>({ data }: Answer, field: string): readonly T[] {
  const list = data?.[field] as { readonly nodes: readonly T[] } | null | undefined;
  if (!list) throw new Error(`the answer has no ${field}`);
  return list.nodes;
}

type ExpoWithVisitor = {
  readonly sourceId: string;
  readonly visitors: { readonly nodes: readonly { readonly contact: { readonly email: string } | null }[] };
};

async function oneVisitor(gateway: TestGateway): Promise<{ readonly expoId: string; readonly email: string }> {
  const answer = await gateway.ask(
    '{ expos { nodes { sourceId visitors(first: 1) { nodes { contact { email } } } } } }',
    { headers: KEY },
  );
  const nodes = nodesOf<ExpoWithVisitor>(answer, 'expos');
  const found = nodes.find(({ visitors }) => visitors.nodes[0]?.contact?.email);
  return { expoId: found?.sourceId ?? '', email: found?.visitors.nodes[0]?.contact?.email ?? '' };
}

describe('after a restart', () => {
  it('the held copies are used, and catch up by one call each', async () => {
    const people = `{ people(emails: ["${sandbox.world.people.at(1).email}", "${sandbox.world.people.at(2).email}"]) {
      visitors { nodes { id } } chatVisitors { id } } }`;
    const first = await start();
    const before = await first.ask(people, { headers: KEY });
    expect(before.errors).toEqual([]);
    const filled = pagesOf(first.takeCalls());
    expect(new Set(filled).size).toBe(filled.length);
    const collections = new Set(filled.map(collectionOf));
    await first[Symbol.asyncDispose]();

    const second = await start();
    const soon = await second.ask(people, { headers: KEY });
    expect(soon.data).toEqual(before.data);
    expect(pagesOf(second.takeCalls())).toEqual([]);
    await second[Symbol.asyncDispose]();

    clock.advance(3_600_000);
    await using third = await start();
    const later = await third.ask(people, { headers: KEY });
    expect(later.data).toEqual(before.data);
    const caughtUp = pagesOf(third.takeCalls());
    expect(caughtUp.map(collectionOf).sort()).toEqual([...collections].sort());
    for (const call of caughtUp.filter((one) => one.startsWith('VISIT '))) {
      expect(filled).not.toContain(call);
      expect(call).toMatch(/fromRevision=[1-9]\d*/);
    }
    expect(later.extensions.freshness).toEqual([]);
    expect(third.violations()).toEqual([]);
  });

  it('what happened in between is seen', async () => {
    const first = await start();
    const { expoId, email } = await oneVisitor(first);
    const before = await first.ask(VISITOR_OF(expoId, email), { headers: KEY });
    const [{ id } = { id: '' }] = nodesOf<{ readonly id: string }>(before, 'visitors');
    await first[Symbol.asyncDispose]();
    const record = Buffer.from(id, 'base64url').toString().split(':').at(-1) ?? '';
    sandbox.visit.edit.changeVisitor(expoId, record, { registrationState: 'stopped' });
    clock.advance(60_000);
    await using second = await start();
    const after = await second.ask(VISITOR_OF(expoId, email), { headers: KEY });
    expect(after.errors).toEqual([]);
    expect(nodesOf(after, 'visitors')).toEqual([]);
  });

  it('what was killed while it filled goes on at the page that it waited for', async () => {
    const probe = await start();
    const { expoId, email } = await oneVisitor(probe);
    await probe[Symbol.asyncDispose]();
    const path = new RegExp(`/visitors/${expoId}$`);
    sandbox.visit.clearCalls();
    sandbox.visit.faults.inject({ kind: 'change', change: (body) => body }, { times: 2, path });
    sandbox.visit.faults.inject({ kind: 'black-hole' }, { path });
    const env = {
      ...sandbox.settings,
      WEIR_STORE: `sqlite:${join(folder.path, 'killed', 'weir.db')}`,
      WEIR_CONSUMER_KEYS: 'test:test-secret',
    };
    const pages = () => sandbox.visit.calls.filter((call) => path.test(call.path)).map(({ query }) => query);
    const askProcess = async (url: string) => {
      const body = JSON.stringify({ query: VISITOR_OF(expoId, email) });
      const headers = { 'content-type': 'application/json', ...KEY };
      return (await fetch(url, { method: 'POST', headers, body })).json();
    };
    await using killed = startProcess({ env });
    const lost = askProcess(await killed.ready).catch(() => 'lost');
    await vi.waitFor(() => expect(pages()).toHaveLength(3), { timeout: 10_000 });
    killed.kill('SIGKILL');
    expect(await lost).toBe('lost');
    await killed.exit;
    const [one, two, three] = pages();

    await using again = startProcess({ env });
    expect(await askProcess(await again.ready)).toMatchObject({ data: { visitors: { nodes: [{}] } } });
    const all = pages();
    expect(all.slice(3, 4)).toEqual([three]);
    expect(all.slice(4)).not.toContain(one);
    expect(all.slice(4)).not.toContain(two);
    expect(new Set(all).size).toBe(all.length - 1);
  }, 40_000);
});

describe('a fill that the deadline cuts off', () => {
  it('says how far it came and goes on there', async () => {
    await using gateway = await start({ deadlineMs: 3_000 });
    const { expoId, email } = await oneVisitor(gateway);
    const query = VISITOR_OF(expoId, email);
    gateway.takeCalls();
    sandbox.visit.faults.inject({ kind: 'change', change: (body) => body }, { times: 2 });
    sandbox.visit.faults.inject({ kind: 'black-hole' });
    clock.advance(60_000);
    const asked = gateway.ask(query, { headers: KEY });
    await vi.waitFor(() => expect(sandbox.visit.calls).toHaveLength(3));
    clock.advance(3_000);
    const cut = await asked;
    expect(cut.data).toEqual({ visitors: null });
    expect(cut.errors).toMatchObject([
      {
        path: ['visitors'],
        extensions: { code: 'DEADLINE_EXCEEDED', upstream: 'VISIT', progress: { rows: 200, calls: 2 } },
      },
    ]);
    expect(cut.extensions.cost).toMatchObject({ actual: 3, byUpstream: { VISIT: 3 } });
    const before = gateway.takeCalls();

    const whole = await gateway.ask(query, { headers: KEY });
    expect(whole.errors).toEqual([]);
    expect(whole.data).toMatchObject({ visitors: { nodes: [{}] } });
    const after = gateway.takeCalls();
    expect(after[0]).toBe(before[2]);
    for (const page of before.slice(0, 2)) expect(after).not.toContain(page);
    expect(new Set(after).size).toBe(after.length);
    expect(whole.extensions.cost.actual).toBe(after.length);
    expect((await gateway.ask(query, { headers: KEY })).extensions.cost.actual).toBe(0);
    expect(gateway.violations()).toEqual([]);
  });
});

describe('the store', () => {
  it('is for its own user alone', async () => {
    await using gateway = await start();
    await gateway.ask('{ people(emails: ["a@b.example"]) { visitors { nodes { id } } } }', { headers: KEY });
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(modeOf(join(folder.path, 'deep', 'data'))).toBe('700');
    for (const suffix of ['', '-wal', '-shm']) expect(modeOf(store() + suffix)).toBe('600');
  });
});
