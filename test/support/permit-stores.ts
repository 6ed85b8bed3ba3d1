import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { createLog } from '../../src/base/log.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { openRedisPermits } from '../../src/store/redis/permits.ts';
import { createRedisUsage } from '../../src/store/redis/usage.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { PROVING } from './proof.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from './redis-server.ts';

export type OpenStore = {
  readonly name: string;
  /** A store that decides by this clock. Closing it leaves nothing behind. */
  open(clock: Clock): Promise<Store>;
};

export type PermitKeeper = Pick<Store, 'permits' | 'close'>;
export type AccountKeeper = Pick<Store, 'permits' | 'usage' | 'close'>;

/** A new store gives its first permit after a second, in which others may tell that they are there. */
const GRACE_MS = 1_000;

/** On an empty server, which then gives permits by this clock. What is done each second is done by real seconds: tests let days pass in a moment. */
export async function permitsOf(server: RedisServer, clock: Clock): Promise<AccountKeeper> {
  const { client, close: disconnect } = await server.connect();
  let before = GRACE_MS;
  const now = (): number => clock.now() - before;
  const { permits, close } = openRedisPermits({ client, clock: systemClock, log: createLog('silent'), now });
  const call = { upstream: 'VISIT', endpoint: 'none', consumer: 'test', operation: 'test', attempt: 1 };
  const payer = { account: 'nobody', credential: 'none', windows: [{ key: 'none', limit: 0, lengthMs: 1 }] };
  await permits.take({ payers: [payer], call, timeoutMs: 1 }).catch(() => undefined);
  before = 0;
  return {
    permits,
    usage: createRedisUsage(client),
    close: async () => {
      await close();
      await disconnect();
    },
  };
}

export async function openOnRedis(clock: Clock): Promise<AccountKeeper> {
  const server = await startRedisServer();
  const keeper = await permitsOf(server, clock);
  return {
    ...keeper,
    close: async () => {
      await keeper.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Every kind of store in this process or in a file. */
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

/** Every kind of store that gives permits. What is proven of one is proven of all. */
export const PERMIT_STORES: readonly { readonly name: string; open(clock: Clock): Promise<AccountKeeper> }[] = [
  ...STORES,
  ...(HAS_REDIS ? [{ name: 'Redis', open: openOnRedis }] : []),
];

/** On which a checker meets wrong builds: in the quick suite one, because it is the same for each. */
export const CHECKED_STORES = PERMIT_STORES.filter(({ name }) => PROVING || name === 'memory');
