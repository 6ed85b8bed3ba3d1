import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeyRecord, KeyStore } from '../../../../src/store/keys.ts';
import type { RedisConnection } from '../../../../src/store/redis/connection.ts';
import { createRedisKeys } from '../../../../src/store/redis/keys.ts';
import { keyRecord } from '../../../support/key-record.ts';
import { HAS_REDIS } from '../../../support/redis-server.ts';
import { shareRedis } from '../../../support/shared-redis.ts';

const RECORD = keyRecord();

describe.skipIf(!HAS_REDIS)('keys in Redis', () => {
  const theRedis = shareRedis();
  let client: RedisConnection['client'];
  let one: KeyStore;
  let other: KeyStore;
  beforeEach(async () => {
    ({ client } = await theRedis());
    [one, other] = [createRedisKeys(client), createRedisKeys(client)];
  });
  afterEach(() => client.flushAll());

  test('a change by one replica is the version that another finds, and without one nothing is read', async () => {
    expect(await other.read()).toEqual({ version: 0, keys: [] });
    await one.change('dashboard', () => RECORD);
    const found = await other.read(0);
    expect(found?.keys).toEqual([RECORD]);
    expect(await other.read(found?.version)).toBeUndefined();
    await other.change('zoo', () => ({ ...RECORD, name: 'zoo' }));
    const after = await one.read(found?.version);
    expect(after?.keys.map(({ name }) => name)).toEqual(['dashboard', 'zoo']);
    expect(after?.version).toBeGreaterThan(found?.version ?? Number.POSITIVE_INFINITY);
  });

  test('of changes to one key at the same time none is lost', async () => {
    const raise = (known: KeyRecord | undefined): KeyRecord => ({ ...RECORD, createdAt: (known?.createdAt ?? 0) + 1 });
    await Promise.all(Array.from({ length: 20 }, (_none, turn) => (turn % 2 ? one : other).change('dashboard', raise)));
    expect((await one.read())?.keys).toEqual([{ ...RECORD, createdAt: 20 }]);
  });

  test('a change that is refused leaves everything as it was', async () => {
    const refused = one.change('dashboard', () => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await other.read()).toEqual({ version: 0, keys: [] });
  });

  test('keys that are made anew after a loss are seen, however many changes the lost ones had seen', async () => {
    // As near to each other as can be: more than once a millisecond.
    for (let round = 0; round < 100; round += 1) {
      await one.change('dashboard', () => RECORD);
      const known = await other.read();
      await client.flushAll();
      await one.change('dashboard', () => ({ ...RECORD, createdAt: 5 }));
      expect((await other.read(known?.version))?.keys).toEqual([{ ...RECORD, createdAt: 5 }]);
      await client.flushAll();
    }
  });
});
