export type Resolution = 'MINUTE' | 'HOUR' | 'DAY' | 'MONTH';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LENGTHS: Readonly<Record<Exclude<Resolution, 'MONTH'>, number>> = {
  MINUTE: MINUTE_MS,
  HOUR: HOUR_MS,
  DAY: DAY_MS,
};

/** Spans of time up to now; the resolutions give a picture that can be read, the first by default. */
export const RANGES: Readonly<Record<string, { readonly ms: number; readonly resolutions: readonly Resolution[] }>> = {
  'last hour': { ms: HOUR_MS, resolutions: ['MINUTE'] },
  'last 6 hours': { ms: 6 * HOUR_MS, resolutions: ['MINUTE', 'HOUR'] },
  'last day': { ms: DAY_MS, resolutions: ['HOUR', 'MINUTE'] },
  'last week': { ms: 7 * DAY_MS, resolutions: ['HOUR', 'DAY'] },
  'last 30 days': { ms: 30 * DAY_MS, resolutions: ['DAY', 'HOUR'] },
  'last year': { ms: 365 * DAY_MS, resolutions: ['DAY', 'MONTH'] },
};

/** The start of the bucket that an instant falls into, UTC. */
function startOf(instant: number, resolution: Resolution): number {
  if (resolution !== 'MONTH') return Math.floor(instant / LENGTHS[resolution]) * LENGTHS[resolution];
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** The start of the next bucket. */
export function nextStart(start: number, resolution: Resolution): number {
  if (resolution !== 'MONTH') return start + LENGTHS[resolution];
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/** The starts of all buckets of [from, to), epoch milliseconds. */
export function startsOf(from: number, to: number, resolution: Resolution): readonly number[] {
  const starts: number[] = [];
  for (let start = startOf(from, resolution); start < to; start = nextStart(start, resolution)) starts.push(start);
  return starts;
}

/** How a bucket is told: UTC, as it is counted. */
export function bucketName(start: number, resolution: Resolution): string {
  const text = new Date(start).toISOString();
  if (resolution === 'MONTH') return text.slice(0, 7);
  return resolution === 'DAY' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
