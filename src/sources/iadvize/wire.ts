import {
  anything,
  decimal,
  digits,
  email,
  flag,
  integer,
  type Leaf,
  listOf,
  record,
  text,
  type ValueOf,
  WRONG,
} from '../../base/decode.ts';
import type { Reply } from '../../transport/call.ts';
import { type Verdict, verdictOfStatus } from '../../transport/steps/judge.ts';
import { isLocalTime } from './local-time.ts';

/** `YYYY-MM-DD HH:MM:SS` without a zone. */
export const localTime: Leaf<string> = (input) => (typeof input === 'string' && isLocalTime(input) ? input : WRONG);

const idList = listOf(digits);

/** What a visitor is known by on the web sites. Blank text is taken as absent. */
export const uniqueId: Leaf<string | null> = (input, drift, field) => {
  const id = text(input, drift, field);
  return id !== WRONG && id.trim() === '' ? null : id;
};

/** A list of ids; where older answers had one id, it alone. */
const ids: Leaf<readonly string[]> = (input, drift, field) => {
  if (Array.isArray(input)) return idList(input, drift, field);
  const id = digits(input, drift, field);
  return id === WRONG ? WRONG : [id];
};

export const clientWire = record({ id: digits }, { lang: text, premium_enabled: flag });
export type ClientWire = ValueOf<typeof clientWire>;

export const websiteWire = record(
  { id: digits },
  { url: text, label: text, client_id: digits, currency: text, language_admin: text, timezone: text },
);
export type WebsiteWire = ValueOf<typeof websiteWire>;

const callConfig = record({}, { type: text, ask_phone_number_at_every_connection: flag, phone_number: text });
export type CallConfigWire = ValueOf<typeof callConfig>;

/** `sso_key` is a login credential: it is never decoded. `role` is what `roles` was before. */
export const operatorWire = record(
  { id: digits },
  {
    name: text,
    first_name: text,
    pseudo: text,
    email,
    external_id: text,
    role: text,
    roles: listOf(text),
    chat_enabled: flag,
    call_enabled: flag,
    video_enabled: flag,
    chat_max_number: integer,
    chat_and_call: flag,
    chat_to_video: flag,
    chat_priority: integer,
    call_priority: integer,
    video_priority: integer,
    language_list: listOf(text),
    language_admin: text,
    call_config: callConfig,
    group_id: digits,
    website_list: ids,
    skill_list: ids,
  },
);
export type OperatorWire = ValueOf<typeof operatorWire>;

/** `operator_list` of a group or a skill is deprecated: operators are asked for by `group_id` and `skill_id` instead. */
export const groupWire = record(
  { id: digits },
  { name: text, created_at: localTime, parent_id: digits, parent_list: idList },
);
export type GroupWire = ValueOf<typeof groupWire>;

export const skillWire = record(
  { id: digits },
  { name: text, order: integer, created_at: localTime, parent_id: digits },
);
export type SkillWire = ValueOf<typeof skillWire>;

const channel = record(
  {},
  { enabled: flag, slot_number: integer, slot_max_number: integer, busy: flag, available: flag },
);
export type ChannelWire = ValueOf<typeof channel>;

export const liveWire = record({ id: digits }, { connected: flag, chat: channel, call: channel, video: channel });
export type LiveWire = ValueOf<typeof liveWire>;

export const statisticWire = record(
  { id: digits },
  { conversation_number: integer, satisfaction_global_rate: decimal, experience: integer },
);
export type StatisticWire = ValueOf<typeof statisticWire>;

const profile = record(
  { user_id: digits },
  { status: text, description: text, facebook: text, twitter: text, city: text, country: text },
);

/** Alone among the records it is keyed by `user_id`. */
export const profileWire: Leaf<ValueOf<typeof profile> & { readonly id: string }> = (input, drift, field) => {
  const decoded = profile(input, drift, field);
  return decoded === WRONG ? WRONG : { ...decoded, id: decoded.user_id };
};
export type ProfileWire = ValueOf<typeof profileWire>;

/** `website_id` is a list in spite of its name; older answers have one id. */
export const tagWire = record({ id: digits }, { name: text, website_id: ids });
export type TagWire = ValueOf<typeof tagWire>;

/** The history is taken apart only when somebody asks for it. */
export const conversationWire = record(
  { id: digits },
  {
    channel: text,
    visitor_uid: uniqueId,
    history: anything,
    operator_answer: flag,
    operator_closed: flag,
    waitinglist: flag,
    page_type: text,
    created_at: localTime,
    closed_at: localTime,
    website_id: digits,
    operator_id: digits,
    skill_id: digits,
    tag_list: idList,
    rule_id: digits,
    xmpp_id: text,
  },
);
export type ConversationWire = ValueOf<typeof conversationWire>;

/** `website_id` is a list in spite of its name. */
export const visitorWire = record(
  { id: digits },
  {
    unique_id: uniqueId,
    external_id: text,
    lastname: text,
    firstname: text,
    email,
    phone: text,
    address: text,
    city: text,
    zip: text,
    country: text,
    browser: text,
    website_id: ids,
    created_at: localTime,
  },
);
export type VisitorWire = ValueOf<typeof visitorWire>;

const pagination = record({}, { page: integer, pages: integer, limit: integer, count: integer });

export const listWire = record({ data: listOf(anything) }, { pagination });
export const itemWire = record({ data: anything }, {});

/** An answer whose `data` is read by itself. */
export const plainWire = record({ data: anything }, { pagination });

const envelope = record({ meta: record({ status: text }, { message: text }) }, {});

type Meta = ValueOf<typeof envelope>['meta'];

function metaOf(body: unknown): Meta | null {
  const decoded = envelope(body, () => undefined, '');
  return decoded === WRONG ? null : decoded.meta;
}

/** `Unknown 'operator' with 'id' 666.` */
const UNKNOWN = /^Unknown '[^']*' with 'id'/;

/** Whether the answer says that something with an id does not exist. */
export function tellsUnknown(body: unknown): boolean {
  const meta = metaOf(body);
  return meta?.status === 'fail' && UNKNOWN.test(meta.message ?? '');
}

function verdictOfFail(reply: Reply): Verdict {
  if (tellsUnknown(reply.body) || reply.status === 404) return 'NOT_FOUND';
  return reply.status >= 500 ? 'SERVER_ERROR' : 'REJECTED';
}

/** The key is refused with `Forbidden`; any other error is the service's own. */
function verdictOfError(reply: Reply, message: string | null): Verdict {
  if (message?.trim().toLowerCase() === 'forbidden') return 'UNAUTHORIZED';
  return reply.status >= 200 && reply.status < 300 ? 'SERVER_ERROR' : verdictOfStatus(reply);
}

/** `meta.status` decides, whatever the status of HTTP: failures come with 200 too. A body without it is no success. */
export function iadvizeVerdict(reply: Reply): Verdict {
  const meta = metaOf(reply.body);
  const byStatus = verdictOfStatus(reply);
  if (byStatus === 'THROTTLED') return byStatus;
  switch (meta?.status) {
    case 'success':
      return byStatus;
    case 'fail':
      return verdictOfFail(reply);
    case 'error':
      return verdictOfError(reply, meta.message);
    default:
      return byStatus === 'OK' ? 'BAD_RESPONSE' : byStatus;
  }
}
