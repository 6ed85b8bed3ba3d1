import { LRUCache } from 'lru-cache';
import type { Clock } from '../../base/clock.ts';
import { isAfter } from '../../store/byte-order.ts';
import type { HeldRow, RowQuery } from '../../store/rows.ts';
import type { CopyStore } from '../../store/store.ts';
import { StoreAway } from '../../store/store-away.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_COPIES = 10_000;
/** Who is forgotten while this process does not see the store is remembered no longer than this after the last reading. */
const MOST_MS = 3_600_000;
/** What a row takes beside its texts: an estimate on the safe side. */
const OVERHEAD_BYTES = 200;

/** Copies of a store elsewhere. What this process has read of them lately is read again where the store is away. */
export type RememberedCopies = {
  readonly copies: CopyStore;
  /** Somebody was forgotten: nothing that was read or asked before is remembered. */
  clear(): void;
};

/** How far a copy had come when that was last read. What is remembered of it hangs on this: a copy that has moved on holds something else. */
type Standing = { readonly state: string | null; readonly version: number; readonly writes: number };

/** What was read of a copy, for one standing of it. */
type Memory = {
  readonly standings: LRUCache<string, Standing>;
  readonly rows: LRUCache<string, readonly HeldRow[]>;
  readonly counts: LRUCache<string, number>;
  readonly marks: LRUCache<string, ReadonlyMap<string, number>>;
};

function createMemory(clock: Clock): Memory {
  const age = { ttl: MOST_MS, ttlResolution: 0, perf: { now: () => clock.now() } };
  const textsOf = (rows: readonly HeldRow[]): number =>
    rows.reduce((sum, { id, sort, body }) => sum + id.length + sort.length + (body?.length ?? 0), 0);
  return {
    standings: new LRUCache({ max: MOST_COPIES, ...age }),
    rows: new LRUCache({
      maxSize: MOST_BYTES,
      sizeCalculation: (rows, key) => 2 * (textsOf(rows) + key.length) + OVERHEAD_BYTES * (rows.length + 1),
      ...age,
    }),
    counts: new LRUCache({ max: MOST_COPIES, ...age }),
    marks: new LRUCache({ max: MOST_COPIES, ...age }),
  };
}

/** A record by its id; known through writes, too. */
function rowKey({ version }: Standing, id: string): string {
  return `${version} ${id}`;
}

/** What any write of rows may change. */
function findKey({ version, writes }: Standing, { term, direction, after, limit }: RowQuery): string {
  return `${version}.${writes} ${JSON.stringify([term, direction, after, limit])}`;
}

function countKey({ version, writes }: Standing, term?: RowQuery['term']): string {
  return `${version}.${writes} ${JSON.stringify(term)}`;
}

/** What the store says, noted; without the store, what is remembered. */
async function recall<T>(asked: Promise<T>, note: (value: T) => void, remembered: () => T | undefined): Promise<T> {
  let value: T;
  try {
    value = await asked;
  } catch (error) {
    const found = error instanceof StoreAway ? remembered() : undefined;
    if (found === undefined) throw error;
    return found;
  }
  note(value);
  return value;
}

/** As the store takes a row in: one that has a lower place than the one that is known comes late. */
function noteWritten({ rows }: Memory, standing: Standing, { id, sort, body, readAt }: HeldRow): void {
  const key = rowKey(standing, id);
  const [known] = rows.get(key) ?? [];
  if (body !== null && known !== undefined && isAfter(known.sort, sort)) return;
  rows.set(key, [{ id, sort, body, readAt }]);
}

type Reading<T> = {
  readonly asked: Promise<T>;
  readonly note: (standing: Standing, value: T) => void;
  readonly remembered: (standing: Standing) => T | undefined;
};

/** Of a copy that has changed meanwhile nothing is noted. */
function read<T>({ standings }: Memory, copy: string, { asked, note, remembered }: Reading<T>): Promise<T> {
  const before = standings.get(copy);
  const noteUnchanged = (value: T): void => {
    if (before !== undefined && standings.peek(copy) === before) note(before, value);
  };
  return recall(asked, noteUnchanged, () => {
    const standing = standings.get(copy);
    return standing && remembered(standing);
  });
}

/** Each record by itself, so that others together with it are found again. */
function rowsReading({ rows }: Memory, asked: Promise<readonly HeldRow[]>, ids: readonly string[]) {
  return {
    asked,
    note: (standing, found) => {
      const byId = new Map(found.map((row) => [row.id, row]));
      for (const id of ids) {
        const row = byId.get(id);
        rows.set(rowKey(standing, id), row === undefined ? [] : [row]);
      }
    },
    remembered: (standing) => {
      const known = [...new Set(ids)].map((id) => rows.get(rowKey(standing, id)));
      return known.every((row) => row !== undefined) ? known.flat() : undefined;
    },
  } satisfies Reading<readonly HeldRow[]>;
}

type Counts = Pick<CopyStore, 'count' | 'counts' | 'countTerm'>;

function createCounts(copies: CopyStore, memory: Memory): Counts {
  const { counts, marks } = memory;
  const countOf = (copy: string, asked: Promise<number>, term?: RowQuery['term']): Promise<number> =>
    read(memory, copy, {
      asked,
      note: (standing, count) => counts.set(countKey(standing, term), count),
      remembered: (standing) => counts.get(countKey(standing, term)),
    });
  return {
    count: (copy, through) => {
      const asked = copies.count(copy, through);
      // How a reading goes on nobody needs to know while none can.
      return through === undefined ? countOf(copy, asked) : asked;
    },
    countTerm: (copy, term) => countOf(copy, copies.countTerm(copy, term), term),
    counts: (copy) =>
      read(memory, copy, {
        asked: copies.counts(copy),
        note: (standing, found) => marks.set(countKey(standing), found),
        remembered: (standing) => marks.get(countKey(standing)),
      }),
  };
}

function createReads(copies: CopyStore, memory: Memory): Pick<CopyStore, 'state' | 'rows' | 'find' | keyof Counts> {
  const { standings, rows } = memory;
  let versions = 0;
  const noteState = (copy: string, state: string | null): void => {
    const known = standings.get(copy);
    versions += 1;
    standings.set(copy, known?.state === state ? known : { state, version: versions, writes: 0 });
  };
  return {
    state: (copy) => {
      const note = (state: string | null): void => noteState(copy, state);
      return recall(copies.state(copy), note, () => standings.get(copy)?.state);
    },
    rows: (copy, ids) => read(memory, copy, rowsReading(memory, copies.rows(copy, ids), ids)),
    find: (copy, query) =>
      read(memory, copy, {
        asked: copies.find(copy, query),
        note: (standing, found) => rows.set(findKey(standing, query), found),
        remembered: (standing) => rows.get(findKey(standing, query)),
      }),
    ...createCounts(copies, memory),
  };
}

async function unlessAway(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
  }
}

/**
 * Remembers what is read of copies, for when the store is away. Pages and turns then fail as they do without it; but nobody needs to be told
 * that a copy is used, and single records, which can be read again, are given although they cannot be kept.
 */
export function rememberCopies(copies: CopyStore, clock: Clock): RememberedCopies {
  const memory = createMemory(clock);
  const { standings } = memory;
  const clear = (): void => {
    for (const part of Object.values(memory)) part.clear();
  };
  const write: CopyStore['write'] = async (copy, given, state) => {
    // The text of each is written once, for the store and for the memory.
    const rows = given.map(({ id, sort, body, readAt, terms, mark = '' }) => ({ id, sort, body, readAt, terms, mark }));
    const written = copies.write(copy, rows, state);
    await (state === null ? unlessAway(written) : written);
    const known = standings.get(copy);
    if (known === undefined) return;
    const writes = known.writes + Math.min(1, rows.length);
    const standing = { ...known, state: state ?? known.state, writes };
    standings.set(copy, standing);
    for (const row of rows) noteWritten(memory, standing, row);
  };
  const removing =
    <A extends unknown[]>(work: (copy: string, ...rest: A) => Promise<void>, drop: (copy: string) => void) =>
    (copy: string, ...rest: A): Promise<void> =>
      work(copy, ...rest).finally(() => drop(copy));
  return {
    clear,
    copies: {
      ...copies,
      ...createReads(copies, memory),
      write,
      touch: (copy, now) => unlessAway(copies.touch(copy, now)),
      dropUnread: removing(copies.dropUnread, (copy) => standings.delete(copy)),
      dropRows: removing(copies.dropRows, clear),
      setBody: removing(copies.setBody, clear),
    },
  };
}
