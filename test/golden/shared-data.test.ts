import { afterAll, beforeAll, describe } from 'vitest';
import type { RedisConnection } from '../../src/store/redis/connection.ts';
import { chosen } from '../support/proof.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';
import { withSharedData } from '../support/shared-data.ts';
import { GOLDENS } from './all.ts';
import { type Golden, runGoldens } from './golden.ts';

const goldens: readonly Golden[] = Object.values(GOLDENS).flat();

/** Each look at the store takes a way over the network there: what is asked at the same time must still be read together. */
describe.skipIf(!HAS_REDIS)('what is held lies in Redis', () => {
  let server: RedisServer;
  let connection: RedisConnection;
  beforeAll(async () => {
    server = await startRedisServer({ fsync: 'none' });
    connection = await server.connect();
  });
  afterAll(async () => {
    await connection.close();
    await server[Symbol.asyncDispose]();
  });
  runGoldens('All, over Redis', chosen(goldens, 40), async (clock) => {
    await connection.client.flushAll();
    return withSharedData(connection, clock);
  });
});
