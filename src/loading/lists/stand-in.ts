import type { List, ListRow, Position } from '../../model/list.ts';
import { standInReason } from '../fallback.ts';

type Ways<T> = { readonly list: List<T>; readonly standIn: List<T>; readonly isHeld: () => Promise<boolean> };

async function* rowsOf<T>({ list, standIn, isHeld }: Ways<T>, after: Position | undefined): AsyncGenerator<ListRow<T>> {
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

/** A list that goes on with a held one where a call is not possible, if `isHeld` says that there is one. */
export function withStandIn<T>(list: List<T>, standIn: List<T>, isHeld: () => Promise<boolean>): List<T> {
  const total = async (): Promise<number | null> => {
    try {
      return await list.total();
    } catch (error) {
      if (standInReason(error) === undefined || !(await isHeld())) throw error;
      return standIn.total();
    }
  };
  return { direction: list.direction, rows: (after) => rowsOf({ list, standIn, isHeld }, after), total };
}
