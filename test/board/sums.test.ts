import { describe, expect, it } from 'vitest';
import type { Bucket, Health } from '../../web/board/answer.ts';
import { createProcesses } from '../../web/board/processes.ts';
import { bucketName, startsOf } from '../../web/board/range.ts';
import { bandsOf, groupsOf } from '../../web/board/sums.ts';
import { stateOf } from '../../web/board/windows.ts';

const bucket = (start: string, group: string | null, calls: number, cacheHits = 0): Bucket => ({
  start,
  group,
  calls,
  cacheHits,
  shared: 0,
  errors: 0,
  throttled: 0,
});
const NINE = '2026-01-15T09:00:00Z';
const TEN = '2026-01-15T10:00:00Z';

describe('who spent it', () => {
  const buckets = [bucket(NINE, 'a', 1), bucket(TEN, 'a', 2), bucket(TEN, 'b', 5), bucket(TEN, 'c', 1, 9)];

  it('is added up over time, most calls first', () => {
    expect(groupsOf([...buckets, bucket(TEN, null, 0, 2)]).map(({ name, calls }) => [name, calls])).toEqual([
      ['b', 5],
      ['a', 3],
      ['c', 1],
      ['none', 0],
    ]);
  });

  it('is drawn in so many colours, the last for all others', () => {
    const starts = [Date.parse(NINE), Date.parse(TEN)];
    expect(bandsOf(buckets, starts, { most: 2, others: 'others' })).toEqual([
      { name: 'b', calls: [0, 5] },
      { name: 'others', calls: [1, 3] },
    ]);
    expect(bandsOf(buckets, starts, { most: 3, others: 'others' }).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  });

  it('has buckets that begin as those of usage, UTC', () => {
    const [from, to] = [Date.UTC(2025, 10, 20, 5), Date.UTC(2026, 0, 15, 9, 0, 1)];
    expect(startsOf(from, to, 'MONTH').map((start) => bucketName(start, 'MONTH'))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
    ]);
    const hours = startsOf(Date.UTC(2026, 0, 15, 7, 30), to, 'HOUR').map((start) => bucketName(start, 'HOUR'));
    expect(hours).toEqual(['2026-01-15 07:00', '2026-01-15 08:00', '2026-01-15 09:00']);
  });
});

it.each([
  [0, 'spent'],
  [-1, 'spent'],
  [15, 'low'],
  [16, 'free'],
])('of 100 calls %d are left: %s', (remaining, state) => expect(stateOf({ remaining, limit: 100 })).toBe(state));

describe('several processes', () => {
  const report = (process: string, breaker: 'CLOSED' | 'OPEN', p95Ms: number): Health => ({
    process,
    startedAt: NINE,
    hasSiblings: true,
    start: [],
    tables: [
      {
        consumer: process,
        operation: 'Export',
        startedAt: NINE,
        records: 1,
        calls: 1,
        recordsLeft: null,
        secondsLeft: null,
      },
    ],
    upstreams: [{ upstream: 'VISIT', breaker, recentCalls: 2, medianMs: null, p95Ms, lastFailure: null }],
    drift: [{ endpoint: 'visit.expos.list', field: 'name', count: 2 }],
    refusals: [{ code: 'QUOTA_EXCEEDED', consumer: 'a', operations: 1, lastAt: NINE }],
    collections: null,
  });

  it('are added up, with the worst of their breakers and durations; one that answers again counts once', () => {
    const together = createProcesses();
    together(report('one', 'OPEN', 5), 0);
    together(report('two', 'CLOSED', 9), 1_000);
    expect(together(report('two', 'CLOSED', 8), 2_000)).toMatchObject({
      processes: 2,
      upstreams: [{ breaker: 'OPEN', recentCalls: 4, medianMs: null, p95Ms: 8 }],
      drift: [{ count: 4 }],
      refusals: [{ operations: 2 }],
      tables: [{ consumer: 'one' }, { consumer: 'two' }],
    });
  });

  it('are forgotten a minute after their last answer', () => {
    const together = createProcesses();
    together(report('one', 'OPEN', 5), 0);
    expect(together(report('two', 'CLOSED', 9), 60_001)).toMatchObject({
      processes: 1,
      upstreams: [{ breaker: 'CLOSED' }],
    });
  });
});
