/** One row of a list and where it stands in it. */
export type Placed = { readonly index: number; readonly revision: number };

/** The rows that exist from the start: a pure function of rank (place in the list) and index (which record). */
export type BaseRows = {
  /** Ranks run from 0 to `ranks` - 1; some of them may be empty. */
  readonly ranks: number;
  revisionAt(rank: number): number;
  indexAt(rank: number): number;
  rankOf(index: number): number;
  exists(index: number): boolean;
};

/** One list in order of revision. Rows that were edited leave their first place and stand behind it, newest last. */
export type Table = {
  /** Rows with a revision of at least `from`, ascending. */
  rows(from: number): Generator<Placed>;
  /** undefined when there is no such row. */
  revisionOf(index: number): number | undefined;
  /** Moves the row to the end, or adds it. */
  place(index: number, revision: number): void;
  remove(index: number): void;
  /** An index that no row has had. */
  nextIndex(): number;
};

/** The first position in 0..count whose value is at least `wanted`. */
function lowerBound(count: number, valueAt: (position: number) => number, wanted: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function createTable(base: BaseRows): Table {
  /** Where the moved rows are now; undefined for removed ones. */
  const current = new Map<number, number | undefined>();
  /** Every move, in the order of revision; the older ones of a row are stale. */
  const moves: Placed[] = [];
  let added = 0;

  const inBase = (index: number): boolean => index >= 0 && index < base.ranks && base.exists(index);
  return {
    rows: function* rows(from) {
      for (let rank = lowerBound(base.ranks, base.revisionAt, from); rank < base.ranks; rank += 1) {
        const index = base.indexAt(rank);
        if (!current.has(index) && base.exists(index)) yield { index, revision: base.revisionAt(rank) };
      }
      const start = lowerBound(moves.length, (position) => moves[position]?.revision ?? 0, from);
      for (const move of moves.slice(start)) if (current.get(move.index) === move.revision) yield move;
    },
    revisionOf: (index) => {
      if (current.has(index)) return current.get(index);
      return inBase(index) ? base.revisionAt(base.rankOf(index)) : undefined;
    },
    place: (index, revision) => {
      current.set(index, revision);
      moves.push({ index, revision });
    },
    remove: (index) => {
      current.set(index, undefined);
    },
    nextIndex: () => {
      added += 1;
      return base.ranks + added - 1;
    },
  };
}
