import type { Clock } from '../../src/base/clock.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { createRedisAnswers } from '../../src/store/redis/answers.ts';
import type { RedisConnection } from '../../src/store/redis/connection.ts';
import { createRedisCopies } from '../../src/store/redis/copies.ts';
import type { Store } from '../../src/store/store.ts';

/** A store whose copies and answers lie in a Redis, as replicas share them, while permits go by a test's own clock. */
export function withSharedData({ client }: RedisConnection, clock: Clock): Store {
  return { ...openMemoryStore(clock), copies: createRedisCopies(client), answers: createRedisAnswers(client, 'test') };
}
