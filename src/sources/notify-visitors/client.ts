import { type Leaf, listOf, WRONG } from '../../base/decode.ts';
import type { DriftCounter } from '../../base/drift.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { View } from '../../loading/view.ts';
import type { CampaignDay, CampaignRange, CampaignReport, CustomerProfile } from '../../model/campaigns.ts';
import type { CallScope, EndpointRow, OutboundCall, Send } from '../../transport/call.ts';
import type { AccountTime } from './account-time.ts';
import { NOTIFY_VISITORS, PAGE_SIZE } from './endpoints.ts';
import { openEnvelope } from './envelope.ts';
import { toDay, toProfile, toReport } from './map.ts';
import { campaignsWire, createWire, daysWire } from './wire.ts';

/** One page of the list of reports. */
export type ReportPage = {
  readonly items: readonly CampaignReport[];
  /** Whether a page follows. */
  readonly more: boolean;
  /** How many rows there are over all pages; null if the answer does not say. */
  readonly total: number | null;
};

/** The campaigns with a report in a range of at most 30 days. */
export type ReportQuery = { readonly range: CampaignRange; readonly channel: string | undefined };

/** Every row of the endpoint table as a function. A record that does not exist is null. */
export type NotifyVisitorsClient = {
  profile(scope: CallScope, userId: string): Promise<CustomerProfile | null>;
  reports(scope: CallScope, query: ReportQuery, page: number): Promise<ReportPage>;
  /** Without range: lifetime. */
  report(scope: CallScope, campaignId: string, range: CampaignRange | null): Promise<CampaignReport | null>;
  days(scope: CallScope, campaignId: string, range: CampaignRange): Promise<readonly CampaignDay[] | null>;
};

export type ClientOptions = {
  readonly send: Send;
  readonly drifts: DriftCounter;
  readonly view: View;
  readonly time: AccountTime;
  /** ISO 4217, for answers without one; null if it is not known. */
  readonly currency: string | null;
};

type Asked = Pick<OutboundCall, 'query' | 'body'> & { readonly row: EndpointRow };

function badResponse(): UpstreamError {
  return new UpstreamError('NOTIFY_VISITORS', 'UPSTREAM_BAD_RESPONSE');
}

function sameId(given: string, asked: string): boolean {
  return given.trim().toLowerCase() === asked.trim().toLowerCase();
}

/** Whether another page follows, by the first thing that tells. */
function hasMore(
  { received, page }: { readonly received: number; readonly page: number },
  told: { readonly total: number | null; readonly total_pages: number | null } | null,
): boolean {
  if (received === 0) return false;
  if (typeof told?.total_pages === 'number') return page < told.total_pages;
  if (typeof told?.total === 'number') return page * PAGE_SIZE < told.total;
  return received >= PAGE_SIZE;
}

/** Asks and decodes the data; null if the record does not exist. */
function createAsk({ send, drifts, view }: ClientOptions) {
  return async <W>(scope: CallScope, { row, ...parts }: Asked, wire: Leaf<W>): Promise<W | null> => {
    const call = { row, path: row.path, credentials: view.credentials, attempt: 1, ...parts };
    const answer = await send(call, scope);
    if (answer.outcome === 'NOT_FOUND') return null;
    const data = wire(openEnvelope(answer.body).data, drifts.at(row.id), '');
    if (data === WRONG) throw badResponse();
    return data;
  };
}

export function createNotifyVisitorsClient(options: ClientOptions): NotifyVisitorsClient {
  const { drifts, time, currency } = options;
  const ask = createAsk(options);
  const wire = createWire(time);
  return {
    profile: async (scope, userId) => {
      const row = await ask(scope, { row: NOTIFY_VISITORS.user, body: { userID: userId } }, wire.profile);
      if (row !== null && !sameId(row.userID, userId)) throw badResponse();
      return row === null ? null : toProfile(row);
    },
    reports: async (scope, { range, channel }, page) => {
      const query = {
        ...(channel !== undefined && { channel }),
        ...range,
        page: String(page),
        limit: String(PAGE_SIZE),
      };
      const data = await ask(scope, { row: NOTIFY_VISITORS.campaigns, query }, campaignsWire);
      if (data === null) throw badResponse();
      const rows = listOf(wire.summary)(data.campaigns, drifts.at(NOTIFY_VISITORS.campaigns.id), 'campaigns');
      if (rows === WRONG) throw badResponse();
      return {
        items: rows.map((row) => toReport(row, range, currency)),
        more: hasMore({ received: data.campaigns.length, page }, data.pagination),
        total: data.pagination?.total ?? null,
      };
    },
    report: async (scope, campaignId, range) => {
      const query = { campaign_id: campaignId, ...range };
      const row = await ask(scope, { row: NOTIFY_VISITORS.campaign, query }, wire.summary);
      if (row !== null && row.campaign_id !== campaignId) throw badResponse();
      return row === null ? null : toReport(row, range, currency);
    },
    days: async (scope, campaignId, range) => {
      const query = { campaign_id: campaignId, ...range };
      const data = await ask(scope, { row: NOTIFY_VISITORS.days, query }, daysWire);
      if (data === null) return null;
      if (data.campaign_id !== null && data.campaign_id !== campaignId) throw badResponse();
      return data.days.map((row) => toDay(row, currency));
    },
  };
}
