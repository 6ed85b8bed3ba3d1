import { join } from 'node:path';
import type { Clock } from '../../src/base/clock.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { makeFolder } from '../support/process.ts';
import { HAS_REDIS, startRedisServer } from '../support/redis-server.ts';
import { withSharedData } from '../support/shared-data.ts';

/** Where gateways hold data for each other. */
export type Medium = AsyncDisposable & {
  /** A gateway's own door to it. */
  open(clock: Clock): Promise<Store>;
};

async function startFile(): Promise<Medium> {
  const folder = makeFolder();
  return {
    open: (clock) => openSqliteStore(join(folder.path, 'weir.db'), clock),
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
}

async function startRedis(): Promise<Medium> {
  const server = await startRedisServer({ fsync: 'none' });
  const connection = await server.connect();
  return {
    open: async (clock) => withSharedData(connection, clock),
    [Symbol.asyncDispose]: async () => {
      await connection.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Every medium that gateways share. Redis holds answers beside the copies. `crossings`: how many a proof makes; each takes half a second. */
export const MEDIA: readonly { readonly name: string; readonly crossings: number; start(): Promise<Medium> }[] = [
  { name: 'a file', crossings: 240, start: startFile },
  ...(HAS_REDIS ? [{ name: 'Redis', crossings: 60, start: startRedis }] : []),
];
