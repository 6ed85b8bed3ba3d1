import type { Upstream } from '../base/upstream.ts';
import type { CallRecord } from '../transport/call.ts';

/** Why a field was not read just now: it was held and young enough, the quota had no room, the upstream was down. */
export type HeldReason = 'CACHE' | 'QUOTA' | 'UPSTREAM_DOWN';

/** What a field got from held data, as it is told. */
type FreshnessNote = {
  readonly path: readonly string[];
  readonly ageSeconds: number;
  readonly reason: HeldReason;
};

/** The same with when it was last known to equal the upstream's, epoch milliseconds. */
export type DatedNote = FreshnessNote & { readonly asOf: number };

/** A distinct read (endpoint and arguments) that held data answered. */
type Hit = {
  readonly upstream: Upstream;
  readonly endpoint: string;
  readonly key: string;
  readonly reason: HeldReason;
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
  readonly datedNotes: readonly DatedNote[];
  /** Until when the answer may be kept to be sent again, if nothing held changes: epoch milliseconds. */
  readonly keepUntil: number;
  /** What was found fresh for the operation is so until then. */
  limitKeeping(until: number): void;
  /** A field told what is of this moment, or may lie in one place only: what is left of a window, what was read just now, chat text. */
  forbidKeeping(): void;
  onCall(record: CallRecord): void;
  onShared(records: readonly CallRecord[]): void;
  onHit(hit: Hit): void;
  note(note: DatedNote): void;
};

export function createMeter(): Meter {
  const calls: CallRecord[] = [];
  const shared: CallRecord[] = [];
  /** Several fields of one operation may have waited for the same call, or for one of its own. */
  const counted = new Set<CallRecord>();
  const hits = new Map<string, Hit>();
  const notes = new Map<string, DatedNote>();
  let keepUntil = Number.POSITIVE_INFINITY;
  // In the order of paths, not of arrival: equal operations give equal answers.
  const sorted = (): readonly DatedNote[] => [...notes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note);
  return {
    calls,
    shared,
    hits,
    get notes() {
      return sorted().map(({ path, ageSeconds, reason }) => ({ path, ageSeconds, reason }));
    },
    get datedNotes() {
      return sorted();
    },
    get keepUntil() {
      return keepUntil;
    },
    limitKeeping: (until) => {
      keepUntil = Math.min(keepUntil, until);
    },
    forbidKeeping: () => {
      keepUntil = Number.NEGATIVE_INFINITY;
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
