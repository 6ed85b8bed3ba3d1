const WINDOWS = 'windows { name limit windowSeconds used reserved remaining resetsAt }';

export const QUOTA = `query BoardQuota {
  quota { upstreams { upstream credentials { label ${WINDOWS} } } consumer { name ${WINDOWS} } }
}`;

export const HEALTH = `query BoardHealth {
  health {
    process startedAt hasSiblings start { name durationMs }
    upstreams { upstream breaker recentCalls medianMs p95Ms lastFailure { outcome endpoint at } }
    drift { endpoint field count }
    refusals { code consumer operations lastAt }
    collections { name copies completeCopies rows oldestAt pagesLeft secondsLeft }
    tables { consumer operation startedAt records calls recordsLeft secondsLeft }
  }
}`;

export const DIMENSIONS = ['consumer', 'operation', 'endpoint', 'upstream', 'credential', 'outcome'] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Counts by bucket and by one dimension, which is told as `group`. */
export function usageBy(dimension: Dimension): string {
  return `query BoardUsage($from: DateTime!, $to: DateTime!, $resolution: UsageResolution!) {
  usage(from: $from, to: $to, resolution: $resolution, groupBy: [${dimension.toUpperCase()}]) {
    start group: ${dimension} calls shared cacheHits errors throttled
  }
}`;
}
