import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/** The same store without a file: forgotten with the process. */
export function openMemoryStore(): Store {
  return openSqliteStore(':memory:');
}
