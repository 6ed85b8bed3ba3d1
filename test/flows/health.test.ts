import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { askFor, NDJSON } from '../tables/ask-table.ts';

const NOW = Date.UTC(2026, 0, 15, 9);
const HEALTH = `{ health {
  process hasSiblings startedAt
  upstreams { upstream breaker recentCalls lastFailure { outcome endpoint at } }
  refusals { code consumer operations lastAt }
  collections { name upstream copies completeCopies rows oldestAt pagesLeft secondsLeft }
  start { name durationMs }
  tables { consumer operation startedAt records calls recordsLeft secondsLeft } } }`;
const ONLY_HELD = { extensions: { cache: { mode: 'only-held' } } };
const profile = (name: string) => `{ person(email: "${name}@x.example") { profile { emailOptIn } } }`;

type Health = {
  readonly process: string;
  readonly upstreams: readonly { readonly upstream: string; readonly breaker: string }[];
  readonly refusals: readonly unknown[];
  readonly start: readonly unknown[];
  readonly tables: readonly unknown[];
  readonly collections: readonly { readonly name: string; readonly rows: number }[];
};

describe('health', () => {
  const clock = createVirtualClock(NOW);
  let gateway: TestGateway;
  beforeAll(async () => {
    const window = { 'users-minute': { limit: 1 } };
    const consumers = [
      { name: 'watcher', secret: 'watcher-secret', scopes: new Set(['quota']) },
      { name: 'reader', secret: 'reader-secret', scopes: new Set(['usage']) },
    ];
    gateway = await startGateway({ clock, consumers, config: { windows: { NOTIFY_VISITORS: window } } });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());
  const health = async (): Promise<Health> => {
    const { data, errors } = await gateway.ask(HEALTH);
    expect(errors).toEqual([]);
    return data?.health as Health;
  };

  it('needs the scope quota, and usage for who was refused', async () => {
    const watcher = await gateway.ask(HEALTH, { headers: { 'x-api-key': 'watcher-secret' } });
    expect(watcher.errors).toMatchObject(
      ['refusals', 'tables'].map((field) => ({ path: ['health', field], extensions: { code: 'FORBIDDEN' } })),
    );
    expect(watcher.data).toMatchObject({ health: { refusals: null, tables: null, hasSiblings: false } });
    const reader = await gateway.ask(HEALTH, { headers: { 'x-api-key': 'reader-secret' } });
    expect(reader).toMatchObject({ data: { health: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('counts who was refused, but not what was only planned', async () => {
    await gateway.ask(profile('a'));
    const before = await health();
    expect(before.refusals).toEqual([]);
    await gateway.ask(profile('b'));
    await gateway.ask(profile('c'), { headers: { 'x-api-key': 'sandbox' }, extensions: { dryRun: true } });
    const after = await health();
    expect(after.process).toBe(before.process);
    expect(after.refusals).toEqual([
      { code: 'QUOTA_EXCEEDED', consumer: 'anonymous', operations: 1, lastAt: '2026-01-15T09:00:00Z' },
    ]);
  });

  it('tells of each collection what is held', async () => {
    const empty = { copies: 0, completeCopies: 0, rows: 0, oldestAt: null, pagesLeft: 0, secondsLeft: 0 };
    const { collections } = await health();
    expect(collections).toContainEqual({ name: 'iadvize.operators', upstream: 'IADVIZE', ...empty });
    const { data } = await gateway.ask('{ operators(first: 1000) { nodes { person { operator { id } } } } }');
    const operators = data?.operators as { readonly nodes: readonly unknown[] } | undefined;
    gateway.takeCalls();
    const after = await health();
    expect(after.collections.find(({ name }) => name === 'iadvize.operators')).toEqual({
      name: 'iadvize.operators',
      upstream: 'IADVIZE',
      copies: 1,
      completeCopies: 1,
      rows: operators?.nodes.length,
      oldestAt: '2026-01-15T09:00:00Z',
      pagesLeft: 0,
      secondsLeft: 0,
    });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('tells what its start took', async () => {
    const { start } = await health();
    // Of a virtual clock that stands still.
    expect(start).toEqual(['simulators', 'store', 'listen'].map((name) => ({ name, durationMs: 0 })));
  });

  it('tells of an upstream that fails how its last call ended, and that none goes out', async () => {
    const headers = { 'retry-after': '60' };
    gateway.sandbox.visit.faults.inject({ kind: 'status', status: 503, body: '', headers });
    await gateway.ask('{ expos { nodes { id } } }');
    const { upstreams } = await health();
    expect(upstreams.find(({ upstream }) => upstream === 'VISIT')).toMatchObject({
      breaker: 'OPEN',
      lastFailure: { outcome: 'SERVER_ERROR', endpoint: 'visit.expos.list' },
    });
    expect(upstreams.find(({ upstream }) => upstream === 'IADVIZE')).toMatchObject({
      breaker: 'CLOSED',
      lastFailure: null,
    });
  });
});

describe('the health of a gateway that waits for quota', () => {
  const CALLS = 3;
  const SECONDS = 30;
  const CONFIG = { windows: { VISUAL_VISITOR: { 'ip-20m': { limit: CALLS, seconds: SECONDS } } } };
  const SANDBOX = { WEIR_SANDBOX_SIZE: '4' };
  const clock = createVirtualClock(NOW);
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway({ clock, config: CONFIG, env: SANDBOX });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());
  const health = async (): Promise<Health> => (await gateway.ask(HEALTH)).data?.health as Health;

  it('tells how far a table has come under the quota, until it is over', async () => {
    const query = 'query Names { leads(product: PLUS_PERSON) { nodes { id } } }';
    const reader = new AbortController();
    const response = await askFor(gateway.url, { query, accept: NDJSON, signal: reader.signal });
    // Of three calls bulk reading has one, which brought a page of 200; it has to wait for two more.
    await vi.waitFor(async () => {
      const held = await gateway.ask('{ leads(product: PLUS_PERSON) { totalCount } }', ONLY_HELD);
      const leads = held.data?.leads as { readonly totalCount: number } | undefined;
      expect((await health()).tables).toEqual([
        {
          consumer: 'anonymous',
          operation: 'Names',
          startedAt: '2026-01-15T09:00:00Z',
          records: 200,
          calls: 1,
          recordsLeft: (leads?.totalCount ?? Number.NaN) - 200,
          secondsLeft: 2 * SECONDS,
        },
      ]);
    });
    // A page that is tried with fewer records, or waits, was not refused.
    expect((await health()).refusals).toEqual([]);
    reader.abort();
    await expect(response.text()).rejects.toThrow();
    await vi.waitFor(async () => expect((await health()).tables).toEqual([]));
  });

  it('tells how far a copy has come under the quota, and the start that fills it', async () => {
    const config = { ...CONFIG, collections: { warm: ['visual-visitor.leads'] } };
    await using filling = await startGateway({ clock, config, env: { WEIR_SANDBOX_SIZE: '12' } });
    const told = async (): Promise<Health> => (await filling.ask(HEALTH)).data?.health as Health;
    await vi.waitFor(async () => {
      const { collections, start } = await told();
      expect(collections.find(({ name }) => name === 'visual-visitor.leads')).toMatchObject({
        rows: 200,
        completeCopies: 0,
        pagesLeft: 3,
        // Two calls are left now, three come with the next window.
        secondsLeft: SECONDS,
      });
      expect(start.at(-1)).toMatchObject({ name: 'warm-up' });
    });
  });
});
