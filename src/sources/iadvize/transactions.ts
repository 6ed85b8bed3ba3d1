import { filterList } from '../../loading/lists/filtered.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import type { Reader } from '../../loading/reader.ts';
import type { Transaction, TransactionFilter } from '../../model/iadvize-figures.ts';
import type { List } from '../../model/list.ts';
import { batched, copyOf, type IadvizeParts, type Kind, listInViews } from './access.ts';
import { type Clocks, instantsOf } from './clocks.ts';
import { IADVIZE, TRANSACTION_MONTHS } from './endpoints.ts';
import { addDays, HOME_ZONE, toInstant } from './local-time.ts';
import { countOf, listByParty, type Party } from './parties.ts';
import { normal } from './people.ts';
import { type PeriodRule, periodsOf } from './periods.ts';
import { lastPublication, publishedUntil } from './publication.ts';
import { type HeldList, listInPeriods, type RangedList } from './ranged.ts';
import type { Filters } from './requests.ts';

/** Both ends are always sent: the upstream does not say what stands for a missing one. */
const RULE: PeriodRule = { months: TRANSACTION_MONTHS, missing: 'today' };

/** Transactions, and up to when all of them are known, epoch milliseconds: null if none of the range is published yet. */
type TransactionList = List<Transaction> & { completeUntil(): Promise<number | null> };

export type TransactionReads = {
  /** Without `from` and `to` the month that ends with today; `to` alone: the month before it. InputError if `from` is after `to`. */
  transactions(reader: Reader, filter: TransactionFilter): TransactionList;
  /** Of the month that ends with today, from the held copy, which is filled first. */
  transactionsByEmail(reader: Reader, email: string): TransactionList;
  transaction(reader: Reader, id: string): Promise<Transaction | null>;
};

type Ops = Clocks & {
  readonly kind: Kind<Transaction>;
  /** For each field that asked, when the oldest page that it got was read. */
  readonly readAt: WeakMap<Reader, number>;
};

function kindOf({ client, collections, clock }: IadvizeParts): Kind<Transaction> {
  return {
    collection: collections.transactions,
    item: { row: IADVIZE.transaction, read: client.transaction },
    pages: client.transactions,
    filters: () => ({ ...periodsOf({}, HOME_ZONE, clock.now(), RULE)[0] }),
    published: () => lastPublication(Number.POSITIVE_INFINITY, clock.now()),
  };
}

function filtersOf({ websiteId, operatorId, conversationId, linked }: TransactionFilter): Filters {
  const link = linked === undefined ? conversationId : linked ? '!null' : 'null';
  return {
    ...(websiteId !== undefined && { website_id: websiteId }),
    ...(operatorId !== undefined && { operator_id: operatorId }),
    ...(link !== undefined && { conversation_id: link }),
  };
}

function listTransactions(ops: Ops, reader: Reader, filter: TransactionFilter): HeldList<Transaction> {
  const { parts } = ops.operation;
  const list: RangedList<Transaction, Transaction> = {
    row: IADVIZE.transactions,
    rule: RULE,
    pages: parts.client.transactions,
    take: async (view, rows, readAt) => {
      await ops.kind.collection.put(copyOf(parts, view, ops.kind), rows, readAt);
      return rows;
    },
    onPage: ({ askedAt }) => {
      ops.readAt.set(reader, Math.min(askedAt, ops.readAt.get(reader) ?? Number.POSITIVE_INFINITY));
    },
    published: (end) => lastPublication(end, parts.clock.now()),
  };
  return listInPeriods(ops, reader, list, filter, filtersOf(filter));
}

/** Undefined where neither is asked for. By web site it would not be the same: its clocks say where the range begins. */
function partyOf({ operatorId, ...rest }: TransactionFilter): Party<Transaction, TransactionFilter> | undefined {
  const { conversationId, ...others } = rest;
  const own = operatorId !== undefined && { operatorId };
  if (conversationId !== undefined)
    return { has: (row) => row.conversationId === conversationId, rest: { ...others, ...own } };
  return operatorId === undefined ? undefined : { has: (row) => row.operatorId === operatorId, rest };
}

/** What is complete of a range in what was read at an instant. */
function completeUntil({ from, to }: TransactionFilter, readAt: number): number | null {
  const until = Math.min(publishedUntil(readAt), to ?? Number.POSITIVE_INFINITY);
  return from !== undefined && until <= from ? null : until;
}

/** Whether a row of the copy lies in the month that it follows: lists of other ranges bring rows into it, too. */
function inMonth(ops: Ops, reader: Reader): (row: Transaction) => Promise<boolean> {
  const { clock } = ops.operation.parts;
  const start = periodsOf({}, HOME_ZONE, clock.now(), RULE)[0]?.from ?? '';
  return async ({ createdAtLocal, websiteId }) => {
    if (createdAtLocal === null) return false;
    // Only within a day of the start do the clocks of the web site matter.
    if (createdAtLocal >= addDays(start, 1)) return true;
    if (createdAtLocal < addDays(start, -1)) return false;
    const [createdAt = null] = await instantsOf(ops, reader, websiteId, [createdAtLocal]);
    return createdAt !== null && createdAt >= toInstant(start, HOME_ZONE);
  };
}

function listByEmail(ops: Ops, reader: Reader, email: string): TransactionList {
  const { operation, kind } = ops;
  const all = listInViews(operation, reader, (view) =>
    listOfCopy(kind.collection, reader, copyOf(operation.parts, view, kind), { term: ['email', normal(email)] }),
  );
  const list: List<Transaction> = filterList(all, inMonth(ops, reader), async () =>
    (await all.total()) === null ? null : countOf(list),
  );
  return {
    ...list,
    completeUntil: async () => {
      const views = await operation.siteViews(reader);
      const times = await Promise.all(
        views.map((view) => kind.collection.completeAt(copyOf(operation.parts, view, kind))),
      );
      return times.includes(null) ? null : publishedUntil(Math.min(...times.filter((time) => time !== null)));
    },
  };
}

export function beginTransactions(clocks: Clocks): TransactionReads {
  const { operation } = clocks;
  const ops: Ops = { ...clocks, kind: kindOf(operation.parts), readAt: new WeakMap() };
  const list = listByParty(
    (reader: Reader, filter: TransactionFilter) => listTransactions(ops, reader, filter),
    partyOf,
  );
  return {
    transactions: (reader, filter) => ({
      ...list(reader, filter),
      completeUntil: async () => completeUntil(filter, ops.readAt.get(reader) ?? operation.parts.clock.now()),
    }),
    transactionsByEmail: (reader, email) => listByEmail(ops, reader, email),
    transaction: batched(operation, { kind: ops.kind }),
  };
}
