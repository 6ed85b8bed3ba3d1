import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { createMeter } from '../../../src/loading/meter.ts';
import type { UsageQuestion } from '../../../src/model/usage.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import type { CallRecord } from '../../../src/transport/call.ts';
import { createUsageLog } from '../../../src/usage/usage-log.ts';
import { reportUsage } from '../../../src/usage/usage-report.ts';

function call(at: string, rest: Partial<CallRecord> = {}): CallRecord {
  return {
    at: Date.parse(at),
    upstream: 'VISIT',
    endpoint: 'visit.visitors.list',
    credential: 'key-1',
    consumer: 'shop',
    operation: 'Visitors',
    outcome: 'OK',
    durationMs: 5,
    bytes: 10,
    attempt: 1,
    ...rest,
  };
}

function begin() {
  let now = 0;
  const clock = { now: () => now, after: () => () => undefined };
  const { usage, permits } = openMemoryStore(clock);
  const log = createUsageLog(usage);
  /** A call leaves and is over, as the ledger writes it. */
  const left = async ({ at, credential, outcome, durationMs, bytes, ...entry }: CallRecord): Promise<void> => {
    now = at;
    const payers = [{ account: 'account', credential, windows: [] }];
    const decision = await permits.take({ payers, call: entry, timeoutMs: 8_000 });
    if (decision.kind === 'permit') await permits.settle(decision.id, { outcome, durationMs, bytes, answered: true });
  };
  const report = (question: Partial<Omit<UsageQuestion, 'from' | 'to'>> & { from: string; to: string }) =>
    reportUsage(usage, log, {
      resolution: 'DAY',
      groupBy: [],
      filter: {},
      ...question,
      from: Date.parse(question.from),
      to: Date.parse(question.to),
    });
  return { usage, permits, log, left, report };
}

const NONE = { calls: 0, shared: 0, cacheHits: 0, errors: 0, throttled: 0 };
const YEAR = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

describe('a call', () => {
  test('counts for the operation that started it, in the minute in which it left', async () => {
    const { left, usage } = begin();
    await left(call('2026-01-01T10:00:59.999Z'));
    await left(call('2026-01-01T10:00:00Z'));
    await left(call('2026-01-01T10:01:00Z'));
    expect((await usage.between(0, 1e15)).map(({ start, calls }) => [new Date(start).toISOString(), calls])).toEqual([
      ['2026-01-01T10:00:00.000Z', 2],
      ['2026-01-01T10:01:00.000Z', 1],
    ]);
  });

  test('of which nobody told the end counts, as one without an answer; one that never left does not', async () => {
    const { usage, permits } = begin();
    const payers = [{ account: 'account', credential: 'key-1', windows: [] }];
    const entry = { upstream: 'VISIT', endpoint: 'e', consumer: 'c', operation: 'o', attempt: 1 };
    const request = { payers, call: entry, timeoutMs: 8_000 };
    await permits.take(request);
    const never = await permits.take(request);
    if (never.kind === 'permit') await permits.giveBack(never.id);
    expect(await usage.between(0, 1e15)).toMatchObject([{ calls: 1, outcome: 'ABORTED' }]);
  });
});

describe('the usage log', () => {
  test('counts what an operation waited for as shared and what held data spared it as hits, and not its own calls', async () => {
    const { log, report } = begin();
    const meter = createMeter();
    meter.onCall(call('2026-01-01T10:00:00Z'));
    meter.onShared([call('2026-01-01T10:00:00Z', { consumer: 'other', credential: 'key-2' })]);
    meter.onHit({ upstream: 'IADVIZE', endpoint: 'iadvize.operators.list', key: 'a', reason: 'CACHE', asOf: 0 });
    meter.onHit({ upstream: 'IADVIZE', endpoint: 'iadvize.operators.list', key: 'a', reason: 'CACHE', asOf: 0 });
    meter.onHit({ upstream: 'IADVIZE', endpoint: 'iadvize.operators.list', key: 'b', reason: 'CACHE', asOf: 0 });
    log.onOperation(meter, { at: Date.parse('2026-01-01T10:00:30Z'), consumer: 'shop', operation: 'Joined' });
    expect(await report({ ...YEAR, groupBy: ['upstream', 'consumer', 'operation', 'credential'] })).toEqual([
      {
        ...NONE,
        start: Date.UTC(2026, 0, 1),
        upstream: 'IADVIZE',
        consumer: 'shop',
        operation: 'Joined',
        cacheHits: 2,
      },
      {
        ...NONE,
        start: Date.UTC(2026, 0, 1),
        upstream: 'VISIT',
        consumer: 'shop',
        operation: 'Joined',
        credential: 'key-2',
        shared: 1,
      },
    ]);
  });

  test('keeps what it could not write for the next time', async () => {
    const { usage, report: _report } = begin();
    let fails = true;
    const log = createUsageLog({
      ...usage,
      add: async (rows) => {
        if (fails) throw new Error('disk full');
        await usage.add(rows);
      },
    });
    const spare = (at: string): void => {
      const meter = createMeter();
      meter.onHit({ upstream: 'IADVIZE', endpoint: 'iadvize.operators.list', key: 'a', reason: 'CACHE', asOf: 0 });
      log.onOperation(meter, { at: Date.parse(at), consumer: 'shop', operation: 'Joined' });
    };
    spare('2026-01-01T10:00:00Z');
    await expect(log.flush()).rejects.toThrow('disk full');
    spare('2026-01-01T10:00:01Z');
    fails = false;
    await log.flush();
    await log.flush();
    expect((await usage.between(0, 1e15)).map(({ cacheHits }) => cacheHits)).toEqual([2]);
  });
});

describe('the usage report', () => {
  test.each([
    ['MINUTE', '2026-03-05T10:20:00Z'],
    ['HOUR', '2026-03-05T10:00:00Z'],
    ['DAY', '2026-03-05T00:00:00Z'],
    ['MONTH', '2026-03-01T00:00:00Z'],
  ] as const)('by %s begins its buckets in UTC', async (resolution, start) => {
    const { left, report } = begin();
    await left(call('2026-03-05T10:20:30Z'));
    expect(await report({ ...YEAR, resolution })).toEqual([{ ...NONE, start: Date.parse(start), calls: 1 }]);
  });

  test.each([
    ['MINUTE', '2026-03-05T10:20:00Z', '2026-03-05T10:20:59.999Z', '2026-03-05T10:19:59.999Z', '2026-03-05T10:21:00Z'],
    ['HOUR', '2026-03-05T10:00:00Z', '2026-03-05T10:59:59Z', '2026-03-05T09:59:59Z', '2026-03-05T11:00:00Z'],
    ['DAY', '2026-03-05T00:00:00Z', '2026-03-05T23:59:59Z', '2026-03-04T23:59:59Z', '2026-03-06T00:00:00Z'],
    ['MONTH', '2026-12-01T00:00:00Z', '2026-12-31T23:59:59Z', '2026-11-30T23:59:59Z', '2027-01-01T00:00:00Z'],
  ] as const)('by %s widens a range to whole buckets', async (resolution, first, last, before, after) => {
    const { left, report } = begin();
    for (const at of [first, last, before, after]) await left(call(at));
    const middle = new Date((Date.parse(first) + Date.parse(last)) / 2).toISOString();
    expect(await report({ from: middle, to: middle, resolution })).toMatchObject([
      { start: Date.parse(first), calls: 2 },
    ]);
    expect(await report({ from: first, to: first, resolution })).toEqual([]);
    expect(await report({ from: first, to: after, resolution })).toMatchObject([{ calls: 2 }]);
  });

  test('groups and filters by names, orders by start and then by the grouped values in their order, and leaves out empty buckets', async () => {
    const { left, report } = begin();
    await left(call('2026-01-02T00:00:00Z', { consumer: 'b', endpoint: 'x' }));
    await left(call('2026-01-02T00:00:00Z', { consumer: 'a', endpoint: 'y' }));
    await left(call('2026-01-02T00:00:00Z', { consumer: 'a', endpoint: 'x' }));
    await left(call('2026-01-01T00:00:00Z', { consumer: 'c', endpoint: 'x' }));
    await left(call('2026-01-04T00:00:00Z', { consumer: 'c', upstream: 'IADVIZE' }));
    const names = async (groupBy: UsageQuestion['groupBy'], filter: UsageQuestion['filter'] = {}) =>
      (await report({ ...YEAR, groupBy, filter })).map(({ start, consumer, endpoint }) =>
        [new Date(start).getUTCDate(), consumer, endpoint].filter((part) => part !== undefined).join(' '),
      );
    expect(await names(['consumer'])).toEqual(['1 c', '2 a', '2 b', '4 c']);
    expect(await names(['consumer', 'endpoint'], { upstream: 'VISIT' })).toEqual(['1 c x', '2 a x', '2 a y', '2 b x']);
    expect(await names(['endpoint', 'consumer'], { upstream: 'VISIT' })).toEqual(['1 c x', '2 a x', '2 b x', '2 a y']);
    expect(await names([], { consumer: 'c' })).toEqual(['1', '4']);
    expect(await names([], { operation: 'Other' })).toEqual([]);
    expect(await names([], { credential: 'key-1' })).toHaveLength(3);
  });

  test('counts a 429 as throttled and no error, a missing record as neither', async () => {
    const { left, report } = begin();
    const outcomes = [
      'OK',
      'NOT_FOUND',
      'THROTTLED',
      'REJECTED',
      'UNAUTHORIZED',
      'SERVER_ERROR',
      'TIMEOUT',
      'NETWORK',
      'ABORTED',
      'BAD_RESPONSE',
    ] as const;
    for (const outcome of outcomes) await left(call('2026-01-01T00:00:00Z', { outcome }));
    expect(await report(YEAR)).toMatchObject([{ calls: 10, errors: 7, throttled: 1 }]);
  });

  test('refuses a range that ends before it begins', async () => {
    await expect(begin().report({ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' })).rejects.toThrow(
      InputError,
    );
  });

  test('gives 10,000 buckets and refuses one more', async () => {
    const { left, report } = begin();
    const start = Date.parse('2026-01-01T00:00:00Z');
    for (let minute = 0; minute < 10_000; minute += 1)
      await left(call(new Date(start + minute * 60_000).toISOString()));
    expect(await report({ ...YEAR, resolution: 'MINUTE' })).toHaveLength(10_000);
    await left(call('2026-12-01T00:00:00Z'));
    await expect(report({ ...YEAR, resolution: 'MINUTE' })).rejects.toThrow(InputError);
  });
});
