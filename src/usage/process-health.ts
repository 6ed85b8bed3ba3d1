import { randomUUID } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import type { Upstream } from '../base/upstream.ts';
import type { BreakerState, ProcessHealth, StartStep, UpstreamHealth } from '../model/health.ts';
import type { CallRecord } from '../transport/call.ts';

const MOST_CALLS = 100;
const RECENT_MS = 900_000;
/** As many of each list as anybody reads. */
const MOST_LINES = 200;

const GOOD: ReadonlySet<string> = new Set(['OK', 'NOT_FOUND']);
/** Codes by which the gateway keeps somebody from calling. */
const REFUSALS: ReadonlySet<string> = new Set([
  'QUOTA_EXCEEDED',
  'BUDGET_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'OPERATION_LIMIT_EXCEEDED',
  'OPERATION_NOT_TRUSTED',
  'UPSTREAM_RATE_LIMITED',
]);

type Call = Pick<CallRecord, 'at' | 'durationMs'>;
type Seen = { readonly calls: Call[]; lastFailure: UpstreamHealth['lastFailure'] };
type Refused = { -readonly [name in keyof ProcessHealth['refusals'][number]]: ProcessHealth['refusals'][number][name] };

export type HealthWatch = {
  /** A call is over. */
  onCall(record: CallRecord): void;
  /** An operation is over; `codes` are those of its errors. Each counts once, those of no refusal not at all. */
  onErrors(consumer: string, codes: ReadonlySet<string>): void;
  report(): ProcessHealth;
};

export type HealthSources = {
  readonly clock: Clock;
  /** The breaker of each configured upstream: `closed`, `open` or `probing`. */
  readonly breakers: () => ReadonlyMap<Upstream, string>;
  /** Departures from the contracts, by `endpoint field`. */
  readonly drifts: () => ReadonlyMap<string, number>;
  readonly hasSiblings: boolean;
  /** The steps of the start so far. */
  readonly start: () => readonly StartStep[];
};

/** The value that so great a share of them does not exceed; null of none. */
function quantile(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return value === undefined ? null : Math.round(value);
}

function healthOf(seen: Seen | undefined, now: number): Omit<UpstreamHealth, 'upstream' | 'breaker'> {
  const recent = (seen?.calls ?? []).filter(({ at }) => now - at <= RECENT_MS);
  const sorted = recent.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  return {
    recentCalls: recent.length,
    medianMs: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    lastFailure: seen?.lastFailure ?? null,
  };
}

function driftLines(drifts: ReadonlyMap<string, number>): ProcessHealth['drift'] {
  const lines = [...drifts].map(([place, count]) => {
    const [endpoint = '', field = ''] = place.split(' ');
    return { endpoint, field, count };
  });
  return lines.toSorted((a, b) => b.count - a.count).slice(0, MOST_LINES);
}

/** Remembers of the calls and refusals of this process what tells whether all is well. Of bounded size: names are of contracts and keys. */
export function watchHealth({ clock, breakers, drifts, hasSiblings, start }: HealthSources): HealthWatch {
  const identity = { process: randomUUID().slice(0, 8), startedAt: clock.now(), hasSiblings };
  const seen = new Map<Upstream, Seen>();
  const refusals = new Map<string, Refused>();
  return {
    onCall: ({ upstream, at, durationMs, outcome, endpoint }) => {
      const own = seen.get(upstream) ?? { calls: [], lastFailure: null };
      seen.set(upstream, own);
      own.calls.push({ at, durationMs });
      if (own.calls.length > MOST_CALLS) own.calls.shift();
      if (!GOOD.has(outcome)) own.lastFailure = { outcome, endpoint, at };
    },
    onErrors: (consumer, codes) => {
      for (const code of codes) {
        if (!REFUSALS.has(code)) continue;
        const key = `${code} ${consumer}`;
        const own = refusals.get(key) ?? { code, consumer, operations: 0, lastAt: 0 };
        own.operations += 1;
        own.lastAt = clock.now();
        refusals.set(key, own);
      }
    },
    report: () => ({
      ...identity,
      start: start(),
      upstreams: [...breakers()].map(([upstream, state]) => ({
        upstream,
        breaker: state.toUpperCase() as BreakerState,
        ...healthOf(seen.get(upstream), clock.now()),
      })),
      drift: driftLines(drifts()),
      refusals: [...refusals.values()].toSorted((a, b) => b.operations - a.operations).slice(0, MOST_LINES),
    }),
  };
}
