import { decimal, digits, email, record, text, type ValueOf } from '../../base/decode.ts';
import { localTime, uniqueId } from './wire.ts';

export const transactionWire = record(
  { id: digits },
  {
    external_id: text,
    visitor_uid: uniqueId,
    visitor_email: email,
    amount: decimal,
    created_at: localTime,
    website_id: digits,
    operator_id: digits,
    conversation_id: digits,
  },
);
export type TransactionWire = ValueOf<typeof transactionWire>;

/** The reference spells the note on the delay `node_delay`. */
export const satisfactionWire = record(
  { id: digits },
  {
    note_welcome: decimal,
    note_resolution: decimal,
    node_delay: decimal,
    note_delay: decimal,
    comment: text,
    created_at: localTime,
    website_id: digits,
    operator_id: digits,
    conversation_id: digits,
  },
);
export type SatisfactionWire = ValueOf<typeof satisfactionWire>;

/** `unique_id` was `visitor_uid` until 2021. */
export const callMeetingWire = record(
  { id: digits },
  {
    unique_id: uniqueId,
    visitor_uid: uniqueId,
    phone_number: text,
    status: text,
    start_at: localTime,
    website_id: digits,
    targeting_rule_id: text,
    skill_id: digits,
  },
);
export type CallMeetingWire = ValueOf<typeof callMeetingWire>;
