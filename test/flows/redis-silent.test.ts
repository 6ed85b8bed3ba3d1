import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/base/log.ts';
import type { PermitStore } from '../../src/store/permits.ts';
import type { RedisConnection } from '../../src/store/redis/connection.ts';
import { createRedisCopies } from '../../src/store/redis/copies.ts';
import { createOrAway } from '../../src/store/redis/or-away.ts';
import { StoreAway } from '../../src/store/store-away.ts';
import { verdictOfStatus } from '../../src/transport/steps/judge.ts';
import { createTransport } from '../../src/transport/transport.ts';
import { callScope } from '../support/calls.ts';
import { endpoint, gate, stateOf } from '../support/engine.ts';
import { reply, serve, type TestServer } from '../support/http-server.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { type AccountKeeper, permitsOf } from '../support/permit-stores.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const MINUTE = { name: 'minute', limit: 5, seconds: 60, per: 'credential' } as const;
const CALL = { row: endpoint({ quota: ['minute'] }), path: '/things', credentials: ['key-1'], attempt: 1 };
const PLANNED = { upstream: 'VISIT', windows: ['minute'], calls: 3 } as const;

/** By an injected clock, so that a busy machine is no reason, and an early word none either. */
describe.skipIf(!HAS_REDIS)('while a Redis is silent', () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let vendor: TestServer;
  let clock: VirtualClock;
  let keeper: AccountKeeper;
  let ledger: TestLedger;
  /** Opens when the store has taken back what nobody waited for. */
  let returned: ReturnType<typeof gate>;
  let transport: ReturnType<typeof createTransport>;
  beforeEach(async () => {
    server = await startRedisServer();
    redis = await server.connect();
    vendor = await serve((response) => reply(response, 200, {}));
    clock = createVirtualClock();
    keeper = await permitsOf(server, clock);
    returned = gate();
    ledger = createTestLedger({ clock, windows: [MINUTE], permits: telling(keeper.permits) });
    transport = createTransport({
      upstream: 'VISIT',
      baseUrl: vendor.origin,
      callTimeoutMs: 8_000,
      credentials: [{ label: 'key-1', secret: 's3cret' }],
      authorize: () => ({}),
      judge: verdictOfStatus,
      ledger,
      clock,
      chance: () => 0,
      log: createLog('silent'),
    });
  });
  afterEach(async () => {
    await transport.close();
    await keeper.close();
    await redis.close();
    await vendor[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  function telling(permits: PermitStore): PermitStore {
    return {
      ...permits,
      giveBack: (id) => permits.giveBack(id).then(returned.open),
      shrink: (id, demands) => permits.shrink(id, demands).then(returned.open),
    };
  }

  const send = () => transport.send(CALL, callScope());
  const reserve = () => {
    const request = { consumer: 'test', lane: 'interactive', budgets: [], calls: [PLANNED], ms: 10_000 } as const;
    return ledger.reserve(request, new AbortController().signal);
  };
  const states = async () => (await ledger.states()).map(({ used, reserved }) => [used, reserved]);

  /** How long something that is asked of the stopped server is waited for. */
  async function msUntilOver(asked: Promise<unknown>): Promise<number> {
    const since = clock.now();
    while ((await stateOf(asked)) === 'pending') clock.advance(1);
    return clock.now() - since;
  }

  it.each([
    ['a call', send],
    ['the calls of an operation', reserve],
  ])('%s is refused after 250 ms, nothing leaves, and what is permitted later is given back', async (_what, ask) => {
    server.signal('SIGSTOP');
    const asked = ask();
    expect(await msUntilOver(asked)).toBe(250);
    await expect(asked).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED', details: { retryAfterSeconds: 1 } });

    server.signal('SIGCONT');
    await returned.promise;
    expect(await states()).toEqual([[0, 0]]);
    expect(vendor.heard).toEqual([]);
    await send();
    expect(vendor.heard).toHaveLength(1);
    expect(await states()).toEqual([[1, 0]]);
  });

  it('whoever needs a copy learns after a second that there is none, and finds it again when the server goes on', async () => {
    const copies = createOrAway(clock, redis.client)(createRedisCopies(redis.client));
    await copies.write('copy', [{ id: 'a', sort: '1', body: '{}', readAt: 1, terms: [] }], 'state');
    server.signal('SIGSTOP');
    const asked = [copies.state('copy'), copies.rows('copy', ['a']), copies.fill('copy', 'me', 5_000)];
    expect(await msUntilOver(Promise.allSettled(asked))).toBe(1_000);
    for (const one of asked) await expect(one).rejects.toBeInstanceOf(StoreAway);
    server.signal('SIGCONT');
    // What was asked before is answered before, and heard of in the same turn.
    await redis.client.ping();
    await new Promise((next) => setImmediate(next));
    expect(await copies.state('copy')).toBe('state');
    expect(await copies.rows('copy', ['a'])).toHaveLength(1);
  });
});
