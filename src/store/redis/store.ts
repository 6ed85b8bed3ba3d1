import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import type { Store } from '../store.ts';
import { createRedisAnswers } from './answers.ts';
import { connectRedis, type RedisAddress } from './connection.ts';
import { createRedisCopies } from './copies.ts';
import { createRedisKeys } from './keys.ts';
import { createOrAway } from './or-away.ts';
import { openRedisPermits } from './permits.ts';
import { readPersistence, weaknesses } from './persistence.ts';
import { shredRedis } from './shred.ts';
import { createRedisUsage } from './usage.ts';

export type RedisStoreOptions = {
  readonly address: RedisAddress;
  readonly clock: Clock;
  readonly log: Log;
  /** The version of the program: answers are shared among those of one. */
  readonly form: string;
};

/** The store of several machines: everything lies in one Redis. */
export async function openRedisStore({ address, clock, log, form }: RedisStoreOptions): Promise<Store> {
  const { client, close: disconnect } = await connectRedis(address);
  const { permits, ready, close } = openRedisPermits({ client, clock, log });
  try {
    await ready();
  } catch (error) {
    await close();
    await disconnect();
    throw error;
  }
  const orAway = createOrAway(clock, client);
  return {
    permits,
    copies: orAway(createRedisCopies(client)),
    keys: orAway(createRedisKeys(client)),
    usage: createRedisUsage(client),
    weaknesses: async () => weaknesses(await readPersistence(client)),
    shred: () => shredRedis(client, clock),
    answers: orAway(createRedisAnswers(client, form)),
    close: async () => {
      await close();
      await disconnect();
    },
  };
}
