import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { NOW } from './golden.ts';

const QUOTA = `{ quota { upstreams { upstream credentials { label windows {
  name limit windowSeconds used reserved remaining resetsAt } } } consumer { name windows { name } } } }`;

type Window = { readonly name: string; readonly limit: number; readonly windowSeconds: number };
const WINDOWS: Readonly<Record<string, readonly Window[]>> = {
  VISUAL_VISITOR: [
    { name: 'ip-20m', limit: 200, windowSeconds: 1_200 },
    { name: 'key-day', limit: 5_000, windowSeconds: 86_400 },
  ],
  VISIT: [{ name: 'in-flight', limit: 2, windowSeconds: 0 }],
  NOTIFY_VISITORS: [
    { name: 'users-minute', limit: 100, windowSeconds: 60 },
    { name: 'reports-minute', limit: 50, windowSeconds: 60 },
  ],
  IADVIZE: [],
};

/** What quota says when so many slots are used, with the instant at which the first comes free. */
function quota(used: Readonly<Record<string, number>>) {
  const upstreams = Object.entries(WINDOWS).map(([upstream, windows]) => ({
    upstream,
    credentials: [
      {
        label: 'key-1',
        windows: windows.map(({ name, limit, windowSeconds }) => {
          const spent = used[name] ?? 0;
          const free = new Date(NOW + windowSeconds * 1000).toISOString().replace('.000Z', 'Z');
          const resetsAt = spent === 0 ? null : free;
          return { name, limit, windowSeconds, used: spent, reserved: 0, remaining: limit - spent, resetsAt };
        }),
      },
    ],
  }));
  return {
    quota: { upstreams: expect.toSatisfy(sameMembers(upstreams)), consumer: { name: 'anonymous', windows: [] } },
  };
}

/** In whatever order upstreams and windows come. */
function sameMembers(wanted: readonly unknown[]) {
  const flat = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(ordered(row))).sort();
  return (given: readonly unknown[]) => JSON.stringify(flat(given)) === JSON.stringify(flat(wanted));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(ordered(one))).sort();
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  );
}

const WORK = `query Work { expos { nodes { id } } leads(product: PLUS_PERSON, first: 1) { nodes { id } }
  campaignReports(first: 1) { nodes { id } } operators(first: 1) { nodes { id } }
  person(email: "nobody@example.org") { profile { userId } } }`;
const NAMELESS = '{ expo(id: "0000000000000") { name } }';
const RANGE = 'from: "2026-01-15T09:10:30Z", to: "2026-01-15T09:40:10Z"';

describe('Quota and usage', () => {
  let gateway: TestGateway;
  let clock: VirtualClock;
  beforeEach(async () => {
    clock = createVirtualClock(NOW);
    gateway = await startGateway({ clock });
  });
  afterEach(async () => {
    expect(gateway.violations()).toEqual([]);
    await gateway[Symbol.asyncDispose]();
  });
  const data = async (query: string): Promise<unknown> => {
    const answer = await gateway.ask(query);
    expect(answer.errors).toEqual([]);
    return answer.data;
  };
  const usage = (rest: string, fields: string): Promise<unknown> => data(`{ usage(${rest}) { ${fields} } }`);

  it('quota lists every window of every credential and costs nothing', async () => {
    expect(await data(QUOTA)).toEqual(quota({}));
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('quota counts the calls of each window', async () => {
    await data(WORK);
    expect(await data(QUOTA)).toEqual(quota({ 'ip-20m': 1, 'key-day': 1, 'users-minute': 1, 'reports-minute': 1 }));
    expect(gateway.takeCalls().length).toBe(5);
  });

  it('quota gives a slot back one window after its call', async () => {
    await data(WORK);
    clock.advance(60_001);
    expect(await data(QUOTA)).toEqual(quota({ 'ip-20m': 1, 'key-day': 1 }));
  });

  it('usage is empty before the first call', async () => {
    expect(await usage(`${RANGE}, resolution: MINUTE`, 'start calls')).toEqual({ usage: [] });
  });

  it('usage counts calls by upstream, and cache hits beside them', async () => {
    await data(WORK);
    // What was read in the same millisecond counts as just read.
    clock.advance(1);
    await data(WORK);
    const row = (upstream: string, calls: number) => ({
      start: '2026-01-15T09:00:00Z',
      upstream,
      consumer: null,
      calls,
      shared: 0,
      cacheHits: calls,
      errors: 0,
      throttled: 0,
    });
    expect(
      await usage(
        `${RANGE}, resolution: HOUR, groupBy: [UPSTREAM]`,
        'start upstream consumer calls shared cacheHits errors throttled',
      ),
    ).toEqual({ usage: [row('IADVIZE', 1), row('NOTIFY_VISITORS', 2), row('VISIT', 1), row('VISUAL_VISITOR', 1)] });
  });

  it('usage names operations, consumers, credentials and outcomes', async () => {
    await data(NAMELESS);
    expect(
      await usage(
        `${RANGE}, resolution: MINUTE, groupBy: [OPERATION, CONSUMER, CREDENTIAL, OUTCOME]`,
        'start operation consumer credential outcome calls errors',
      ),
    ).toEqual({
      usage: [
        {
          start: '2026-01-15T09:30:00Z',
          operation: createHash('sha256').update(NAMELESS).digest('hex').slice(0, 12),
          consumer: 'anonymous',
          credential: 'key-1',
          outcome: 'NOT_FOUND',
          calls: 1,
          errors: 0,
        },
      ],
    });
  });

  it('usage filters, and widens its range to whole buckets', async () => {
    await data(WORK);
    await gateway.ask('query Other { campaignReport(campaignId: "nobody") { name } }', {
      headers: { 'x-api-key': 'sandbox' },
    });
    const day = { start: '2026-01-15T00:00:00Z', calls: 1 };
    const late = 'from: "2026-01-15T23:00:00Z", to: "2026-01-15T23:00:01Z", resolution: DAY';
    expect(await usage(`${late}, filter: { upstream: IADVIZE }`, 'start calls')).toEqual({ usage: [day] });
    expect(await usage(`${late}, filter: { operation: "Other" }`, 'start calls')).toEqual({ usage: [day] });
    expect(await usage(`${late}, filter: { consumer: "sandbox" }`, 'start calls')).toEqual({ usage: [day] });
    expect(await usage(`${late}, filter: { consumer: "nobody" }`, 'start calls')).toEqual({ usage: [] });
    const month = 'from: "2026-01-02T00:00:00Z", to: "2026-01-03T00:00:00Z", resolution: MONTH';
    expect(await usage(month, 'start calls')).toEqual({ usage: [{ start: '2026-01-01T00:00:00Z', calls: 6 }] });
  });

  it('usage leaves out what lies past its range', async () => {
    await data(WORK);
    const past = 'from: "2026-01-15T09:00:00Z", to: "2026-01-15T09:30:00Z", resolution: MINUTE';
    expect(await usage(past, 'calls')).toEqual({ usage: [] });
  });
});
