/** An answer that one replica holds for all. */
export type SharedAnswer = {
  /** As JSON text. */
  readonly value: string;
  /** When its reading began, epoch milliseconds. */
  readonly asOf: number;
  /** What the upstream sent for it. */
  readonly bytes: number;
  /** The names of the records that it came from. */
  readonly records: readonly string[];
};

/** Since when a reading goes on, in the store's eras and drops, and for how long its answer is kept, milliseconds. */
export type SharedTerms = { readonly era: string; readonly drops: number; readonly ms: number };

/** Held answers that several machines share. A store of one machine has none: there each process holds its own. */
export type AnswerStore = {
  /** The answer, and the era that is: a new one begins whenever everything is dropped. `drops` counts the drops of single records. */
  get(key: string): Promise<{ readonly era: string; readonly drops: number; readonly answer: SharedAnswer | null }>;
  /**
   * Keeps an answer for so long, unless a later reading is kept, or the era is not any more that in which its reading began, or one of its
   * records was dropped since `drops`.
   */
  put(key: string, answer: SharedAnswer, terms: SharedTerms): Promise<void>;
  /** Drops the answers that came from these records, and nothing else; what of them is being read now is not kept. */
  dropRecords(records: readonly string[]): Promise<void>;
  /** Drops everything; what is being read now is not kept. */
  clear(): Promise<void>;
};
