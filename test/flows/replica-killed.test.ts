import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { RedisConnection } from '../../src/store/redis/connection.ts';
import { type EditingProxy, startEditingProxy } from '../support/editing-proxy.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { chosen, PROVING } from '../support/proof.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';

const KEY = { 'x-api-key': 'test-secret' };
/** The copy has one more. */
const PAGES = [1, 2, 3, 4, 5];

describe.skipIf(!HAS_REDIS)('a gateway that is killed while it fills a copy in Redis', () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let sandbox: Sandbox;
  let proxy: EditingProxy;
  let beforeAsking: (count: number) => void = () => undefined;
  let other: TestGateway;
  let process: GatewayProcess;
  beforeEach(async () => {
    server = await startRedisServer();
    redis = await server.connect();
    sandbox = await startSandbox({ seed: 1, size: 3, now: systemClock.now });
    proxy = await startEditingProxy(sandbox, (count) => beforeAsking(count));
    const env = { WEIR_STORE: server.url };
    other = await startGateway({ live: true, sandbox: proxy.sandbox, env });
    process = startProcess({ env: { ...proxy.sandbox.settings, ...env, WEIR_CONSUMER_KEYS: 'test:test-secret' } });
  });
  afterEach(async () => {
    await process[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await sandbox.close();
    await redis.close();
    await server[Symbol.asyncDispose]();
  });

  /** A question that only a whole copy can answer: nobody has the address. */
  async function lookUp(): Promise<string> {
    const { data } = await other.ask('{ expos(first: 1) { nodes { sourceId } } }', { headers: KEY });
    const { expos } = data as { readonly expos: { readonly nodes: readonly { readonly sourceId: string }[] } };
    return `{ visitors(expoId: "${expos.nodes[0]?.sourceId}", filter: { email: "nobody@example.com" }) { nodes { id } } }`;
  }

  /** Ends the process at the instant at which it asks for this page of the copy. */
  async function killAtPage(query: string, page: number): Promise<void> {
    const url = await process.ready;
    proxy.takeTaped();
    beforeAsking = (count) => {
      // The list of expos was the first question.
      if (count === 1 + page) process.kill('SIGKILL');
    };
    const headers = { ...KEY, 'content-type': 'application/json' };
    await expect(fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).rejects.toThrow();
    expect(await process.exit).toEqual({ code: null, signal: 'SIGKILL' });
  }

  /** The turn of the dead one ends by itself after five seconds of the server's. */
  async function passTurn(): Promise<void> {
    const turns = await redis.client.keys('weir:copies:fillers:*');
    expect(turns).toHaveLength(1);
    if (!PROVING) await redis.client.pExpire(String(turns[0]), 1);
  }

  /** What the vendor was asked for until both had done what they could. */
  async function pagesRead(query: string): Promise<readonly string[]> {
    expect(await other.ask(query, { headers: KEY })).toMatchObject({ errors: [], data: { visitors: { nodes: [] } } });
    return proxy.takeTaped().map(({ call }) => call);
  }

  /** The pages without that which was under way, when it is asked for again, where the reading was cut. */
  function beyondTheCut(pages: readonly string[], page: number): readonly string[] {
    return pages[page - 1] === pages[page] ? pages.toSpliced(page, 1) : pages;
  }

  it.each(chosen(PAGES, 1))(
    'is followed by another where it was, at page %i, and no other page is read twice',
    async (page) => {
      const query = await lookUp();
      await killAtPage(query, page);
      await passTurn();
      const pages = await pagesRead(query);
      const once = beyondTheCut(pages, page);
      expect(once.length).toBeGreaterThan(PAGES.length);
      expect(new Set(once).size).toBe(once.length);
    },
  );

  it.skipIf(!PROVING)(
    'is not where the store has lost how far it was: then pages are read twice, and that is seen',
    async () => {
      const query = await lookUp();
      await killAtPage(query, 3);
      await passTurn();
      await redis.client.del('weir:copies:states');
      const once = beyondTheCut(await pagesRead(query), 3);
      expect(new Set(once).size).toBeLessThan(once.length);
    },
  );
});
