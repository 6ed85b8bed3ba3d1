import type { Clock } from '../../src/base/clock.ts';

/** Time that stands still until a test moves it. */
export type VirtualClock = Clock & {
  /** Moves time on and runs, in order, whatever became due. */
  advance(ms: number): void;
};

export function createVirtualClock(start: number = Date.UTC(2026, 0, 15, 9, 30)): VirtualClock {
  let now = start;
  let serial = 0;
  const tasks = new Map<number, { readonly at: number; readonly run: () => void }>();
  const nextDue = (until: number) =>
    [...tasks].filter(([, { at }]) => at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  return {
    now: () => now,
    after: (ms, run) => {
      serial += 1;
      const key = serial;
      tasks.set(key, { at: now + ms, run });
      return () => tasks.delete(key);
    },
    advance: (ms) => {
      const until = now + ms;
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        const [key, { at, run }] = due;
        tasks.delete(key);
        now = Math.max(now, at);
        run();
      }
      now = until;
    },
  };
}
