import type { CallMeetingRecord } from '../../src/sandbox/iadvize/call-meetings.ts';
import { WEBSITES } from '../../src/sandbox/iadvize/directory.ts';
import type { SatisfactionRecord } from '../../src/sandbox/iadvize/satisfactions.ts';
import type { TransactionRecord } from '../../src/sandbox/iadvize/transactions.ts';
import { email, instant } from './forms.ts';
import type { Truth } from './golden.ts';
import { list } from './iadvize-rows.ts';

type Loose = Readonly<Record<string, unknown>>;

export const TRANSACTION = 'sourceId externalId amount currency createdAt visitorUid visitorEmail';
export const SATISFACTION = 'sourceId noteWelcome noteResolution noteDelay comment createdAt';
export const CALL_MEETING = 'sourceId visitorUid phoneNumber status startAt targetingRuleId';

/** What is published of the month that ends with 15 January 2026 in Paris: up to midnight, at 10:30 there. */
export const PUBLISHED = '2026-01-14T23:00:00Z';
export const LAST_MONTH = { from: Date.UTC(2025, 11, 15, 23), until: Date.parse(PUBLISHED) };
const MONTH = { from: '2025-12-16 00:00:00', to: '2026-01-15 23:59:59' };

type Filters = Readonly<Record<string, string | number>>;

/** A page of the transactions of the last month. */
export const ofMonth = (filters: Filters = {}): string => list('transaction', { ...filters, ...MONTH });

export function transactions({ iadvize }: Truth, span = LAST_MONTH): readonly TransactionRecord[] {
  return iadvize.truth.transactions(undefined, span);
}

export function satisfactions({ iadvize }: Truth): readonly SatisfactionRecord[] {
  return iadvize.truth.satisfactions();
}

export function callMeetings({ iadvize }: Truth): readonly CallMeetingRecord[] {
  return iadvize.truth.callMeetings();
}

export function currencyOf(websiteId: number): string | undefined {
  return WEBSITES.find(({ id }) => id === websiteId)?.currency;
}

export function transactionRow(transaction: TransactionRecord): Loose {
  const { id, externalId, amount, websiteId, createdAt, visitorUid, visitorEmail } = transaction;
  return {
    sourceId: String(id),
    externalId,
    amount,
    currency: currencyOf(websiteId),
    createdAt: instant(createdAt),
    visitorUid,
    visitorEmail: email(visitorEmail),
  };
}

export function satisfactionRow(satisfaction: SatisfactionRecord): Loose {
  const { id, noteWelcome, noteResolution, noteDelay, comment, createdAt } = satisfaction;
  return { sourceId: String(id), noteWelcome, noteResolution, noteDelay, comment, createdAt: instant(createdAt) };
}

export function callMeetingRow(meeting: CallMeetingRecord): Loose {
  const { id, uniqueId, phoneNumber, status, startAt, targetingRuleId } = meeting;
  return {
    sourceId: String(id),
    visitorUid: uniqueId,
    phoneNumber,
    status,
    startAt: instant(startAt),
    targetingRuleId,
  };
}
