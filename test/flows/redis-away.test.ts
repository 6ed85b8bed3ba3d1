import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { AWAY, HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';

const KEY = { 'x-api-key': 'test-secret' };
const EXPOS = '{ expos(first: 1) { nodes { sourceId } } }';
const LEADS = '{ leads(product: PLUS_PERSON, first: 1) { nodes { id } } }';
const NOW = { headers: KEY, extensions: { cache: { maxAge: 0 } } };

describe.skipIf(!HAS_REDIS)('a gateway whose Redis', () => {
  let server: RedisServer;
  let gateway: TestGateway;
  beforeEach(async () => {
    server = await startRedisServer();
    gateway = await startGateway({ live: true, env: { WEIR_STORE: server.url } });
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  it.each(AWAY)(
    '%s sends nothing to an upstream with limits, answers what it holds, and goes on by itself',
    async (_how, leave, comeBack) => {
      const first = await gateway.ask(EXPOS, { headers: KEY });
      expect(first.errors).toEqual([]);
      gateway.takeCalls();
      await leave(server);

      const held = await gateway.ask(EXPOS, NOW);
      expect(held).toMatchObject({ data: first.data, errors: [] });
      expect(held.extensions.freshness).toMatchObject([{ path: ['expos'], reason: 'QUOTA' }]);
      const refused = await gateway.ask(LEADS, NOW);
      expect(refused.errors).toMatchObject([
        { path: ['leads'], extensions: { code: 'QUOTA_EXCEEDED', window: 'ip-20m', retryAfterSeconds: 1 } },
      ]);
      expect(gateway.takeCalls()).toEqual([]);

      await comeBack(server);
      let again = await gateway.ask(EXPOS, NOW);
      while (again.extensions.freshness.length > 0) again = await gateway.ask(EXPOS, NOW);
      expect(again).toMatchObject({ data: first.data, errors: [] });
      expect(gateway.takeCalls()).toHaveLength(1);
    },
  );
});
