import type { Clock } from '../../base/clock.ts';

/** How long a store may take to decide; then nothing is permitted. */
const STORE_MS = 250;

type Waiter<T> = {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Gets the answer that comes when nobody waits for it any more. */
  readonly late: (answer: T) => void;
};

/** The store's answer; undefined if it fails or does not come in time. Rejects with the signal's reason at once when it aborts. */
export function promptly<T>({ clock, signal, late }: Waiter<T>, answer: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let over = false;
    const end = (act: () => void): void => {
      if (over) return;
      over = true;
      cancel();
      signal.removeEventListener('abort', abandon);
      act();
    };
    const abandon = (): void => end(() => reject(signal.reason));
    // An answer that is there already counts, however long this process itself was held up.
    const cancel = clock.after(STORE_MS, () => setImmediate(() => end(() => resolve(undefined))));
    answer.then(
      (value) => (over ? late(value) : end(() => resolve(value))),
      () => end(() => resolve(undefined)),
    );
    if (signal.aborted) abandon();
    else signal.addEventListener('abort', abandon, { once: true });
  });
}
