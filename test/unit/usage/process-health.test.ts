import { describe, expect, it } from 'vitest';
import type { Upstream } from '../../../src/base/upstream.ts';
import type { CallRecord } from '../../../src/transport/call.ts';
import { watchHealth } from '../../../src/usage/process-health.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const CALL: CallRecord = {
  at: 0,
  upstream: 'VISIT',
  endpoint: 'visit.expos.list',
  credential: 'key-1',
  consumer: 'test',
  operation: 'Test',
  outcome: 'OK',
  durationMs: 1,
  bytes: 1,
  attempt: 1,
};

function watching(drifts: Readonly<Record<string, number>> = {}) {
  const clock = createVirtualClock(0);
  const breakers = new Map<Upstream, string>([['VISIT', 'open']]);
  const watch = watchHealth({
    clock,
    breakers: () => breakers,
    drifts: () => new Map(Object.entries(drifts)),
    hasSiblings: false,
    start: () => [],
  });
  return { clock, watch, visit: () => watch.report().upstreams[0] };
}

describe('what a process remembers of its calls', () => {
  it('is nothing before the first', () => {
    expect(watching().visit()).toEqual({
      upstream: 'VISIT',
      breaker: 'OPEN',
      recentCalls: 0,
      medianMs: null,
      p95Ms: null,
      lastFailure: null,
    });
  });

  it('are the durations of the last hundred', () => {
    const { watch, visit } = watching();
    for (let durationMs = 1; durationMs <= 120; durationMs += 1) watch.onCall({ ...CALL, durationMs });
    expect(visit()).toMatchObject({ recentCalls: 100, medianMs: 70, p95Ms: 115 });
  });

  it('are those of a quarter of an hour, and the last failure for good', () => {
    const { clock, watch, visit } = watching();
    watch.onCall({ ...CALL, outcome: 'TIMEOUT', durationMs: 8_000 });
    watch.onCall({ ...CALL, outcome: 'NOT_FOUND', at: 100_000 });
    const lastFailure = { outcome: 'TIMEOUT', endpoint: 'visit.expos.list', at: 0 };
    expect(visit()).toMatchObject({ recentCalls: 2, p95Ms: 8_000, lastFailure });
    clock.advance(900_001);
    expect(visit()).toMatchObject({ recentCalls: 1, p95Ms: 1, lastFailure });
  });
});

it('tells drift by place, most first', () => {
  expect(watching({ 'a.list name': 1, 'b.list quota': 3 }).watch.report().drift).toEqual([
    { endpoint: 'b.list', field: 'quota', count: 3 },
    { endpoint: 'a.list', field: 'name', count: 1 },
  ]);
});

it('counts an operation once for each code of a refusal, and no other error', () => {
  const { watch } = watching();
  watch.onErrors('a', new Set(['BUDGET_EXCEEDED', 'BAD_USER_INPUT']));
  watch.onErrors('b', new Set(['BUDGET_EXCEEDED', 'QUOTA_EXCEEDED']));
  watch.onErrors('b', new Set(['QUOTA_EXCEEDED']));
  expect(watch.report().refusals).toEqual([
    { code: 'QUOTA_EXCEEDED', consumer: 'b', operations: 2, lastAt: 0 },
    { code: 'BUDGET_EXCEEDED', consumer: 'a', operations: 1, lastAt: 0 },
    { code: 'BUDGET_EXCEEDED', consumer: 'b', operations: 1, lastAt: 0 },
  ]);
});
