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
};
