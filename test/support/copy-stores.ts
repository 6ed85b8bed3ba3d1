import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { createMemoryCopies } from '../../src/store/memory-copies.ts';
import { createRedisCopies } from '../../src/store/redis/copies.ts';
import { openCopies } from '../../src/store/sqlite.ts';
import type { CopyStore } from '../../src/store/store.ts';
import { HAS_REDIS } from './redis-server.ts';
import { shareRedis } from './shared-redis.ts';

export type OpenCopies = { readonly copies: CopyStore; close(): Promise<void> };

export type CopyStoreKind = { readonly name: string; openCopies(clock?: Clock): Promise<OpenCopies> };

const IN_PROCESS: readonly CopyStoreKind[] = [
  {
    name: 'memory',
    openCopies: async (clock = systemClock) => ({ ...createMemoryCopies(clock), close: async () => undefined }),
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
];

/** Every kind of store that holds copies, for the file that calls this: empty when it is opened. What is proven of one is proven of all. */
export function copyStores(): readonly CopyStoreKind[] {
  if (!HAS_REDIS) return IN_PROCESS;
  const theRedis = shareRedis();
  const openCopies = async (): Promise<OpenCopies> => {
    const { client } = await theRedis();
    return { copies: createRedisCopies(client), close: async () => void (await client.flushAll()) };
  };
  return [...IN_PROCESS, { name: 'Redis', openCopies }];
}
