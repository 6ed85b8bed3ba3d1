import type { CallMeetingRecord } from './call-meetings.ts';
import { WEBSITES } from './directory.ts';
import type { SatisfactionRecord } from './satisfactions.ts';
import type { Store } from './store.ts';
import type { TransactionRecord } from './transactions.ts';

type Given<T> = Partial<Omit<T, 'id' | 'index'>>;

/** Changes to the transactions, satisfactions and call meetings of a running simulator. Unknown ids throw RangeError. */
export type FiguresEdit = {
  /** Answers the new id, above all others. It shows when its day is published. */
  addTransaction(transaction?: Given<TransactionRecord>): number;
  changeTransaction(id: number, patch: Given<TransactionRecord>): void;
  deleteTransaction(id: number): void;
  addSatisfaction(satisfaction: Given<SatisfactionRecord> & Pick<SatisfactionRecord, 'conversationId'>): number;
  addCallMeeting(meeting?: Given<CallMeetingRecord>): number;
  changeCallMeeting(id: number, patch: Given<CallMeetingRecord>): void;
  deleteCallMeeting(id: number): void;
};

const HOME = WEBSITES[0]?.id ?? 0;

export function createFiguresEdit(
  { transactions, satisfactions, callMeetings, visitors }: Store,
  now: () => number,
): FiguresEdit {
  const order = { externalId: null, visitorUid: null, visitorEmail: null, operatorId: null, conversationId: null };
  const notes = { noteWelcome: null, noteResolution: null, noteDelay: null, comment: null, operatorId: null };
  const meeting = { phoneNumber: null, status: 'pending', targetingRuleId: null, skillId: null };
  return {
    addTransaction: (given = {}) =>
      transactions.add((id, index) => ({
        ...order,
        ...{ amount: 10, createdAt: now(), websiteId: HOME },
        ...given,
        ...{ id, index },
      })).id,
    changeTransaction: transactions.change,
    deleteTransaction: transactions.remove,
    addSatisfaction: (given) =>
      satisfactions.add((id, index) => ({
        ...notes,
        ...{ createdAt: now(), websiteId: HOME },
        ...given,
        ...{ id, index },
      })).id,
    addCallMeeting: (given = {}) =>
      callMeetings.add((id, index) => ({
        ...meeting,
        ...{ startAt: now(), websiteId: HOME, uniqueId: visitors.uniqueIdAt(0) },
        ...given,
        ...{ id, index },
      })).id,
    changeCallMeeting: callMeetings.change,
    deleteCallMeeting: callMeetings.remove,
  };
}
