import type { Bucket, Counts } from './answer.ts';

export type Group = Counts & { readonly name: string };

const NOTHING: Counts = { calls: 0, shared: 0, cacheHits: 0, errors: 0, throttled: 0 };

function add(a: Counts, b: Counts): Counts {
  return {
    calls: a.calls + b.calls,
    shared: a.shared + b.shared,
    cacheHits: a.cacheHits + b.cacheHits,
    errors: a.errors + b.errors,
    throttled: a.throttled + b.throttled,
  };
}

export function total(counts: readonly Counts[]): Counts {
  return counts.reduce(add, NOTHING);
}

/** What was asked for, called, waited for or held. */
export function reads({ calls, shared, cacheHits }: Counts): number {
  return calls + shared + cacheHits;
}

/** What no credential paid has none. */
export function nameOf({ group }: Pick<Bucket, 'group'>): string {
  return group ?? 'none';
}

/** Sums over all buckets, most calls first. */
export function groupsOf(buckets: readonly Bucket[]): readonly Group[] {
  const byName = Map.groupBy(buckets, nameOf);
  const groups = [...byName].map(([name, own]) => ({ name, ...total(own) }));
  return groups.toSorted((a, b) => b.calls - a.calls || reads(b) - reads(a) || (a.name < b.name ? -1 : 1));
}

/** Calls of one group, one number for each of the starts. */
export type Band = { readonly name: string; readonly calls: readonly number[] };

/** The groups with most calls over time, and all others as one. */
export function bandsOf(
  buckets: readonly Bucket[],
  starts: readonly number[],
  { most, others }: { readonly most: number; readonly others: string },
): readonly Band[] {
  const groups = groupsOf(buckets).filter(({ calls }) => calls > 0);
  const own = new Set((groups.length > most ? groups.slice(0, most - 1) : groups).map(({ name }) => name));
  const places = new Map(starts.map((start, place) => [start, place]));
  const bands = new Map<string, number[]>();
  for (const name of own) bands.set(name, new Array<number>(starts.length).fill(0));
  if (groups.length > own.size) bands.set(others, new Array<number>(starts.length).fill(0));
  for (const bucket of buckets) {
    const band = bands.get(own.has(nameOf(bucket)) ? nameOf(bucket) : others);
    const place = places.get(Date.parse(bucket.start));
    if (band !== undefined && place !== undefined) band[place] = (band[place] ?? 0) + bucket.calls;
  }
  return [...bands].map(([name, calls]) => ({ name, calls }));
}
