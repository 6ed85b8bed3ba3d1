import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AskOptions, startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const EXPOS = '{ expos { nodes { id } } }';
const KEY = { 'x-api-key': 'test-secret' };

let clock: VirtualClock;
let gateway: TestGateway;

beforeEach(async () => {
  clock = createVirtualClock();
  gateway = await startGateway({ clock, live: true, env: { WEIR_ANONYMOUS: 'on' } });
});
afterEach(async () => {
  expect(gateway.violations()).toEqual([]);
  await gateway[Symbol.asyncDispose]();
});

type Way = (wish: { maxAge?: number; staleIfError?: number; mode?: 'verify' | 'only-held' }) => AskOptions;

const byExtension: Way = (cache) => ({ headers: KEY, extensions: { cache } });
const byHeader: Way = ({ maxAge, staleIfError, mode }) => {
  const directives = [
    maxAge === undefined ? [] : [`max-age=${maxAge}`],
    staleIfError === undefined ? [] : [`stale-if-error=${staleIfError}`],
    mode === 'verify' ? ['no-cache'] : mode === 'only-held' ? ['only-if-cached'] : [],
  ];
  return { headers: { ...KEY, 'cache-control': directives.flat().join(', ') } };
};

describe.each([
  ['the request extension', byExtension],
  ['the Cache-Control header', byHeader],
] as const)('%s', (_name, wish) => {
  it('replaces the age of fresh in both directions', async () => {
    await gateway.ask(EXPOS, { headers: KEY });
    clock.advance(100_000);
    const costOf = async (maxAge: number) => (await gateway.ask(EXPOS, wish({ maxAge }))).extensions.cost.actual;
    expect(await costOf(120)).toBe(0);
    expect(await costOf(60)).toBe(1);
    clock.advance(900_000);
    expect(await costOf(1_000)).toBe(0);
    expect(await costOf(0)).toBe(1);
  });

  it('replaces the age of usable', async () => {
    await gateway.ask(EXPOS, { headers: KEY });
    clock.advance(400_000);
    gateway.sandbox.visit.faults.inject({ kind: 'status', status: 500 }, { times: Number.POSITIVE_INFINITY });
    const refused = await gateway.ask(EXPOS, wish({ staleIfError: 399 }));
    expect(refused.errors).toMatchObject([{ path: ['expos'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    const stale = await gateway.ask(EXPOS, wish({ staleIfError: 400 }));
    expect(stale.errors).toEqual([]);
    expect(stale.extensions.freshness).toEqual([{ path: ['expos'], ageSeconds: 400, reason: 'UPSTREAM_DOWN' }]);
  });

  it('verifies what is fresh, in the cheapest way', async () => {
    const query = '{ people(emails: ["nobody@nowhere.example"]) { visitors { nodes { id } } } }';
    await gateway.ask(query, { headers: KEY });
    gateway.takeCalls();
    expect((await gateway.ask(query, { headers: KEY })).extensions.cost.actual).toBe(0);
    clock.advance(1_000);
    const { extensions } = await gateway.ask(query, wish({ mode: 'verify' }));
    const calls = gateway.takeCalls();
    expect(extensions.cost.actual).toBe(calls.length);
    // The list of expos is read again, each copy by one catch-up from where it ends.
    expect(calls.filter((call) => call.includes('/expos'))).toHaveLength(1);
    expect(calls.filter((call) => call.includes('/visitors/'))).toHaveLength(3);
    for (const call of calls.filter((one) => one.includes('/visitors/'))) expect(call).not.toContain('fromRevision=0&');
    expect(extensions.freshness).toEqual([]);
  });

  it('makes no call when only what is held is wanted', async () => {
    const missing = await gateway.ask(EXPOS, wish({ mode: 'only-held' }));
    expect(missing.data).toEqual({ expos: null });
    expect(missing.errors).toMatchObject([
      { path: ['expos'], extensions: { code: 'QUOTA_EXCEEDED', upstream: 'VISIT' } },
    ]);
    expect(gateway.takeCalls()).toEqual([]);
    await gateway.ask(EXPOS, { headers: KEY });
    clock.advance(80_000_000);
    const held = await gateway.ask(EXPOS, wish({ mode: 'only-held' }));
    expect(held.extensions).toMatchObject({
      cost: { actual: 0, cacheHits: 1 },
      freshness: [{ path: ['expos'], ageSeconds: 80_000, reason: 'CACHE' }],
    });
  });
});

describe('a wish', () => {
  it('in the extension goes before the header, member by member', async () => {
    await gateway.ask(EXPOS, { headers: KEY });
    clock.advance(100_000);
    const headers = { ...KEY, 'cache-control': 'max-age=0' };
    const { extensions } = await gateway.ask(EXPOS, { headers, extensions: { cache: { maxAge: 200 } } });
    expect(extensions.cost.actual).toBe(0);
    const header = await gateway.ask(EXPOS, { headers, extensions: { cache: { staleIfError: 1 } } });
    expect(header.extensions.cost.actual).toBe(1);
  });

  it.each([
    [{ unknown: 1 }],
    [{ maxAge: -1 }],
    [{ maxAge: 1.5 }],
    [{ maxAge: '60' }],
    [{ staleIfError: true }],
    [{ mode: 'sometimes' }],
    [[60]],
    ['60'],
  ])('that is no wish is refused: %j', async (cache) => {
    const answer = await gateway.ask(EXPOS, { headers: KEY, extensions: { cache } });
    expect(answer.status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(answer.errors[0]?.message).toContain('extensions.cache');
    expect(answer).not.toHaveProperty('data');
  });

  it('to verify needs the scope; the header that browser tools send unasked is then ignored', async () => {
    await gateway.ask(EXPOS, { headers: KEY });
    const ignored = await gateway.ask(EXPOS, { headers: { 'cache-control': 'no-cache', pragma: 'no-cache' } });
    expect(ignored.extensions.cost).toMatchObject({ actual: 0, cacheHits: 1 });
    const refused = await gateway.ask(EXPOS, { extensions: { cache: { mode: 'verify' } } });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const followed = await gateway.ask(EXPOS, { headers: { ...KEY, 'cache-control': 'no-cache' } });
    expect(followed.extensions.cost.actual).toBe(1);
  });
});
