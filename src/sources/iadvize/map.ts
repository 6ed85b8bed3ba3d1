import type {
  CallConfig,
  ChannelLive,
  ChatVisitor,
  Conversation,
  Operator,
  OperatorLive,
  OperatorProfile,
  OperatorStatistic,
} from '../../model/iadvize.ts';
import type { ClientAccount, OperatorGroup, Skill, Tag, Website } from '../../model/iadvize-directory.ts';
import type { EndpointRow } from '../../transport/call.ts';
import { HOME_ZONE, toInstant } from './local-time.ts';
import type {
  CallConfigWire,
  ChannelWire,
  ClientWire,
  ConversationWire,
  GroupWire,
  LiveWire,
  OperatorWire,
  ProfileWire,
  SkillWire,
  StatisticWire,
  TagWire,
  VisitorWire,
  WebsiteWire,
} from './wire.ts';

export function toClientAccount({ id, lang, premium_enabled: premiumEnabled }: ClientWire): ClientAccount {
  return { id, lang, premiumEnabled };
}

export function toTag({ id, name, website_id: websiteIds }: TagWire): Tag {
  return { id, name, websiteIds };
}

export function toWebsite(wire: WebsiteWire): Website {
  return {
    id: wire.id,
    url: wire.url,
    label: wire.label,
    clientId: wire.client_id,
    currency: wire.currency,
    languageAdmin: wire.language_admin,
    timezone: wire.timezone,
  };
}

function toCallConfig(wire: CallConfigWire | null): CallConfig | null {
  if (wire === null) return null;
  const { type, ask_phone_number_at_every_connection: asks, phone_number: phoneNumber } = wire;
  return { type, askPhoneNumberAtEveryConnection: asks, phoneNumber };
}

export function toOperator(wire: OperatorWire): Operator {
  return {
    id: wire.id,
    firstName: wire.first_name,
    lastName: wire.name,
    pseudo: wire.pseudo,
    email: wire.email,
    externalId: wire.external_id,
    roles: wire.roles ?? (wire.role === null ? null : [wire.role]),
    role: wire.role,
    chatEnabled: wire.chat_enabled,
    callEnabled: wire.call_enabled,
    videoEnabled: wire.video_enabled,
    chatMaxNumber: wire.chat_max_number,
    chatAndCall: wire.chat_and_call,
    chatToVideo: wire.chat_to_video,
    chatPriority: wire.chat_priority,
    callPriority: wire.call_priority,
    videoPriority: wire.video_priority,
    languages: wire.language_list,
    languageAdmin: wire.language_admin,
    callConfig: toCallConfig(wire.call_config),
    groupId: wire.group_id,
    websiteIds: wire.website_list,
    skillIds: wire.skill_list,
  };
}

/** Groups and skills belong to no website. */
function homeInstant(local: string | null): number | null {
  return local === null ? null : toInstant(local, HOME_ZONE);
}

export function toGroup(wire: GroupWire): OperatorGroup {
  const { id, name, parent_id: parentId, parent_list: parentIds } = wire;
  return { id, name, createdAt: homeInstant(wire.created_at), parentId, parentIds };
}

export function toSkill({ id, name, order, created_at: local, parent_id: parentId }: SkillWire): Skill {
  return { id, name, order, createdAt: homeInstant(local), parentId };
}

function toChannel(wire: ChannelWire | null): ChannelLive | null {
  if (wire === null) return null;
  const { enabled, slot_number: slotsUsed, slot_max_number: slots, busy, available } = wire;
  return { enabled, slotsUsed, slots, busy, available };
}

export function toLive({ id, connected, chat, call, video }: LiveWire): OperatorLive {
  return { operatorId: id, connected, chat: toChannel(chat), call: toChannel(call), video: toChannel(video) };
}

export function toProfile({ status, description, facebook, twitter, city, country }: ProfileWire): OperatorProfile {
  return { status, description, facebook, twitter, city, country };
}

export function toStatistic(wire: StatisticWire): OperatorStatistic {
  return {
    conversationCount: wire.conversation_number,
    experiencePoints: wire.experience,
    satisfactionGlobalRate: wire.satisfaction_global_rate,
  };
}

function toConversation(wire: ConversationWire): Conversation {
  return {
    id: wire.id,
    channel: wire.channel,
    createdAtLocal: wire.created_at,
    closedAtLocal: wire.closed_at,
    operatorAnswer: wire.operator_answer,
    operatorClosed: wire.operator_closed,
    waitingList: wire.waitinglist,
    pageType: wire.page_type,
    operatorId: wire.operator_id,
    visitorUid: wire.visitor_uid,
    websiteId: wire.website_id,
    skillId: wire.skill_id,
    ruleId: wire.rule_id,
    tagIds: wire.tag_list,
    xmppId: wire.xmpp_id,
  };
}

/** A conversation with its history as sent, which parts from it at once, and the endpoint that sent it. */
export type Chat = { readonly conversation: Conversation; readonly history: unknown; readonly endpoint: string };

/** Maps what an endpoint sends. */
export function toChatFrom({ id: endpoint }: EndpointRow): (wire: ConversationWire) => Chat {
  return (wire) => ({ conversation: toConversation(wire), history: wire.history, endpoint });
}

export function toChatVisitor(wire: VisitorWire): ChatVisitor {
  return {
    id: wire.id,
    uniqueId: wire.unique_id,
    externalId: wire.external_id,
    firstName: wire.firstname,
    lastName: wire.lastname,
    email: wire.email,
    phone: wire.phone,
    address: wire.address,
    city: wire.city,
    zip: wire.zip,
    country: wire.country,
    browser: wire.browser,
    createdAtLocal: wire.created_at,
    websiteIds: wire.website_id,
  };
}
