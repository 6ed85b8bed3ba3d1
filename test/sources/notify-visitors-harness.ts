import { expect } from 'vitest';
import type { CampaignMetrics } from '../../src/model/campaigns.ts';
import type { Metrics } from '../../src/sandbox/notify-visitors/figures.ts';
import {
  type NotifyVisitorsOptions,
  startNotifyVisitorsSimulator,
} from '../../src/sandbox/notify-visitors/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { NOTIFY_VISITORS_WINDOWS } from '../../src/sources/notify-visitors/endpoints.ts';
import { authorizeNotifyVisitors, createNotifyVisitorsSource } from '../../src/sources/notify-visitors/source.ts';
import { notifyVisitorsVerdict } from '../../src/sources/notify-visitors/wire.ts';
import { createSourceHarness, type Operation, type OperationOptions } from '../support/source-harness.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

/** 15:00 in India: both calendars show the same day. */
export const NOW = Date.UTC(2026, 4, 20, 9, 30);
export const DAY_MS = 86_400_000;
export const LIST = '/api/v1/report/campaigns';
export const ITEM = '/api/v1/report/campaign';
export const DAILY = '/api/v1/report/campaign/daily';
export const USER = '/api/v1/user/userData';

const CREDENTIALS = { brandId: '4711', apiKey: 'nv-key', accessToken: 'nv-token' };

/** The day so many days before today. */
export function day(back: number, now: number = NOW): string {
  return new Date(now - back * DAY_MS).toISOString().slice(0, 10);
}

export type StartOptions = Partial<Omit<NotifyVisitorsOptions, 'world' | 'now'>> & {
  readonly size?: number;
  readonly startAt?: number;
  readonly secret?: object;
  /** The source's own, for answers without one. */
  readonly ownCurrency?: string;
};

/** The simulator, the engine and the source over it, on one virtual clock. */
export async function start(options: StartOptions = {}) {
  const { size = 1, startAt = NOW, secret, ownCurrency, ...rest } = options;
  const clock = createVirtualClock(startAt);
  const world = createWorld({ seed: 4, size, now: startAt });
  const simulator = await startNotifyVisitorsSimulator({ world, now: clock.now, ...CREDENTIALS, ...rest });
  const harness = createSourceHarness({
    upstream: 'NOTIFY_VISITORS',
    baseUrl: simulator.origin,
    windows: NOTIFY_VISITORS_WINDOWS,
    credentials: [
      {
        label: 'key-1',
        secret: JSON.stringify(secret ?? { brandId: CREDENTIALS.brandId, key: CREDENTIALS.apiKey }),
      },
    ],
    authorize: authorizeNotifyVisitors,
    judge: notifyVisitorsVerdict,
    clock,
  });
  const { timeZone } = rest;
  const source = createNotifyVisitorsSource({
    ...harness,
    ...(timeZone !== undefined && { timeZone }),
    ...(ownCurrency !== undefined && { currency: ownCurrency }),
  });
  return {
    clock,
    world,
    simulator,
    harness,
    source,
    begin: (wish: OperationOptions = {}) => {
      const operation: Operation = harness.operation(wish);
      return { ...operation, reads: source.begin(operation.scope) };
    },
    /** The calls since the last look: path and query, or path and body. */
    calls: (): readonly string[] => {
      const seen = simulator.calls.map(({ path, query, body }) => `${path} ${query}${body}`);
      simulator.clearCalls();
      return seen;
    },
    [Symbol.asyncDispose]: async () => {
      await harness[Symbol.asyncDispose]();
      await simulator.close();
    },
  };
}

export type Started = Awaited<ReturnType<typeof start>>;

export function listCall(from: string, to: string, page = 1, channel?: string): string {
  return `${LIST} ${channel === undefined ? '' : `channel=${channel}&`}from=${from}&to=${to}&page=${page}&limit=100`;
}

/** The truth's figures in the model's words. */
export function modelOf(truth: Metrics, currency: string | null = 'INR'): CampaignMetrics {
  const { unique_opened: uniqueOpened, unique_clicked: uniqueClicked, ...rest } = truth;
  return { ...rest, uniqueOpened, uniqueClicked, currency };
}

/** The same over a range that took several reads. */
export function summed(metrics: CampaignMetrics): CampaignMetrics {
  return { ...metrics, uniqueOpened: null, uniqueClicked: null };
}

/** Figures but for the currency, which the simulator leaves out now and then. */
export function expectMetrics(actual: CampaignMetrics | null | undefined, expected: CampaignMetrics): void {
  expect(actual && { ...actual, currency: null }).toEqual({ ...expected, currency: null });
}
