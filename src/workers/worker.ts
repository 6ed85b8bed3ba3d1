import { type FromWorker, isToWorker } from './messages.ts';

/** The line from a worker to the process that started it. */
export type WorkerLine = {
  announce(mode: string): void;
  ready(url: string): void;
  /** The metrics of all workers. Fails if the other process cannot gather them. */
  metricsOfAll(): Promise<string>;
};

type Waiting = { readonly resolve: (text: string) => void; readonly reject: (error: Error) => void };

export function openWorkerLine(): WorkerLine {
  const send = (message: FromWorker): void => void process.send?.(message);
  const waiting = new Map<number, Waiting>();
  let requests = 0;
  process.on('message', (message: unknown) => {
    if (!isToWorker(message)) return;
    const asked = waiting.get(message.request);
    waiting.delete(message.request);
    if (message.text === undefined) asked?.reject(new Error('the metrics of the other workers cannot be gathered'));
    else asked?.resolve(message.text);
  });
  return {
    announce: (line) => send({ type: 'weir:mode', line }),
    ready: (url) => send({ type: 'weir:ready', url }),
    metricsOfAll: () =>
      new Promise((resolve, reject) => {
        requests += 1;
        waiting.set(requests, { resolve, reject });
        send({ type: 'weir:metrics', request: requests });
      }),
  };
}
