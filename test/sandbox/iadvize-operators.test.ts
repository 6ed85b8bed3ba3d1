import { describe, expect, it } from 'vitest';
import { SSO_SECRET_PREFIX } from '../../src/sandbox/iadvize/operators.ts';
import { ask, bench, filter } from './iadvize-support.ts';

describe('operators', () => {
  it('have every documented field, the secret among them', async () => {
    const { all } = await bench();
    for (const row of await all('/operator')) {
      expect(String(row.sso_key).startsWith(SSO_SECRET_PREFIX)).toBe(true);
      expect([0, 10]).toContain(row.chat_priority);
      expect(row.roles).toBeInstanceOf(Array);
      const config = row.call_config as { type: string; phone_number?: string } & Record<string, unknown>;
      if (config?.type === 'ANSWER_FROM_PHONE') {
        expect(config.ask_phone_number_at_every_connection === true || /^\+/.test(config.phone_number ?? '')).toBe(
          true,
        );
      }
    }
  });

  it('show live only when available and named by group or skill', async () => {
    const { simulator, get } = await bench({ size: 10 });
    const { truth } = simulator;
    const live = async (query: string) => (await get(`/operator/live${query}`)).data;
    const operators = (rows: readonly Record<string, unknown>[]) => rows.map((row) => truth.operator(Number(row.id)));
    const plain = await live('');
    expect(plain.length).toBeGreaterThan(0);
    for (const operator of operators(plain)) expect([operator?.groupId, operator?.skillIds]).toEqual([null, []]);
    const grouped = await live(`?${filter('group_id', 51)}`);
    expect(grouped.length).toBeGreaterThan(0);
    for (const operator of operators(grouped)) expect(operator?.groupId).toBe(51);
    for (const row of [...plain, ...grouped]) {
      const channels = [row.chat, row.call, row.video] as { available: boolean }[];
      expect(row.connected).toBe(true);
      expect(channels.some(({ available }) => available)).toBe(true);
    }
    const offline = await live(`?${filter('connected', 0)}&${filter('group_id', 51)}`);
    expect(offline.length).toBeGreaterThan(0);
    for (const row of offline) expect(row.connected).toBe(false);
    expect((await get('/operator/live')).pagination).toBeUndefined();
    expect(simulator.violations).toEqual([]);
  });

  it('have live state, statistic and profile', async () => {
    const { simulator, get } = await bench();
    for (const id of simulator.truth.operatorIds()) {
      const live = (await get(`/operator/${id}/live`)).one;
      const chat = live.chat as Record<string, number | boolean>;
      expect(live.id).toBe(id);
      expect(chat.busy).toBe(Number(chat.slot_number) >= Number(chat.slot_max_number));
      const statistic = (await get(`/operator/${id}/statistic`)).one;
      const kept = simulator.truth.conversationIds().filter((c) => simulator.truth.conversation(c)?.operatorId === id);
      expect(Number(statistic.conversation_number)).toBeGreaterThanOrEqual(kept.length);
      expect((await get(`/operator/${id}/profile`)).one.user_id).toBe(id);
    }
    expect((await get('/operator/5/statistic')).meta.message).toBe("Unknown 'operator' with 'id' 5.");
    expect(simulator.violations).toEqual([]);
  });
});

describe('requests against the contract', () => {
  it.each([
    ['unknown route', 'GET', '/clients', 404],
    ['unknown route', 'GET', '/operator/4100/group', 404],
    ['unknown route', 'GET', '/visitor/1/live', 404],
    ['unknown route', 'GET', '/visitor/', 404],
    ['unknown route', 'GET', '', 404],
    ['wrong method', 'POST', '/operator', 405],
    ['wrong method', 'DELETE', '/operator/4100', 405],
    ['wrong method', 'PUT', '/operator/4100/live', 405],
    ['malformed id', 'GET', '/operator/abc', 404],
    ['malformed id', 'GET', '/operator/1e3/live', 404],
    ['unknown parameter', 'GET', '/website/1501?full=1', 200],
    ['unknown parameter', 'GET', '/website?full=1&formatHistory=0', 200],
  ])('%s: %s %s', async (rule, method, path, status) => {
    const { origin, rules } = await bench();
    const answer = await ask(`${origin}${path}`, { method, headers: { 'x-api-key': 'secret-all' } });
    expect(answer.status).toBe(status);
    expect(answer.meta.status).toBe(status === 200 ? 'success' : 'fail');
    expect(rules()).toEqual([rule]);
  });

  it('never writes a key into a violation', async () => {
    const { get, simulator } = await bench();
    await get('/secret-us');
    await get('/visitor?full=1&limit=secret-us&secret-paris=1');
    expect(simulator.violations).toHaveLength(3);
    expect(JSON.stringify(simulator.violations)).not.toContain('secret-');
  });

  it('puts refusals into HTTP 200 when asked to', async () => {
    const { get, origin } = await bench({ failInside200: true });
    const answers = [
      await get('/visitor/7'),
      await get('/visitor?full=1', 'nobody'),
      await get('/nothing'),
      await ask(`${origin}/operator`, { method: 'POST', headers: { 'x-api-key': 'secret-all' } }),
    ];
    expect(answers.map(({ status, meta }) => [status, meta.status])).toEqual([
      [200, 'fail'],
      [200, 'error'],
      [200, 'fail'],
      [200, 'fail'],
    ]);
  });

  it('has no limit unless one is asked for', async () => {
    const free = await bench();
    const many = await Promise.all(Array.from({ length: 300 }, () => free.get('/website/1501')));
    expect(many.every(({ status }) => status === 200)).toBe(true);
    let now = Date.parse('2026-05-20T10:00:30Z');
    const limited = await bench({ now: () => now, limit: { limit: 2, seconds: 60, kind: 'fixed' } });
    const statuses = async (secret: string) => [
      (await limited.get('/website/1501', secret)).status,
      (await limited.get('/website/1501', secret)).status,
      (await limited.get('/website/1501', secret)).status,
    ];
    expect(await statuses('secret-all')).toEqual([200, 200, 429]);
    expect(await statuses('secret-paris')).toEqual([200, 200, 429]);
    expect((await limited.get('/website/1501')).headers.get('retry-after')).toBe('30');
    expect(limited.rules()).toEqual(['rate limit exceeded', 'rate limit exceeded', 'rate limit exceeded']);
    now += 30_000;
    expect((await limited.get('/website/1501')).status).toBe(200);
  });
});
