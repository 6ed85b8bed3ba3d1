import type { CallMeetingRecord } from './call-meetings.ts';
import type { SatisfactionRecord } from './satisfactions.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';
import type { TransactionRecord } from './transactions.ts';
import { type Access, sees } from './wire-row.ts';

type Span = { readonly from: number; readonly until: number };

/** Transactions (published or not), satisfactions and call meetings as the simulator really holds them, highest id first. */
export type FiguresTruth = {
  /** `from` inclusive, `until` exclusive, epoch milliseconds. */
  transactions(label?: string, span?: Span): readonly TransactionRecord[];
  satisfactions(label?: string, span?: Span): readonly SatisfactionRecord[];
  /** The span is of their starts. */
  callMeetings(label?: string, span?: Span): readonly CallMeetingRecord[];
};

const EVER: Span = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

export function createFiguresTruth(
  { transactions, satisfactions, callMeetings }: Store,
  accessOf: (label: string | undefined) => Access,
): FiguresTruth {
  const reads =
    <T extends { readonly websiteId: number }>(table: Table<T>, at: (row: T) => number) =>
    (label?: string, { from, until }: Span = EVER): readonly T[] => {
      const access = accessOf(label);
      const fits = (row: T): boolean => at(row) >= from && at(row) < until && sees(access, [row.websiteId]);
      // Records may be views that move on: what is kept must be taken out of them.
      return table.select(`truth ${label} ${from} ${until}`, fits).flatMap((id) => {
        const found = table.get(id);
        return found === undefined ? [] : [{ ...found }];
      });
    };
  return {
    transactions: reads(transactions, ({ createdAt }) => createdAt),
    satisfactions: reads(satisfactions, ({ createdAt }) => createdAt),
    callMeetings: reads(callMeetings, ({ startAt }) => startAt),
  };
}
