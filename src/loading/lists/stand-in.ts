import type { List, ListRow, Position } from '../../model/list.ts';
import { standInReason } from '../fallback.ts';

/** A list that goes on with a held one where a call is not possible, if `isHeld` says that there is one. */
export function withStandIn<T>(list: List<T>, standIn: List<T>, isHeld: () => Promise<boolean>): List<T> {
  async function* rows(after?: Position): AsyncGenerator<ListRow<T>> {
    let place = after;
    try {
      for await (const row of list.rows(after)) {
        place = row.position;
        yield row;
      }
      return;
    } catch (error) {
      if (standInReason(error) === undefined || !(await isHeld())) throw error;
    }
    yield* standIn.rows(place === undefined ? undefined : { s: place.s });
  }
  const total = async (): Promise<number | null> => {
    try {
      return await list.total();
    } catch (error) {
      if (standInReason(error) === undefined || !(await isHeld())) throw error;
      return standIn.total();
    }
  };
  return { direction: list.direction, rows, total };
}
