import type { Random } from '../kit/random.ts';

const LISTS = [
  'expos',
  'partners',
  'visitors',
  'participants',
  'connections',
  'contents',
  'licenses',
  'payments',
  'touchpoints',
  'actions',
  'activities',
] as const;

export type ListName = (typeof LISTS)[number];

export const EXPO_COUNT = 3;

const FIRST = 9_950_000_000;
const GAP = 17;

/** The vendor's one counter: it rises with every database edit of any kind, and no list shows all of its values. */
export type Revisions = {
  /** The revision that the row of this rank has from the start. Ascending by rank, unique over all lists and expos. */
  initial(list: ListName, expo: number, rank: number): number;
  next(): number;
  /** The newest one given out. */
  current(): number;
};

export function createRevisions(random: Random, mostRanks: number): Revisions {
  let edits = 0;
  let newest = FIRST + mostRanks * EXPO_COUNT * LISTS.length * GAP;
  return {
    initial: (list, expo, rank) => {
      // The expos take turns in an order that differs from rank to rank, so a merge cannot rely on one.
      const turn = (expo + random.integer('visit-turn', rank, EXPO_COUNT)) % EXPO_COUNT;
      const slot = (rank * EXPO_COUNT + turn) * LISTS.length + LISTS.indexOf(list);
      return FIRST + slot * GAP + random.integer('visit-gap', slot, GAP);
    },
    next: () => {
      edits += 1;
      newest += 1 + random.integer('visit-edit-gap', edits, 9);
      return newest;
    },
    current: () => newest,
  };
}
