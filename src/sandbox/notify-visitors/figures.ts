import type { Random } from '../kit/random.ts';
import type { Campaign } from '../world.ts';

export type Channel = Campaign['channel'];

export const CHANNELS: readonly Channel[] = ['push', 'email', 'sms', 'whatsapp'];

/** The vendor's names, in the order of the summary object. Revenue is beside them. */
export const METRIC_NAMES = [
  'sent',
  'delivered',
  'opened',
  'unique_opened',
  'read',
  'clicked',
  'unique_clicked',
  'dismissed',
  'bounced',
  'rejected',
  'unsubscribed',
  'conversions',
] as const;

type MetricName = (typeof METRIC_NAMES)[number];

/** Null: the channel has no such metric. Revenue is a decimal in the account's currency, exact to the cent. */
export type Metrics = Readonly<Record<MetricName, number | null>> & { readonly revenue: number };

/** What the figures of a campaign depend on, and nothing else. */
export type FigureSource = {
  /** Distinguishes campaigns in the random streams. */
  readonly draw: number;
  readonly channel: Channel;
  /** Recipients. */
  readonly volume: number;
  /** Sends day by day (journeys) rather than all on the first day. */
  readonly steady: boolean;
};

type Counts = Readonly<Record<MetricName, number>> & { readonly revenueCents: number };

/** A campaign's activity fades out over this many days, the day of sending included. */
export const ACTIVE_DAYS = 45;

const HAS: Readonly<Record<Channel, ReadonlySet<MetricName>>> = {
  push: new Set(['delivered', 'clicked', 'unique_clicked', 'dismissed', 'unsubscribed', 'conversions']),
  email: new Set([
    'sent',
    'delivered',
    'opened',
    'unique_opened',
    'clicked',
    'unique_clicked',
    'bounced',
    'rejected',
    'unsubscribed',
    'conversions',
  ]),
  sms: new Set(['sent', 'delivered', 'clicked', 'unique_clicked', 'rejected', 'conversions']),
  whatsapp: new Set(['sent', 'delivered', 'read', 'conversions']),
};

const UNIQUES: ReadonlySet<MetricName> = new Set(['unique_opened', 'unique_clicked']);
const FADE_DAYS = 8;
const FADE_SUM = 1 / (1 - Math.exp(-1 / FADE_DAYS));

function countsOn(random: Random, source: FigureSource, age: number): Counts {
  const { draw, channel, volume, steady } = source;
  const chance = (stream: string): number => random.fraction(stream, draw * 64 + age);
  const weight = Math.exp(-age / FADE_DAYS) / FADE_SUM;
  const sent = Math.floor(volume * (steady ? weight : age === 0 ? 1 : 0));
  const bounced = channel === 'email' ? Math.floor(sent * 0.03 * chance('nv-bounced')) : 0;
  const rejected = channel === 'email' || channel === 'sms' ? Math.floor(sent * 0.02 * chance('nv-rejected')) : 0;
  const lost = channel === 'email' ? 0 : Math.floor(sent * 0.05 * chance('nv-lost'));
  const reached = volume * 0.9 * weight * (0.7 + 0.6 * chance('nv-reached'));
  const opened = Math.floor(reached * 0.45);
  const clicked = Math.floor(reached * 0.12);
  const read = Math.floor(reached * 0.6);
  const conversions = Math.floor((channel === 'whatsapp' ? read * 0.03 : clicked * 0.15) * chance('nv-converted'));
  return {
    sent,
    delivered: sent - bounced - rejected - lost,
    opened,
    unique_opened: opened - Math.floor(opened * 0.25 * chance('nv-unique-opened')),
    read,
    clicked,
    unique_clicked: clicked - Math.floor(clicked * 0.2 * chance('nv-unique-clicked')),
    dismissed: Math.floor(reached * 0.2),
    bounced,
    rejected,
    unsubscribed: Math.floor(reached * 0.01 * chance('nv-unsubscribed')),
    conversions,
    revenueCents: conversions * (1_999 + Math.floor(8_000 * chance('nv-basket'))),
  };
}

const ZERO: Counts = {
  ...(Object.fromEntries(METRIC_NAMES.map((name) => [name, 0])) as Record<MetricName, number>),
  revenueCents: 0,
};

/**
 * Unique people over several days: the busiest day plus three fifths of the rest. So it grows with the range, never exceeds
 * the sum of the days, and is less than it as soon as two days count anybody.
 */
function uniqueOver(days: readonly Counts[], name: MetricName): number {
  const values = days.map((day) => day[name]);
  const sum = values.reduce((total, value) => total + value, 0);
  return Math.floor((2 * Math.max(0, ...values) + 3 * sum) / 5);
}

function toMetrics(channel: Channel, days: readonly Counts[]): Metrics {
  const total = (name: MetricName): number =>
    UNIQUES.has(name) ? uniqueOver(days, name) : days.reduce((sum, day) => sum + day[name], 0);
  const counted = Object.fromEntries(
    METRIC_NAMES.map((name) => [name, HAS[channel].has(name) ? total(name) : null]),
  ) as Record<MetricName, number | null>;
  return { ...counted, revenue: days.reduce((sum, day) => sum + day.revenueCents, 0) / 100 };
}

/** Figures of campaigns; those of one (campaign, day) are always the same. */
export type FigureBook = {
  /** Over the ages (days since the sending) firstAge to lastAge, both included; ages outside the active days count nothing. */
  over(source: FigureSource, firstAge: number, lastAge: number): Metrics;
};

export function createFigureBook(random: Random): FigureBook {
  const known = new WeakMap<FigureSource, readonly Counts[]>();
  const daysOf = (source: FigureSource): readonly Counts[] => {
    const held = known.get(source);
    if (held !== undefined) return held;
    const made = Array.from({ length: ACTIVE_DAYS }, (_, age) => countsOn(random, source, age));
    known.set(source, made);
    return made;
  };
  return {
    over: (source, firstAge, lastAge) => {
      const days = lastAge < 0 ? [] : daysOf(source).slice(Math.max(0, firstAge), lastAge + 1);
      return toMetrics(source.channel, days.length === 0 ? [ZERO] : days);
    },
  };
}

/** Any metric that is not zero, revenue included. */
export function isActive(metrics: Metrics): boolean {
  return metrics.revenue !== 0 || METRIC_NAMES.some((name) => (metrics[name] ?? 0) !== 0);
}
