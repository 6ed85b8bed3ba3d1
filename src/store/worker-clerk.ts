import type { Worker } from 'node:worker_threads';
import type { Job, JobOutcome, JobValue } from './account-jobs.ts';
import { CLOSE, readOutcomes, writeJobs } from './job-messages.ts';

/** Does jobs in the order in which they are asked for. */
export type Clerk = {
  do(job: Job): Promise<JobValue>;
  close(): Promise<void>;
};

/** The value of a job, or the failure that it ended with, thrown. */
export function toldBy(outcome: JobOutcome | undefined): JobValue {
  if (outcome === undefined) throw new Error('the accounts could not be written: no answer');
  if ('error' in outcome) throw new Error(`the accounts could not be written: ${outcome.error}`);
  return outcome.value;
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
  worker.on('message', (message: string) => {
    for (const outcome of readOutcomes(message)) {
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
      if (waiting.length === 0) worker.ref();
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}

/** Hands jobs to the worker, those of one turn of the event loop together. */
export function createWorkerClerk(worker: Worker): Clerk {
  const { end, wait } = watch(worker);
  let outbox: Job[] = [];
  const post = (): void => {
    const jobs = outbox;
    outbox = [];
    if (jobs.length > 0) worker.postMessage(writeJobs(jobs));
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
      await ask({ kind: 'catchUp' }).catch(() => undefined);
      if (end() !== undefined) return;
      const exit = new Promise((resolve) => worker.once('exit', resolve));
      worker.ref();
      post();
      worker.postMessage(CLOSE);
      await exit;
    },
  };
}
