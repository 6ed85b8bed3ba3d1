import type { Store } from '../../src/store/store.ts';

/** More than operations are under way at a time, each with the copies of its own expo. */
const MOST_COPIES = 64;

/** A store that drops, whenever a copy is begun, what operations before have left: the oldest copies, and by `onBegin` what is held besides. */
export function dropping(store: Store, onBegin: () => void): Store {
  const begun = new Set<string>();
  const { copies } = store;
  return {
    ...store,
    copies: {
      ...copies,
      write: async (copy, rows, state) => {
        if (!begun.has(copy)) {
          begun.add(copy);
          onBegin();
          const [oldest = ''] = begun;
          if (begun.size > MOST_COPIES) {
            begun.delete(oldest);
            await copies.dropUnused(oldest, Number.MAX_SAFE_INTEGER);
          }
        }
        await copies.write(copy, rows, state);
      },
    },
  };
}
