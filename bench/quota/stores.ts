import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { PermitStore } from '../../src/store/permits.ts';
import { openRedisPermits } from '../../src/store/redis/permits.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { HAS_REDIS, startRedisServer } from '../../test/support/redis-server.ts';

export type Contender = { readonly name: string; readonly permits: PermitStore; close(): Promise<void> };

async function openSqlite(): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
  const store = await openSqliteStore(join(folder, 'weir.db'), systemClock);
  return {
    name: 'SQLite',
    permits: store.permits,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** On a server of its own, whose CPU is not counted. */
async function openRedis(fsync: 'always' | 'everysec'): Promise<Contender> {
  const server = await startRedisServer({ fsync });
  const { client, close: disconnect } = await server.connect();
  const { permits, ready, close } = openRedisPermits({ client, clock: systemClock, log: createLog('silent') });
  await ready();
  return {
    name: `Redis, appendfsync ${fsync}`,
    permits,
    close: async () => {
      await close();
      await disconnect();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Every store that gives permits; on Redis where there is a server to be started. */
export async function openContenders(): Promise<readonly Contender[]> {
  const memory = openMemoryStore(systemClock);
  const redis = HAS_REDIS ? await Promise.all([openRedis('always'), openRedis('everysec')]) : [];
  return [{ name: 'memory', permits: memory.permits, close: memory.close }, await openSqlite(), ...redis];
}

export { HAS_REDIS };
