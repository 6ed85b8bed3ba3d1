import type {
  ChannelLive,
  ChatVisitor,
  Conversation,
  Operator,
  OperatorLive,
  OperatorStatistic,
  Website,
} from '../../model/iadvize.ts';
import type {
  BranchWire,
  ChannelWire,
  ConversationWire,
  LiveWire,
  OperatorWire,
  StatisticWire,
  VisitorWire,
  WebsiteWire,
} from './wire.ts';

export function toWebsite({ id, url, label, currency, timezone }: WebsiteWire): Website {
  return { id, url, label, currency, timezone };
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
    languages: wire.language_list,
    groupId: wire.group_id,
    websiteIds: wire.website_list,
    skillIds: wire.skill_list,
  };
}

/** A group or a skill. */
export function toBranch({ id, name, parent_id: parentId }: BranchWire) {
  return { id, name, parentId };
}

function toChannel(wire: ChannelWire | null): ChannelLive | null {
  if (wire === null) return null;
  const { enabled, slot_number: slotsUsed, slot_max_number: slots, busy, available } = wire;
  return { enabled, slotsUsed, slots, busy, available };
}

export function toLive({ connected, chat, call, video }: LiveWire): OperatorLive {
  return { connected, chat: toChannel(chat), call: toChannel(call), video: toChannel(video) };
}

export function toStatistic(wire: StatisticWire): OperatorStatistic {
  return { conversationCount: wire.conversation_number, experiencePoints: wire.experience };
}

/** A conversation with its history as sent, which parts from it at once. */
export type Chat = { readonly conversation: Conversation; readonly history: unknown };

export function toChat(wire: ConversationWire): Chat {
  const conversation = {
    id: wire.id,
    channel: wire.channel,
    createdAtLocal: wire.created_at,
    closedAtLocal: wire.closed_at,
    operatorAnswer: wire.operator_answer,
    operatorId: wire.operator_id,
    visitorUid: wire.visitor_uid,
    websiteId: wire.website_id,
    skillId: wire.skill_id,
  };
  return { conversation, history: wire.history };
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
    country: wire.country,
    createdAtLocal: wire.created_at,
    websiteIds: wire.website_id,
  };
}
