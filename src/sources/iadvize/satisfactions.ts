import type { Reader } from '../../loading/reader.ts';
import type { Satisfaction, SatisfactionFilter } from '../../model/iadvize-figures.ts';
import type { List } from '../../model/list.ts';
import { readInViews } from './access.ts';
import type { Clocks } from './clocks.ts';
import { IADVIZE } from './endpoints.ts';
import { listByParty, type Party } from './parties.ts';
import type { PeriodRule } from './periods.ts';
import { type HeldList, listInPeriods, type RangedList } from './ranged.ts';
import type { Filters } from './requests.ts';

const RULE: PeriodRule = { missing: 'none' };

export type SatisfactionReads = {
  /** Without `from` and `to` all there are. InputError if `from` is after `to`. */
  satisfactions(reader: Reader, filter: SatisfactionFilter): List<Satisfaction>;
  satisfaction(reader: Reader, id: string): Promise<Satisfaction | null>;
};

function filtersOf({ websiteId, operatorId, conversationId }: SatisfactionFilter): Filters {
  return {
    ...(websiteId !== undefined && { website_id: websiteId }),
    ...(operatorId !== undefined && { operator_id: operatorId }),
    ...(conversationId !== undefined && { conversation_id: conversationId }),
  };
}

/** Comments are what people wrote: the rows lie in memory with their pages, and in no copy. */
function listSatisfactions(clocks: Clocks, reader: Reader, filter: SatisfactionFilter): HeldList<Satisfaction> {
  const { answers, client } = clocks.operation.parts;
  const list: RangedList<Satisfaction, Satisfaction> = {
    row: IADVIZE.satisfactions,
    rule: RULE,
    pages: client.satisfactions,
    take: ({ visibility }, rows, readAt) => {
      for (const row of rows)
        answers.hold({ row: IADVIZE.satisfaction, visibility, args: { id: row.id } }, row, readAt);
      return rows;
    },
  };
  return listInPeriods(clocks, reader, list, filter, filtersOf(filter));
}

/** Undefined where neither is asked for. */
function partyOf({ operatorId, ...rest }: SatisfactionFilter): Party<Satisfaction, SatisfactionFilter> | undefined {
  const { conversationId, ...others } = rest;
  const own = operatorId !== undefined && { operatorId };
  if (conversationId !== undefined)
    return { has: (row) => row.conversationId === conversationId, rest: { ...others, ...own } };
  return operatorId === undefined ? undefined : { has: (row) => row.operatorId === operatorId, rest };
}

export function beginSatisfactions(clocks: Clocks): SatisfactionReads {
  const { operation } = clocks;
  return {
    satisfactions: listByParty(
      (reader: Reader, filter: SatisfactionFilter) => listSatisfactions(clocks, reader, filter),
      partyOf,
    ),
    satisfaction: async (reader, id) =>
      readInViews(operation, reader, await operation.siteViews(reader), {
        row: IADVIZE.satisfaction,
        read: operation.parts.client.satisfaction,
        id,
      }),
  };
}
