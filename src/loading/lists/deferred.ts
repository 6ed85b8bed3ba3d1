import type { List } from '../../model/list.ts';

/** A list that is chosen only when somebody asks for its first row. */
export function deferredList<T>(direction: List<T>['direction'], choose: () => Promise<List<T>>): List<T> {
  return {
    direction,
    rows: async function* (after) {
      yield* (await choose()).rows(after);
    },
    total: async () => (await choose()).total(),
  };
}
