import { LRUCache } from 'lru-cache';
import type { Clock } from '../base/clock.ts';
import type { AnswerStore } from '../store/answers.ts';
import { promptly } from '../transport/quota/promptly.ts';

const MOST_BYTES = 256 * 1024 * 1024;
/** What the objects of an answer take, against its JSON text: an estimate on the safe side. */
const OBJECTS_PER_TEXT = 3;
/** Counted for an answer's objects beside its text. */
const OVERHEAD_BYTES = 200;

export type Held = { readonly value: unknown; readonly asOf: number; readonly bytes: number };

/** Holds what a reading brought; for other replicas for so long, milliseconds. */
type Keep = (key: string, answer: Held, sharedMs: number) => Promise<void>;

/** Answers that are held: in this process, and in the store for all replicas where that shares them. */
export type HeldAnswers = {
  /** The one held here. */
  here(key: string): Held | undefined;
  /** The latest reading that any replica holds. Without the store's word: what is held here. */
  latest(key: string, signal: AbortSignal): Promise<Held | undefined>;
  /** Where a reading begins: what it brings is held unless everything was dropped meanwhile. */
  begin(): Keep;
  /** Likewise for a reading that began at an instant. */
  begunAt(asOf: number): Keep;
  clear(): void;
  /** A number that is another one whenever anything held here has changed. */
  version(): number;
};

export type HeldAnswersOptions = { readonly clock: Clock; readonly shared?: AnswerStore | undefined };

/** What lies in this process, and how often that has changed. */
function createShelf() {
  const held = new LRUCache<string, Held>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }, key) => bytes * OBJECTS_PER_TEXT + key.length + OVERHEAD_BYTES,
  });
  let changes = 0;
  return {
    get: (key: string): Held | undefined => held.get(key),
    set: (key: string, answer: Held): void => {
      changes += 1;
      held.set(key, answer);
    },
    clear: (): void => {
      changes += 1;
      held.clear();
    },
    version: (): number => changes,
  };
}

export function createHeldAnswers({ clock, shared }: HeldAnswersOptions): HeldAnswers {
  const held = createShelf();
  let clearings = 0;
  /** The store's era, and since when this process knows it. */
  let era: { readonly name: string; readonly since: number } | undefined;
  const clear = (): void => {
    clearings += 1;
    held.clear();
  };
  /** Somebody was forgotten: this process sees it here before it looks for it. */
  const see = (name: string): void => {
    if (era?.name === name) return;
    if (era !== undefined) clear();
    era = { name, since: clock.now() };
  };
  const share = async (key: string, { value, asOf, bytes }: Held, name: string, ms: number): Promise<void> => {
    const text = JSON.stringify(value) as string | undefined;
    const left = asOf + ms - clock.now();
    if (text === undefined || left <= 0) return;
    // The answer is there, whether others learn of it or not.
    await shared?.put(key, { value: text, asOf, bytes }, { era: name, ms: left }).catch(() => undefined);
  };
  const keepIn = (name: string | undefined): Keep => {
    const before = clearings;
    return async (key, answer, ms) => {
      if (before !== clearings) return;
      held.set(key, answer);
      if (name !== undefined) await share(key, answer, name, ms);
    };
  };
  return {
    here: (key) => held.get(key),
    latest: async (key, signal) => {
      if (shared === undefined) return held.get(key);
      const before = clearings;
      const found = await promptly({ clock, signal, late: () => undefined }, shared.get(key));
      if (found !== undefined) see(found.era);
      const here = held.get(key);
      const answer = found?.answer ?? null;
      if (answer === null || answer.asOf <= (here?.asOf ?? Number.NEGATIVE_INFINITY)) return here;
      const others: Held = { ...answer, value: JSON.parse(answer.value) };
      if (before === clearings) held.set(key, others);
      return others;
    },
    begin: () => keepIn(era?.name),
    begunAt: (asOf) => keepIn(era !== undefined && era.since < asOf ? era.name : undefined),
    clear,
    version: held.version,
  };
}
