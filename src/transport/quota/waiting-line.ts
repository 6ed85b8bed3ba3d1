import type { Clock } from '../../base/clock.ts';
import type { Lane } from '../../base/lane.ts';
import type { Permit } from './ledger.ts';

/** How often those who wait look for places that other processes have left. */
const LOOK_MS = 25;

/** Takes a permit if there is a place now. Fails as the ledger does, or with the signal's reason. */
type TryNow = () => Promise<Permit | undefined>;

/** What somebody waits for. Where the lanes wait for the same, bi stands behind interactive. */
type Wanted = { readonly kind: string; readonly lane: Lane };

/** Those who wait for a place in flight, in order of arrival. */
export type WaitingLine = {
  /** Resolves with what `tryNow` gives when a place has come free, rejects with what it throws, or with the signal's reason at once. */
  join(wanted: Wanted, tryNow: TryNow, signal: AbortSignal): Promise<Permit>;
  /** Whether somebody waits for the same who came before, or goes before. */
  isBehind(wanted: Wanted): boolean;
  /** A place may have come free. */
  serve(): void;
};

type Waiter = {
  readonly tryNow: TryNow;
  readonly settle: (outcome: { readonly permit: Permit } | { readonly error: unknown }) => void;
};

/** Those who wait for the same: where the first finds no place, the others need not try. */
type Queue = {
  readonly waiters: Set<Waiter>;
  /** Whether others go before all of these. */
  readonly mustStand: () => boolean;
  serving: boolean;
  again: boolean;
  cancelLook: () => void;
};

const EMPTY = { serving: false, again: false, cancelLook: () => undefined };

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
  for (let [first] = queue.waiters; first !== undefined && queue.again && !queue.mustStand(); [first] = queue.waiters) {
    queue.again = false;
    const outcome = await outcomeOf(first);
    if (outcome === undefined) continue;
    first.settle(outcome);
    queue.again = true;
  }
  queue.serving = false;
  if (queue.waiters.size > 0) queue.cancelLook = clock.after(LOOK_MS, () => void serveQueue(queue, clock));
}

function nameOf({ kind, lane }: Wanted): string {
  return `${lane} ${kind}`;
}

/** By what is wanted. A queue is there as long as somebody waits in it. */
function createQueues() {
  const queues = new Map<string, Queue>();
  const hasOthersBefore = ({ kind, lane }: Wanted): boolean =>
    lane === 'bi' && queues.has(nameOf({ kind, lane: 'interactive' }));
  return {
    all: () => queues.values(),
    isBehind: (wanted: Wanted): boolean => queues.has(nameOf(wanted)) || hasOthersBefore(wanted),
    of: (wanted: Wanted): Queue => {
      const mustStand = (): boolean => hasOthersBefore(wanted);
      const queue = queues.get(nameOf(wanted)) ?? { ...EMPTY, waiters: new Set(), mustStand };
      queues.set(nameOf(wanted), queue);
      return queue;
    },
    /** Whether it was there, with nobody in it. */
    dropEmpty: (wanted: Wanted, queue: Queue): boolean => {
      if (queue.waiters.size > 0 || queues.get(nameOf(wanted)) !== queue) return false;
      queue.cancelLook();
      return queues.delete(nameOf(wanted));
    },
  };
}

export function createWaitingLine(clock: Clock): WaitingLine {
  const queues = createQueues();
  const serve = (): void => {
    for (const queue of queues.all()) void serveQueue(queue, clock);
  };
  return {
    join: (wanted, tryNow, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const queue = queues.of(wanted);
        const leave = (): void => {
          signal.removeEventListener('abort', abandon);
          queue.waiters.delete(waiter);
          // Who stood behind these may be first now.
          if (queues.dropEmpty(wanted, queue) && wanted.lane === 'interactive') serve();
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
    isBehind: queues.isBehind,
    serve,
  };
}
