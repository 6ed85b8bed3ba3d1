import { createRateCounter, type RateWindow } from '../kit/rate-windows.ts';

export type VisualVisitorLimits = { readonly ip: RateWindow; readonly key: RateWindow };

/** 200 calls in 20 minutes for the IP, and 5,000 a day, by the UTC calendar, for each key. */
export const VISUAL_VISITOR_LIMITS: VisualVisitorLimits = {
  ip: { limit: 200, seconds: 1_200, kind: 'sliding' },
  key: { limit: 5_000, seconds: 86_400, kind: 'fixed' },
};

export type Budget = {
  /** Counts one call against both limits, or none if either is spent. */
  take(label: string): { readonly spent: readonly string[]; readonly retryAfterSeconds: number };
  used(label: string): { readonly ip: number; readonly key: number };
  /** The headers of the tighter limit: the one with fewer calls left. */
  headers(label: string): Readonly<Record<string, string>>;
};

/** Every caller of a simulator on a loopback port has the same address. */
const ADDRESS = 'loopback';

export function createBudget(limits: VisualVisitorLimits, now: () => number): Budget {
  const windowsOf = (label: string) => [
    { name: 'ip', limit: limits.ip.limit, counter: ip, counted: ADDRESS },
    { name: 'key', limit: limits.key.limit, counter: key, counted: label },
  ];
  const ip = createRateCounter(limits.ip, now);
  const key = createRateCounter(limits.key, now);
  return {
    used: (label) => ({ ip: ip.used(ADDRESS), key: key.used(label) }),
    take: (label) => {
      const windows = windowsOf(label);
      const full = windows.filter(({ counter, counted, limit }) => counter.used(counted) >= limit);
      // A refused take counts nothing, so that taking from the full ones alone tells their waiting times.
      const taken = (full.length > 0 ? full : windows).map(({ counter, counted }) => counter.take(counted));
      return {
        spent: full.map(({ name }) => name),
        retryAfterSeconds: Math.max(...taken.map(({ retryAfterSeconds }) => retryAfterSeconds)),
      };
    },
    headers: (label) => {
      const left = windowsOf(label).map(({ counter, counted, limit }) => ({
        limit,
        remaining: Math.max(0, limit - counter.used(counted)),
        resetsAt: counter.resetsAt(counted) ?? now(),
      }));
      const [tighter] = left.sort((a, b) => a.remaining - b.remaining || b.resetsAt - a.resetsAt);
      return tighter === undefined
        ? {}
        : {
            'x-ratelimit-limit': String(tighter.limit),
            'x-ratelimit-remaining': String(tighter.remaining),
            'x-ratelimit-reset': String(Math.ceil(tighter.resetsAt / 1000)),
          };
    },
  };
}
