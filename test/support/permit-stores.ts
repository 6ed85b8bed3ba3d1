import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/base/clock.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';

export type OpenStore = {
  readonly name: string;
  /** A store that decides by this clock. Closing it leaves nothing behind. */
  open(clock: Clock): Promise<Store>;
};

/** Every kind of store that gives permits. What is proven of one is proven of all. */
export const STORES: readonly OpenStore[] = [
  { name: 'memory', open: async (clock) => openMemoryStore(clock) },
  {
    name: 'SQLite',
    open: async (clock) => {
      const folder = await mkdtemp(join(tmpdir(), 'weir-permits-'));
      const store = await openSqliteStore(join(folder, 'weir.db'), clock);
      return {
        ...store,
        close: async () => {
          await store.close();
          await rm(folder, { recursive: true });
        },
      };
    },
  },
];
