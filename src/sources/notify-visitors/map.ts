import type {
  CampaignDay,
  CampaignMetrics,
  CampaignRange,
  CampaignReport,
  CustomerProfile,
} from '../../model/campaigns.ts';
import type { DayWire, MetricsWire, ProfileWire, SummaryWire } from './wire.ts';

/** `currency` is the account's own, for answers that leave it out. */
function toMetrics(wire: MetricsWire, currency: string | null): CampaignMetrics {
  return {
    sent: wire.sent,
    delivered: wire.delivered,
    opened: wire.opened,
    uniqueOpened: wire.unique_opened,
    read: wire.read,
    clicked: wire.clicked,
    uniqueClicked: wire.unique_clicked,
    dismissed: wire.dismissed,
    bounced: wire.bounced,
    rejected: wire.rejected,
    unsubscribed: wire.unsubscribed,
    conversions: wire.conversions,
    revenue: wire.revenue,
    currency: wire.currency ?? currency,
  };
}

export function toReport(wire: SummaryWire, range: CampaignRange | null, currency: string | null): CampaignReport {
  return {
    campaignId: wire.campaign_id,
    range,
    name: wire.campaign_name,
    channel: wire.channel,
    platform: wire.platform,
    type: wire.type,
    status: wire.status,
    segmentId: wire.segment_id,
    segmentName: wire.segment_name,
    createdAt: wire.created_at,
    scheduledAt: wire.scheduled_at,
    sentAt: wire.sent_at,
    metrics: toMetrics(wire, currency),
  };
}

export function toDay(wire: DayWire, currency: string | null): CampaignDay {
  return { date: wire.date, metrics: toMetrics(wire, currency) };
}

export function toProfile({ userID, user_attributes, created_at, last_seen }: ProfileWire): CustomerProfile {
  const standard = user_attributes?.standard;
  return {
    userId: userID,
    email: standard?.email ?? null,
    mobile: standard?.mobile ?? null,
    name: standard?.name ?? null,
    firstName: standard?.first_name ?? null,
    lastName: standard?.last_name ?? null,
    gender: standard?.gender ?? null,
    birthDate: standard?.birth_date ?? null,
    emailOptIn: standard?.email_opt_in ?? null,
    smsOptIn: standard?.sms_opt_in ?? null,
    whatsappOptIn: standard?.whatsapp_opt_in ?? null,
    createdAt: created_at,
    lastSeenAt: last_seen,
    attributes: user_attributes?.all ?? null,
  };
}
