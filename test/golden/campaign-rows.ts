import { expect } from 'vitest';
import type { CampaignRecord } from '../../src/sandbox/notify-visitors/campaigns.ts';
import type { Metrics } from '../../src/sandbox/notify-visitors/figures.ts';
import { instant } from './forms.ts';
import type { Truth } from './golden.ts';

export type Range = { readonly from: string; readonly to: string };
type Loose = Readonly<Record<string, unknown>>;

export const REPORT = 'sourceId name channel platform type status segmentId segmentName createdAt scheduledAt sentAt';
export const METRICS = `{ sent delivered opened uniqueOpened read clicked uniqueClicked dismissed bounced rejected
  unsubscribed conversions revenue currency }`;

/** The last 30 days on 15 January 2026. */
export const LAST_30: Range = { from: '2025-12-17', to: '2026-01-15' };

export function campaign({ notifyVisitors }: Truth, id: string): CampaignRecord {
  const found = notifyVisitors.truth.campaign(id);
  if (found === undefined) throw new RangeError(`no campaign ${id}`);
  return found;
}

/** One of the vendor's forms of time drops the seconds. */
export function moment(epochMs: number | null): unknown {
  const exact = instant(epochMs);
  return exact === null ? null : expect.toBeOneOf([exact, exact.replace(/:\d\dZ$/, ':00Z')]);
}

export function reportRow(truth: Truth, id: string): Loose {
  const { name, channel, platform, type, status, segment, createdAt, scheduledAt, sentAt } = campaign(truth, id);
  return {
    ...{ sourceId: id, name, channel, platform, type, status },
    segmentId: segment?.id ?? null,
    segmentName: segment?.name ?? null,
    createdAt: moment(createdAt),
    scheduledAt: moment(scheduledAt),
    sentAt: moment(sentAt),
  };
}

function figures(metrics: Metrics): Record<string, number | null> {
  const { unique_opened: uniqueOpened, unique_clicked: uniqueClicked, ...rest } = metrics;
  return { ...rest, uniqueOpened, uniqueClicked };
}

/** The account's currency is sent with most figures, not with all. */
export function metricsRow({ notifyVisitors }: Truth, id: string, range?: Range): Loose {
  return { ...figures(notifyVisitors.truth.metrics(id, range)), currency: expect.toBeOneOf(['INR', null]) };
}

/** Sums of several reads: unique counts do not add up, and what a channel does not have stays null. */
export function summedRow(truth: Truth, id: string, parts: readonly Range[]): Loose {
  const read = parts.map((part) => figures(truth.notifyVisitors.truth.metrics(id, part)));
  const sums = Object.keys(read[0] ?? {}).map((name) => {
    const values = read.map((one) => one[name] ?? null);
    const sum = values.includes(null) ? null : values.reduce((total: number, value) => total + (value ?? 0), 0);
    return [name, sum === null ? null : Number(sum.toFixed(6))];
  });
  const unique = { uniqueOpened: null, uniqueClicked: null };
  return { ...Object.fromEntries(sums), ...unique, currency: expect.toBeOneOf(['INR', null]) };
}

export function days({ from, to }: Range): readonly string[] {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return Array.from({ length }, (_, day) => new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10));
}

export function campaignIds({ notifyVisitors }: Truth, range: Range, channel?: CampaignRecord['channel']) {
  return notifyVisitors.truth.campaignIds(range, channel);
}

function call(path: string, query: string): string {
  return `NOTIFY_VISITORS GET /api/v1/report/${path} ${query}`;
}

export function reports({ from, to }: Range, channel?: string): string {
  return call(
    'campaigns',
    `${channel === undefined ? '' : `channel=${channel}&`}from=${from}&to=${to}&page=1&limit=100`,
  );
}

export function report(id: string, range?: Range): string {
  const query = range === undefined ? '' : `&from=${range.from}&to=${range.to}`;
  return call('campaign', `campaign_id=${id}${query}`);
}

export function daily(id: string, { from, to }: Range): string {
  return call('campaign/daily', `campaign_id=${id}&from=${from}&to=${to}`);
}
