import DataLoader from 'dataloader';
import { eventLoop } from './turns.ts';

/** DataLoader's own wait: for the promises that have settled by now, and what hangs on them. */
function afterThisTick(dispatch: () => void): void {
  void Promise.resolve().then(() => process.nextTick(dispatch));
}

/**
 * Rows of a long list begin in several turns of the event loop. What the first of them want is read once all that waited for a turn
 * by then have begun: one decision for them all takes fewer calls than one for each turn.
 */
function onceRowsBegan(dispatch: () => void): void {
  const turn = eventLoop.take(0);
  if (turn === undefined) afterThisTick(dispatch);
  else void turn.then(() => afterThisTick(dispatch));
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
