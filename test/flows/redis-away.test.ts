import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { forgetEverywhere } from '../../src/loading/forget.ts';
import { openRedisStore } from '../../src/store/redis/store.ts';
import type { Store } from '../../src/store/store.ts';
import { settled } from '../support/engine.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { AWAY, HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const KEY = { 'x-api-key': 'test-secret' };
const EXPOS = '{ expos(first: 1) { nodes { sourceId } } }';
const LEADS = '{ leads(product: PLUS_PERSON, first: 1) { nodes { id } } }';
const NOW = { headers: KEY, extensions: { cache: { maxAge: 0 } } };

const VISITORS = `query ($expoId: ID!, $email: EmailAddress) {
  visitors(expoId: $expoId, first: 5) { totalCount nodes { sourceId contact { email } } }
  one: visitors(expoId: $expoId, filter: { email: $email }) { nodes { sourceId contact { email } } } }`;

type Visitors = {
  readonly nodes: readonly { readonly sourceId: string; readonly contact: { readonly email: string } }[];
};

function nodesOf({ data }: Answer): Visitors['nodes'] {
  return (data as { readonly visitors: Visitors }).visitors.nodes;
}

/** Asks for the visitors of an expo until their copy is whole: then all of it comes from there. */
async function askCopies(gateway: TestGateway) {
  const expoId = gateway.sandbox.visit.truth.expos()[0]?.id;
  const known = await gateway.ask(VISITORS, { headers: KEY, variables: { expoId, email: 'nobody@example.com' } });
  const [email = ''] = nodesOf(known).flatMap(({ contact }) => contact.email ?? []);
  const asked = { headers: KEY, variables: { expoId, email } };
  const first = await gateway.ask(VISITORS, asked);
  expect(first).toMatchObject({ errors: [], data: { one: { nodes: [{ contact: { email } }] } } });
  return { asked, first };
}

describe.skipIf(!HAS_REDIS)('a gateway whose Redis', () => {
  let server: RedisServer;
  let gateway: TestGateway;
  beforeEach(async () => {
    server = await startRedisServer();
    gateway = await startGateway({ live: true, env: { WEIR_STORE: server.url } });
  });
  afterEach(async () => {
    server.signal('SIGCONT');
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

  it.each(AWAY)(
    '%s answers again what it has just answered from copies, and only that',
    async (_how, leave, comeBack) => {
      const { asked, first } = await askCopies(gateway);
      gateway.takeCalls();
      await leave(server);

      const again = await gateway.ask(VISITORS, asked);
      expect(again).toMatchObject({ data: first.data, errors: [], extensions: { cost: { actual: 0 } } });
      expect(again.extensions.freshness).toMatchObject([{ reason: 'CACHE' }, { reason: 'CACHE' }]);
      const stale = await gateway.ask(VISITORS, { ...asked, ...NOW });
      // How many there are is told only where the copy was fresh before the list was read.
      const data = { one: first.data?.one, visitors: { nodes: nodesOf(first) } };
      expect(stale).toMatchObject({ data, errors: [] });
      expect(stale.extensions.freshness).toMatchObject([{ reason: 'QUOTA' }, { reason: 'QUOTA' }]);
      const variables = { ...asked.variables, email: 'else@example.com' };
      const other = await gateway.ask(VISITORS, { ...asked, variables });
      expect(other.data).toMatchObject({ visitors: first.data?.visitors });
      expect(other.errors).toMatchObject([{ path: ['one'], extensions: { code: 'QUOTA_EXCEEDED' } }]);
      expect(gateway.takeCalls()).toEqual([]);

      await comeBack(server);
      let back = await gateway.ask(VISITORS, { ...asked, ...NOW });
      while (back.extensions.freshness.length > 0) back = await gateway.ask(VISITORS, { ...asked, ...NOW });
      expect(back).toMatchObject({ data, errors: [] });
      expect((await gateway.ask(VISITORS, { ...asked, variables })).errors).toEqual([]);
    },
  );
});

describe.skipIf(!HAS_REDIS)('a person who was forgotten before the Redis went away', () => {
  /** Tells each mark of somebody forgotten that the gateway has read; one that is deaf reads none. */
  function watched(store: Store, isDeaf: boolean) {
    const marks: (string | null)[] = [];
    const state: Store['copies']['state'] = async (copy) => {
      if (copy !== 'forgotten') return store.copies.state(copy);
      marks.push(isDeaf ? null : await store.copies.state(copy));
      return marks.at(-1) ?? null;
    };
    return { marks, store: { ...store, copies: { ...store.copies, state } } };
  }

  it.each([
    ['is not in what is still answered', false],
    ['would be, if the gateway had not heard of it', true],
  ])('%s', async (_what, isDeaf) => {
    await using server = await startRedisServer();
    const { address } = server;
    const real = await openRedisStore({ address, clock: systemClock, log: createLog('silent'), form: 'test' });
    const { store, marks } = watched(real, isDeaf);
    const clock = createVirtualClock(systemClock.now());
    await using gateway = await startGateway({ live: true, clock, store });
    const { asked, first } = await askCopies(gateway);
    expect(await forgetEverywhere(real, asked.variables.email)).toMatchObject({ removed: 1 });
    const before = marks.length;
    clock.advance(1_000);
    await vi.waitFor(() => expect(marks.length).toBeGreaterThan(before), { interval: 1 });
    await settled();
    await server.kill();
    const again = await gateway.ask(VISITORS, asked);
    if (isDeaf) expect(again.data).toEqual(first.data);
    else expect(again.errors.map(({ extensions }) => extensions.code)).toEqual(['QUOTA_EXCEEDED', 'QUOTA_EXCEEDED']);
  });
});
