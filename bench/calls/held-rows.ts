/** Of a list: its rows in the upstream's order, its documented page size and for how long they are fresh. */
export type RowsSpec = {
  readonly ids: readonly string[];
  readonly pageSize: number;
  readonly freshMs: number;
  /**
   * How a complete copy is brought up to date. `revision`: one call, and the list ends with a page that is not full. `newest-first`: one
   * call. `whole`: all of its pages.
   */
  readonly sync: 'revision' | 'newest-first' | 'whole';
};

/** What is held of one list's records, and what a look-up in it must call. Each method takes the calls as made and tells how many. */
export type HeldRows = {
  /** The rows from one to another, both included, as pages of the list show them. */
  range(first: number, last: number): number;
  /** How many calls that would take. */
  rangeCost(first: number, last: number): number;
  /** Whether all of it was known at some time, so that it is brought up to date and not read anew. */
  isKnown(): boolean;
  /** Records by their ids: singly or by pages, whichever is fewer; also such as do not exist. */
  records(ids: readonly string[]): number;
  /** All of it, up to date. */
  whole(): number;
  /** How many calls that would take. */
  wholeCost(): number;
  /** Read elsewhere: another list shows the same records. */
  take(ids: readonly string[]): void;
};

export function createHeldRows(spec: RowsSpec, now: () => number): HeldRows {
  const { ids, pageSize, freshMs, sync } = spec;
  const pages =
    sync === 'revision' ? Math.floor(ids.length / pageSize) + 1 : Math.max(1, Math.ceil(ids.length / pageSize));
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const pageAt: (number | undefined)[] = [];
  const ownAt = new Map<string, number>();
  let completeAt: number | undefined;
  const isFresh = (at: number | undefined): boolean => at !== undefined && now() - at <= freshMs;
  const pageOf = (index: number): number => Math.floor(index / pageSize);
  const unread = (): number[] =>
    Array.from({ length: pages }, (_, page) => page).filter((page) => pageAt[page] === undefined);

  const readPage = (page: number): number => {
    pageAt[page] = now();
    if (unread().length > 0) return 1;
    // By revision the end tells of all edits before it; other lists are up to date since their first page was read.
    const known = sync === 'revision' && page === pages - 1 ? now() : Math.min(...pageAt.map((at) => at ?? 0));
    completeAt = Math.max(completeAt ?? 0, sync === 'newest-first' ? (pageAt[0] ?? 0) : known);
    return 1;
  };
  const readPages = (wanted: readonly number[]): number => wanted.reduce((calls, page) => calls + readPage(page), 0);
  const wholeCost = (): number => {
    if (isFresh(completeAt)) return 0;
    if (sync === 'whole') return Array.from({ length: pages }).filter((_, page) => !isFresh(pageAt[page])).length;
    if (completeAt !== undefined) return 1;
    const front = sync === 'newest-first' && pageAt[0] !== undefined && !isFresh(pageAt[0]) ? 1 : 0;
    return unread().length + front;
  };
  const whole = (): number => {
    const cost = wholeCost();
    if (cost === 0) return 0;
    for (const page of unread()) pageAt[page] = now();
    completeAt = now();
    return cost;
  };
  const isHeld = (id: string): boolean => {
    const index = indexOf.get(id);
    return isFresh(completeAt) || isFresh(ownAt.get(id)) || (index !== undefined && isFresh(pageAt[pageOf(index)]));
  };
  const stalePages = (first: number, last: number): number[] => {
    if (isFresh(completeAt)) return [];
    const wanted = Array.from({ length: pageOf(last) - pageOf(first) + 1 }, (_, index) => pageOf(first) + index);
    return wanted.filter((page) => !isFresh(pageAt[page]));
  };
  const singly = (wanted: readonly string[]): number => {
    for (const id of wanted) ownAt.set(id, now());
    return wanted.length;
  };
  return {
    wholeCost,
    whole,
    take: (taken) => void singly(taken),
    isKnown: () => completeAt !== undefined,
    rangeCost: (first, last) => {
      const stale = stalePages(first, last).length;
      return completeAt === undefined ? stale : Math.min(stale, wholeCost());
    },
    range: (first, last) => {
      const stale = stalePages(first, last);
      if (stale.length === 0) return 0;
      return completeAt !== undefined && wholeCost() <= stale.length ? whole() : readPages(stale);
    },
    records: (asked) => {
      let missing = [...new Set(asked)].filter((id) => !isHeld(id));
      if (missing.length === 0) return 0;
      if (completeAt !== undefined && wholeCost() <= missing.length) return whole();
      let calls = 0;
      // How many pages there are is not known: no more of them than records that are still missing.
      while (missing.length > Math.max(1, calls) && unread().length > 0) {
        calls += readPages(unread().slice(0, 1));
        missing = missing.filter((id) => !isHeld(id));
      }
      return calls + singly(missing);
    },
  };
}

/** Single answers by name: 0 calls while fresh, else 1. */
export function createHeldAnswers(now: () => number): {
  one(name: string, freshMs: number): number;
  isHeld(name: string): boolean;
} {
  const until = new Map<string, number>();
  const isHeld = (name: string): boolean => (until.get(name) ?? Number.NEGATIVE_INFINITY) >= now();
  return {
    isHeld,
    one: (name, freshMs) => {
      if (isHeld(name)) return 0;
      until.set(name, now() + freshMs);
      return 1;
    },
  };
}
