import { afterAll } from 'vitest';
import type { RedisConnection } from '../../src/store/redis/connection.ts';
import { type RedisServer, startRedisServer } from './redis-server.ts';

async function start(): Promise<{ readonly server: RedisServer; readonly connection: RedisConnection }> {
  const server = await startRedisServer({ fsync: 'none' });
  return { server, connection: await server.connect() };
}

/**
 * Called by a test file, or a suite, for itself: a connection to one Redis for all its tests, begun when it is first
 * asked for, ended with them. Each test leaves it empty.
 */
export function shareRedis(): () => Promise<RedisConnection> {
  let running: ReturnType<typeof start> | undefined;
  afterAll(async () => {
    const one = await running;
    await one?.connection.close();
    await one?.server[Symbol.asyncDispose]();
  });
  return async () => {
    running ??= start();
    return (await running).connection;
  };
}
