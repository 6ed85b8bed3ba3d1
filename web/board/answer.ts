// What the graph answers to the questions of questions.ts, as schema/ describes it. Instants are RFC 3339.

export type QuotaWindow = {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
  readonly used: number;
  readonly reserved: number;
  readonly remaining: number;
  readonly resetsAt: string | null;
};

export type Quota = {
  readonly upstreams: readonly {
    readonly upstream: string;
    readonly credentials: readonly { readonly label: string; readonly windows: readonly QuotaWindow[] }[];
  }[];
  readonly consumer: { readonly name: string; readonly windows: readonly QuotaWindow[] };
};

export type Counts = {
  readonly calls: number;
  readonly shared: number;
  readonly cacheHits: number;
  readonly errors: number;
  readonly throttled: number;
};

export type Bucket = Counts & { readonly start: string; readonly group: string | null };

export type UpstreamHealth = {
  readonly upstream: string;
  readonly breaker: 'CLOSED' | 'OPEN' | 'PROBING';
  readonly recentCalls: number;
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  readonly lastFailure: { readonly outcome: string; readonly endpoint: string; readonly at: string } | null;
};

export type Refusal = {
  readonly code: string;
  readonly consumer: string;
  readonly operations: number;
  readonly lastAt: string;
};

export type Drift = { readonly endpoint: string; readonly field: string; readonly count: number };

export type Collection = {
  readonly name: string;
  readonly copies: number;
  readonly completeCopies: number;
  readonly rows: number;
  readonly oldestAt: string | null;
  readonly pagesLeft: number | null;
  readonly secondsLeft: number | null;
};

export type StartStep = { readonly name: string; readonly durationMs: number | null };

export type TableProgress = {
  readonly consumer: string;
  readonly operation: string;
  readonly startedAt: string;
  readonly records: number;
  readonly calls: number;
  readonly recordsLeft: number | null;
  readonly secondsLeft: number | null;
};

export type Health = {
  readonly process: string;
  readonly startedAt: string;
  readonly hasSiblings: boolean;
  readonly start: readonly StartStep[];
  readonly upstreams: readonly UpstreamHealth[];
  readonly drift: readonly Drift[];
  /** null without the scope usage. */
  readonly refusals: readonly Refusal[] | null;
  /** null without the scope usage. */
  readonly tables: readonly TableProgress[] | null;
  /** null while the store is away. */
  readonly collections: readonly Collection[] | null;
};

export type AnswerError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
};
