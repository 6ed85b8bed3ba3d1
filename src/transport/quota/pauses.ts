/** The pause after a 429 that names none; it doubles with each one that follows, up to the shortest window of any contract. */
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** How long to leave an account alone after a 429, as far as this process has seen them. */
export type Pauses = {
  /** Calls that were under way together met the same limit: theirs is one 429. */
  lengthAfter(account: string, retryAfterMs: number | undefined, now: number): number;
  /** An answer was good: the next pause is short again. */
  answered(account: string): void;
  /** Epoch milliseconds. */
  until(account: string): number;
};

export function createPauses(): Pauses {
  const pauses = new Map<string, { unnamed: number; until: number }>();
  const at = (account: string) => {
    const pause = pauses.get(account) ?? { unnamed: 0, until: 0 };
    pauses.set(account, pause);
    return pause;
  };
  return {
    lengthAfter: (account, retryAfterMs, now) => {
      const pause = at(account);
      if (retryAfterMs === undefined && pause.until <= now) pause.unnamed += 1;
      const length = retryAfterMs ?? Math.min(LONGEST_MS, FIRST_MS * 2 ** (pause.unnamed - 1));
      pause.until = Math.max(pause.until, now + length);
      return length;
    },
    answered: (account) => {
      at(account).unnamed = 0;
    },
    until: (account) => at(account).until,
  };
}
