import type { Upstream } from '../base/upstream.ts';

export type BreakerState = 'CLOSED' | 'OPEN' | 'PROBING';

/** How one upstream has answered a process. Durations in milliseconds, null without recent calls. */
export type UpstreamHealth = {
  readonly upstream: Upstream;
  readonly breaker: BreakerState;
  readonly recentCalls: number;
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** `at`: epoch milliseconds. */
  readonly lastFailure: { readonly outcome: string; readonly endpoint: string; readonly at: number } | null;
};

/** What one process has seen since it started. Nothing in it is of a person. */
export type ProcessHealth = {
  /** Another one after each start. */
  readonly process: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Its start, in the order in which its steps began. */
  readonly start: readonly StartStep[];
  /** Whether other workers listen on the same port. */
  readonly hasSiblings: boolean;
  readonly upstreams: readonly UpstreamHealth[];
  readonly drift: readonly { readonly endpoint: string; readonly field: string; readonly count: number }[];
  readonly refusals: readonly {
    readonly code: string;
    readonly consumer: string;
    readonly operations: number;
    /** Epoch milliseconds. */
    readonly lastAt: number;
  }[];
};

/** A step of the start of a process. */
export type StartStep = {
  readonly name: string;
  /** How long it took, in milliseconds; null while it is under way. */
  readonly durationMs: number | null;
};

/** How far the reading of a table has come. Nothing in it is of a person. */
export type TableProgress = {
  readonly consumer: string;
  readonly operation: string;
  /** When this process began to read it, epoch milliseconds. */
  readonly startedAt: number;
  /** Records that it has read, and calls that it took. */
  readonly records: number;
  readonly calls: number;
  /** Records that are still to come, at most; null where that is not known. */
  readonly recordsLeft: number | null;
  /** How long that takes, by its pace so far or by what quota lets through; null where that is not known. */
  readonly secondsLeft: number | null;
};

/** The held copies of one kind of record. */
export type HeldCollection = {
  readonly name: string;
  readonly upstream: Upstream;
  readonly copies: number;
  readonly completeCopies: number;
  readonly rows: number;
  /** When the copy that was up to date longest ago last was, epoch milliseconds; null when none has been complete. */
  readonly oldestAt: number | null;
  /** Pages until all are complete; null where that is not known. */
  readonly pagesLeft: number | null;
  /** For how long quota makes those wait who read these pages; null where that is not known. */
  readonly secondsLeft: number | null;
};
