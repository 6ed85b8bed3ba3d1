import { emptyList } from '../../loading/lists/merged.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import type { Reader } from '../../loading/reader.ts';
import type { CallMeeting, CallMeetingFilter } from '../../model/iadvize-figures.ts';
import type { List } from '../../model/list.ts';
import { batched, copyOf, type Kind, listInViews } from './access.ts';
import type { Clocks } from './clocks.ts';
import { IADVIZE } from './endpoints.ts';
import type { PeriodRule } from './periods.ts';
import { listInPeriods, type RangedList } from './ranged.ts';

/** Meetings lie ahead as well: a range without an end has none. */
const RULE: PeriodRule = { missing: 'none' };

export type CallMeetingReads = {
  /** Without `from` and `to` all there are. InputError if `from` is after `to`. */
  callMeetings(reader: Reader, filter: CallMeetingFilter): List<CallMeeting>;
  /** From the held copy, which is filled first. */
  callMeeting(reader: Reader, id: string): Promise<CallMeeting | null>;
  /** Of the visitor with a unique id, from the held copy, which is filled first. */
  callMeetingsOf(reader: Reader, uniqueId: string | null): List<CallMeeting>;
};

export function beginCallMeetings(clocks: Clocks): CallMeetingReads {
  const { operation } = clocks;
  const { parts } = operation;
  const kind: Kind<CallMeeting> = { collection: parts.collections.callMeetings, pages: parts.client.callMeetings };
  const list: RangedList<CallMeeting, CallMeeting> = {
    row: IADVIZE.callMeetings,
    rule: RULE,
    pages: kind.pages,
    take: async (view, rows, readAt) => {
      await kind.collection.put(copyOf(parts, view, kind), rows, readAt);
      return rows;
    },
  };
  return {
    callMeetings: (reader, filter) => {
      const { websiteId } = filter;
      return listInPeriods(clocks, reader, list, filter, websiteId === undefined ? {} : { website_id: websiteId });
    },
    callMeeting: batched(operation, { kind }),
    callMeetingsOf: (reader, uniqueId) => {
      if (uniqueId === null) return emptyList('descending');
      return listInViews(operation, reader, (view) =>
        listOfCopy(kind.collection, reader, copyOf(parts, view, kind), { term: ['uid', uniqueId] }),
      );
    },
  };
}
