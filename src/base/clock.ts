/** The only source of time. Injected everywhere, so that tests own it. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** A number in [0, 1). Injected, so that tests own chance too. */
export type Chance = () => number;
