import type { Meter } from '../loading/meter.ts';
import type { UsageCounts, UsageMinute, UsageNames, UsageStore } from '../store/store.ts';

const MINUTE_MS = 60_000;

/** What operations shared and were spared, gathered by minute on its way to the store. Calls have receipts of their own there. */
export type UsageLog = {
  /** An operation is over: what it waited for and what held data spared it. */
  onOperation(meter: Meter, who: { readonly at: number; readonly consumer: string; readonly operation: string }): void;
  flush(): Promise<void>;
};

type Counts = Omit<UsageCounts, 'calls'>;

/** A row that still grows. */
type Growing = { -readonly [name in keyof UsageMinute]: UsageMinute[name] };

type Hits = { readonly upstream: string; readonly endpoint: string; readonly count: number };

/** By the meter of an operation that is over: an answer that is sent again is counted again. */
const counted = new WeakMap<Meter, readonly Hits[]>();

/** What held data spared an operation, by endpoint. */
function hitsOf(meter: Meter): readonly Hits[] {
  const known = counted.get(meter);
  if (known !== undefined) return known;
  const groups = Map.groupBy(meter.hits.values(), ({ endpoint }) => endpoint);
  const hits = [...groups].flatMap(([endpoint, [first, ...others]]) =>
    first === undefined ? [] : [{ upstream: first.upstream, endpoint, count: 1 + others.length }],
  );
  counted.set(meter, hits);
  return hits;
}

export function createUsageLog(store: Pick<UsageStore, 'add'>): UsageLog {
  let waiting = new Map<string, Growing>();
  const add = (at: number, names: UsageNames, { shared = 0, cacheHits = 0 }: Partial<Counts>): void => {
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const { upstream, credential, consumer, endpoint, operation, outcome } = names;
    const key = `${minute}\0${upstream}\0${credential}\0${consumer}\0${endpoint}\0${operation}\0${outcome}`;
    const known = waiting.get(key);
    if (known === undefined) {
      waiting.set(key, { minute, ...names, calls: 0, shared, cacheHits });
      return;
    }
    known.shared += shared;
    known.cacheHits += cacheHits;
  };
  return {
    onOperation: (meter, { at, consumer, operation }) => {
      for (const { upstream, credential, endpoint, outcome } of meter.shared) {
        add(at, { upstream, credential, consumer, endpoint, operation, outcome }, { shared: 1 });
      }
      for (const { upstream, endpoint, count } of hitsOf(meter)) {
        add(at, { upstream, credential: '', consumer, endpoint, operation, outcome: 'OK' }, { cacheHits: count });
      }
    },
    flush: async () => {
      if (waiting.size === 0) return;
      const rows = [...waiting.values()];
      waiting = new Map();
      try {
        await store.add(rows);
      } catch (error) {
        for (const row of rows) add(row.minute, row, row);
        throw error;
      }
    },
  };
}
