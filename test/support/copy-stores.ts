import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { createRedisCopies } from '../../src/store/redis/copies.ts';
import { openCopies } from '../../src/store/sqlite.ts';
import type { CopyStore } from '../../src/store/store.ts';
import { HAS_REDIS } from './redis-server.ts';
import { theRedis } from './shared-redis.ts';

export type OpenCopies = { readonly copies: CopyStore; close(): Promise<void> };

export type CopyStoreKind = { readonly name: string; openCopies(clock?: Clock): Promise<OpenCopies> };

/** Every kind of store that holds copies, empty when it is opened. What is proven of one is proven of all. */
export const COPY_STORES: readonly CopyStoreKind[] = [
  {
    name: 'memory',
    openCopies: async (clock = systemClock) => {
      const { copies, close } = openCopies(':memory:', clock);
      return { copies, close: async () => close() };
    },
  },
  {
    name: 'a file',
    openCopies: async (clock = systemClock) => {
      const folder = await mkdtemp(join(tmpdir(), 'weir-copies-'));
      const { copies, close } = openCopies(join(folder, 'weir.db'), clock);
      return {
        copies,
        close: async () => {
          close();
          await rm(folder, { recursive: true });
        },
      };
    },
  },
  ...(HAS_REDIS
    ? [
        {
          name: 'Redis',
          openCopies: async () => {
            const { client } = await theRedis();
            return { copies: createRedisCopies(client), close: async () => void (await client.flushAll()) };
          },
        },
      ]
    : []),
];
