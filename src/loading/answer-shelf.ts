import { LRUCache } from 'lru-cache';

const MOST_BYTES = 256 * 1024 * 1024;
/** What the objects of an answer take, against its JSON text: an estimate on the safe side. */
const OBJECTS_PER_TEXT = 3;
/** Counted for an answer's objects beside its text, and for each record that it came from. */
const OVERHEAD_BYTES = 200;
const RECORD_BYTES = 150;
/** So many records are remembered as dropped, for readings that began before. */
const MOST_DROPPED = 10_000;

export type Held = {
  readonly value: unknown;
  readonly asOf: number;
  readonly bytes: number;
  /** The names of the records that it came from. */
  readonly records: readonly string[];
};

/** What lies in this process, which records each answer came from, and how often anything has changed. */
export type AnswerShelf = {
  get(key: string): Held | undefined;
  set(key: string, answer: Held): void;
  /** Drops the answers that came from these records, and no other. What is being read now and tells of one of them is not held. */
  dropRecords(records: readonly string[]): void;
  clear(): void;
  /** Another number whenever anything held has changed. */
  version(): number;
  /** An instant in the order of drops: what began at it may be held only if nothing that it came from was dropped since. */
  mark(): number;
  mayHold(answer: Held, mark: number): boolean;
};

/** Which answers came from a record. */
function createIndex() {
  const keysOf = new Map<string, Set<string>>();
  return {
    add: (key: string, { records }: Held): void => {
      for (const record of records) {
        const keys = keysOf.get(record);
        if (keys === undefined) keysOf.set(record, new Set([key]));
        else keys.add(key);
      }
    },
    remove: (key: string, { records }: Held): void => {
      for (const record of records) {
        const keys = keysOf.get(record);
        keys?.delete(key);
        if (keys?.size === 0) keysOf.delete(record);
      }
    },
    of: (record: string): readonly string[] => [...(keysOf.get(record) ?? [])],
  };
}

/** Drops are numbered; one that is forgotten counts for all that began before it. */
function createDropLog() {
  const numbers = new Map<string, number>();
  let last = 0;
  let forgotten = 0;
  const note = (record: string): void => {
    last += 1;
    numbers.delete(record);
    numbers.set(record, last);
    const [oldest] = numbers;
    if (numbers.size <= MOST_DROPPED || oldest === undefined) return;
    numbers.delete(oldest[0]);
    [, forgotten] = oldest;
  };
  return {
    note,
    mark: (): number => last,
    isUntouched: ({ records }: Held, mark: number): boolean =>
      mark >= forgotten && records.every((record) => (numbers.get(record) ?? 0) <= mark),
  };
}

export function createAnswerShelf(): AnswerShelf {
  const index = createIndex();
  const drops = createDropLog();
  const held = new LRUCache<string, Held>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes, records }, key) =>
      bytes * OBJECTS_PER_TEXT + key.length + OVERHEAD_BYTES + records.length * RECORD_BYTES,
    // Also what makes way for others, or for a later reading, leaves the index.
    dispose: (answer, key) => index.remove(key, answer),
  });
  let changes = 0;
  return {
    get: (key) => held.get(key),
    set: (key, answer) => {
      changes += 1;
      held.set(key, answer);
      // One that is too large is not held.
      if (held.peek(key) === answer) index.add(key, answer);
    },
    dropRecords: (records) => {
      changes += 1;
      for (const record of records) {
        drops.note(record);
        for (const key of index.of(record)) held.delete(key);
      }
    },
    clear: () => {
      changes += 1;
      held.clear();
    },
    version: () => changes,
    mark: drops.mark,
    mayHold: drops.isUntouched,
  };
}
