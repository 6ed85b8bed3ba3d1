import type { UsageCounts, UsageMinute, UsageNames, UsageRow, UsageSpan, UsageStore } from '../store.ts';
import type { RedisClient } from './connection.ts';
import { createLuaWork } from './lua.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const SPANS: readonly UsageSpan[] = ['MINUTE', 'HOUR', 'DAY'];

type Counted = keyof UsageCounts;
const COUNTED: readonly Counted[] = ['calls', 'shared', 'cacheHits'];

/** Counts of one age: where they lie, how much a bucket of them spans, and one row. */
type Age = { readonly kind: string; readonly bucketMs: number; readonly span: UsageSpan; readonly ms: number };
const MINUTES: Age = { kind: 'usage:minutes', bucketMs: HOUR_MS, span: 'MINUTE', ms: MINUTE_MS };
const RECEIPTS: Age = { ...MINUTES, kind: 'calls' };
const AGES: readonly Age[] = [
  RECEIPTS,
  MINUTES,
  { kind: 'usage:hours', bucketMs: DAY_MS, span: 'HOUR', ms: HOUR_MS },
  { kind: 'usage:days', bucketMs: 64 * DAY_MS, span: 'DAY', ms: DAY_MS },
];

function namesOf({ upstream, credential, consumer, endpoint, operation, outcome }: UsageNames): readonly string[] {
  return [upstream, credential, consumer, endpoint, operation, outcome];
}

function toFields(row: UsageMinute): readonly string[] {
  const names = namesOf(row);
  if (names.some((name) => typeof name !== 'string')) throw new TypeError('a row without all of its names');
  const about = JSON.stringify([row.minute, ...names]);
  // One of them stands for the row itself, whatever it counts.
  return COUNTED.filter((counted) => counted === 'calls' || row[counted] > 0).flatMap((counted) => [
    `${about}\n${counted}`,
    String(row[counted]),
  ]);
}

type Fields = readonly [start: number, ...names: readonly string[]];
type Receipt = readonly [at: number, ...what: (string | number | null)[]];

function readReceipt(text: string): { readonly about: Fields; readonly counted: Counted; readonly count: number } {
  const [at, upstream, endpoint, credential, consumer, operation, , outcome] = JSON.parse(text) as Receipt;
  const names = [upstream, credential, consumer, endpoint, operation, outcome ?? 'ABORTED'].map(String);
  return { about: [at - (at % MINUTE_MS), ...names], counted: 'calls', count: 1 };
}

function readCount(field: string, count: string): ReturnType<typeof readReceipt> {
  const feed = field.lastIndexOf('\n');
  return {
    about: JSON.parse(field.slice(0, feed)) as Fields,
    counted: field.slice(feed + 1) as Counted,
    count: Number(count),
  };
}

/** Adds rows up to one per span, start and set of names. */
function createSums() {
  const sums = new Map<string, Record<Counted, number> & Omit<UsageRow, Counted>>();
  return {
    add: (span: UsageSpan, { about, counted, count }: ReturnType<typeof readReceipt>): void => {
      const key = JSON.stringify([span, ...about]);
      const [start, upstream = '', credential = '', consumer = '', endpoint = '', operation = '', outcome = ''] = about;
      const names = { upstream, credential, consumer, endpoint, operation, outcome };
      const sum = sums.get(key) ?? { span, start, ...names, calls: 0, shared: 0, cacheHits: 0 };
      sum[counted] += count;
      sums.set(key, sum);
    },
    rows: (): readonly UsageRow[] => {
      const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
      return [...sums.values()].sort(
        (a, b) =>
          SPANS.indexOf(a.span) - SPANS.indexOf(b.span) ||
          a.start - b.start ||
          namesOf(a)
            .map((name, index) => order(name, namesOf(b)[index] ?? ''))
            .find((way) => way !== 0) ||
          0,
      );
    },
  };
}

/** The usage history that replicas share. Receipts are written by the permits, with their calls. */
export function createRedisUsage(client: RedisClient): UsageStore {
  const work = createLuaWork(client, 'usage.lua');
  return {
    add: async (rows) => {
      const fields = rows.flatMap(toFields);
      if (fields.length > 0) await work('add', ...fields);
    },
    between: async (from, to) => {
      const sums = createSums();
      for (const { kind, bucketMs, span, ms } of AGES) {
        // One bucket after the other: a long history is never in memory as a whole.
        for (const bucket of await client.zRangeByScore(`weir:${kind}`, `(${from - bucketMs}`, `(${to}`)) {
          for (const [field, value] of Object.entries(await client.hGetAll(`weir:${kind}:${bucket}`))) {
            const found = kind === RECEIPTS.kind ? readReceipt(value) : readCount(field, value);
            const [start] = found.about;
            if (start > from - ms && start < to) sums.add(span, found);
          }
        }
      }
      return sums.rows();
    },
    rollUp: async ({ hoursBefore, daysBefore }) =>
      Number(await work('rollUp', String(hoursBefore), String(daysBefore))),
  };
}
