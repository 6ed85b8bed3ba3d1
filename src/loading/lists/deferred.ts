import { going } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';

async function* rowsOf<T>(chosen: () => Promise<List<T>>, after: Position | undefined): AsyncGenerator<ListRow<T>> {
  yield* (await chosen()).rows(after);
}

/** A list that is chosen only when somebody asks for its first row. */
export function deferredList<T>(direction: List<T>['direction'], choose: () => Promise<List<T>>): List<T> {
  const chosen = (): Promise<List<T>> => going('unknown', choose());
  return {
    direction,
    rows: (after) => rowsOf(chosen, after),
    total: async () => (await chosen()).total(),
  };
}
