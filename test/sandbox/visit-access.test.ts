import { describe, expect, it } from 'vitest';
import type { VisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { basic, call, expoAt, start } from './visit-client.ts';

describe('Visit simulator: credentials', () => {
  it('takes the key as Basic user name with an empty password, the scheme in any case', async () => {
    const { simulator } = await start();
    expect((await call(simulator, '/expos')).status).toBe(200);
    expect((await call(simulator, '/expos', { authorization: basic('k-all:').replace('Basic', 'basic') })).status).toBe(
      200,
    );
    expect(simulator.violations).toEqual([]);
    expect(simulator.calls.map(({ credential }) => credential)).toEqual(['all', 'all']);
  });

  it.each([
    ['no header', null],
    ['bearer', 'Bearer k-all'],
    ['not base64', 'Basic k*all'],
    ['no colon', basic('k-all')],
    ['empty key', basic(':')],
    ['a password', basic('k-all:secret')],
  ])('refuses %s with 401 and a violation', async (_name, authorization) => {
    const { simulator } = await start();
    const { status, body } = await call(simulator, '/expos', { authorization });
    expect(status).toBe(401);
    expect(body).toEqual({ errorCode: 'invalidApiKey', status: 401, title: 'Unauthorized', type: 'about:blank' });
    expect(simulator.violations.map(({ rule }) => rule)).toEqual(['credential form']);
    expect(JSON.stringify(simulator.violations)).not.toContain('k-all');
  });

  it('refuses unknown and disabled keys with 401, which is no violation', async () => {
    const { simulator } = await start();
    expect((await call(simulator, '/expos', { secret: 'nobody' })).status).toBe(401);
    simulator.edit.changeKey('all', { state: 'disabled' });
    expect((await call(simulator, '/expos')).status).toBe(401);
    simulator.edit.changeKey('all', { state: 'active' });
    expect((await call(simulator, '/expos')).status).toBe(200);
    expect(simulator.violations).toEqual([]);
    expect(() => simulator.edit.changeKey('nobody', {})).toThrow(RangeError);
  });
});

describe('Visit simulator: what a key may see', () => {
  it('shows a key its own expos only', async () => {
    const { simulator } = await start();
    const past = expoAt(simulator, 'past', 0);
    const own = expoAt(simulator, 'past', 1);
    expect((await call(simulator, '/expos')).rows).toHaveLength(3);
    expect((await call(simulator, '/expos', { secret: 'k-one' })).rows.map(({ id }) => id)).toEqual([own]);
    expect((await call(simulator, `/visitors/${past}`, { secret: 'k-one' })).status).toBe(403);
    expect((await call(simulator, `/expos/${past}`, { secret: 'k-one' })).status).toBe(403);
    expect((await call(simulator, `/visitors/${own}`, { secret: 'k-one' })).status).toBe(200);
    simulator.edit.changeKey('one', { expos: [] });
    expect((await call(simulator, `/visitors/${own}`, { secret: 'k-one' })).status).toBe(403);
    expect((await call(simulator, '/expos', { secret: 'k-one' })).rows).toEqual([]);
    expect(simulator.violations).toEqual([]);
  });

  it('keeps connections to keys with the leads permission', async () => {
    const { simulator } = await start();
    const own = expoAt(simulator, 'past', 1);
    const [first] = (await call(simulator, `/connections/${own}`)).rows;
    expect((await call(simulator, `/connections/${own}`, { secret: 'k-one' })).status).toBe(403);
    expect((await call(simulator, `/connections/${own}/${first?.id}`, { secret: 'k-one' })).status).toBe(403);
    simulator.edit.changeKey('one', { leads: true });
    expect((await call(simulator, `/connections/${own}/${first?.id}`, { secret: 'k-one' })).status).toBe(200);
    expect(simulator.violations).toEqual([]);
  });
});

/** Calls of one key that are admitted and never answered, until they are hung up. */
async function hold(simulator: VisitSimulator, count: number) {
  simulator.faults.inject({ kind: 'black-hole' }, { times: count });
  const before = simulator.calls.length;
  const abort = new AbortController();
  const ended = Array.from({ length: count }, () =>
    fetch(`${simulator.origin}/create/v2/expos`, {
      headers: { authorization: basic('k-all:') },
      signal: abort.signal,
    }).catch(() => undefined),
  );
  await expect.poll(() => simulator.calls.length).toBe(before + count);
  return async () => {
    abort.abort();
    await Promise.all(ended);
  };
}

describe('Visit simulator: two in flight', () => {
  it('refuses the third of one key with 429, whatever other keys do', async () => {
    const { simulator } = await start();
    const hangUp = await hold(simulator, 2);
    const refused = await call(simulator, '/expos');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ status: 429, title: 'Too Many Requests' });
    expect((await call(simulator, '/expos', { secret: 'k-one' })).status).toBe(200);
    expect(simulator.violations.map(({ rule }) => rule)).toEqual(['too many in flight']);
    await hangUp();
    await expect.poll(async () => (await call(simulator, '/expos')).status).toBe(200);
  });

  it('admits the second beside a first, and pairs for ever', async () => {
    const { simulator } = await start();
    const hangUp = await hold(simulator, 1);
    expect((await call(simulator, '/expos')).status).toBe(200);
    await hangUp();
    const path = `/visitors/${expoAt(simulator, 'past')}`;
    await expect
      .poll(async () =>
        (await Promise.all([call(simulator, path), call(simulator, path)])).every(({ status }) => status === 200),
      )
      .toBe(true);
    const before = simulator.violations.length;
    const reader = async (): Promise<void> => {
      for (let round = 0; round < 60; round += 1) expect((await call(simulator, path)).status).toBe(200);
    };
    await Promise.all([reader(), reader()]);
    expect(simulator.violations).toHaveLength(before);
  });

  it('can be given another limit', async () => {
    const { simulator } = await start({ limits: { inFlight: 4 } });
    const hangUp = await hold(simulator, 3);
    expect((await call(simulator, '/expos')).status).toBe(200);
    const hangUpToo = await hold(simulator, 1);
    expect((await call(simulator, '/expos')).status).toBe(429);
    await hangUp();
    await hangUpToo();
  });

  it('holds a request in flight for its latency', async () => {
    const { simulator } = await start({ latencyMs: () => 5 });
    expect((await call(simulator, '/expos')).rows).toHaveLength(3);
    expect(simulator.violations).toEqual([]);
  });
});

describe('Visit simulator: routes and methods', () => {
  it.each([
    ['/nothing', 404, 'unknown route'],
    ['/', 404, 'unknown route'],
    ['/expos/', 404, 'unknown route'],
    ['/constructor/EXPO', 404, 'unknown route'],
    ['/visitors/EXPO/0000000000abc/contact', 404, 'unknown route'],
    ['/actions/EXPO/0000000000abc', 404, 'unknown route'],
    ['/touchpoints/EXPO/0000000000abc', 404, 'unknown route'],
    ['/orders/EXPO', 404, 'newer endpoint'],
    ['/labels/EXPO', 404, 'newer endpoint'],
    ['/registrationTypes/EXPO', 404, 'newer endpoint'],
    ['/visitors', 400, 'missing expo id'],
    ['/visitors/EXPO/short', 400, 'malformed id'],
    ['/visitors/EXPO/0000000000ABC', 400, 'malformed id'],
    ['/partners/not-an-expo', 400, 'malformed id'],
    ['/expos/123', 400, 'malformed id'],
    ['/sendemail/EXPO', 405, 'method'],
    ['/upload/visitor/0000000000abc', 405, 'method'],
  ])('GET %s gives %i', async (path, status, rule) => {
    const { simulator } = await start();
    const answer = await call(simulator, path.replace('EXPO', expoAt(simulator, 'past')));
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status });
    expect(simulator.violations.map((violation) => violation.rule)).toEqual([rule]);
  });

  it.each([
    ['POST', '/expos', 405],
    ['POST', '/actions/EXPO', 405],
    ['POST', '/participants/EXPO', 405],
    ['PUT', '/visitors/EXPO', 405],
    ['DELETE', '/connections/EXPO/0000000000abc', 405],
    ['PATCH', '/visitors/EXPO/0000000000abc', 405],
    ['POST', '/visitors/EXPO', 403],
    ['DELETE', '/visitors/EXPO/0000000000abc', 403],
    ['PUT', '/payments/EXPO/0000000000abc', 403],
    ['POST', '/sendemail/EXPO', 403],
    ['POST', '/upload/visitor/0000000000abc', 403],
  ])('%s %s gives %i', async (method, path, status) => {
    const { simulator } = await start();
    const answer = await call(simulator, path.replace('EXPO', expoAt(simulator, 'past')), { method });
    expect(answer.status).toBe(status);
    expect(simulator.violations.map(({ rule }) => rule)).toEqual([status === 405 ? 'method' : 'write']);
    if (status === 405 && path === '/expos') expect(answer.headers.get('allow')).toBe('GET');
  });

  it('refuses a path outside the base', async () => {
    const { simulator } = await start();
    const response = await fetch(`${simulator.origin}/json/visitors`, { headers: { authorization: basic('k-all:') } });
    expect(response.status).toBe(404);
    expect(simulator.violations).toEqual([{ rule: 'unknown route', detail: '/json/visitors' }]);
  });

  it.each(['contents', 'licenses', 'payments', 'activities', 'webhooks'])(
    'answers 404 to an unknown id of %s',
    async (name) => {
      const { simulator } = await start();
      const expo = expoAt(simulator, 'past');
      expect((await call(simulator, `/${name}/${expo}/0000000000abc`)).status).toBe(404);
      expect(simulator.violations).toEqual([]);
    },
  );
});
