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
  /** Most records are in one answer only: a set for each would be most of the index. */
  const keysOf = new Map<string, string | Set<string>>();
  const addOne = (record: string, key: string): void => {
    const known = keysOf.get(record);
    if (known === undefined) keysOf.set(record, key);
    else if (typeof known !== 'string') known.add(key);
    else if (known !== key) keysOf.set(record, new Set([known, key]));
  };
  const removeOne = (record: string, key: string): void => {
    const known = keysOf.get(record);
    if (known === key) keysOf.delete(record);
    else if (typeof known === 'object' && known.delete(key) && known.size === 0) keysOf.delete(record);
  };
  return {
    add: (key: string, { records }: Held): void => {
      for (const record of records) addOne(record, key);
    },
    remove: (key: string, { records }: Held): void => {
      for (const record of records) removeOne(record, key);
    },
    of: (record: string): readonly string[] => {
      const known = keysOf.get(record);
      return typeof known === 'string' ? [known] : [...(known ?? [])];
    },
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
