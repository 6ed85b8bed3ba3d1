import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../../../src/base/log.ts';
import type { PermitStore, PermitWindow } from '../../../../src/store/permits.ts';
import { openRedisPermits } from '../../../../src/store/redis/permits.ts';
import {
  HAS_REDIS,
  type RedisServer,
  type RedisServerOptions,
  startRedisServer,
} from '../../../support/redis-server.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';

const WINDOW: PermitWindow = { key: 'VISIT key-1 hour', limit: 4, lengthMs: 3_600_000 };
const REQUEST = {
  payers: [{ account: 'VISIT key-1', credential: 'key-1', windows: [WINDOW] }],
  call: { upstream: 'VISIT', endpoint: 'visit.things.list', consumer: 'test', operation: 'test', attempt: 1 },
  timeoutMs: 8_000,
};
const END = { outcome: 'OK', durationMs: 5, bytes: 2, answered: true };
const BEAT_MS = 1_000;
const GRACE_MS = 1_000;

type Replica = {
  readonly permits: PermitStore;
  /** `permit`, `full`, or `held` while nobody gets one. */
  asks(): Promise<string>;
  used(): Promise<number | undefined>;
  close(): Promise<void>;
  /** Without a word. */
  die(): void;
};

describe.skipIf(!HAS_REDIS)('a Redis that lost what it knew', () => {
  let clock: VirtualClock;
  let server: RedisServer;
  let cleanUps: (() => Promise<void> | void)[];
  beforeEach(() => {
    clock = createVirtualClock();
    cleanUps = [];
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
    await server[Symbol.asyncDispose]();
  });

  async function begin(options?: RedisServerOptions): Promise<void> {
    server = await startRedisServer(options);
  }

  async function replica(): Promise<Replica> {
    const { client, close: disconnect } = await server.connect();
    const { permits, close } = openRedisPermits({ client, clock, log: createLog('silent'), now: clock.now });
    const die = (): void => client.destroy();
    cleanUps.push(() => (client.isOpen ? die() : undefined));
    return {
      permits,
      asks: () =>
        permits.take(REQUEST).then(
          ({ kind }) => kind,
          () => 'held',
        ),
      used: async () => (await permits.states([WINDOW]))[0]?.used,
      close: async () => {
        await close();
        await disconnect();
      },
      die,
    };
  }

  /** Replicas that get permits, and of which each knows all others. */
  async function replicas(count: number): Promise<readonly Replica[]> {
    const all = await Promise.all(Array.from({ length: count }, replica));
    for (const one of all) await one.asks();
    clock.advance(GRACE_MS);
    for (let round = 0; round < 2; round += 1) {
      clock.advance(BEAT_MS);
      for (const one of all) await one.permits.states([]);
    }
    return all;
  }

  async function flush(): Promise<void> {
    const { client, close } = await server.connect();
    await client.flushAll();
    await close();
  }

  /** The server falls, and comes back with what it had saved; these write back their parts. */
  async function fall(all: readonly Replica[]): Promise<void> {
    await server.kill();
    await server.start();
    for (const one of all) await one.permits.pause('nobody', 0);
  }

  test('gives permits again when every replica has written back its part, and counts them all', async () => {
    await begin();
    const [a, b] = (await replicas(2)) as [Replica, Replica];
    expect([await a.asks(), await a.asks(), await b.asks()]).toEqual(['permit', 'permit', 'permit']);
    const before = await a.permits.states([WINDOW]);
    await flush();
    expect(await a.asks()).toBe('held');
    clock.advance(GRACE_MS);
    expect(await a.asks()).toBe('held');
    expect([await b.asks(), await a.asks()]).toEqual(['permit', 'full']);
    expect(await a.permits.states([WINDOW])).toEqual(before.map((state) => ({ ...state, used: 4 })));
  });

  test('writes ends and pauses back as well, and frees no place early or late', async () => {
    await begin();
    const [a] = (await replicas(1)) as [Replica];
    const taken = await a.permits.take(REQUEST);
    clock.advance(100);
    if (taken.kind === 'permit') await a.permits.settle(taken.id, END);
    await a.permits.pause('VISIT key-1', 5_000);
    await flush();
    await a.asks();
    clock.advance(GRACE_MS);
    expect(await a.permits.take(REQUEST)).toMatchObject({
      kind: 'full',
      payers: [{ pausedUntil: clock.now() + 4_000 }],
    });
    expect(await a.permits.states([WINDOW])).toMatchObject([
      { used: 1, freeAt: clock.now() - GRACE_MS + WINDOW.lengthMs },
    ]);
  });

  test('waits for the longest window where a replica that was there stays away', async () => {
    await begin();
    const [a, b] = (await replicas(2)) as [Replica, Replica];
    expect(await b.asks()).toBe('permit');
    b.die();
    await flush();
    expect(await a.asks()).toBe('held');
    clock.advance(WINDOW.lengthMs);
    expect(await a.asks()).toBe('held');
    clock.advance(REQUEST.timeoutMs);
    expect(await a.asks()).toBe('permit');
  });

  test('does not wait for a replica that has ended', async () => {
    await begin();
    const [a, b] = (await replicas(2)) as [Replica, Replica];
    await b.close();
    clock.advance(BEAT_MS);
    await a.permits.states([]);
    await flush();
    expect(await a.asks()).toBe('held');
    clock.advance(GRACE_MS);
    expect(await a.asks()).toBe('permit');
  });

  test('gives a new process none before those have noticed who were there', async () => {
    await begin();
    const [a, b] = (await replicas(2)) as [Replica, Replica];
    for (const one of [a, b, a, b]) expect(await one.asks()).toBe('permit');
    await flush();
    const c = await replica();
    expect([await c.asks(), await a.asks()]).toEqual(['held', 'held']);
    clock.advance(GRACE_MS);
    expect(await c.asks()).toBe('held');
    expect([await b.asks(), await c.asks()]).toEqual(['full', 'full']);
  });

  test('that comes back with an earlier state is given what it acknowledged since', async () => {
    await begin({ fsync: 'none' });
    const [a, b] = (await replicas(2)) as [Replica, Replica];
    expect(await a.asks()).toBe('permit');
    const { client, close } = await server.connect();
    await client.sendCommand(['SAVE']);
    await close();
    expect([await a.asks(), await b.asks(), await b.asks()]).toEqual(['permit', 'permit', 'permit']);
    await fall([a, b]);
    expect(await a.asks()).toBe('held');
    clock.advance(GRACE_MS);
    expect([await a.asks(), await b.asks()]).toEqual(['full', 'full']);
    expect(await a.used()).toBe(4);
  });

  test('that loses nothing gives permits at once, although a replica has died', async () => {
    await begin({ fsync: 'always' });
    const [a, b] = (await replicas(2)) as [Replica, Replica];
    expect([await a.asks(), await b.asks()]).toEqual(['permit', 'permit']);
    b.die();
    await fall([a]);
    expect([await a.asks(), await a.asks(), await a.asks()]).toEqual(['permit', 'permit', 'full']);
  });

  test('cannot be found out by replicas where its epoch outlives its data', async () => {
    await begin();
    const [a] = (await replicas(1)) as [Replica];
    for (let call = 0; call < 4; call += 1) expect(await a.asks()).toBe('permit');
    const { client, close } = await server.connect();
    const epoch = await client.hGetAll('weir:ledger');
    await client.multi().flushAll().hSet('weir:ledger', epoch).exec();
    await close();
    expect(await a.asks()).toBe('permit');
  });

  test('keeps no window that nobody asks about any more', async () => {
    await begin();
    const [a] = (await replicas(1)) as [Replica];
    expect(await a.asks()).toBe('permit');
    clock.advance(WINDOW.lengthMs + REQUEST.timeoutMs);
    const { client, close } = await server.connect();
    while ((await client.exists('weir:window:VISIT key-1 hour')) > 0) await client.ping();
    await close();
  });
});
