import { NotRead } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';

async function* passing<T>(
  list: List<T>,
  passes: (item: T) => boolean | Promise<boolean>,
  after: Position | undefined,
): AsyncGenerator<ListRow<T>> {
  try {
    for await (const row of list.rows(after)) {
      if (await passes(row.item)) yield row.more === true ? { ...row, more: undefined } : row;
    }
  } catch (error) {
    // How many rows must be looked at, only they tell.
    throw error instanceof NotRead ? error.going('unknown') : error;
  }
}

/** The rows of a list that pass. Whether another one follows is then known only at the list's end. */
export function filterList<T>(
  list: List<T>,
  passes: (item: T) => boolean | Promise<boolean>,
  total: () => Promise<number | null> = async () => null,
): List<T> {
  return {
    direction: list.direction,
    rows: (after) => passing(list, passes, after),
    total,
  };
}
