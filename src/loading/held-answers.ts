import type { Clock } from '../base/clock.ts';
import type { AnswerStore, SharedTerms } from '../store/answers.ts';
import { promptly } from '../transport/quota/promptly.ts';
import { type AnswerShelf, createAnswerShelf, type Held } from './answer-shelf.ts';

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
  /** Drops what is held here and came from these records, and nothing else. */
  dropRecords(records: readonly string[]): void;
  clear(): void;
  /** A number that is another one whenever anything held here has changed. */
  version(): number;
};

/** The store's era, since when this process knows it, and how many single drops it had when this process last looked. */
type Era = { readonly name: string; readonly since: number; readonly drops: number };
type Since = Pick<SharedTerms, 'era' | 'drops'>;

export type HeldAnswersOptions = { readonly clock: Clock; readonly shared?: AnswerStore | undefined };

/** What this process knows of the store's eras. */
function createEras(clock: Clock, ended: () => void) {
  let era: Era | undefined;
  return {
    /** Somebody was forgotten: this process sees it here before it looks for it. */
    see: (name: string, drops: number): void => {
      if (era !== undefined && era.name !== name) ended();
      era = { name, since: era?.name === name ? era.since : clock.now(), drops };
    },
    now: (): Era | undefined => era,
    at: (instant: number): Era | undefined => (era !== undefined && era.since < instant ? era : undefined),
  };
}

type Parts = HeldAnswersOptions & { readonly held: AnswerShelf };

function createShare({ clock, shared }: HeldAnswersOptions) {
  return async (key: string, { value, ...rest }: Held, since: Since, ms: number): Promise<void> => {
    const text = JSON.stringify(value) as string | undefined;
    const left = rest.asOf + ms - clock.now();
    if (text === undefined || left <= 0) return;
    // The answer is there, whether others learn of it or not.
    await shared?.put(key, { value: text, ...rest }, { ...since, ms: left }).catch(() => undefined);
  };
}

/** Where readings begin, and what may then be held of them. */
function createKeeping({ held, ...options }: Parts) {
  let clearings = 0;
  const share = createShare(options);
  const begin = (): ((key: string, answer: Held) => boolean) => {
    const [before, mark] = [clearings, held.mark()];
    return (key, answer) => {
      const may = before === clearings && held.mayHold(answer, mark);
      if (may) held.set(key, answer);
      return may;
    };
  };
  return {
    begin,
    clear: (): void => {
      clearings += 1;
      held.clear();
    },
    since: (era: Era | undefined): Keep => {
      const hold = begin();
      const since = era && { era: era.name, drops: era.drops };
      return async (key, answer, ms) => {
        if (hold(key, answer) && since !== undefined) await share(key, answer, since, ms);
      };
    },
  };
}

export function createHeldAnswers({ clock, shared }: HeldAnswersOptions): HeldAnswers {
  const held = createAnswerShelf();
  const keeping = createKeeping({ clock, shared, held });
  const eras = createEras(clock, keeping.clear);
  return {
    here: (key) => held.get(key),
    latest: async (key, signal) => {
      if (shared === undefined) return held.get(key);
      const hold = keeping.begin();
      const found = await promptly({ clock, signal, late: () => undefined }, shared.get(key));
      if (found !== undefined) eras.see(found.era, found.drops);
      const here = held.get(key);
      const answer = found?.answer ?? null;
      if (answer === null || answer.asOf <= (here?.asOf ?? Number.NEGATIVE_INFINITY)) return here;
      const others: Held = { ...answer, value: JSON.parse(answer.value) };
      hold(key, others);
      return others;
    },
    begin: () => keeping.since(eras.now()),
    begunAt: (asOf) => keeping.since(eras.at(asOf)),
    dropRecords: held.dropRecords,
    clear: keeping.clear,
    version: held.version,
  };
}
