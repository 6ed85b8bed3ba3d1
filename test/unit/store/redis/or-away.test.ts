import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RedisConnection } from '../../../../src/store/redis/connection.ts';
import { createOrAway } from '../../../../src/store/redis/or-away.ts';
import { StoreAway } from '../../../../src/store/store-away.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from '../../../support/redis-server.ts';
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts';

const MOST_MS = 1_000;

describe.skipIf(!HAS_REDIS)('a port of a Redis', () => {
  let server: RedisServer;
  let connection: RedisConnection;
  let clock: VirtualClock;
  beforeEach(async () => {
    server = await startRedisServer({ fsync: 'none' });
    connection = await server.connect();
    clock = createVirtualClock();
  });
  afterEach(async () => {
    server.signal('SIGCONT');
    await connection.close();
    await server[Symbol.asyncDispose]();
  });

  function open() {
    const orAway = createOrAway(clock, connection.client);
    let asked = 0;
    const read = (): Promise<string | null> => {
      asked += 1;
      return connection.client.get('weir:test');
    };
    return { one: orAway({ read }), other: orAway({ read }), asked: () => asked };
  }
  const isAway = async (answer: Promise<unknown>): Promise<void> => {
    await expect(answer).rejects.toBeInstanceOf(StoreAway);
  };

  test('that says nothing is waited for once, and by nobody else until it answers again', async () => {
    const { one, other, asked } = open();
    expect(await one.read()).toBeNull();
    server.signal('SIGSTOP');
    const first = one.read();
    clock.advance(MOST_MS - 1);
    const second = other.read();
    clock.advance(1);
    await isAway(first);
    // Time stands still: whoever asks now does not wait.
    await isAway(one.read());
    await isAway(other.read());
    expect(asked()).toBe(3);
    server.signal('SIGCONT');
    expect(await second).toBeNull();
    await vi.waitFor(() => one.read(), { interval: 1 });
    expect(await other.read()).toBeNull();
  });

  test('that is gone is not waited for at all, and is asked again as soon as it is back', async () => {
    const { one } = open();
    await server.kill();
    await vi.waitFor(() => expect(connection.client.isReady).toBe(false), { interval: 1 });
    await isAway(one.read());
    await server.start();
    await vi.waitFor(() => one.read(), { interval: 1 });
  });

  test('goes on answering while one long piece of work is late', async () => {
    const orAway = createOrAway(clock, connection.client);
    const { promise, resolve } = Promise.withResolvers<string>();
    const late = orAway({ work: () => promise }).work();
    clock.advance(MOST_MS);
    await isAway(late);
    const { read } = orAway({ read: () => connection.client.get('weir:test') });
    await vi.waitFor(() => read(), { interval: 1 });
    resolve('done');
  });

  test('whose answers lie there already has answered, however long the process was held up', async () => {
    const orAway = createOrAway(clock, connection.client);
    const { promise, resolve } = Promise.withResolvers<string>();
    const asked = orAway({ work: () => promise }).work();
    clock.advance(MOST_MS);
    resolve('there');
    expect(await asked).toBe('there');
  });
});
