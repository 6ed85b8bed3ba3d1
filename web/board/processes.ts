import type { Drift, Health, Refusal, UpstreamHealth } from './answer.ts';

/** A process that has not answered for so long may have ended. */
const HEARD_MS = 60_000;
/** Tables are of the moment: what a process that has not answered lately was reading may be over. */
const PRESENT_MS = 10_000;
const WORST = ['CLOSED', 'PROBING', 'OPEN'] as const;

/** What all processes that were heard of lately have seen together. Collections are of the store, so the last word on them holds. */
export type Together = Health & { readonly processes: number };

function latest<T>(a: T | null, b: T | null, instant: (one: T) => string): T | null {
  if (a === null || b === null) return a ?? b;
  return instant(a) >= instant(b) ? a : b;
}

function slower(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function worse(a: UpstreamHealth, b: UpstreamHealth): UpstreamHealth {
  return {
    upstream: a.upstream,
    breaker: WORST.indexOf(a.breaker) >= WORST.indexOf(b.breaker) ? a.breaker : b.breaker,
    recentCalls: a.recentCalls + b.recentCalls,
    medianMs: slower(a.medianMs, b.medianMs),
    p95Ms: slower(a.p95Ms, b.p95Ms),
    lastFailure: latest(a.lastFailure, b.lastFailure, ({ at }) => at),
  };
}

function merge<T>(lists: readonly (readonly T[])[], keyOf: (one: T) => string, join: (a: T, b: T) => T): readonly T[] {
  const joined = new Map<string, T>();
  for (const one of lists.flat()) {
    const known = joined.get(keyOf(one));
    joined.set(keyOf(one), known === undefined ? one : join(known, one));
  }
  return [...joined.values()];
}

function driftOf(reports: readonly Health[]): readonly Drift[] {
  const lists = reports.map(({ drift }) => drift);
  const all = merge(
    lists,
    ({ endpoint, field }) => `${endpoint} ${field}`,
    (a, b) => ({ ...a, count: a.count + b.count }),
  );
  return all.toSorted((a, b) => b.count - a.count);
}

function refusalsOf(reports: readonly Health[]): readonly Refusal[] {
  const lists = reports.map(({ refusals }) => refusals ?? []);
  const all = merge(
    lists,
    ({ code, consumer }) => `${code} ${consumer}`,
    (a, b) => ({
      ...a,
      operations: a.operations + b.operations,
      lastAt: a.lastAt > b.lastAt ? a.lastAt : b.lastAt,
    }),
  );
  return all.toSorted((a, b) => b.operations - a.operations);
}

/** Adds up what workers and replicas tell one after the other: counts are summed, of the rest the worst is told. */
export function createProcesses(): (report: Health, now: number) => Together {
  const heard = new Map<string, { readonly report: Health; readonly at: number }>();
  return (report, now) => {
    heard.set(report.process, { report, at: now });
    for (const [process, { at }] of heard) if (now - at > HEARD_MS) heard.delete(process);
    const reports = [...heard.values()].map((one) => one.report);
    const present = [...heard.values()].filter(({ at }) => now - at <= PRESENT_MS);
    const upstreams = reports.map((one) => one.upstreams);
    return {
      ...report,
      processes: reports.length,
      upstreams: merge(upstreams, ({ upstream }) => upstream, worse),
      drift: driftOf(reports),
      tables: report.tables === null ? null : present.flatMap((one) => one.report.tables ?? []),
      refusals: report.refusals === null ? null : refusalsOf(reports),
    };
  };
}
