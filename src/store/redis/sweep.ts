import type { Ask } from './ask.ts';
import type { RedisClient } from './connection.ts';

const MATCH = 'weir:window:*';
const AT_ONCE = 100;

/** Windows that nobody asks about any more (another key, another length) give back what they hold of ended calls. */
export async function sweepWindows(client: RedisClient, ask: Ask): Promise<void> {
  for await (const keys of client.scanIterator({ MATCH, COUNT: AT_ONCE }))
    if (keys.length > 0) await ask('sweep', { keys });
}
