import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../base/clock.ts';
import { createJobRunner } from './account-jobs.ts';
import { accountsPath, openAccountsFile } from './accounts-file.ts';
import type { KeyStore } from './keys.ts';
import type { PermitDecision, PermitStore, ReserveDecision, WindowState } from './permits.ts';
import { createSqliteKeys } from './sqlite-keys.ts';
import { createUsageReader } from './sqlite-usage.ts';
import type { UsageStore } from './store.ts';
import { type Clerk, createWorkerClerk, toldBy } from './worker-clerk.ts';

/** What must not be lost: permits, receipts, the usage history, consumer keys. */
export type Accounts = {
  readonly permits: PermitStore;
  readonly usage: UsageStore;
  readonly keys: KeyStore;
  /** Everything asked for is done first. */
  close(): Promise<void>;
};

/** `db` is this thread's own connection: what is read at leisure, and keys, whose changes wait for an operator. */
function createAccounts(clerk: Clerk, db: DatabaseSync, clock: Clock): Accounts {
  const read = createUsageReader(db);
  return {
    permits: {
      take: async (request) => (await clerk.do({ kind: 'take', now: clock.now(), request })) as PermitDecision,
      settle: async (id, end) => void (await clerk.do({ kind: 'settle', now: clock.now(), id, end })),
      reserve: async (demands, ms) => {
        const job = { kind: 'reserve', now: clock.now(), id: randomUUID(), demands, ms } as const;
        return (await clerk.do(job)) as ReserveDecision;
      },
      shrink: async (id, demands) => void (await clerk.do({ kind: 'shrink', id, demands })),
      giveBack: async (id) => void (await clerk.do({ kind: 'giveBack', id })),
      pause: async (account, ms) => void (await clerk.do({ kind: 'pause', now: clock.now(), account, ms })),
      states: async (windows) =>
        (await clerk.do({ kind: 'states', now: clock.now(), windows })) as readonly WindowState[],
    },
    usage: {
      add: async (rows) => void (await clerk.do({ kind: 'usage', rows })),
      between: async (from, to) => {
        await clerk.do({ kind: 'catchUp' });
        return read(from, to);
      },
      rollUp: async (old) => (await clerk.do({ kind: 'rollUp', old })) as number,
    },
    keys: createSqliteKeys(db),
    close: async () => {
      await clerk.close();
      db.close();
    },
  };
}

/** Forgotten with the process, which does the work itself. */
export function openMemoryAccounts(clock: Clock): Accounts {
  const db = openAccountsFile(':memory:');
  const run = createJobRunner(db);
  const clerk: Clerk = {
    do: async (job) => toldBy(run([job])[0]),
    close: async () => undefined,
  };
  return createAccounts(clerk, db, clock);
}

const WORKER = join(import.meta.dirname, 'accounts-worker.ts');

async function startWorker(path: string): Promise<Worker> {
  const worker = new Worker(WORKER, { workerData: path, execArgv: [] });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return worker;
}

/** In a file beside the held data, shared by all processes that open it. A worker owns the connection: a commit waits for the disk. */
export async function openFileAccounts(storePath: string, clock: Clock): Promise<Accounts> {
  const path = accountsPath(storePath);
  const db = openAccountsFile(path);
  try {
    return createAccounts(createWorkerClerk(await startWorker(path)), db, clock);
  } catch (error) {
    db.close();
    throw error;
  }
}
