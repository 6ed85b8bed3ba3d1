import type { CallMeeting, Satisfaction, Transaction } from '../../model/iadvize-figures.ts';
import { IADVIZE } from './endpoints.ts';
import { toCallMeeting, toSatisfaction, toTransaction } from './figures-map.ts';
import { callMeetingWire, satisfactionWire, transactionWire } from './figures-wire.ts';
import type { ReadItem, ReadPage, Requests } from './requests.ts';

/** The rows of the endpoint table that tell what came of conversations. */
export type FiguresClient = {
  readonly transactions: ReadPage<Transaction>;
  readonly transaction: ReadItem<Transaction>;
  readonly satisfactions: ReadPage<Satisfaction>;
  readonly satisfaction: ReadItem<Satisfaction>;
  readonly callMeetings: ReadPage<CallMeeting>;
};

export function createFiguresClient({ list, item }: Requests): FiguresClient {
  return {
    transactions: list(IADVIZE.transactions, transactionWire, toTransaction),
    transaction: item(IADVIZE.transaction, transactionWire, toTransaction),
    satisfactions: list(IADVIZE.satisfactions, satisfactionWire, toSatisfaction),
    satisfaction: item(IADVIZE.satisfaction, satisfactionWire, toSatisfaction),
    callMeetings: list(IADVIZE.callMeetings, callMeetingWire, toCallMeeting),
  };
}
