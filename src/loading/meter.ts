import type { Upstream } from '../base/upstream.ts';
import type { CallRecord } from '../transport/call.ts';

/** Why a field was not read just now: it was held and young enough, the quota had no room, the upstream was down. */
export type HeldReason = 'CACHE' | 'QUOTA' | 'UPSTREAM_DOWN';

/** What a field got from held data. */
export type FreshnessNote = {
  readonly path: readonly string[];
  readonly ageSeconds: number;
  readonly reason: HeldReason;
  /** When it was last known to equal the upstream's, epoch milliseconds. */
  readonly asOf: number;
};

/** A distinct read (endpoint and arguments) that held data answered. */
type Hit = {
  readonly upstream: Upstream;
  readonly endpoint: string;
  readonly key: string;
  /** When what is held was last known to equal the upstream's, epoch milliseconds. */
  readonly asOf: number;
  /** Until when it is fresh for this operation, epoch milliseconds; null: it is not, or must be held nowhere else. */
  readonly freshUntil: number | null;
};

/** What one operation cost, in upstream calls. */
export type Meter = {
  readonly calls: readonly CallRecord[];
  /** Calls that other operations started and this one waited for. */
  readonly shared: readonly CallRecord[];
  readonly hits: ReadonlyMap<string, Hit>;
  readonly notes: readonly FreshnessNote[];
  /** Whether a field told what is no held data, such as what is left of a window now. */
  readonly isOfNow: boolean;
  onOfNow(): void;
  onCall(record: CallRecord): void;
  onShared(records: readonly CallRecord[]): void;
  onHit(hit: Hit): void;
  note(note: FreshnessNote): void;
};

export function createMeter(): Meter {
  const calls: CallRecord[] = [];
  const shared: CallRecord[] = [];
  /** Several fields of one operation may have waited for the same call, or for one of its own. */
  const counted = new Set<CallRecord>();
  const hits = new Map<string, Hit>();
  const notes = new Map<string, FreshnessNote>();
  let isOfNow = false;
  return {
    calls,
    shared,
    hits,
    get notes() {
      // In the order of paths, not of arrival: equal operations give equal answers.
      return [...notes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note);
    },
    get isOfNow() {
      return isOfNow;
    },
    onOfNow: () => {
      isOfNow = true;
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
    note: (note) => {
      const key = `${note.path.join('.')} ${note.reason}`;
      const known = notes.get(key);
      if (known === undefined || known.ageSeconds < note.ageSeconds) notes.set(key, note);
    },
  };
}
