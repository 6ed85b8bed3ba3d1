import type { Drift } from './decode.ts';
import type { Log } from './log.ts';

/** Counts where upstreams depart from their contracts, by endpoint and field; `quota` is the limit of its calls. */
export type DriftCounter = {
  /** The place to report the fields of one endpoint's answers. */
  at(endpoint: string): Drift;
  counts(): ReadonlyMap<string, number>;
};

/** Every place is counted each time, but logged only when it is seen first. */
export function createDriftCounter(log: Log): DriftCounter {
  const counts = new Map<string, number>();
  return {
    at: (endpoint) => (field) => {
      const place = `${endpoint} ${field}`;
      const seen = counts.get(place) ?? 0;
      counts.set(place, seen + 1);
      if (seen === 0) log.warn({ endpoint, field }, 'drift: not what the contract says');
    },
    counts: () => counts,
  };
}
