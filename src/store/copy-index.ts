import sortedTree from 'sorted-btree';
import { byteOrder } from './byte-order.ts';
import { isAbsent, type RowQuery, type StoredRow } from './rows.ts';

const { default: BTree } = sortedTree;
type Tree = InstanceType<typeof BTree<Place, Slot>>;

/** Rows that are not in the trees yet: so many at most, for the next look at the order has to wait for them. */
const MOST_PENDING = 1_000;

/** A row where it lies in a copy, and the places that lead to it. */
export type Slot = { row: StoredRow; places: Places };

/** In the order of the copy, with the mark that counts it (neither for what is known not to exist), and one for each term. */
type Places = {
  readonly order: Place | undefined;
  readonly mark: string | undefined;
  readonly terms: readonly Place[];
};
/** Texts that are compared one after the other. */
type Place = readonly string[];

export const NOWHERE: Places = { order: undefined, mark: undefined, terms: [] };

function compare(one: Place, other: Place): number {
  const length = Math.min(one.length, other.length);
  for (let part = 0; part < length; part += 1) {
    const [mine, its] = [one[part] ?? '', other[part] ?? ''];
    if (mine !== its) return mine < its ? -1 : 1;
  }
  return one.length - other.length;
}

/** The least text that is greater. */
function next(text: string): string {
  return `${text}\0`;
}

function isSame(one: Places, other: Places): boolean {
  const [mine, its] = [one, other].map(({ order, terms }) => [order ?? [], ...terms]) as [Place[], Place[]];
  return (
    one.mark === other.mark &&
    mine.length === its.length &&
    mine.every((place, index) => compare(place, its[index] ?? []) === 0)
  );
}

function placesOf(row: StoredRow): Places {
  const last = [byteOrder(row.sort), byteOrder(row.id)];
  return {
    order: isAbsent(row) ? undefined : last,
    mark: isAbsent(row) ? undefined : (row.mark ?? ''),
    terms: row.terms.map(([term, value]) => [byteOrder(term), byteOrder(value), ...last]),
  };
}

/** Slots from a place on, or back from before it, as far as their places begin with a prefix. */
function* walk(
  tree: Tree,
  prefix: Place,
  { direction, after }: Pick<RowQuery, 'direction' | 'after'>,
): Generator<Slot> {
  const place = after === undefined ? undefined : byteOrder(after);
  const last = prefix.at(-1);
  const beyond = last === undefined ? undefined : prefix.with(-1, next(last));
  const found =
    direction === 'ascending'
      ? tree.entries(place === undefined ? prefix : [...prefix, next(place)])
      : tree.entriesReversed(place === undefined ? beyond : [...prefix, place]);
  for (const [key, slot] of found) {
    if (!prefix.every((part, index) => key[index] === part)) return;
    yield slot;
  }
}

/**
 * The order of a copy's rows and what its terms lead to. A row is taken into the trees when somebody looks, or when many wait: most rows
 * of a copy that was read for one answer are never looked for.
 */
export function createCopyIndex() {
  const order = new BTree<Place, Slot>(undefined, compare);
  const terms = new BTree<Place, Slot>(undefined, compare);
  const counts = new Map<string, number>();
  const pending = new Set<Slot>();
  const count = (mark: string | undefined, by: number): void => {
    if (mark === undefined) return;
    const known = (counts.get(mark) ?? 0) + by;
    if (known === 0) counts.delete(mark);
    else counts.set(mark, known);
  };
  const place = (slot: Slot, places: Places): void => {
    if (isSame(slot.places, places)) return;
    if (slot.places.order !== undefined) order.delete(slot.places.order);
    for (const known of slot.places.terms) terms.delete(known);
    count(slot.places.mark, -1);
    count(places.mark, 1);
    if (places.order !== undefined) order.set(places.order, slot);
    for (const wanted of places.terms) terms.set(wanted, slot);
    slot.places = places;
  };
  const settle = (): void => {
    for (const slot of pending) place(slot, placesOf(slot.row));
    pending.clear();
  };
  return {
    /** The row in a slot is another one. */
    note: (slot: Slot): void => {
      pending.add(slot);
      if (pending.size >= MOST_PENDING) settle();
    },
    remove: (slot: Slot): void => {
      pending.delete(slot);
      place(slot, NOWHERE);
    },
    /** How many existing rows there are of each mark. */
    counts: (): ReadonlyMap<string, number> => {
      settle();
      return new Map(counts);
    },
    /** Existing rows in their order. */
    find: (query: Omit<RowQuery, 'limit'>): Generator<Slot> => {
      settle();
      const { term } = query;
      return term === undefined ? walk(order, [], query) : walk(terms, term.map(byteOrder), query);
    },
    /** Existing rows at or above a place. */
    from: (sort: string): Iterable<Slot> => {
      settle();
      return Iterator.from(order.entries([byteOrder(sort)])).map(([, slot]) => slot);
    },
  };
}

export type CopyIndex = ReturnType<typeof createCopyIndex>;
