import type { Upstream } from '../base/upstream.ts';
import type { CallRecord } from '../transport/call.ts';

/** Why a field was not read just now: it was held and young enough, the quota had no room, the upstream was down. */
export type HeldReason = 'CACHE' | 'QUOTA' | 'UPSTREAM_DOWN';

type FreshnessNote = {
  readonly path: readonly string[];
  readonly ageSeconds: number;
  readonly reason: HeldReason;
};

/** A distinct read (endpoint and arguments) that held data answered. */
type Hit = {
  readonly upstream: Upstream;
  readonly endpoint: string;
  readonly key: string;
  /** When what is held was last known to equal the upstream's, epoch milliseconds. */
  readonly asOf: number;
};

/** What one operation cost, in upstream calls. */
export type Meter = {
  readonly calls: readonly CallRecord[];
  /** Calls that other operations started and this one waited for. */
  readonly shared: readonly CallRecord[];
  readonly hits: ReadonlyMap<string, Hit>;
  readonly notes: readonly FreshnessNote[];
  onCall(record: CallRecord): void;
  onShared(records: readonly CallRecord[]): void;
  onHit(hit: Hit): void;
  note(path: readonly string[], ageSeconds: number, reason: HeldReason): void;
};

export function createMeter(): Meter {
  const calls: CallRecord[] = [];
  const shared: CallRecord[] = [];
  /** Several fields of one operation may have waited for the same call, or for one of its own. */
  const counted = new Set<CallRecord>();
  const hits = new Map<string, Hit>();
  const notes = new Map<string, FreshnessNote>();
  return {
    calls,
    shared,
    hits,
    get notes() {
      // In the order of paths, not of arrival: equal operations give equal answers.
      return [...notes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note);
    },
    onCall: (record) => {
      counted.add(record);
      calls.push(record);
    },
    onShared: (records) => {
      shared.push(...records.filter((record) => !counted.has(record)));
      for (const record of records) counted.add(record);
    },
    onHit: (hit) => {
      hits.set(hit.key, hit);
    },
    note: (path, ageSeconds, reason) => {
      const key = `${path.join('.')} ${reason}`;
      const known = notes.get(key);
      if (known === undefined || known.ageSeconds < ageSeconds) notes.set(key, { path, ageSeconds, reason });
    },
  };
}
