/** An answer that one replica holds for all. */
export type SharedAnswer = {
  /** As JSON text. */
  readonly value: string;
  /** When its reading began, epoch milliseconds. */
  readonly asOf: number;
  /** What the upstream sent for it. */
  readonly bytes: number;
};

/** Held answers that several machines share. A store of one machine has none: there each process holds its own. */
export type AnswerStore = {
  /** The answer, and the era that is: a new one begins whenever everything is dropped. */
  get(key: string): Promise<{ readonly era: string; readonly answer: SharedAnswer | null }>;
  /** Keeps an answer for so long, unless a later reading is kept, or the era is not any more that in which its reading began. */
  put(key: string, answer: SharedAnswer, terms: { readonly era: string; readonly ms: number }): Promise<void>;
  /** Drops everything; what is being read now is not kept. */
  clear(): Promise<void>;
};
