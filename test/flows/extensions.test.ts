import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const EXPOS = '{ expos(first: 1) { nodes { id name } } }';
const LEADS = '{ leads(product: PLUS_PERSON, first: 2) { nodes { id } } }';

let clock: VirtualClock;
let gateway: TestGateway;

beforeEach(async () => {
  clock = createVirtualClock();
  gateway = await startGateway({ clock, live: true, env: { WEIR_ANONYMOUS: 'on' } });
});
afterEach(() => gateway[Symbol.asyncDispose]());

const KEY = { 'x-api-key': 'test-secret' };

describe('cost', () => {
  it('counts the calls of an operation, by upstream, with the windows of the keys touched', async () => {
    const { extensions } = await gateway.ask(`{ a: ${EXPOS.slice(1, -1)} b: ${LEADS.slice(1, -1)} }`, { headers: KEY });
    expect(extensions.cost).toMatchObject({
      actual: 2,
      retries: 0,
      shared: 0,
      byUpstream: { VISIT: 1, VISUAL_VISITOR: 1 },
      cacheHits: 0,
    });
    const windows = extensions.cost.windows as readonly Record<string, unknown>[];
    expect(windows).toContainEqual({
      upstream: 'VISUAL_VISITOR',
      credential: 'key-1',
      name: 'ip-20m',
      limit: 200,
      remaining: 199,
      resetsAt: new Date(clock.now() + 1_200_000).toISOString(),
    });
    expect(new Set(windows.map(({ upstream }) => upstream))).toEqual(new Set(['VISIT', 'VISUAL_VISITOR']));
    expect(gateway.takeCalls()).toHaveLength(2);
  });

  it('tells nobody of windows without the scope', async () => {
    const { extensions } = await gateway.ask(EXPOS);
    expect(extensions.cost).toMatchObject({ actual: 1, windows: [] });
  });

  it('counts distinct reads answered from held data', async () => {
    await gateway.ask(EXPOS, { headers: KEY });
    const { extensions } = await gateway.ask(`{ a: ${EXPOS.slice(1, -1)} b: ${EXPOS.slice(1, -1)} }`, { headers: KEY });
    expect(extensions.cost).toMatchObject({ actual: 0, byUpstream: {}, cacheHits: 1, windows: [] });
  });

  it('counts repeats among the calls', async () => {
    // A repeat must be earned: ten first tries pay for one.
    for (let i = 0; i < 12; i += 1) {
      await gateway.ask(EXPOS, { headers: KEY });
      clock.advance(301_000);
    }
    gateway.sandbox.visit.faults.inject({ kind: 'status', status: 503 });
    const asked = gateway.ask(EXPOS, { headers: KEY });
    const settled = asked.then(() => true);
    while (!(await Promise.race([settled, new Promise<false>((tick) => setImmediate(tick, false))]))) clock.advance(10);
    const { data, extensions } = await asked;
    expect(data?.expos).not.toBeNull();
    expect(extensions.cost).toMatchObject({ actual: 2, retries: 1, byUpstream: { VISIT: 2 } });
  });

  it('is zero, without data, for a refused operation', async () => {
    for (const query of ['{', '{ nothing }', 'query($n: Int!) { expos(first: $n) { nodes { id } } }']) {
      const answer = await gateway.ask(query, { headers: KEY });
      expect(answer).not.toHaveProperty('data');
      expect(answer.extensions.cost).toMatchObject({ actual: 0, retries: 0, shared: 0, byUpstream: {}, windows: [] });
    }
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('is left out, with freshness, when the request says so', async () => {
    const answer = await gateway.ask(EXPOS, { headers: KEY, extensions: { cost: false } });
    expect(answer.data).toHaveProperty('expos');
    expect(answer).not.toHaveProperty('extensions');
    const kept = await gateway.ask(EXPOS, { headers: KEY, extensions: { cost: true } });
    expect(kept.extensions).toMatchObject({ cost: { cacheHits: 1 }, freshness: [{}] });
  });
});

describe('freshness', () => {
  it('names each field that made a read of its own, without indices, with its greatest age', async () => {
    const query = '{ list: expos(first: 3) { nodes { visitors(first: 1) { nodes { id } } } } }';
    const first = await gateway.ask(query, { headers: KEY });
    expect(first.extensions.freshness).toEqual([]);
    clock.advance(20_000);
    const { extensions } = await gateway.ask(query, { headers: KEY });
    expect(extensions.freshness).toEqual([
      { path: ['list'], ageSeconds: 20, reason: 'CACHE' },
      { path: ['list', 'nodes', 'visitors'], ageSeconds: 20, reason: 'CACHE' },
    ]);
    clock.advance(20_000);
    // Visitors are fresh for 30 seconds, expos for 300.
    const third = await gateway.ask(query, { headers: KEY });
    expect(third.extensions.freshness).toEqual([{ path: ['list'], ageSeconds: 40, reason: 'CACHE' }]);
  });
});

describe('a request that is not offered', () => {
  it.each(['dryRun', 'admission'])('extensions.%s is refused', async (name) => {
    const answer = await gateway.ask(EXPOS, { headers: KEY, extensions: { [name]: 'other' } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.takeCalls()).toEqual([]);
  });
});
