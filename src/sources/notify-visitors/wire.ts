import type { Json } from '../../base/canonical.ts';
import {
  anything,
  decimal,
  email,
  flag,
  instant,
  integer,
  type Leaf,
  listOf,
  record,
  text,
  type ValueOf,
  WRONG,
} from '../../base/decode.ts';
import { NOT_JSON, type OutboundCall, type Reply } from '../../transport/call.ts';
import { type Verdict, verdictOfStatus } from '../../transport/steps/judge.ts';
import type { AccountTime } from './account-time.ts';
import { LONGEST_CAMPAIGN_ID, LONGEST_USER_ID, NOTIFY_VISITORS } from './endpoints.ts';
import { openEnvelope } from './envelope.ts';
import { dayNumber } from './ranges.ts';

/** Text or integer of so many characters at most. Half a surrogate pair cannot be sent back in a path or a body. */
function identifier(longest: number): Leaf<string> {
  return (input, drift, field) => {
    const id = text(input, drift, field);
    const isWhole = typeof input !== 'string' || input === id;
    return id !== WRONG && id.length >= 1 && id.length <= longest && isWhole ? id : WRONG;
  };
}

const campaignId = identifier(LONGEST_CAMPAIGN_ID);
const userId = identifier(LONGEST_USER_ID);

const count: Leaf<number> = (input, drift, field) => {
  const value = integer(input, drift, field);
  return value !== WRONG && value >= 0 ? value : WRONG;
};

/** Also out of an older date-time with offset, which says the day first. */
const day: Leaf<string> = (input) => {
  if (typeof input !== 'string') return WRONG;
  const date = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(input.trim())?.[1] ?? '';
  return dayNumber(date) === undefined ? WRONG : date;
};

/** Empty text stands for nothing. */
function orNothing<T>(leaf: Leaf<T>): Leaf<T | null> {
  return (input, drift, field) => (input === '' ? null : leaf(input, drift, field));
}

/**
 * Four forms are documented: `2013-01-26T07:31:05` and `2022-03-27 04:08:18` in the account's zone, `2013-01-26T07:31+0000`
 * and RFC 3339 with their own offset.
 */
function timestamp(time: AccountTime): Leaf<number> {
  return (input, drift, field) => {
    if (typeof input !== 'string') return WRONG;
    const plain = input.trim().replace(' ', 'T');
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(plain)) return instant(plain, drift, field);
    return time.instantOf(plain) ?? WRONG;
  };
}

const members: Leaf<{ readonly [name: string]: Json | undefined }> = (input) => {
  if (input === null || typeof input !== 'object') return WRONG;
  // An empty map may be written as an empty list.
  if (Array.isArray(input)) return input.length === 0 ? {} : WRONG;
  return input as { readonly [name: string]: Json | undefined };
};

const metrics = {
  sent: count,
  delivered: count,
  opened: count,
  unique_opened: count,
  read: count,
  clicked: count,
  unique_clicked: count,
  dismissed: count,
  bounced: count,
  rejected: count,
  unsubscribed: count,
  conversions: count,
  revenue: decimal,
  currency: orNothing(text),
};

const standardAttributes = record(
  {},
  {
    name: text,
    first_name: text,
    last_name: text,
    email,
    mobile: text,
    gender: text,
    birth_date: orNothing(day),
    email_opt_in: orNothing(flag),
    sms_opt_in: orNothing(flag),
    whatsapp_opt_in: orNothing(flag),
  },
);

/** The standard attributes decoded, beside all of them as sent. */
const attributes: Leaf<{
  readonly standard: ValueOf<typeof standardAttributes>;
  readonly all: ValueOf<typeof members>;
}> = (input, drift, field) => {
  const all = members(input, drift, field);
  if (all === WRONG) return WRONG;
  const standard = standardAttributes(all, drift, field);
  return standard === WRONG ? WRONG : { standard, all };
};

/** The decoders of an account: its zone says what its zone-less times mean. */
export function createWire(time: AccountTime) {
  const at = orNothing(timestamp(time));
  const summary = record(
    { campaign_id: campaignId },
    {
      campaign_name: text,
      channel: text,
      platform: text,
      type: text,
      segment_id: text,
      segment_name: text,
      status: text,
      created_at: at,
      scheduled_at: at,
      sent_at: at,
      ...metrics,
    },
  );
  return {
    summary,
    profile: record({ userID: userId }, { user_attributes: attributes, created_at: at, last_seen: at }),
  };
}

type Wire = ReturnType<typeof createWire>;
export type SummaryWire = ValueOf<Wire['summary']>;
export type ProfileWire = ValueOf<Wire['profile']>;

const metricsWire = record({}, metrics);
export type MetricsWire = ValueOf<typeof metricsWire>;

const dayWire = record({ date: day }, metrics);
export type DayWire = ValueOf<typeof dayWire>;

export const daysWire = record({ days: listOf(dayWire) }, { campaign_id: campaignId });

/** The rows are decoded one by one, so that a row without id does not hide that it was sent. */
export const campaignsWire = record(
  { campaigns: listOf(anything) },
  { pagination: record({}, { total: count, total_pages: count }) },
);

/** Older pages told a spent limit in the answer, whatever the status. */
const RATE_LIMIT_WORDS = /rate.?limit|too many|limit (?:has been |is |was )?(?:exceeded|reached)|throttl|quota/i;

/** Reads of one record: what we send is well-formed, so a refusal means that the record does not exist. */
const RECORD_READS: ReadonlySet<string> = new Set([
  NOTIFY_VISITORS.user.id,
  NOTIFY_VISITORS.campaign.id,
  NOTIFY_VISITORS.days.id,
]);

/** 400 stands for bad input of any kind, unknown records too; 404 only for a wrong address; errors also come inside a 200. */
export function notifyVisitorsVerdict(reply: Reply, call: OutboundCall): Verdict {
  const { status, body } = reply;
  if (status === 404) return 'BAD_RESPONSE';
  const inBody = status === 400 || (status >= 200 && status < 300);
  if (!inBody || (status !== 400 && body === NOT_JSON)) return verdictOfStatus(reply);
  const { failed, message } = openEnvelope(body);
  if (status !== 400 && !failed) return verdictOfStatus(reply);
  if (RATE_LIMIT_WORDS.test(message)) return 'THROTTLED';
  return RECORD_READS.has(call.row.id) ? 'NOT_FOUND' : 'REJECTED';
}
