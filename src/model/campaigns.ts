import type { Json } from '../base/canonical.ts';

/** Calendar days of the account, `YYYY-MM-DD`, both included. */
export type CampaignRange = { readonly from: string; readonly to: string };

/** Counts over a range or a day. Null: the channel has no such metric, or its number is not known. */
export type CampaignMetrics = {
  readonly sent: number | null;
  readonly delivered: number | null;
  readonly opened: number | null;
  /** Null also in a range that took several reads: unique counts do not add up. */
  readonly uniqueOpened: number | null;
  readonly read: number | null;
  readonly clicked: number | null;
  /** Null also in a range that took several reads. */
  readonly uniqueClicked: number | null;
  readonly dismissed: number | null;
  readonly bounced: number | null;
  readonly rejected: number | null;
  readonly unsubscribed: number | null;
  readonly conversions: number | null;
  /** In `currency`. */
  readonly revenue: number | null;
  /** ISO 4217. Null if it is neither sent nor configured. */
  readonly currency: string | null;
};

/** What one campaign did in a range, or in its whole life. */
export type CampaignReport = {
  readonly campaignId: string;
  /** Null: the whole life of the campaign. */
  readonly range: CampaignRange | null;
  readonly name: string | null;
  readonly channel: string | null;
  /** `web`, `android` or `ios`; push only. */
  readonly platform: string | null;
  /** How it was sent: `broadcast`, `segment`, `journey` and so on. */
  readonly type: string | null;
  readonly status: string | null;
  readonly segmentId: string | null;
  readonly segmentName: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Epoch milliseconds. */
  readonly scheduledAt: number | null;
  /** Epoch milliseconds; null for a campaign that was not sent yet. */
  readonly sentAt: number | null;
  /** Absent: not read yet. */
  readonly metrics?: CampaignMetrics;
};

export type CampaignDay = { readonly date: string; readonly metrics: CampaignMetrics };

/** The profile of a recipient. All of it is personal data. */
export type CustomerProfile = {
  /** 1 to 100 characters. */
  readonly userId: string;
  /** Normalised. */
  readonly email: string | null;
  /** As sent, E.164 as a rule. */
  readonly mobile: string | null;
  readonly name: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly gender: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly emailOptIn: boolean | null;
  readonly smsOptIn: boolean | null;
  readonly whatsappOptIn: boolean | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Epoch milliseconds. */
  readonly lastSeenAt: number | null;
  /** All attributes as sent, the standard ones included; integers beyond 2^53 are texts. */
  readonly attributes: { readonly [name: string]: Json | undefined } | null;
};

/** Without both days: the last 30 days. */
export type CampaignReportFilter = {
  /** `YYYY-MM-DD`, included. */
  readonly from?: string;
  /** `YYYY-MM-DD`, included. */
  readonly to?: string;
  readonly channel?: string;
};
