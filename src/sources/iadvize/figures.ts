import type { Reader } from '../../loading/reader.ts';
import { beginCallMeetings, type CallMeetingReads } from './call-meetings.ts';
import { type Clocks, instantsOf } from './clocks.ts';
import { beginSatisfactions, type SatisfactionReads } from './satisfactions.ts';
import { beginStatistics, type StatisticReads } from './statistics.ts';
import { beginTransactions, type TransactionReads } from './transactions.ts';

/** What came of conversations, as one operation reads it. Unknown records are null. Lists are by id descending. */
export type FiguresReads = TransactionReads &
  SatisfactionReads &
  CallMeetingReads &
  StatisticReads & {
    /** Epoch milliseconds of a time on the clocks of a web site: costs its record. */
    instantOf(reader: Reader, websiteId: string | null, local: string | null): Promise<number | null>;
  };

export function beginFigures(clocks: Clocks): FiguresReads {
  return {
    ...beginTransactions(clocks),
    ...beginSatisfactions(clocks),
    ...beginCallMeetings(clocks),
    ...beginStatistics(clocks),
    instantOf: async (reader, websiteId, local) => {
      const [instant = null] = await instantsOf(clocks, reader, websiteId, [local]);
      return instant;
    },
  };
}
