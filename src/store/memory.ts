import type { Clock } from '../base/clock.ts';
import { openMemoryAccounts } from './accounts.ts';
import { createMemoryCopies } from './memory-copies.ts';
import type { Store } from './store.ts';

/** The store without a file: forgotten with the process. */
export function openMemoryStore(clock: Clock): Store {
  const { copies, version } = createMemoryCopies(clock);
  return { ...openMemoryAccounts(clock), copies, copiesVersion: version };
}
