import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { GOLDENS } from '../golden/all.ts';
import { type Ask, type Golden, NOW } from '../golden/golden.ts';
import { COUNTED, type CountedWindow, neededOf, openSpender, withPool } from '../support/counted-windows.ts';
import { type GatewayOptions, startGateway, type TestGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { chosen, PROVING, runs } from '../support/proof.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const headers = { 'x-api-key': 'test-secret' };
const SOME = 8;
const goldens: readonly Golden[] = chosen(
  [...GOLDENS.leads, ...GOLDENS.visualVisitor, ...GOLDENS.campaigns, ...GOLDENS.people],
  SOME,
);

let twin: TestGateway;
const ask: Ask = async (query, variables = {}) => (await twin.ask(query, { variables })).data;
beforeAll(async () => {
  twin = await startGateway({ clock: createVirtualClock(NOW) });
});
afterAll(() => twin[Symbol.asyncDispose]());

/** What was spent before, and how long ago each: the room that is left is one call less than needed. */
type Before = { readonly more: number; readonly agesMs: readonly number[] };

function befores(count: number): readonly Before[] {
  const one = fc.nat(4).chain((more) =>
    fc.record({
      more: fc.constant(more),
      agesMs: fc.array(fc.nat(50_000), { minLength: more + 1, maxLength: more + 1 }),
    }),
  );
  const { seed, numRuns } = runs(count, count);
  return fc.sample(one, { seed: seed ?? 0, numRuns: numRuns ?? count });
}

type Scene = {
  readonly golden: Golden;
  readonly window: CountedWindow;
  readonly needed: number;
  readonly keys: number;
};

/** Lets all but one call of what is needed be left of a window; then the operation is refused until the time told has passed. */
async function passesAfterItsWait({ golden, window, needed, keys }: Scene, { more, agesMs }: Before): Promise<void> {
  const folder = makeFolder();
  const clock = createVirtualClock(NOW - 50_000);
  const plain = await startSandbox({ seed: 1, size: 1, now: () => NOW });
  const sandbox = keys > 1 ? await withPool(plain, clock) : plain;
  const path = join(folder.path, 'weir.db');
  // Of a pool each key has its own window, and all of them together have room for what is needed.
  const isShared = keys === 1 || window.per === 'address';
  const total = needed + more;
  const limit = isShared ? total : Math.ceil(total / keys);
  const surplus = isShared ? 0 : limit * keys - total;
  const config = { windows: { [window.upstream]: { [window.name]: { limit, seconds: window.seconds } } } };
  const spender = await openSpender(path, clock, sandbox.settings);
  const ages = [...agesMs].sort((a, b) => b - a);
  const spends = [...Array<number>(surplus).fill(50_000), ...ages];
  for (const [index, age] of spends.entries()) {
    clock.advance(NOW - age - clock.now());
    await spender.spend(window, isShared ? 0 : index % keys);
  }
  clock.advance(NOW - clock.now());
  await using gateway = await startGateway({
    clock,
    live: true,
    sandbox,
    config,
    env: { WEIR_STORE: `sqlite:${path}` },
  });
  const variables = (await golden.variables?.(sandbox, ask)) ?? {};
  const question = (): ReturnType<TestGateway['ask']> => gateway.ask(golden.query, { variables, headers });
  const firstFree = NOW - (spends[0] ?? 0) + window.seconds * 1_000;
  const told = Math.ceil((firstFree - clock.now()) / 1_000);
  try {
    const refused = await question();
    expect([refused.status, refused.data]).toEqual([503, undefined]);
    expect(refused.errors).toMatchObject([
      { extensions: { code: 'QUOTA_EXCEEDED', window: window.name, retryAfterSeconds: told } },
    ]);
    expect(refused.headers.get('retry-after')).toBe(String(told));
    expect(refused.extensions.cost.actual).toBe(0);
    clock.advance(firstFree - 1 - clock.now());
    expect((await question()).status).toBe(503);
    expect(gateway.takeCalls()).toEqual([]);
    clock.advance(1);
    const answer = await question();
    expect(answer.status).toBe(200);
    expect(answer.errors.filter(({ extensions }) => extensions.code === 'QUOTA_EXCEEDED')).toEqual([]);
    expect(gateway.takeCalls()).toHaveLength(answer.extensions.cost.actual);
  } finally {
    await spender.close();
    await sandbox.close();
    folder[Symbol.dispose]();
  }
}

/** What a golden needs at most of each counted window, where that is bounded. */
async function scenesOf(golden: Golden, keys: number): Promise<readonly Scene[]> {
  await using gateway = await startGateway({ clock: createVirtualClock(NOW) });
  const variables = (await golden.variables?.(gateway.sandbox, ask)) ?? {};
  const { extensions } = await gateway.ask(golden.query, { variables, extensions: { dryRun: true } });
  return COUNTED.flatMap((window) => {
    const needed = neededOf(window, extensions.plan) ?? 0;
    return needed > 0 ? [{ golden, window, needed, keys }] : [];
  });
}

describe('with room for one call fewer than needed', () => {
  it.each(goldens.map((golden) => [golden.name, golden] as const))(
    'nothing leaves, the wait is told, and after it the operation passes: %s',
    async (_name, golden) => {
      for (const scene of chosen(await scenesOf(golden, 1), 1))
        for (const before of befores(1)) await passesAfterItsWait(scene, before);
    },
  );

  it('so it is with a pool of keys, of which each has room for a part', async () => {
    const pooled = goldens.filter((golden) => !GOLDENS.people.includes(golden as never)).slice(0, PROVING ? 100 : 2);
    for (const golden of pooled)
      for (const scene of chosen(await scenesOf(golden, 2), 1))
        if (scene.window.upstream === 'VISUAL_VISITOR')
          for (const before of befores(1)) await passesAfterItsWait(scene, before);
  });
});

const PROFILES = 'query ($emails: [EmailAddress!]!) { all: people(emails: $emails) { profile { id } } }';
const emails = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}@example.com`);
const QUOTA = '{ quota { upstreams { credentials { windows { name used reserved remaining } } } } }';
const LIMIT_10 = { windows: { NOTIFY_VISITORS: { 'users-minute': { limit: 10 } } } };
const start = (options: GatewayOptions = {}) =>
  startGateway({ clock: createVirtualClock(NOW), live: true, config: LIMIT_10, ...options });

describe('an operation that is admitted', () => {
  it('finishes whole, alone of several that need more than half of what is left each', async () => {
    await using gateway = await start();
    const asked = ['a', 'b', 'c', 'd'].map((name) =>
      gateway.ask(PROFILES, { headers, variables: { emails: emails(name, 6) } }),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503, 503, 503]);
    const whole = answers.find(({ status }) => status === 200);
    expect(whole).toMatchObject({ errors: [], extensions: { cost: { actual: 6 } } });
    expect(gateway.takeCalls()).toHaveLength(6);
  });

  it('has given back what it did not need when it is over', async () => {
    await using gateway = await start();
    const [email = ''] = emails('a', 1);
    const known = await gateway.ask(PROFILES, { headers, variables: { emails: [email] } });
    expect(known.errors).toEqual([]);
    const asked = { headers, variables: { emails: [email, ...emails('b', 4)] } };
    const { cost } = (await gateway.ask(PROFILES, asked)).extensions;
    expect(cost).toMatchObject({ actual: 4, estimated: { max: 5 } });
    expect(cost.windows).toContainEqual(expect.objectContaining({ name: 'users-minute', remaining: 5 }));
    const { data } = await gateway.ask(QUOTA, { headers });
    const windows = JSON.stringify(data);
    expect(windows).toContain('{"name":"users-minute","used":5,"reserved":0,"remaining":5}');
  });
});

describe('what is kept for an operation', () => {
  const LEADS =
    '{ leads(product: PLUS_PERSON, filter: { companyName: "Rapid" }, first: 90) { nodes { person { profile { id } } } } }';
  const usersMinute = async (gateway: TestGateway) => {
    const { data } = await gateway.ask(QUOTA, { headers });
    const { upstreams } = (
      data as { quota: { upstreams: readonly { credentials: readonly { windows: unknown[] }[] }[] } }
    ).quota;
    const windows = upstreams.flatMap(({ credentials }) => credentials.flatMap((one) => one.windows));
    return windows.find((one) => (one as { name: string }).name === 'users-minute') as {
      readonly used: number;
      readonly reserved: number;
    };
  };

  it('is no more than it can still need once the rows are known, and nothing when its client has left', async () => {
    await using gateway = await start({ config: {} });
    const { notifyVisitors } = gateway.sandbox;
    notifyVisitors.faults.inject({ kind: 'black-hole' }, { times: Number.POSITIVE_INFINITY });
    const leaving = new AbortController();
    const asked = gateway.ask(LEADS, { headers, signal: leaving.signal }).catch(() => undefined);
    await vi.waitFor(() => expect(notifyVisitors.calls.length).toBeGreaterThan(0));
    const called = notifyVisitors.calls.length;
    await vi.waitFor(async () => {
      const { used, reserved } = await usersMinute(gateway);
      expect(used).toBeGreaterThanOrEqual(called);
      expect(used + reserved).toBeLessThan(90);
    });
    leaving.abort();
    await asked;
    await vi.waitFor(async () => expect((await usersMinute(gateway)).reserved).toBe(0));
  });
});

describe('an operation that is not admitted', () => {
  const spent = async (gateway: TestGateway): Promise<void> => {
    const variables = { emails: emails('spent', 10) };
    expect((await gateway.ask(PROFILES, { headers, variables })).extensions.cost.actual).toBe(10);
    gateway.takeCalls();
  };

  it('tells what it would need and what the windows hold, inside a 200 to who wants plain JSON', async () => {
    await using gateway = await start();
    await spent(gateway);
    const variables = { emails: emails('x', 2) };
    const json = { ...headers, accept: 'application/json' };
    const refused = await gateway.ask(PROFILES, { headers: json, variables });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([200, '60']);
    expect(refused).not.toHaveProperty('data');
    expect(refused.extensions.cost).toMatchObject({ actual: 0, estimated: { max: 2 } });
    expect(refused.extensions.cost.windows).toContainEqual(
      expect.objectContaining({ upstream: 'NOTIFY_VISITORS', name: 'users-minute', limit: 10, remaining: 0 }),
    );
  });

  it('is answered all the same where held data can stand in for every call, fresh or just usable', async () => {
    const clock = createVirtualClock(NOW);
    await using gateway = await start({ clock });
    const held = { headers, variables: { emails: emails('spent', 10) } };
    await spent(gateway);
    const fresh = await gateway.ask(PROFILES, held);
    expect(fresh).toMatchObject({
      status: 200,
      errors: [],
      extensions: { cost: { actual: 0, estimated: { max: 10 } } },
    });
    expect(fresh.extensions.freshness).toMatchObject([{ reason: 'CACHE' }]);
    clock.advance(59_000);
    const again = await gateway.ask(PROFILES, { ...held, extensions: { cache: { maxAge: 1 } } });
    expect(again).toMatchObject({ status: 200, errors: [], extensions: { cost: { actual: 0 } } });
    expect(again.extensions.freshness).toMatchObject([{ reason: 'QUOTA', ageSeconds: 59 }]);
  });

  it('spends nothing of other upstreams either', async () => {
    await using gateway = await start();
    await spent(gateway);
    const query = `query ($emails: [EmailAddress!]!) {
      people(emails: $emails) { profile { id } } expos(first: 1) { nodes { id } } }`;
    const refused = await gateway.ask(query, { headers, variables: { emails: emails('y', 1) } });
    expect([refused.status, refused.data, gateway.takeCalls()]).toEqual([503, undefined, []]);
  });
});

describe('an operation that may be answered in part', () => {
  const inPart = { extensions: { admission: 'partial' } };
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 6 });

  it('makes the calls that serve most of it, as far as room reaches, and refuses the fields beyond', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(100), async (counts, room) => {
        const limit = 1 + (room % (counts.length - 1));
        const config = { windows: { NOTIFY_VISITORS: { 'users-minute': { limit } } } };
        await using gateway = await start({ config });
        const fields = counts.flatMap((count, user) =>
          Array.from({ length: count }, (_, copy) => ({ user, copy, count })),
        );
        const query = fields.map(({ user, copy }) => `u${user}_${copy}: customerProfile(userId: "user${user}") { id }`);
        const answer = await gateway.ask(`{ ${query.join(' ')} }`, { headers, ...inPart });
        const least = counts.toSorted((a, b) => b - a)[limit - 1] ?? 0;
        const served = counts.flatMap((count, user) => (count >= least ? [user] : []));
        const called = gateway.takeCalls().map((call) => Number(/user(\d)"/.exec(call)?.[1]));
        expect(called.sort()).toEqual(served);
        const beyond = fields.filter(({ count }) => count < least).map(({ user, copy }) => `u${user}_${copy}`);
        expect(answer.errors.map(({ path }) => path?.[0]).sort()).toEqual(beyond.sort());
        expect(new Set(answer.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['QUOTA_EXCEEDED']));
        expect([answer.status, answer.extensions.cost.actual]).toEqual([200, limit]);
      }),
      runs(12, 200),
    );
  });

  it('is not refused for what it may need beyond a window', async () => {
    await using gateway = await start();
    const asked = { headers, variables: { emails: emails('a', 12) } };
    expect((await gateway.ask(PROFILES, asked)).status).toBe(400);
    const answer = await gateway.ask(PROFILES, { ...asked, ...inPart });
    expect([answer.status, answer.extensions.cost.actual, answer.errors.length]).toEqual([200, 10, 2]);
  });

  it('is asked for by one of two words', async () => {
    await using gateway = await start();
    const refused = await gateway.ask(PROFILES, {
      headers,
      variables: { emails: [] },
      extensions: { admission: true },
    });
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(refused.errors[0]?.message).toContain('"full" or "partial"');
  });
});
