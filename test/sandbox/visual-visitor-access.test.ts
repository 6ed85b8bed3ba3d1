import { afterEach, describe, expect, it } from 'vitest';
import type { VisualVisitorSimulator } from '../../src/sandbox/visual-visitor/simulator.ts';
import { ALL_TIME, call, get, KEYS, NOW, type Page, ROOMY, search, start } from './visual-visitor-client.ts';

let simulator: VisualVisitorSimulator;
afterEach(() => simulator.close());

const SEARCH = '/api/plusemployee/leads/search';
const BODY = JSON.stringify(ALL_TIME);
const rules = (): string[] => simulator.violations.map(({ rule }) => rule);

describe('credentials', () => {
  it.each(['secret-both', 'Bearer secret-both', 'bearer secret-both'])('accepts %s', async (authorization) => {
    simulator = await start();
    const answer = await call(simulator, 'POST', SEARCH, { body: BODY, headers: { authorization } });
    expect(answer.status).toBe(200);
    expect(simulator.calls.map(({ credential }) => credential)).toEqual(['both']);
    expect(simulator.violations).toEqual([]);
  });

  it('answers 401 without a header, and counts neither that nor an unknown key', async () => {
    simulator = await start();
    const response = await fetch(`${simulator.base}/plusperson/leads/99300`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'unauthorized' } });
    expect(rules()).toEqual(['credential form']);
    const unknown = await call(simulator, 'POST', SEARCH, { body: BODY, headers: { authorization: 'other' } });
    expect(unknown.status).toBe(401);
    expect(rules()).toEqual(['credential form']);
    expect(simulator.truth.used('both')).toEqual({ ip: 0, key: 0 });
  });

  it.each(['Basic c2VjcmV0LWJvdGg6 x', 'Bearer', 'two words'])(
    'takes %s for a malformed form',
    async (authorization) => {
      simulator = await start();
      const answer = await call(simulator, 'POST', SEARCH, { body: BODY, headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(rules()).toEqual(['credential form']);
    },
  );

  it('answers 401 for a revoked key without calling that a violation', async () => {
    simulator = await start();
    expect((await search(simulator, 'person')).status).toBe(200);
    simulator.edit.revokeKey('both');
    expect((await search(simulator, 'person')).status).toBe(401);
    expect(simulator.violations).toEqual([]);
    expect(() => simulator.edit.revokeKey('nobody')).toThrow(RangeError);
  });

  it('answers 403 where the product is missing, for reads by id and for searches', async () => {
    simulator = await start();
    for (const [authorization, employee, person] of [
      ['secret-companies', 200, 403],
      ['secret-people', 403, 200],
    ] as const) {
      const headers = { authorization };
      expect((await call(simulator, 'POST', SEARCH, { body: BODY, headers })).status).toBe(employee);
      expect((await call(simulator, 'GET', '/api/plusperson/leads/99300', { headers })).status).toBe(person);
    }
    expect(simulator.violations).toEqual([]);
  });

  it('refuses a sixth key and two keys that are the same', async () => {
    const six = Array.from({ length: 6 }, (_, index) => ({ ...KEYS[0], label: `k${index}`, secret: `s${index}` }));
    await expect(start({ keys: six })).rejects.toThrow(RangeError);
    await expect(start({ keys: [KEYS[0], { ...KEYS[0], label: 'again' }] })).rejects.toThrow(RangeError);
    simulator = await start({ keys: six.slice(0, 5) });
  });
});

describe('limits', () => {
  it('allows 200 calls in 20 minutes for the address, over all keys, and lets them go one by one', async () => {
    let now = NOW;
    simulator = await start({ limits: {}, now: () => now });
    for (let n = 0; n < 200; n += 1) {
      if (n === 1) now += 60_000;
      const headers = { authorization: n % 2 === 0 ? 'secret-both' : 'secret-people' };
      const { status } = await call(simulator, 'GET', '/api/plusperson/leads/99300', { headers });
      expect(status).toBe(200);
    }
    const refused = await get<unknown>(simulator, 'person', 99_300);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ error: { code: 'rate_limited' } });
    expect(refused.headers.get('retry-after')).toBe('1140');
    expect(refused.headers.get('x-ratelimit-limit')).toBe('200');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Math.ceil((NOW + 1_200_000) / 1000)));
    expect(rules()).toEqual(['rate limit']);
    now = NOW + 1_200_000 - 1;
    expect((await get(simulator, 'person', 99_300)).status).toBe(429);
    now = NOW + 1_200_000;
    expect((await get(simulator, 'person', 99_300)).status).toBe(200);
    expect((await get(simulator, 'person', 99_300)).status).toBe(429);
    expect(rules()).toHaveLength(3);
  });

  it('allows a key its calls of a day and counts the days in UTC', async () => {
    let now = Date.parse('2026-06-15T23:59:00Z');
    simulator = await start({ limits: { ...ROOMY, key: { limit: 2 } }, now: () => now });
    await get(simulator, 'person', 99_300);
    await get(simulator, 'person', 99_300);
    const refused = await get(simulator, 'person', 99_300);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    const headers = { authorization: 'secret-people' };
    expect((await call(simulator, 'GET', '/api/plusperson/leads/99300', { headers })).status).toBe(200);
    now += 60_000;
    expect((await get(simulator, 'person', 99_300)).status).toBe(200);
  });

  it('has the documented numbers', async () => {
    const { VISUAL_VISITOR_LIMITS } = await import('../../src/sandbox/visual-visitor/budget.ts');
    expect(VISUAL_VISITOR_LIMITS).toEqual({
      ip: { limit: 200, seconds: 1_200, kind: 'sliding' },
      key: { limit: 5_000, seconds: 86_400, kind: 'fixed' },
    });
    simulator = await start();
  });

  it('counts every authenticated answer, also a 4xx, but not a 429', async () => {
    simulator = await start({ limits: { ip: { limit: 5, seconds: 10, kind: 'fixed' } } });
    const paths = [
      '/api/plusperson/leads/1',
      '/api/plusperson/leads/x',
      '/api/nothing',
      '/api/plusperson/leads/search',
    ];
    const statuses = [];
    for (const path of paths) statuses.push((await call(simulator, 'GET', path)).status);
    expect(statuses).toEqual([404, 400, 404, 405]);
    expect((await search(simulator, 'person', { page: 51 })).status).toBe(400);
    for (let n = 0; n < 3; n += 1) expect((await search(simulator, 'person')).status).toBe(429);
    expect(simulator.truth.used('both')).toEqual({ ip: 5, key: 5 });
  });

  it('waits for the longer of two spent limits', async () => {
    simulator = await start({ limits: { ip: { limit: 1 }, key: { limit: 1 } } });
    await get(simulator, 'person', 99_300);
    const refused = await get(simulator, 'person', 99_300);
    expect(refused.headers.get('retry-after')).toBe(String(12 * 3600));
    expect(simulator.violations.at(-1)?.detail).toContain('ip and key');
  });

  it('tells the tighter limit in headers, or nothing when these are off', async () => {
    simulator = await start({ limits: { ip: { limit: 9 }, key: { limit: 3 } } });
    const first = await get(simulator, 'person', 99_300);
    expect(first.headers.get('x-ratelimit-limit')).toBe('3');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('2');
    expect(first.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-06-16T00:00:00Z') / 1000));
    await simulator.close();
    simulator = await start({ limits: { ip: { limit: 1 } }, rateHeaders: false });
    for (const status of [200, 429]) {
      const answer = await get(simulator, 'person', 99_300);
      expect(answer.status).toBe(status);
      expect([...answer.headers.keys()].filter((name) => /retry|ratelimit/.test(name))).toEqual([]);
    }
  });
});

describe('requests that the contract does not know', () => {
  it.each([
    ['GET', '/api/plusemployee/leads', 404, 'unknown route'],
    ['GET', '/plusemployee/leads/99400', 404, 'unknown route'],
    ['GET', '/api/plusemployee/leads/99400/', 404, 'unknown route'],
    ['GET', '/api/plusother/leads/99400', 404, 'unknown route'],
    ['GET', '/api/plusemployee/leads/search', 405, 'wrong method'],
    ['DELETE', '/api/plusemployee/leads/99400', 405, 'wrong method'],
    ['GET', '/api/plusemployee/leads/abc', 400, 'malformed id'],
    ['GET', '/api/plusemployee/leads/-1', 400, 'malformed id'],
    ['GET', '/api/plusemployee/leads/1.5', 400, 'malformed id'],
    ['GET', '/api/plusemployee/leads/99400?fields=id', 400, 'unknown parameter'],
  ])('%s %s is %i, %s', async (method, path, status, rule) => {
    simulator = await start();
    const answer = await call(simulator, method, path);
    expect(answer.status).toBe(status);
    expect(answer.body.error.code).toBe(status === 404 ? 'not_found' : 'bad_request');
    expect(rules()).toEqual([rule]);
  });

  it('names the method of a path with a wrong one', async () => {
    simulator = await start();
    const answer = await call(simulator, 'PUT', SEARCH, { body: BODY });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each(['1', '99401', '99400000000000000000000000', '0099400', '999999999'])(
    'finds no lead %s, which is no violation',
    async (id) => {
      simulator = await start();
      expect((await get(simulator, 'employee', id)).status).toBe(404);
      expect(simulator.violations).toEqual([]);
    },
  );

  it('keeps customerId for partners', async () => {
    simulator = await start();
    expect((await call(simulator, 'GET', '/api/plusperson/leads/99300?customerId=4')).status).toBe(403);
    expect(simulator.violations).toEqual([]);
  });

  it('wants JSON in a search', async () => {
    simulator = await start();
    const forms = [
      { body: BODY, headers: { 'content-type': 'text/plain' } },
      { body: '{"dateFrom":' },
      { body: '[]' },
      { body: 'null' },
      {},
    ];
    for (const form of forms) {
      const answer = await call<Page>(simulator, 'POST', SEARCH, form);
      expect(answer.status).toBe(400);
    }
    expect(rules()).toEqual(forms.map(() => 'bad search request'));
  });

  it('keeps secrets out of violations', async () => {
    simulator = await start({ limits: { ip: { limit: 1 } } });
    await call(simulator, 'GET', '/api/plusperson/leads/1?key=secret-both');
    await get(simulator, 'person', 1);
    expect(simulator.violations).toHaveLength(2);
    expect(JSON.stringify(simulator.violations)).not.toContain('secret-both');
  });
});
