import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../base/clock.ts';
import { createJobRunner, type Job, type JobOutcome, type JobValue } from './account-jobs.ts';
import { accountsPath, openAccountsFile } from './accounts-file.ts';
import type { KeyStore } from './keys.ts';
import type { PermitDecision, PermitStore, WindowState } from './permits.ts';
import { createSqliteKeys } from './sqlite-keys.ts';
import { createUsageReader } from './sqlite-usage.ts';
import type { UsageStore } from './store.ts';

/** What must not be lost: permits, receipts, the usage history, consumer keys. */
export type Accounts = {
  readonly permits: PermitStore;
  readonly usage: UsageStore;
  readonly keys: KeyStore;
  /** Everything asked for is done first. */
  close(): Promise<void>;
};

/** Does jobs in the order in which they are asked for. */
type Clerk = {
  do(job: Job): Promise<JobValue>;
  close(): Promise<void>;
};

function toldBy(outcome: JobOutcome | undefined): JobValue {
  if (outcome !== undefined && 'value' in outcome) return outcome.value;
  throw new Error(`the accounts could not be written: ${outcome?.error ?? 'no answer'}`);
}

/** `db` is this thread's own connection: what is read at leisure, and keys, whose changes wait for an operator. */
function createAccounts(clerk: Clerk, db: DatabaseSync, clock: Clock): Accounts {
  const read = createUsageReader(db);
  return {
    permits: {
      take: async (request) => (await clerk.do({ kind: 'take', now: clock.now(), request })) as PermitDecision,
      settle: async (id, end) => void (await clerk.do({ kind: 'settle', now: clock.now(), id, end })),
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

type Waiting = { readonly resolve: (value: JobValue) => void; readonly reject: (error: Error) => void };

/** Keeps what was asked of the worker, in order, with whoever waits for it. If the worker dies, nothing is answered any more but with its end. */
function watch(worker: Worker) {
  const waiting: Waiting[] = [];
  let dead: Error | undefined;
  const die = (error: Error): void => {
    dead ??= error;
    for (const { reject } of waiting.splice(0)) reject(dead);
  };
  worker.unref();
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the worker of the accounts has ended')));
  worker.on('message', (outcomes: readonly JobOutcome[]) => {
    for (const outcome of outcomes) {
      const next = waiting.shift();
      try {
        next?.resolve(toldBy(outcome));
      } catch (error) {
        next?.reject(error as Error);
      }
    }
    // An idle worker holds up no process that wants to end.
    if (waiting.length === 0) worker.unref();
  });
  return {
    end: () => dead,
    wait: (): Promise<JobValue> => {
      worker.ref();
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}

/** Hands jobs to the worker, those of one turn of the event loop together. */
function createWorkerClerk(worker: Worker): Clerk {
  const { end, wait } = watch(worker);
  let outbox: Job[] = [];
  const post = (): void => {
    const jobs = outbox;
    outbox = [];
    if (jobs.length > 0) worker.postMessage(jobs);
  };
  const ask = (job: Job): Promise<JobValue> => {
    const dead = end();
    if (dead !== undefined) return Promise.reject(dead);
    if (outbox.length === 0) setImmediate(post);
    outbox.push(job);
    return wait();
  };
  return {
    do: ask,
    close: async () => {
      if (end() !== undefined) return;
      const done = ask({ kind: 'catchUp' });
      post();
      await done;
      const exit = new Promise((resolve) => worker.once('exit', resolve));
      worker.ref();
      worker.postMessage('close');
      await exit;
    },
  };
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
