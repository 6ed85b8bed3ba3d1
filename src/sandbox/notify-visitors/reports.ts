import type { Random } from '../kit/random.ts';
import { DAY_MS } from '../world.ts';
import { type AccountCalendar, dayText, TIMESTAMP_FORMS, writeTimestamp } from './calendar.ts';
import { bySendingTime, type CampaignRecord, type CampaignStore, isSent } from './campaigns.ts';
import { ACTIVE_DAYS, type Channel, type FigureBook, isActive, METRIC_NAMES, type Metrics } from './figures.ts';
import type { DayRange } from './parameters.ts';

/** What the reports say, before it is written the vendor's way. */
export type Reports = {
  /** Undefined range: the whole life of the campaign. Zeros before it is sent. */
  metrics(record: CampaignRecord, range?: DayRange): Metrics;
  /** Campaigns sent up to the last day of the range that have any activity in it, newest sending first. */
  list(range: DayRange, channel?: Channel): readonly CampaignRecord[];
};

type ReportParts = {
  readonly campaigns: CampaignStore;
  readonly figures: FigureBook;
  readonly calendar: AccountCalendar;
  readonly now: () => number;
};

function remembered<K extends object>(make: (key: K) => number): (key: K) => number {
  const held = new WeakMap<K, number>();
  return (key) => {
    const value = held.get(key) ?? make(key);
    held.set(key, value);
    return value;
  };
}

/** A list asks for today's number hundreds of times; days begin at whole minutes in every zone. */
function lastMinute(calendar: AccountCalendar): (epochMs: number) => number {
  let minute = Number.NaN;
  let day = 0;
  return (epochMs) => {
    const asked = Math.floor(epochMs / 60_000);
    if (asked !== minute) {
      minute = asked;
      day = calendar.dayOf(epochMs);
    }
    return day;
  };
}

/** Days after the account's today have not happened: they count nothing yet. */
export function createReports({ campaigns, figures, calendar, now }: ReportParts): Reports {
  const sentDayOf = remembered((record: CampaignRecord & { readonly sentAt: number }) => calendar.dayOf(record.sentAt));
  const todayAt = lastMinute(calendar);
  const metrics = (record: CampaignRecord, range?: DayRange): Metrics => {
    if (!isSent(record, now())) return figures.over(record, -1, -1);
    const sentDay = sentDayOf(record);
    const today = todayAt(now()) - sentDay;
    if (range === undefined) return figures.over(record, 0, today);
    return figures.over(record, range.from - sentDay, Math.min(range.to - sentDay, today));
  };
  /** Spares the time zone arithmetic for campaigns that are days away from the range. */
  const mayBeActive = (record: CampaignRecord, range: DayRange): boolean => {
    if (!isSent(record, now())) return false;
    const day = Math.floor(record.sentAt / DAY_MS);
    return day <= range.to + 1 && day + ACTIVE_DAYS >= range.from - 1;
  };
  return {
    metrics,
    list: (range, channel) =>
      [...campaigns.all()]
        .filter((record) => channel === undefined || record.channel === channel)
        .filter((record) => mayBeActive(record, range) && isActive(metrics(record, range)))
        .sort(bySendingTime),
  };
}

/** Writes records as the vendor does, habits and slips included; the same record is always written the same way. */
export type ReportWriter = {
  summary(record: CampaignRecord, range?: DayRange): unknown;
  days(record: CampaignRecord, range: DayRange): unknown;
};

type WriterParts = {
  readonly reports: Reports;
  readonly random: Random;
  readonly calendar: AccountCalendar;
  readonly currency: string;
  readonly now: () => number;
};

/** Numbers as text now and then; a channel's missing metrics are null, for a few campaigns left out. */
function metricsOnWire(parts: WriterParts, { draw }: CampaignRecord, metrics: Metrics, row: number): object {
  const { random, currency } = parts;
  const asText = (column: number): boolean => random.chance('nv-number-text', (draw * 64 + row) * 16 + column, 0.1);
  const spare = random.chance('nv-nulls-left-out', draw, 0.08);
  const counted = METRIC_NAMES.flatMap((name, column): [string, number | string | null][] => {
    const value = metrics[name];
    if (value === null) return spare ? [] : [[name, null]];
    return [[name, asText(column) ? String(value) : value]];
  });
  const money = random.fraction('nv-currency', draw);
  return {
    ...Object.fromEntries(counted),
    revenue: random.chance('nv-revenue-text', draw, 0.3) ? metrics.revenue.toFixed(2) : metrics.revenue,
    ...(money < 0.8 ? { currency } : money < 0.9 ? { currency: null } : {}),
  };
}

/** A whole number as JSON number now and then, where its digits allow it. */
function idOnWire(random: Random, { campaignId, draw }: CampaignRecord): string | number {
  const whole = /^[1-9]\d{0,14}$/.test(campaignId);
  return whole && random.chance('nv-id-number', draw, 0.17) ? Number(campaignId) : campaignId;
}

function timesOnWire({ random, calendar, now }: WriterParts, record: CampaignRecord): object {
  const write = (epochMs: number | null, column: number): string | null =>
    epochMs === null
      ? null
      : writeTimestamp(calendar, epochMs, random.pick('nv-time-form', record.draw * 4 + column, TIMESTAMP_FORMS));
  return {
    created_at: write(record.createdAt, 0),
    scheduled_at: write(record.scheduledAt, 1),
    sent_at: isSent(record, now()) ? write(record.sentAt, 2) : null,
  };
}

export function createReportWriter(parts: WriterParts): ReportWriter {
  const { reports, random } = parts;
  return {
    summary: (record, range) => ({
      campaign_id: idOnWire(random, record),
      campaign_name: record.name,
      channel: record.channel,
      platform: record.platform,
      type: record.type,
      ...(record.segment === null && random.chance('nv-segment-left-out', record.draw, 0.3)
        ? {}
        : { segment_id: record.segment?.id ?? null, segment_name: record.segment?.name ?? null }),
      status: record.status,
      ...timesOnWire(parts, record),
      ...metricsOnWire(parts, record, reports.metrics(record, range), 0),
      ...(random.chance('nv-label', record.draw, 0.15) ? { label: 'exhibitors', ab_variants: [] } : {}),
    }),
    days: (record, range) => ({
      campaign_id: idOnWire(random, record),
      channel: record.channel,
      days: Array.from({ length: range.to - range.from + 1 }, (_, step) => {
        const day = range.from + step;
        const metrics = reports.metrics(record, { from: day, to: day });
        return { date: dayText(day), ...metricsOnWire(parts, record, metrics, 1 + (day % 60)) };
      }),
    }),
  };
}
