import { describe, expect, it } from 'vitest';
import { startNotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import {
  CAMPAIGN,
  CAMPAIGNS,
  DAILY,
  get,
  NOW,
  post,
  rulesOf,
  startSmall,
  TOKEN_HEADERS,
  USER_DATA,
  userData,
} from './notify-visitors-harness.ts';

const RANGE = { from: '2026-02-01', to: '2026-03-01' };

describe('credentials', () => {
  it('takes brand id with key, a partner token, and lets the token win', async () => {
    await using simulator = await startSmall();
    expect((await get(simulator, CAMPAIGNS, RANGE)).status).toBe(200);
    expect((await get(simulator, CAMPAIGNS, RANGE, TOKEN_HEADERS)).status).toBe(200);
    const wrongBrand = { 'x-brand-id': '1', 'x-api-key': 'wrong' };
    expect((await get(simulator, CAMPAIGNS, RANGE, { ...TOKEN_HEADERS, ...wrongBrand })).status).toBe(200);
    const wrongToken = { authorization: 'Bearer old', 'x-brand-id': '8115', 'x-api-key': 'secret-key' };
    expect((await get(simulator, CAMPAIGNS, RANGE, wrongToken)).status).toBe(401);
    expect(simulator.calls.map(({ credential }) => credential)).toEqual([
      'account-key',
      'partner-token',
      'partner-token',
      undefined,
    ]);
    expect(simulator.violations).toEqual([]);
  });

  it.each([
    ['missing credential', {}],
    ['missing credential', { 'x-brand-id': '8115' }],
    ['missing credential', { 'x-api-key': 'secret-key' }],
    ['malformed credential', { 'x-brand-id': 'acme', 'x-api-key': 'secret-key' }],
    ['malformed credential', { 'x-brand-id': '8115', 'x-api-key': '' }],
    ['malformed credential', { authorization: 'Basic secret-token' }],
    ['malformed credential', { authorization: 'secret-token' }],
  ])('answers 401 and notes a %s: %j', async (rule, headers: Record<string, string>) => {
    await using simulator = await startSmall();
    const { status, response } = await get(simulator, CAMPAIGNS, RANGE, headers);
    expect(status).toBe(401);
    expect(response).toEqual({ data: {}, message: 'Invalid auth', status: 'error' });
    expect(rulesOf(simulator)).toEqual([rule]);
    expect(JSON.stringify(simulator.violations)).not.toContain('secret');
  });

  it('answers 401 without violation for a wrong pair and for replaced credentials', async () => {
    await using simulator = await startSmall();
    const wrong = { 'x-brand-id': '8115', 'x-api-key': 'other' };
    expect((await get(simulator, CAMPAIGNS, RANGE, wrong)).status).toBe(401);
    const otherBrand = { 'x-brand-id': '9', 'x-api-key': 'secret-key' };
    expect((await get(simulator, CAMPAIGNS, RANGE, otherBrand)).status).toBe(401);
    simulator.edit.replaceKey('other');
    expect((await get(simulator, CAMPAIGNS, RANGE)).status).toBe(401);
    expect((await get(simulator, CAMPAIGNS, RANGE, wrong)).status).toBe(200);
    expect((await get(simulator, CAMPAIGNS, RANGE, TOKEN_HEADERS)).status).toBe(200);
    simulator.edit.replaceToken('new');
    expect((await get(simulator, CAMPAIGNS, RANGE, TOKEN_HEADERS)).status).toBe(401);
    expect((await get(simulator, CAMPAIGNS, RANGE, { authorization: 'Bearer new' })).status).toBe(200);
    expect(simulator.violations).toEqual([]);
  });

  it('refuses a brand id that is not an integer at the start', async () => {
    await expect(startSmall({ brandId: 'acme' })).rejects.toThrow(RangeError);
  });
});

describe('limits', () => {
  it('allows 50 reports and 100 users a minute by contract, each group for itself, both credentials together', async () => {
    let now = NOW;
    const world = createWorld({ seed: 1, size: 1, now: NOW });
    const credentials = { brandId: '8115', apiKey: 'secret-key', accessToken: 'secret-token' };
    await using simulator = await startNotifyVisitorsSimulator({ world, now: () => now, ...credentials });
    const query = { campaign_id: '41000' };
    for (let call = 1; call <= 50; call += 1) {
      const { status, headers } = await get(simulator, CAMPAIGN, query, call % 2 === 0 ? TOKEN_HEADERS : undefined);
      expect([status, headers.get('x-ratelimit-remaining')]).toEqual([200, String(50 - call)]);
    }
    const userID = world.people.at(0).email;
    for (let call = 1; call <= 100; call += 1) {
      const { status, headers } = await userData(simulator, userID);
      expect([status, headers.get('x-ratelimit-remaining')]).toEqual([200, String(100 - call)]);
    }
    expect(simulator.violations).toEqual([]);
    const refused = await get(simulator, CAMPAIGN, query, TOKEN_HEADERS);
    expect(refused.status).toBe(429);
    expect(refused.response).toEqual({ data: {}, message: 'Rate limit exceeded', status: 'error' });
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('retry-after')).toBeNull();
    expect((await userData(simulator, userID)).status).toBe(429);
    expect(rulesOf(simulator)).toEqual(['limit already spent', 'limit already spent']);
    now += 60_000;
    expect((await get(simulator, CAMPAIGN, query)).headers.get('x-ratelimit-remaining')).toBe('49');
  });

  it('starts a fixed window at the full minute and moves a sliding one', async () => {
    const answers = async (kind: 'fixed' | 'sliding'): Promise<readonly number[]> => {
      let now = NOW + 59_000;
      await using simulator = await startSmall({ now: () => now, limits: { reports: { limit: 1, kind } } });
      const first = await get(simulator, CAMPAIGN, { campaign_id: '41000' });
      now += 1_000;
      const second = await get(simulator, CAMPAIGN, { campaign_id: '41000' });
      now += 59_000;
      const third = await get(simulator, CAMPAIGN, { campaign_id: '41000' });
      return [first.status, second.status, third.status];
    };
    expect(await answers('fixed')).toEqual([200, 200, 429]);
    expect(await answers('sliding')).toEqual([200, 429, 200]);
  });

  it('sends Retry-After and the error inside a 200 when told to', async () => {
    const limits = { reports: { limit: 1, seconds: 30 } };
    await using simulator = await startSmall({ limits, retryAfter: true, rateLimitInside200: true });
    await get(simulator, CAMPAIGN, { campaign_id: '41000' });
    const refused = await get(simulator, CAMPAIGN, { campaign_id: '41000' });
    expect(refused.status).toBe(200);
    expect(refused.response.status).toBe('error');
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(rulesOf(simulator)).toEqual(['limit already spent']);
  });

  it('counts a refused request of a good credential, not one of a bad credential', async () => {
    await using simulator = await startSmall({ limits: { reports: { limit: 2 } } });
    await get(simulator, CAMPAIGNS, RANGE, { authorization: 'Bearer old' });
    const bad = await get(simulator, CAMPAIGN, { campaign_id: 'nobody' });
    expect([bad.status, bad.headers.get('x-ratelimit-remaining')]).toEqual([400, '1']);
  });
});

describe('answers', () => {
  it('answers 404 for a wrong URL and 405 for a wrong method, in the envelope', async () => {
    await using simulator = await startSmall();
    for (const path of ['/', '/api/v1/user/userdata', '/api/v1/report/campaigns/', '/api/v2/report/campaigns']) {
      const { status, response } = await get(simulator, path);
      expect([status, response]).toEqual([404, { data: {}, message: 'Invalid URL', status: 'error' }]);
    }
    expect((await get(simulator, USER_DATA)).status).toBe(405);
    const wrong = await post(simulator, DAILY, {});
    expect([wrong.status, wrong.headers.get('allow'), wrong.response.status]).toEqual([405, 'GET', 'error']);
    expect(rulesOf(simulator)).toEqual([...Array(4).fill('unknown route'), ...Array(2).fill('wrong method')]);
  });

  it('wraps a success in the documented container', async () => {
    await using simulator = await startSmall();
    const { text, headers } = await get(simulator, CAMPAIGN, { campaign_id: '41000' });
    expect(headers.get('content-type')).toBe('application/json');
    const body = JSON.parse(text) as { response: object };
    expect(Object.keys(body)).toEqual(['response']);
    expect(body.response).toMatchObject({
      message: 'success',
      status: 'success',
      data: { channel: expect.any(String) },
    });
  });

  it('leaves the container out or writes it with capitals when told to', async () => {
    await using bare = await startSmall({ bareBodies: true });
    expect(JSON.parse((await get(bare, CAMPAIGN, { campaign_id: '41000' })).text)).toHaveProperty('campaign_name');
    expect(JSON.parse((await get(bare, CAMPAIGN, { campaign_id: 'x' })).text)).toMatchObject({ status: 'error' });
    await using capitals = await startSmall({ capitalNames: true });
    expect(JSON.parse((await get(capitals, CAMPAIGN, { campaign_id: '41000' })).text)).toMatchObject({
      Response: { Message: 'success', Status: 'success', Data: {} },
    });
  });

  it('tells bad input inside a 200 when told to, other errors by status', async () => {
    await using simulator = await startSmall({ errorInside200: true });
    const unknown = await get(simulator, CAMPAIGN, { campaign_id: 'x' });
    expect([unknown.status, unknown.response.status]).toEqual([200, 'error']);
    const bad = await get(simulator, CAMPAIGNS, { from: 'x', to: 'y' });
    expect([bad.status, bad.response.status]).toEqual([200, 'error']);
    expect((await get(simulator, CAMPAIGNS, RANGE, {})).status).toBe(401);
    expect(rulesOf(simulator)).toEqual(['malformed date', 'missing credential']);
  });

  it('serves faults of the kit', async () => {
    await using simulator = await startSmall();
    simulator.faults.inject({ kind: 'status', status: 503 });
    expect((await fetch(`${simulator.origin}${CAMPAIGNS}`, { headers: TOKEN_HEADERS })).status).toBe(503);
    simulator.faults.inject({ kind: 'change', change: () => ({ response: { status: 'error' } }) });
    expect((await get(simulator, CAMPAIGN, { campaign_id: '41000' })).response).toEqual({ status: 'error' });
  });
});
