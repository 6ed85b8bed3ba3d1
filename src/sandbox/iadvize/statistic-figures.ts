import type { ConversationRecord } from './conversations.ts';
import { INDICATOR_CHANNELS, isWithdrawn } from './indicators.ts';
import type { TransactionRecord } from './transactions.ts';

/** What figures are made of: the conversations of a period on a channel, and the transactions of that period. */
export type Sample = {
  readonly conversations: readonly ConversationRecord[];
  readonly transactions: readonly TransactionRecord[];
};

type Figure = (sample: Sample) => number | null;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

const cents = (value: number): number => Math.round(value * 100) / 100;
const messages =
  (types: readonly number[]): Figure =>
  ({ conversations }) =>
    sum(conversations.map(({ entries }) => entries.filter(({ type }) => types.includes(type)).length));
const outcomes = ({ transactions }: Sample): readonly TransactionRecord[] =>
  transactions.filter(({ conversationId }) => conversationId !== null);
const turnover = (rows: readonly TransactionRecord[]): number => cents(sum(rows.map(({ amount }) => amount)));

/** Those that other endpoints can be held against. */
const EXACT: Readonly<Record<string, Figure>> = {
  contact_number: ({ conversations }) => conversations.length,
  contact_unanswered_number: ({ conversations }) =>
    conversations.filter(({ operatorId }) => operatorId === null).length,
  contact_sent_message_number: messages([1, 6]),
  contact_received_message_number: messages([2, 7]),
  contact_duration: ({ conversations }) =>
    mean(conversations.flatMap(({ createdAt, closedAt }) => (closedAt === null ? [] : (closedAt - createdAt) / 1000))),
  transaction_total_number: ({ transactions }) => transactions.length,
  transaction_total_amount: ({ transactions }) => turnover(transactions),
  transaction_after_contact_number: (sample) => outcomes(sample).length,
  transaction_after_contact_amount: (sample) => turnover(outcomes(sample)),
  cart_global_amount: ({ transactions }) => ratio(turnover(transactions), transactions.length),
  cart_after_contact_amount: (sample) => ratio(turnover(outcomes(sample)), outcomes(sample).length),
  conversion_rate: (sample) => ratio(outcomes(sample).length, sample.conversations.length),
  transaction_amount_per_conversation: (sample) => ratio(turnover(outcomes(sample)), sample.conversations.length),
};

/** The rest have figures of the right kind: counts that add up, and averages and shares where there is anything to tell of. */
function plausible(name: string, { conversations }: Sample): number | null {
  const weight = 1 + (name.length % 7);
  const count = conversations.length;
  if (/_rate$/.test(name)) return count === 0 ? null : (weight + (count % 3)) / 10;
  if (/average|per_hour|smoothed|waiting.*duration|answered.*duration|last_message|after_contact_duration/.test(name))
    return count === 0 ? null : weight * 10 + 0.5;
  return count * weight;
}

/** Null where the channel has no such indicator, or where it is no longer computed. */
export function figureOf(name: string, channel: string, sample: Sample): number | null {
  if (isWithdrawn(name) || INDICATOR_CHANNELS.get(name)?.includes(channel) !== true) return null;
  return (EXACT[name] ?? ((one) => plausible(name, one)))(sample);
}
