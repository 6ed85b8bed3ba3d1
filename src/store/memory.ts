import type { Clock } from '../base/clock.ts';
import { openMemoryAccounts } from './accounts.ts';
import { openCopies } from './sqlite.ts';
import type { Store } from './store.ts';

/** The same store without a file: forgotten with the process. */
export function openMemoryStore(clock: Clock): Store {
  const { copies, version, close } = openCopies(':memory:', clock);
  const accounts = openMemoryAccounts(clock);
  return {
    ...accounts,
    copies,
    copiesVersion: version,
    close: async () => {
      await accounts.close();
      close();
    },
  };
}
