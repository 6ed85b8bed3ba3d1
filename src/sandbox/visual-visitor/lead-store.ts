import type { LeadDetail, LeadModel, LeadRow, LeadVisit } from './types.ts';

/** The leads of one product as they are now: the model with the edits over it. */
export type LeadStore = {
  readonly model: LeadModel;
  /** Epoch milliseconds of the latest visit; a record without a readable time counts as the oldest. */
  timeOf(index: number): number;
  valueOf(index: number, member: string): unknown;
  isEdited(index: number): boolean;
  editedIndexes(): Iterable<number>;
  isThere(index: number): boolean;
  indexOf(id: number): number | undefined;
  row(index: number): LeadRow;
  detail(index: number): LeadDetail;
  pageUrls(index: number): readonly string[];
  /** The leads with `from <= lastVisitAt < to`, newest first, of equal times the higher id first. */
  range(from: number, to: number): Uint32Array;
  compare(left: number, right: number): number;
  /** Sets the record of a lead, present or new. */
  put(index: number, row: LeadRow, visits: readonly LeadVisit[]): void;
  remove(index: number): void;
  /** The index of the next lead that is added. */
  nextIndex(): number;
};

type Edited = { readonly row: LeadRow; readonly visits: readonly LeadVisit[]; readonly time: number };

/** Newest first: one number per lead that sorts by age, then by descending index. Fits 2^53 below 4 million leads. */
function orderedByTime(model: LeadModel): Uint32Array {
  const { count } = model;
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) keys[index] = model.timeOf(index);
  const newest = keys.reduce((latest, time) => Math.max(latest, time), 0);
  for (let index = 0; index < count; index += 1)
    keys[index] = ((newest - (keys[index] ?? 0)) / 1000) * count + (count - 1 - index);
  keys.sort();
  return Uint32Array.from(keys, (key) => count - 1 - (key % count));
}

/** Makes the order anew after edits: the untouched part keeps its order, the edited leads are sorted in. */
function mergedOrder(
  base: Uint32Array,
  isUntouched: (index: number) => boolean,
  edited: readonly number[],
  compare: (left: number, right: number) => number,
): Uint32Array {
  const merged = new Uint32Array(base.length + edited.length);
  let size = 0;
  let next = 0;
  for (const index of base) {
    if (!isUntouched(index)) continue;
    for (let other = edited[next]; other !== undefined && compare(other, index) < 0; other = edited[next]) {
      merged[size++] = other;
      next += 1;
    }
    merged[size++] = index;
  }
  for (const other of edited.slice(next)) merged[size++] = other;
  return merged.subarray(0, size);
}

/** The first position whose lead is older than the instant. */
function firstBefore(order: Uint32Array, timeOf: (index: number) => number, instant: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeOf(order[middle] ?? 0) < instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

function createOrder(
  model: LeadModel,
  state: { readonly edited: ReadonlyMap<number, Edited>; readonly removed: ReadonlySet<number> },
  compare: (left: number, right: number) => number,
) {
  const { edited, removed } = state;
  let base: Uint32Array | undefined;
  let current: Uint32Array | undefined;
  return {
    outdate: () => {
      current = undefined;
    },
    get: (): Uint32Array => {
      if (current !== undefined) return current;
      base ??= orderedByTime(model);
      const isUntouched = (index: number): boolean => !edited.has(index) && !removed.has(index);
      const moved = [...edited.keys()].filter((index) => !removed.has(index)).sort(compare);
      current = edited.size + removed.size === 0 ? base : mergedOrder(base, isUntouched, moved, compare);
      return current;
    },
  };
}

export function createLeadStore(model: LeadModel): LeadStore {
  const edited = new Map<number, Edited>();
  const removed = new Set<number>();
  let end = model.count;
  const timeOf = (index: number): number => edited.get(index)?.time ?? model.timeOf(index);
  const compare = (left: number, right: number): number => timeOf(right) - timeOf(left) || right - left;
  const order = createOrder(model, { edited, removed }, compare);
  const isThere = (index: number): boolean => index < end && !removed.has(index);
  const row = (index: number): LeadRow => edited.get(index)?.row ?? model.row(index);
  return {
    model,
    timeOf,
    compare,
    isThere,
    row,
    isEdited: (index) => edited.has(index),
    editedIndexes: () => edited.keys(),
    valueOf: (index, member) => {
      const own = edited.get(index);
      return own === undefined ? model.valueOf(index, member) : own.row[member];
    },
    indexOf: (id) => {
      const index = model.indexOf(id);
      return index !== undefined && isThere(index) ? index : undefined;
    },
    detail: (index) => ({ ...row(index), visits: edited.get(index)?.visits ?? model.visits(index) }),
    pageUrls: (index) =>
      edited.get(index)?.visits.flatMap((visit) => visit.pages.map((page) => page.url)) ?? model.pageUrls(index),
    range: (from, to) => {
      const all = order.get();
      return all.subarray(firstBefore(all, timeOf, to), firstBefore(all, timeOf, from));
    },
    put: (index, own, visits) => {
      const time = Date.parse(String(own.lastVisitAt));
      edited.set(index, { row: own, visits, time: Number.isNaN(time) ? 0 : time });
      end = Math.max(end, index + 1);
      order.outdate();
    },
    remove: (index) => {
      removed.add(index);
      order.outdate();
    },
    nextIndex: () => end,
  };
}

/** The members that an added lead has unless the edit says otherwise. */
export function newLead(store: LeadStore, index: number, visit: LeadVisit): LeadRow {
  const at = visit.startedAt;
  const own = store.model.product === 'person' ? { identifiedAt: at } : { icpMatch: false };
  return {
    ...store.model.blank(),
    ...own,
    id: store.model.idOf(index),
    isKnownCustomer: false,
    firstVisitAt: at,
    lastVisitAt: at,
    visitCount: 1,
    pageViews: visit.pages.length,
  };
}

/** Whole seconds, as the vendor stamps visits. */
export function wholeSecond(epochMs: number): number {
  return Math.floor(epochMs / 1000) * 1000;
}
