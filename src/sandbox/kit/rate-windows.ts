/** A vendor's counting of calls: fixed windows start at multiples of their length, sliding ones move with the clock. */
export type RateWindow = {
  readonly limit: number;
  readonly seconds: number;
  readonly kind: 'fixed' | 'sliding';
};

export type RateCounter = {
  /** Counts one call if there is room. `remaining` is what is left after it; `retryAfterSeconds` when refused. */
  take(key: string): { readonly admitted: boolean; readonly remaining: number; readonly retryAfterSeconds: number };
  used(key: string): number;
  /** Epoch milliseconds at which the next used slot comes free; undefined when none is used. */
  resetsAt(key: string): number | undefined;
};

export function createRateCounter(window: RateWindow, now: () => number): RateCounter {
  const spent = new Map<string, number[]>();
  const length = window.seconds * 1000;
  const live = (key: string): number[] => {
    const at = now();
    const start = window.kind === 'fixed' ? Math.floor(at / length) * length : at - length + 1;
    const kept = (spent.get(key) ?? []).filter((time) => time >= start);
    spent.set(key, kept);
    return kept;
  };
  return {
    used: (key) => live(key).length,
    resetsAt: (key) => {
      const oldest = live(key)[0];
      if (oldest === undefined) return undefined;
      return window.kind === 'fixed' ? (Math.floor(now() / length) + 1) * length : oldest + length;
    },
    take: (key) => {
      const calls = live(key);
      if (calls.length < window.limit) {
        calls.push(now());
        return { admitted: true, remaining: window.limit - calls.length, retryAfterSeconds: 0 };
      }
      const free = window.kind === 'fixed' ? (Math.floor(now() / length) + 1) * length : (calls[0] ?? now()) + length;
      return { admitted: false, remaining: 0, retryAfterSeconds: Math.max(1, Math.ceil((free - now()) / 1000)) };
    },
  };
}
