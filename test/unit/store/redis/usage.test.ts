import { describe, expect, test } from 'vitest';
import { createRedisUsage } from '../../../../src/store/redis/usage.ts';
import { HAS_REDIS } from '../../../support/redis-server.ts';
import { shareRedis } from '../../../support/shared-redis.ts';

const HOUR_MS = 3_600_000;
/** So many that a few hundred taken from the front leave a gap that no single look passes. */
const CALLS = 6_000;

describe.skipIf(!HAS_REDIS)('usage in Redis', () => {
  const theRedis = shareRedis();

  test('an hour of thousands of calls is rolled up to the last one', async () => {
    const { client } = await theRedis();
    const usage = createRedisUsage(client);
    const receipts = Array.from({ length: CALLS }, (_none, index) => [
      `r.${index}`,
      JSON.stringify([index, 'VISIT', 'e', 'key-1', 'c', 'o', 1, 'OK', 1, 1]),
    ]);
    await client.hSet('weir:calls:0', Object.fromEntries(receipts));
    await client.zAdd('weir:calls', { score: 0, value: '0' });
    let moved = 0;
    for (let step = 1; step > 0; moved += step) step = await usage.rollUp({ hoursBefore: HOUR_MS, daysBefore: 0 });
    expect(moved).toBe(CALLS);
    expect(await usage.between(0, HOUR_MS)).toMatchObject([{ span: 'HOUR', start: 0, calls: CALLS }]);
    await client.flushAll();
  });
});
