import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from './base/clock.ts';
import { ConfigError } from './config/variables.ts';
import type { Config } from './config.ts';
import { openMemoryStore } from './store/memory.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

const DEFAULT_PATH = './data/weir.db';

/** The configured store, else a file in `data/`. */
export async function openStore({ store }: Pick<Config, 'store'>, clock: Clock): Promise<Store> {
  if (store?.kind === 'memory') return openMemoryStore(clock);
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
