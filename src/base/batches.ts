import DataLoader from 'dataloader';
import { eventLoop } from './turns.ts';

/** DataLoader's own wait: for the promises that have settled by now, and what hangs on them. */
function afterThisTick(dispatch: () => void): void {
  void Promise.resolve().then(() => process.nextTick(dispatch));
}

/** Look-ups in a store over the network that are under way. */
const lookUps = new Set<Promise<unknown>>();

/** Batches wait for a look-up in a store: what it brings may want the same as what is there already. */
export function awaited<T>(lookUp: Promise<T>): Promise<T> {
  lookUps.add(lookUp);
  const end = (): void => void lookUps.delete(lookUp);
  lookUp.then(end, end);
  return lookUp;
}

/** One look-up may lead to the next, as many as a reading of a copy has. */
const MOST_STEPS = 4;

function onceLookedUp(dispatch: () => void, steps = MOST_STEPS): void {
  afterThisTick(() => {
    if (lookUps.size === 0 || steps === 0) dispatch();
    else void Promise.allSettled(lookUps).then(() => onceLookedUp(dispatch, steps - 1));
  });
}

/**
 * Rows of a long list begin in several turns of the event loop. What the first of them want is read once all that waited for a turn
 * by then have begun, and have what lies in a store: one decision for them all takes fewer calls than one for each.
 */
function onceRowsBegan(dispatch: () => void): void {
  const turn = eventLoop.take(0);
  if (turn === undefined) onceLookedUp(dispatch);
  else void turn.then(() => onceLookedUp(dispatch));
}

type Options<K, C> = { readonly cacheKeyFn: (key: K) => C } | { readonly cache: false };

export type Batches<K, V, C = K> = DataLoader<K, V, C>;

/** A loader of one operation: what its fields want at once is decided and read together. */
export function createBatches<K, V, C = K>(
  load: (keys: readonly K[]) => Promise<readonly (V | Error)[]>,
  options: Options<K, C>,
): Batches<K, V, C> {
  return new DataLoader<K, V, C>(load, { ...options, batchScheduleFn: onceRowsBegan });
}
