import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnswerStore, SharedAnswer } from '../../../../src/store/answers.ts';
import { createRedisAnswers } from '../../../../src/store/redis/answers.ts';
import type { RedisClient } from '../../../../src/store/redis/connection.ts';
import { HAS_REDIS } from '../../../support/redis-server.ts';
import { shareRedis } from '../../../support/shared-redis.ts';

const MOST_BYTES = 1_000;
const answer = (asOf: number, value = '"x"'): SharedAnswer => ({ value, asOf, bytes: 10, records: [] });

describe.skipIf(!HAS_REDIS)('shared answers in Redis', () => {
  const theRedis = shareRedis();
  let client: RedisClient;
  let one: AnswerStore;
  let other: AnswerStore;
  beforeEach(async () => {
    ({ client } = await theRedis());
    [one, other] = [createRedisAnswers(client, '1', MOST_BYTES), createRedisAnswers(client, '1', MOST_BYTES)];
  });
  afterEach(() => client.flushAll());

  test('are held for other replicas as they were given, and for no other version of the program', async () => {
    await one.put('visit.expos keys-1 {}', answer(5, '{"a":"\\n"}'), { era: '0', drops: 0, ms: 60_000 });
    expect(await other.get('visit.expos keys-1 {}')).toEqual({ era: '0', drops: 0, answer: answer(5, '{"a":"\\n"}') });
    expect((await other.get('visit.expos keys-2 {}')).answer).toBeNull();
    expect((await createRedisAnswers(client, '2').get('visit.expos keys-1 {}')).answer).toBeNull();
  });

  test('end by themselves, and no name of a key tells what was asked', async () => {
    await one.put('who anna@example.com', answer(5), { era: '0', drops: 0, ms: 60_000 });
    const names = (await client.keys('weir:answer:*')).map(String);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^weir:answer:[0-9a-f]{40}$/);
    const left = await client.pTTL(names[0] ?? '');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
  });

  test('give way only to a reading that is not earlier', async () => {
    await one.put('q', answer(5, '"five"'), { era: '0', drops: 0, ms: 60_000 });
    await other.put('q', answer(4, '"four"'), { era: '0', drops: 0, ms: 60_000 });
    expect((await one.get('q')).answer?.value).toBe('"five"');
    await other.put('q', answer(6, '"six"'), { era: '0', drops: 0, ms: 60_000 });
    expect((await one.get('q')).answer?.value).toBe('"six"');
  });

  test('are gone when all is dropped, and a reading that began before is not kept afterwards', async () => {
    await one.put('q', answer(5), { era: '0', drops: 0, ms: 60_000 });
    const { era } = await one.get('q');
    await other.clear();
    expect((await one.get('q')).answer).toBeNull();
    await one.put('q', answer(6), { era, drops: 0, ms: 60_000 });
    const after = await one.get('q');
    expect(after.answer).toBeNull();
    await one.put('q', answer(7), { era: after.era, drops: 0, ms: 60_000 });
    expect((await other.get('q')).answer?.asOf).toBe(7);
  });

  test('are counted once in the size of all, also one that has ended and is read anew as large as before', async () => {
    for (const asOf of [5, 6, 7]) {
      // The answer has ended, and the index does not know it yet.
      for (const name of await client.keys('weir:answer:*')) await client.unlink(name);
      await one.put('q', answer(asOf), { era: '0', drops: 0, ms: 60_000 });
    }
    const { length } = String(await client.get(String((await client.keys('weir:answer:*'))[0])));
    expect(await client.get('weir:answers:size')).toBe(String(length));
  });

  test('take no more than they may together: those that end first go first', async () => {
    const value = JSON.stringify('x'.repeat(300));
    for (const [key, ms] of [
      ['long', 90_000],
      ['short', 10_000],
      ['middle', 50_000],
      ['middle', 50_000],
      ['last', 60_000],
    ] as const)
      await one.put(key, answer(5, value), { era: '0', drops: 0, ms });
    const held = await Promise.all(['long', 'short', 'middle', 'last'].map(async (key) => (await one.get(key)).answer));
    expect(held.map((found) => found !== null)).toEqual([true, false, true, true]);
    expect(Number(await client.get('weir:answers:size'))).toBeLessThanOrEqual(MOST_BYTES);
  });
});
