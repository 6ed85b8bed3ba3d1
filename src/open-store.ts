import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from './base/clock.ts';
import { createLog, type Log } from './base/log.ts';
import { ConfigError } from './config/variables.ts';
import type { Config } from './config.ts';
import { openMemoryStore } from './store/memory.ts';
import { type RedisAddress, RedisUnusable } from './store/redis/connection.ts';
import { openRedisStore } from './store/redis/store.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { VERSION } from './version.ts';

const DEFAULT_PATH = './data/weir.db';

async function openRedis(address: RedisAddress, clock: Clock, log: Log): Promise<Store> {
  try {
    return await openRedisStore({ address, clock, log, form: VERSION });
  } catch (error) {
    const why = error instanceof RedisUnusable ? error.message : 'cannot be used';
    throw new ConfigError('WEIR_STORE', `names a Redis that ${why}`, 'redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]');
  }
}

/** The configured store, else a file in `data/`. The log tells what a store cannot promise. */
export async function openStore(
  { store }: Pick<Config, 'store'>,
  clock: Clock,
  log: Log = createLog('silent'),
): Promise<Store> {
  if (store?.kind === 'memory') return openMemoryStore(clock);
  if (store?.kind === 'redis') return openRedis(store.address, clock, log);
  try {
    return await openSqliteStore(store?.path ?? DEFAULT_PATH, clock);
  } catch {
    throw new ConfigError('WEIR_STORE', 'names a file that cannot be opened', 'sqlite:PATH that this user may write');
  }
}

/** The sandbox's own, in a temporary folder that goes with it. */
export async function openTemporaryStore(clock: Clock): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'weir-'));
  const store = await openSqliteStore(join(folder, 'weir.db'), clock);
  return {
    ...store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
