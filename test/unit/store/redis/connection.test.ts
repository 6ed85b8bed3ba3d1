import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectRedis, type RedisConnection } from '../../../../src/store/redis/connection.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from '../../../support/redis-server.ts';

const PASSWORD = 's3cret/word';

describe.skipIf(!HAS_REDIS)('the connection to Redis', () => {
  let server: RedisServer;
  let connection: RedisConnection;
  beforeEach(async () => {
    server = await startRedisServer({ password: PASSWORD });
    connection = await server.connect();
  });
  afterEach(async () => {
    await connection.close();
    await server[Symbol.asyncDispose]();
  });

  /** Resolves when the server answers again. */
  async function answered(): Promise<void> {
    while (!connection.client.isReady) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  test('fails at once while there is no server, and comes back by itself with what the server kept', async () => {
    const { client } = connection;
    await client.set('weir:test', 'kept');
    await server.kill();
    const failures = await Promise.allSettled([client.get('weir:test'), client.get('weir:test')]);
    expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await server.start();
    await answered();
    expect(await client.get('weir:test')).toBe('kept');
  });

  test('ends although the server says nothing any more', async () => {
    const { client } = connection;
    server.signal('SIGSTOP');
    const asked = client.get('weir:test').catch((error: Error) => error);
    await connection.close();
    expect(await asked).toBeInstanceOf(Error);
    server.signal('SIGCONT');
    connection = await server.connect();
  });

  test.each([
    ['a wrong password', { password: 'wr0ng' }, 'does not take the user name and password'],
    ['no password', { password: undefined }, 'does not take the user name and password'],
    ['a database that it does not have', { database: 99 }, 'has no such database'],
    ['a port on which nobody listens', { port: 1 }, 'does not answer'],
  ])('is refused with %s in words without any part of the address', async (_what, change, why) => {
    await expect(connectRedis({ ...server.address, ...change })).rejects.toThrow(
      expect.objectContaining({ name: 'RedisUnusable', message: why }),
    );
  });
});
