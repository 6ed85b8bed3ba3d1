import type { CallMeeting, Satisfaction, Transaction } from '../../model/iadvize-figures.ts';
import type { CallMeetingWire, SatisfactionWire, TransactionWire } from './figures-wire.ts';

export function toTransaction(wire: TransactionWire): Transaction {
  return {
    id: wire.id,
    externalId: wire.external_id,
    visitorUid: wire.visitor_uid,
    visitorEmail: wire.visitor_email,
    amount: wire.amount,
    createdAtLocal: wire.created_at,
    websiteId: wire.website_id,
    operatorId: wire.operator_id,
    conversationId: wire.conversation_id,
  };
}

export function toSatisfaction(wire: SatisfactionWire): Satisfaction {
  return {
    id: wire.id,
    noteWelcome: wire.note_welcome,
    noteResolution: wire.note_resolution,
    noteDelay: wire.node_delay ?? wire.note_delay,
    comment: wire.comment,
    createdAtLocal: wire.created_at,
    websiteId: wire.website_id,
    operatorId: wire.operator_id,
    conversationId: wire.conversation_id,
  };
}

export function toCallMeeting(wire: CallMeetingWire): CallMeeting {
  return {
    id: wire.id,
    visitorUid: wire.unique_id ?? wire.visitor_uid,
    phoneNumber: wire.phone_number,
    status: wire.status,
    startAtLocal: wire.start_at,
    websiteId: wire.website_id,
    targetingRuleId: wire.targeting_rule_id,
    skillId: wire.skill_id,
  };
}
