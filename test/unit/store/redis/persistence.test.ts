import { describe, expect, test } from 'vitest';
import { keepsAll, readPersistence, weaknesses } from '../../../../src/store/redis/persistence.ts';
import { HAS_REDIS, startRedisServer } from '../../../support/redis-server.ts';

describe.skipIf(!HAS_REDIS)('what a Redis does to keep the ledger', () => {
  test.each([
    ['always', true, []],
    ['everysec', false, [/appendfsync everysec/]],
    ['none', false, [/has no append-only file/]],
  ] as const)('is found out where the file is written %s', async (fsync, keeps, expected) => {
    await using server = await startRedisServer({ fsync });
    const { client, close } = await server.connect();
    const persistence = await readPersistence(client);
    await close();
    expect(keepsAll(persistence)).toBe(keeps);
    expect(weaknesses(persistence)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test('is doubted where keys are dropped when memory is full, and after a fail-over', async () => {
    await using server = await startRedisServer();
    const { client, close } = await server.connect();
    await client.configSet('maxmemory-policy', 'allkeys-lru');
    const persistence = await readPersistence(client);
    await close();
    expect(weaknesses(persistence)).toEqual([expect.stringContaining('allkeys-lru')]);
    expect(keepsAll({ ...persistence, tookOver: true })).toBe(false);
  });

  test('is not known where this user may not ask, and then nothing is relied on', async () => {
    await using server = await startRedisServer();
    const { client, close } = await server.connect();
    await client.aclSetUser('default', '-config');
    const persistence = await readPersistence(client);
    await close();
    expect(persistence).toMatchObject({ appendOnly: true, fsync: undefined });
    expect(keepsAll(persistence)).toBe(false);
    expect(weaknesses(persistence)).toEqual([]);
  });
});
