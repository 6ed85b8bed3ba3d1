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

/** A class for its getters: those of a literal would keep each meter, and its operation, until the old heap is collected (0062). */
class OperationMeter implements Meter {
  readonly calls: CallRecord[] = [];
  readonly shared: CallRecord[] = [];
  readonly hits = new Map<string, Hit>();
  keepUntil = Number.POSITIVE_INFINITY;
  /** Several fields of one operation may have waited for the same call, or for one of its own. */
  readonly #counted = new Set<CallRecord>();
  readonly #notes = new Map<string, DatedNote>();

  get datedNotes(): readonly DatedNote[] {
    // In the order of paths, not of arrival: equal operations give equal answers.
    return [...this.#notes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note);
  }

  get notes(): readonly FreshnessNote[] {
    return this.datedNotes.map(({ path, ageSeconds, reason }) => ({ path, ageSeconds, reason }));
  }

  readonly limitKeeping = (until: number): void => {
    this.keepUntil = Math.min(this.keepUntil, until);
  };

  readonly forbidKeeping = (): void => {
    this.keepUntil = Number.NEGATIVE_INFINITY;
  };

  readonly onCall = (record: CallRecord): void => {
    this.#counted.add(record);
    this.calls.push(record);
  };

  readonly onShared = (records: readonly CallRecord[]): void => {
    this.shared.push(...records.filter((record) => !this.#counted.has(record)));
    for (const record of records) this.#counted.add(record);
  };

  readonly onHit = (hit: Hit): void => {
    this.hits.set(hit.key, hit);
  };

  readonly note = (note: DatedNote): void => {
    const key = `${note.path.join('.')} ${note.reason}`;
    const known = this.#notes.get(key);
    if (known === undefined || known.ageSeconds < note.ageSeconds) this.#notes.set(key, note);
  };
}

export function createMeter(): Meter {
  return new OperationMeter();
}
