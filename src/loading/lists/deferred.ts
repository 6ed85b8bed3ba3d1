import { going } from '../../base/not-read.ts';
import { type List, rowsOfChosen } from '../../model/list.ts';

/** A list that is chosen only when somebody asks for its first row. */
export function deferredList<T>(direction: List<T>['direction'], choose: () => Promise<List<T>>): List<T> {
  const chosen = (): Promise<List<T>> => going('unknown', choose());
  return {
    direction,
    rows: (after) => rowsOfChosen(chosen, after),
    total: async () => (await chosen()).total(),
  };
}
