import type { Upstream } from '../base/upstream.ts';

/** A bucket of the usage history, with the names that it was grouped by. */
export type UsageBucket = {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly upstream?: Upstream;
  readonly credential?: string;
  readonly consumer?: string;
  readonly endpoint?: string;
  readonly operation?: string;
  readonly outcome?: string;
  readonly calls: number;
  readonly shared: number;
  readonly cacheHits: number;
  readonly errors: number;
  readonly throttled: number;
};

export type UsageName = 'upstream' | 'credential' | 'consumer' | 'endpoint' | 'operation' | 'outcome';

export type UsageQuestion = {
  /** Epoch milliseconds; both are widened to whole buckets. */
  readonly from: number;
  readonly to: number;
  readonly resolution: 'MINUTE' | 'HOUR' | 'DAY' | 'MONTH';
  readonly groupBy: readonly UsageName[];
  readonly filter: {
    readonly upstream?: string;
    readonly credential?: string;
    readonly consumer?: string;
    readonly operation?: string;
  };
};
