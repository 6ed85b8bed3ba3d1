import type { List, Position } from '../../src/model/list.ts';

export type SmallList = List<string> & {
  /** How many rows have been asked for, the question whether there is one more included. */
  pulled(): number;
};

/** A list of texts in memory. `knowsMore`: it says with each row whether another follows, else only by ending. */
export function smallList(items: readonly string[], { knowsMore = false, total = items.length } = {}): SmallList {
  let pulled = 0;
  async function* rows(after?: Position) {
    for (const [index, item] of items.entries()) {
      if (after !== undefined && item <= after.s) continue;
      pulled += 1;
      yield { item, position: { s: item }, more: knowsMore ? index < items.length - 1 : undefined };
    }
    pulled += 1;
  }
  return { direction: 'ascending', rows, total: async () => total, pulled: () => pulled };
}
