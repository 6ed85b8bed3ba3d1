import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config/variables.ts';
import type { Config } from './config.ts';
import { openMemoryStore } from './store/memory.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

const DEFAULT_PATH = './data/weir.db';

/** The configured store, else a file in `data/`. */
export function openStore({ store }: Pick<Config, 'store'>): Store {
  if (store?.kind === 'memory') return openMemoryStore();
  try {
    return openSqliteStore(store?.path ?? DEFAULT_PATH);
  } catch {
    throw new ConfigError('WEIR_STORE', 'names a file that cannot be opened', 'sqlite:PATH that this user may write');
  }
}

/** The sandbox's own, in a temporary folder that goes with it. */
export function openTemporaryStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'weir-'));
  const store = openSqliteStore(join(folder, 'weir.db'));
  return {
    ...store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
