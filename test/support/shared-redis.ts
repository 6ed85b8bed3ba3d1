import { afterAll } from 'vitest';
import type { RedisConnection } from '../../src/store/redis/connection.ts';
import { type RedisServer, startRedisServer } from './redis-server.ts';

let running: Promise<{ readonly server: RedisServer; readonly connection: RedisConnection }> | undefined;

async function start() {
  const server = await startRedisServer({ fsync: 'none' });
  return { server, connection: await server.connect() };
}

afterAll(async () => {
  const one = await running;
  running = undefined;
  await one?.connection.close();
  await one?.server[Symbol.asyncDispose]();
});

/** A connection to one Redis for all tests of a file, begun when it is first asked for. Each test leaves it empty. */
export async function theRedis(): Promise<RedisConnection> {
  running ??= start();
  return (await running).connection;
}
