/** A bound on calls in flight, with a queue in order of arrival. */
export type FlightGate = {
  used(): number;
  tryEnter(): boolean;
  /** Resolves when a place may be free, rejects with the signal's reason. The caller tries again. */
  placeFreed(signal: AbortSignal): Promise<void>;
  leave(): void;
  /** Wakes the first in the queue if a place is free: for a waiter that was woken here but entered elsewhere. */
  passOn(): void;
};

export function createFlightGate(limit: number): FlightGate {
  let used = 0;
  const queue = new Set<() => void>();
  return {
    used: () => used,
    tryEnter: () => {
      if (used >= limit) return false;
      used += 1;
      return true;
    },
    placeFreed: (signal) =>
      new Promise((resolve, reject) => {
        const wake = (): void => {
          queue.delete(wake);
          signal.removeEventListener('abort', abandon);
          resolve();
        };
        const abandon = (): void => {
          queue.delete(wake);
          reject(signal.reason);
        };
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        signal.addEventListener('abort', abandon, { once: true });
        queue.add(wake);
      }),
    leave: () => {
      used -= 1;
      const [first] = queue;
      first?.();
    },
    passOn: () => {
      const [first] = queue;
      if (used < limit) first?.();
    },
  };
}
