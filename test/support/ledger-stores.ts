import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { accountsPath } from '../../src/store/accounts-file.ts';
import { makeFolder } from './process.ts';
import { HAS_REDIS, type RedisServer, type RedisServerOptions, startRedisServer } from './redis-server.ts';

/** What a ledger has written of a call; null while nobody has told its end. */
export type Receipt = { readonly at: number; readonly durationMs: number | null; readonly outcome: string | null };

/** A store that processes of their own share, and whose receipts a test can read. */
export type LedgerStore = AsyncDisposable & {
  /** As WEIR_STORE names it. */
  readonly where: string;
  /** In the order in which they were begun. */
  receipts(): Promise<readonly Receipt[]>;
};

async function openSqlite(): Promise<LedgerStore> {
  const folder = makeFolder();
  const path = join(folder.path, 'weir.db');
  return {
    where: `sqlite:${path}`,
    receipts: async () => {
      const db = new DatabaseSync(accountsPath(path));
      try {
        const rows = db.prepare('SELECT at, duration_ms AS durationMs, outcome FROM calls ORDER BY at').all();
        return rows as unknown as readonly Receipt[];
      } finally {
        db.close();
      }
    },
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
}

function receiptOf(text: string): Receipt {
  const [at, , , , , , , outcome, durationMs] = JSON.parse(text);
  return { at, outcome, durationMs };
}

export async function openRedis(options?: RedisServerOptions): Promise<LedgerStore & { readonly server: RedisServer }> {
  const server = await startRedisServer(options);
  return {
    server,
    where: server.url,
    receipts: async () => {
      const { client, close } = await server.connect();
      const hours = await client.keys('weir:calls:*');
      const texts = await Promise.all(hours.map((hour) => client.hVals(hour)));
      await close();
      return texts
        .flat()
        .map(receiptOf)
        .sort((a, b) => a.at - b.at);
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export const LEDGER_STORES: readonly { readonly name: string; open(): Promise<LedgerStore> }[] = [
  { name: 'SQLite', open: openSqlite },
  ...(HAS_REDIS ? [{ name: 'Redis', open: () => openRedis() }] : []),
];
