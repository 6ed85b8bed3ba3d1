import type { Random } from '../kit/random.ts';

/** Ids that ascend with the index, with gaps, and lead back to it. */
export type Ids = {
  of(index: number): number;
  indexOf(id: number): number | undefined;
};

const STRIDE = 3;
const KEPT_SELECTIONS = 8;

export function createIds(random: Random, stream: string, base: number): Ids {
  const of = (index: number): number => base + index * STRIDE + random.integer(stream, index, STRIDE);
  return {
    of,
    indexOf: (id) => {
      const index = Math.floor((id - base) / STRIDE);
      return index >= 0 && of(index) === id ? index : undefined;
    },
  };
}

/** Rows that are made on demand, under a layer of edits. */
export type Table<T> = {
  get(id: number): T | undefined;
  /**
   * Ids of the matching rows (all without `match`), highest first. `range` narrows the rows of the world (not the added ones) to the indices
   * [low, high); `key` names the question, so that the pages of one list are computed once.
   */
  select(
    key: string,
    match: ((row: T) => boolean) | undefined,
    range?: { readonly low: number; readonly high: number },
  ): readonly number[];
  add(make: (id: number, index: number) => T): T;
  change(id: number, patch: Partial<T>): void;
  remove(id: number): void;
};

/** Which row a view shows. */
export type Place = { readonly index: number };

type Parts<T> = {
  readonly count: number;
  readonly ids: Ids;
  /** Makes a reader, whose row holds until it reads the next one. */
  reader(): (index: number) => T;
};
type State<T> = {
  total: number;
  readonly edits: Map<number, T | null>;
  readonly selections: Map<string, readonly number[]>;
};

function rowAt<T>({ reader }: Parts<T>, { edits, total }: State<T>, index: number): T | undefined {
  if (index >= total) return undefined;
  const edited = edits.get(index);
  return edited === undefined ? reader()(index) : (edited ?? undefined);
}

function scan<T>(
  parts: Parts<T>,
  state: State<T>,
  match: ((row: T) => boolean) | undefined,
  low: number,
  high: number,
): number[] {
  const found: number[] = [];
  const read = parts.reader();
  const visit = (index: number): void => {
    const edited = state.edits.get(index);
    if (edited !== null && (match === undefined || match(edited ?? read(index)))) found.push(parts.ids.of(index));
  };
  for (let index = state.total - 1; index >= parts.count; index -= 1) visit(index);
  for (let index = Math.min(high, parts.count) - 1; index >= low; index -= 1) visit(index);
  return found;
}

export function createTable<T>(parts: Parts<T>): Table<T> {
  const state: State<T> = { total: parts.count, edits: new Map(), selections: new Map() };
  const edit = (index: number, row: T | null): void => {
    state.edits.set(index, row);
    state.selections.clear();
  };
  const known = (id: number): number => {
    const index = parts.ids.indexOf(id);
    if (index === undefined || rowAt(parts, state, index) === undefined) throw new RangeError(`no row with id ${id}`);
    return index;
  };
  return {
    get: (id) => {
      const index = parts.ids.indexOf(id);
      return index === undefined ? undefined : rowAt(parts, state, index);
    },
    select: (key, match, { low, high } = { low: 0, high: parts.count }) => {
      const held = state.selections.get(key);
      if (held !== undefined) return held;
      const found = scan(parts, state, match, low, high);
      if (state.selections.size >= KEPT_SELECTIONS) state.selections.clear();
      state.selections.set(key, found);
      return found;
    },
    add: (make) => {
      const index = state.total;
      const row = make(parts.ids.of(index), index);
      state.total += 1;
      edit(index, row);
      return row;
    },
    change: (id, patch) => {
      const index = known(id);
      edit(index, { ...(rowAt(parts, state, index) as T), ...patch });
    },
    remove: (id) => edit(known(id), null),
  };
}

/** Reads rows that are views with getters: a scan moves one view along instead of making an object for each row. */
export function movingReader<T>(view: (place: Place) => T): () => (index: number) => T {
  return () => {
    const place = { index: 0 };
    const row = view(place);
    return (index) => {
      place.index = index;
      return row;
    };
  };
}

/** Instants spread evenly over a span up to `end`, one in each step, in ascending order, whole seconds. */
export type Timeline = {
  at(index: number): number;
  /** The first index whose instant is not before this one; `count` if there is none. */
  firstFrom(instant: number): number;
};

export function createTimeline(
  random: Random,
  stream: string,
  { count, spanMs, end }: { readonly count: number; readonly spanMs: number; readonly end: number },
): Timeline {
  const step = spanMs / count;
  const at = (index: number): number =>
    Math.floor((end - spanMs + (index + 0.9 * random.fraction(stream, index)) * step) / 1000) * 1000;
  return {
    at,
    firstFrom: (instant) => {
      let index = Math.min(count, Math.max(0, Math.floor((instant - (end - spanMs)) / step) - 1));
      while (index < count && at(index) < instant) index += 1;
      return index;
    },
  };
}
