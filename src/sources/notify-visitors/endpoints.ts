import type { EndpointRow } from '../../transport/call.ts';
import type { WindowSpec } from '../../transport/quota/ledger.ts';

const DOCS = 'https://docs.notifyvisitors.com/reference/';

/** Largest page of the list of reports. */
export const PAGE_SIZE = 100;
/** No report covers more days than this, the first and the last included. */
export const LONGEST_RANGE_DAYS = 30;
export const LONGEST_USER_ID = 100;
export const LONGEST_CAMPAIGN_ID = 64;

/** Every channel that the contract lists; others cannot be asked for. */
export const CHANNELS = ['push', 'email', 'sms', 'whatsapp'] as const;

/** Ages of reports over days that ended more than a week ago: late conversions no longer change them. */
export const CLOSED_REPORTS = 'notify-visitors.reports-closed';

/** The vendor counts each group of endpoints by itself. */
export const NOTIFY_VISITORS_WINDOWS: readonly WindowSpec[] = [
  { name: 'users-minute', limit: 100, seconds: 60, per: 'credential' },
  { name: 'reports-minute', limit: 50, seconds: 60, per: 'credential' },
];

const common = {
  upstream: 'NOTIFY_VISITORS',
  visibility: 'account',
  leftIn: 'x-ratelimit-remaining',
  safeToRepeat: true,
} as const;
/** No page documents the reports: paths, parameters and fields are assumed. */
const report = {
  ...common,
  method: 'GET',
  quota: ['reports-minute'],
  ages: 'notify-visitors.reports',
  evidence: 'assumed',
  docs: `${DOCS}getting-started-with-api-1`,
} as const;

export const NOTIFY_VISITORS = {
  user: {
    ...common,
    id: 'notify-visitors.user',
    method: 'POST',
    path: '/api/v1/user/userData',
    paging: 'none',
    bounds: 'userID of 1 to 100 characters',
    quota: ['users-minute'],
    ages: 'notify-visitors.user',
    evidence: 'assumed',
    docs: `${DOCS}users`,
  },
  campaigns: {
    ...report,
    id: 'notify-visitors.campaigns.list',
    path: '/api/v1/report/campaigns',
    paging: { by: 'page', size: PAGE_SIZE },
    bounds: 'from and to, at most 30 days; page 1 or more; limit 1 to 100; channel push, email, sms or whatsapp',
  },
  campaign: {
    ...report,
    id: 'notify-visitors.campaigns.item',
    path: '/api/v1/report/campaign',
    paging: 'none',
    bounds: 'campaign_id of 1 to 64 characters; from and to, at most 30 days, or neither: lifetime',
  },
  days: {
    ...report,
    id: 'notify-visitors.campaigns.days',
    path: '/api/v1/report/campaign/daily',
    paging: 'none',
    bounds: 'campaign_id of 1 to 64 characters; from and to, at most 30 days',
  },
} as const satisfies Record<string, EndpointRow>;
