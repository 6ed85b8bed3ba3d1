import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { forgetEverywhere } from '../../src/loading/forget.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { openRedisStore } from '../../src/store/redis/store.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { AWAY, HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';

const KEY = { headers: { 'x-api-key': 'test-secret' } };
const EXPOS = '{ expos { nodes { sourceId name } } }';
const USED = '{ usage(from: "2020-01-01T00:00:00Z", to: "2090-01-01T00:00:00Z", resolution: DAY) { calls } }';

describe.skipIf(!HAS_REDIS)('two gateways over one Redis', () => {
  let server: RedisServer;
  let sandbox: Sandbox;
  let one: TestGateway;
  let other: TestGateway;
  const start = (): Promise<TestGateway> => startGateway({ live: true, sandbox, env: { WEIR_STORE: server.url } });
  beforeEach(async () => {
    server = await startRedisServer();
    sandbox = await startSandbox({ seed: 1, size: 1, now: systemClock.now });
    one = await start();
    other = await start();
  });
  afterEach(async () => {
    await one[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    await sandbox.close();
    await server[Symbol.asyncDispose]();
  });

  /** A question that the copy of an expo's visitors answers. */
  async function lookUps(): Promise<string> {
    const answer = await one.ask('{ expos(first: 1) { nodes { sourceId } } }', KEY);
    const { expos } = answer.data as { readonly expos: { readonly nodes: readonly { readonly sourceId: string }[] } };
    return `{ visitors(expoId: "${expos.nodes[0]?.sourceId}", filter: { email: "nobody@example.com" }) { nodes { id } } }`;
  }
  const actual = ({ extensions, errors }: Answer): number => {
    expect(errors).toEqual([]);
    return extensions.cost.actual;
  };

  it('share what either has just read: the other needs no call, and tells that it is held', async () => {
    const first = await one.ask(EXPOS, KEY);
    expect(actual(first)).toBeGreaterThan(0);
    const second = await other.ask(EXPOS, KEY);
    expect(actual(second)).toBe(0);
    expect(second.data).toEqual(first.data);
    expect(second.extensions.freshness).toMatchObject([{ path: ['expos'], reason: 'CACHE' }]);
  });

  it('fill a cold copy together for the calls of one fill, and then both have it', async () => {
    const query = await lookUps();
    one.takeCalls();
    const both = await Promise.all([one.ask(query, KEY), other.ask(query, KEY)]);
    expect(both.map(({ data }) => data)).toEqual([{ visitors: { nodes: [] } }, { visitors: { nodes: [] } }]);
    const calls = one.takeCalls();
    expect(calls.length).toBeGreaterThan(0);
    expect(new Set(calls).size).toBe(calls.length);
    expect(actual(await other.ask(query, KEY))).toBe(0);
  });

  it('add up one usage history of both', async () => {
    const spent =
      actual(await one.ask(EXPOS, KEY)) +
      actual(await other.ask('{ leads(product: PLUS_PERSON, first: 1) { nodes { id } } }', KEY));
    const { data } = await other.ask(USED, KEY);
    const buckets = data?.usage as readonly { readonly calls: number }[];
    expect(buckets.reduce((sum, { calls }) => sum + calls, 0)).toBe(spent);
  });

  it('leave no answer in the store once a person was forgotten', async () => {
    await one.ask(EXPOS, KEY);
    await other.ask(EXPOS, KEY);
    const { address } = server;
    const store = await openRedisStore({ address, clock: systemClock, log: createLog('silent'), form: 'test' });
    await forgetEverywhere(store, 'nobody@example.com');
    await store.close();
    const { client, close } = await server.connect();
    expect(await client.keys('weir:answer:*')).toEqual([]);
    await close();
  });

  it.each(AWAY)(
    'answer soon while the Redis %s: what each holds itself is given, everything else is refused, until it is back',
    async (_how, leave, comeBack) => {
      const query = await lookUps();
      const held = await one.ask(EXPOS, KEY);
      const found = await one.ask(query, KEY);
      await leave(server);
      const startedAt = performance.now();
      const again = await one.ask(EXPOS, KEY);
      expect(again).toMatchObject({ data: held.data, errors: [] });
      expect(await one.ask(query, KEY)).toMatchObject({ data: found.data, errors: [] });
      const unread = await other.ask(query, KEY);
      expect(unread.errors).toMatchObject([{ path: ['visitors'], extensions: { code: 'QUOTA_EXCEEDED' } }]);
      expect(performance.now() - startedAt).toBeLessThan(5_000);

      await comeBack(server);
      let back = await other.ask(query, KEY);
      while (back.errors.length > 0) back = await other.ask(query, KEY);
      expect(back.data).toEqual(found.data);
      expect(actual(await other.ask(query, KEY))).toBe(0);
    },
  );
});
