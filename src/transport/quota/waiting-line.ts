import type { Clock } from '../../base/clock.ts';
import type { Permit } from './ledger.ts';

/** How often those who wait look for places that other processes have left. */
const LOOK_MS = 25;

/** Takes a permit if there is a place now. Fails as the ledger does, or with the signal's reason. */
type TryNow = () => Promise<Permit | undefined>;

/** Those who wait for a place in flight, in order of arrival. */
export type WaitingLine = {
  /** Resolves with what `tryNow` gives when a place has come free, rejects with what it throws, or with the signal's reason at once. */
  join(kind: string, tryNow: TryNow, signal: AbortSignal): Promise<Permit>;
  /** Whether somebody waits for the same: who comes now stands behind them. */
  has(kind: string): boolean;
  /** A place may have come free. */
  serve(): void;
};

type Waiter = {
  readonly tryNow: TryNow;
  readonly settle: (outcome: { readonly permit: Permit } | { readonly error: unknown }) => void;
};

/** Those who wait for the same: where the first finds no place, the others need not try. */
type Queue = { readonly waiters: Set<Waiter>; serving: boolean; again: boolean; cancelLook: () => void };

async function outcomeOf({ tryNow }: Waiter): Promise<Parameters<Waiter['settle']>[0] | undefined> {
  try {
    const permit = await tryNow();
    return permit && { permit };
  } catch (error) {
    return { error };
  }
}

/** Serves one after the other until there is no place; if one may have come free meanwhile, once more. */
async function serveQueue(queue: Queue, clock: Clock): Promise<void> {
  queue.again = true;
  if (queue.serving) return;
  queue.serving = true;
  queue.cancelLook();
  for (let [first] = queue.waiters; first !== undefined && queue.again; [first] = queue.waiters) {
    queue.again = false;
    const outcome = await outcomeOf(first);
    if (outcome === undefined) continue;
    first.settle(outcome);
    queue.again = true;
  }
  queue.serving = false;
  if (queue.waiters.size > 0) queue.cancelLook = clock.after(LOOK_MS, () => void serveQueue(queue, clock));
}

export function createWaitingLine(clock: Clock): WaitingLine {
  const queues = new Map<string, Queue>();
  const queueOf = (kind: string): Queue => {
    const queue = queues.get(kind) ?? { waiters: new Set(), serving: false, again: false, cancelLook: () => undefined };
    queues.set(kind, queue);
    return queue;
  };
  return {
    join: (kind, tryNow, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const queue = queueOf(kind);
        const leave = (): void => {
          signal.removeEventListener('abort', abandon);
          queue.waiters.delete(waiter);
          if (queue.waiters.size > 0 || queues.get(kind) !== queue) return;
          queue.cancelLook();
          queues.delete(kind);
        };
        const abandon = (): void => {
          leave();
          reject(signal.reason);
        };
        const waiter: Waiter = {
          tryNow,
          settle: (outcome) => {
            const hasLeft = !queue.waiters.has(waiter);
            leave();
            if (hasLeft && 'permit' in outcome) outcome.permit.giveBack();
            else if ('permit' in outcome) resolve(outcome.permit);
            else reject(outcome.error);
          },
        };
        signal.addEventListener('abort', abandon, { once: true });
        queue.waiters.add(waiter);
        // A place may have come free while this one found none. For the others the first one looks.
        if (queue.waiters.size === 1) void serveQueue(queue, clock);
      }),
    has: (kind) => queues.has(kind),
    serve: () => {
      for (const queue of queues.values()) void serveQueue(queue, clock);
    },
  };
}
