import type { Clock } from '../../base/clock.ts';
import type { RedisClient } from './connection.ts';

const LOOK_MS = 100;
/** A rewriting that is under way may have begun before the removal. It is waited for, but not for ever. */
const MOST_LOOKS = 600;

/** The append-only file keeps what was written until it is written anew. */
export async function shredRedis(client: RedisClient, clock: Clock): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const persistence = await client.info('persistence');
    if (/^aof_enabled:0/m.test(persistence)) return;
    if (!/^aof_rewrite_(in_progress|scheduled):1/m.test(persistence)) {
      await client.sendCommand(['BGREWRITEAOF']);
      return;
    }
    await new Promise<void>((resolve) => void clock.after(LOOK_MS, resolve));
  }
  throw new Error('Redis goes on rewriting its append-only file: what was removed is still in it');
}
