import type { View } from '../../loading/view.ts';
import type { CallMeeting, Satisfaction, Transaction } from '../../model/iadvize-figures.ts';
import type { CallScope } from '../../transport/call.ts';
import { IADVIZE } from './endpoints.ts';
import { toCallMeeting, toSatisfaction, toTransaction } from './figures-map.ts';
import { callMeetingWire, satisfactionWire, transactionWire } from './figures-wire.ts';
import type { Filters, ReadItem, ReadPage, Requests } from './requests.ts';
import { type StatisticWire, statisticWire } from './statistic-wire.ts';

/** The rows of the endpoint table that tell what came of conversations. */
export type FiguresClient = {
  readonly transactions: ReadPage<Transaction>;
  readonly transaction: ReadItem<Transaction>;
  readonly satisfactions: ReadPage<Satisfaction>;
  readonly satisfaction: ReadItem<Satisfaction>;
  readonly callMeetings: ReadPage<CallMeeting>;
  /** The figures of these indicators, each with its cells. */
  statistic(scope: CallScope, view: View, filters: Filters, indicators: readonly string[]): Promise<StatisticWire>;
};

export function createFiguresClient({ list, item, plain }: Requests): FiguresClient {
  return {
    transactions: list(IADVIZE.transactions, transactionWire, toTransaction),
    transaction: item(IADVIZE.transaction, transactionWire, toTransaction),
    satisfactions: list(IADVIZE.satisfactions, satisfactionWire, toSatisfaction),
    satisfaction: item(IADVIZE.satisfaction, satisfactionWire, toSatisfaction),
    statistic: (scope, view, filters, indicators) => {
      const shape = { grouped: filters.resource !== undefined, cut: filters.granularity !== undefined };
      const asked = { ...filters, indicators: indicators.join() };
      return plain(scope, view, IADVIZE.statistic, asked, statisticWire(indicators, shape));
    },
    callMeetings: list(IADVIZE.callMeetings, callMeetingWire, toCallMeeting),
  };
}
