import type { StatisticIndicator } from './statistic-indicators.ts';

/** What figures are asked about. Epoch milliseconds, `from` inclusive and `to` exclusive; without both: today. */
export type StatisticScope = {
  readonly channel: string;
  /** Sorted, each once; null: every website. */
  readonly websiteIds: readonly string[] | null;
  readonly from?: number;
  readonly to?: number;
};

/** One question to the upstream but for the indicators. */
export type StatisticQuestion = StatisticScope & {
  /** Groups the figures: `operator`, `group`, `skill`, `rule`, `contact_type`, `page_type`. */
  readonly resource?: string;
  readonly resourceId?: string;
  /** `hour`, `day`, `month`. */
  readonly granularity?: string;
};

/** One figure of one indicator, in its place. */
export type StatisticCell = {
  /** Null where figures are not grouped. */
  readonly resourceId: string | null;
  /** Epoch milliseconds; null where figures are not cut by time. */
  readonly start: number | null;
  readonly value: number | null;
};

/** A figure with what it means. */
export type IndicatorValue = {
  readonly indicator: StatisticIndicator;
  readonly value: number | null;
  /** The websites that it covers; null: every one. */
  readonly websiteIds: readonly string[] | null;
};

/** What figures are grouped by. */
type Grouped = { readonly resource: string | null; readonly resourceId: string | null };

export type ResourceStatistic = Grouped & { readonly resourceId: string; readonly values: readonly IndicatorValue[] };

export type StatisticPoint = Grouped & IndicatorValue & { readonly start: number };
