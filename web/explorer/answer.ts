// What the gateway says of an answer, as README.md describes it.

export type Calls = { readonly min: number; readonly max: number | null };

export type Window = {
  readonly upstream: string;
  readonly credential: string;
  readonly name: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetsAt: string | null;
};

export type PlannedRead = {
  readonly upstream: string;
  readonly endpoint: string;
  readonly calls: Calls;
  readonly fromCache: boolean;
  readonly ageSeconds: number | null;
  readonly paths: readonly (readonly string[])[];
  /** Only for a key that may have a trace. */
  readonly windows?: readonly string[];
};

export type TracedCall = {
  readonly upstream: string;
  readonly endpoint: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: string;
  readonly attempt: number;
  readonly shared: boolean;
};

export type TracedHold = {
  readonly upstream: string;
  readonly endpoint: string;
  readonly reason: string;
  readonly reads: number;
  readonly ageSeconds: number;
};

export type Cost = {
  readonly estimated: Calls & { readonly byUpstream: Readonly<Record<string, Calls>> };
  readonly windows: readonly Window[];
  readonly actual: number;
  readonly retries: number;
  readonly shared: number;
  readonly byUpstream: Readonly<Record<string, number>>;
  readonly cacheHits: number;
};

export type Extensions = {
  readonly cost?: Cost;
  readonly plan?: readonly PlannedRead[];
  readonly freshness?: readonly {
    readonly path: readonly string[];
    readonly ageSeconds: number;
    readonly reason: string;
  }[];
  readonly trace?: { readonly calls: readonly TracedCall[]; readonly held: readonly TracedHold[] };
};

export type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: Extensions;
};
