import cluster, { type Worker } from 'node:cluster';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import { isFromWorker, type ToWorker } from './messages.ts';

/** A worker that ends by itself is replaced after this time, so that one that cannot start does not keep the machine busy. */
const REPLACED_AFTER_MS = 1_000;

export type PrimaryOptions = {
  readonly workers: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Writes a line on standard output. */
  readonly say: (line: string) => void;
  /** The metrics of all workers together. */
  readonly gather: () => Promise<string>;
};

type Started = { readonly mode: string; readonly url: string };

/** Resolves when it is ready; undefined if it ends before. */
function startOf(worker: Worker): Promise<Started | undefined> {
  return new Promise((resolve) => {
    let mode = '';
    worker.on('message', (message: unknown) => {
      if (!isFromWorker(message)) return;
      if (message.type === 'weir:mode') mode = message.line;
      if (message.type === 'weir:ready') resolve({ mode, url: message.url });
    });
    worker.once('exit', () => resolve(undefined));
  });
}

function answerMetrics(worker: Worker, gather: PrimaryOptions['gather']): void {
  worker.on('message', async (message: unknown) => {
    if (!isFromWorker(message) || message.type !== 'weir:metrics') return;
    const { type, request } = message;
    const text = await gather().catch(() => undefined);
    const answer: ToWorker = { type, request, ...(text !== undefined && { text }) };
    if (worker.isConnected()) worker.send(answer);
  });
}

type Crew = {
  /** Starts one more. `onEnd` hears of its end, unless all of them are to end. */
  begin(onEnd: (code: number | null, signal: string | null) => void): Promise<Started | undefined>;
  readonly isStopping: boolean;
};

/** `onStopped` is called once a signal has come and all workers have ended. */
function gatherCrew(gather: PrimaryOptions['gather'], onStopped: () => void): Crew {
  const alive = new Set<Worker>();
  let isStopping = false;
  const stop = (): void => {
    isStopping = true;
    for (const worker of alive) worker.process.kill('SIGTERM');
    if (alive.size === 0) onStopped();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return {
    get isStopping() {
      return isStopping;
    },
    begin: (onEnd) => {
      const worker = cluster.fork();
      alive.add(worker);
      answerMetrics(worker, gather);
      worker.once('exit', (code, signal) => {
        alive.delete(worker);
        if (!isStopping) onEnd(code, signal);
        else if (alive.size === 0) onStopped();
      });
      return startOf(worker);
    },
  };
}

/**
 * Runs N gateways behind one port, each a process of its own over one store. Resolves with the exit code: 0 after a signal, or that of a
 * worker that cannot be started. The first one shows whether the settings are right; the others follow it.
 */
export function runWorkers({ workers, clock, log, say, gather }: PrimaryOptions): Promise<number> {
  return new Promise((end) => {
    const crew = gatherCrew(gather, () => end(0));
    const replace = (code: number | null, signal: string | null): void => {
      log.error({ code, signal }, 'a worker ended; another one takes its place');
      clock.after(REPLACED_AFTER_MS, () => {
        if (!crew.isStopping) void crew.begin(replace);
      });
    };
    let isReady = false;
    const start = async (): Promise<void> => {
      const first = await crew.begin((code, signal) => (isReady ? replace(code, signal) : end(code ?? 1)));
      if (first === undefined || crew.isStopping) return;
      isReady = true;
      say(first.mode);
      await Promise.all(Array.from({ length: workers - 1 }, () => crew.begin(replace)));
      if (!crew.isStopping) say(`ready ${first.url}`);
    };
    void start();
  });
}
