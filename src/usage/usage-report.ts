import { InputError } from '../base/errors.ts';
import type { Upstream } from '../base/upstream.ts';
import type { UsageBucket, UsageName, UsageQuestion } from '../model/usage.ts';
import type { UsageRow, UsageStore } from '../store/store.ts';
import type { UsageLog } from './usage-log.ts';

const MOST_BUCKETS = 10_000;
const SPANS = { MINUTE: 60_000, HOUR: 3_600_000, DAY: 86_400_000 } as const;
const NO_ERRORS: ReadonlySet<string> = new Set(['OK', 'NOT_FOUND', 'THROTTLED']);

/** The start of the bucket that an instant falls into, UTC. */
function bucketStart(at: number, resolution: UsageQuestion['resolution']): number {
  if (resolution !== 'MONTH') return Math.floor(at / SPANS[resolution]) * SPANS[resolution];
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** The end of the last bucket of a range that ends, exclusively, at an instant. */
function widenedEnd(to: number, resolution: UsageQuestion['resolution']): number {
  const start = bucketStart(to, resolution);
  if (start === to) return to;
  if (resolution !== 'MONTH') return start + SPANS[resolution];
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

function matches(row: UsageRow, filter: UsageQuestion['filter']): boolean {
  return Object.entries(filter).every(
    ([name, value]) => value === undefined || row[name as keyof typeof filter] === value,
  );
}

const PLURALS = { MINUTE: 'minutes', HOUR: 'hours', DAY: 'days' } as const;

/** What has been added up cannot be taken apart again: a count is told exactly or not at all. */
function checkDetail(rows: readonly UsageRow[], resolution: UsageQuestion['resolution']): void {
  if (resolution === 'MONTH') return;
  const endOf = ({ start, span }: UsageRow): number => start + SPANS[span];
  const coarse = rows.filter(({ span }) => SPANS[span] > SPANS[resolution]);
  const [first, ...others] = coarse;
  if (first === undefined) return;
  const last = others.reduce((a, b) => (endOf(b) > endOf(a) ? b : a), first);
  const instant = new Date(endOf(last)).toISOString();
  throw new InputError(
    `usage: before ${instant} only ${PLURALS[last.span]} are kept; ask from then on, or for a coarser resolution`,
  );
}

type Sum = { calls: number; shared: number; cacheHits: number; errors: number; throttled: number };

function addTo(sum: Sum, { outcome, calls, shared, cacheHits }: UsageRow): void {
  sum.calls += calls;
  sum.shared += shared;
  sum.cacheHits += cacheHits;
  if (!NO_ERRORS.has(outcome)) sum.errors += calls;
  if (outcome === 'THROTTLED') sum.throttled += calls;
}

/** What held data answered was paid by no credential. */
function namesOf(row: UsageRow, groupBy: readonly UsageName[]): Partial<Record<UsageName, string>> {
  return Object.fromEntries(groupBy.filter((name) => row[name] !== '').map((name) => [name, row[name]]));
}

/**
 * Sums of the history by bucket and names, ordered by start, then by the grouped values. Empty buckets are left out. InputError: a count of
 * the range is kept no longer by this resolution.
 */
export async function reportUsage(
  store: Pick<UsageStore, 'between'>,
  log: Pick<UsageLog, 'flush'>,
  question: UsageQuestion,
): Promise<readonly UsageBucket[]> {
  const { from, to, resolution, groupBy, filter } = question;
  if (from > to) throw new InputError('from: not after to');
  await log.flush();
  const sums = new Map<string, { start: number; names: Partial<Record<UsageName, string>>; sum: Sum }>();
  const rows = await store.between(bucketStart(from, resolution), widenedEnd(to, resolution));
  const wanted = rows.filter((row) => matches(row, filter));
  checkDetail(wanted, resolution);
  for (const row of wanted) {
    const start = bucketStart(row.start, resolution);
    const names = namesOf(row, groupBy);
    const key = JSON.stringify([start, ...groupBy.map((name) => names[name])]);
    const bucket = sums.get(key) ?? {
      start,
      names,
      sum: { calls: 0, shared: 0, cacheHits: 0, errors: 0, throttled: 0 },
    };
    addTo(bucket.sum, row);
    sums.set(key, bucket);
    if (sums.size > MOST_BUCKETS)
      throw new InputError(`usage: more than ${MOST_BUCKETS} buckets; ask for a shorter range or a coarser resolution`);
  }
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...sums.values()]
    .sort(
      (a, b) =>
        a.start - b.start ||
        groupBy.map((name) => order(a.names[name] ?? '', b.names[name] ?? '')).find((way) => way !== 0) ||
        0,
    )
    .map(({ start, names, sum }) => ({ start, ...names, ...sum }) as UsageBucket & { upstream?: Upstream });
}
