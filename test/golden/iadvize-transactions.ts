import type { ConversationRecord } from '../../src/sandbox/iadvize/conversations.ts';
import { WEBSITES } from '../../src/sandbox/iadvize/directory.ts';
import type { TransactionRecord } from '../../src/sandbox/iadvize/transactions.ts';
import { email, personOf } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { ofMonth, PUBLISHED, TRANSACTION, transactionRow, transactions } from './iadvize-figure-rows.ts';
import {
  chats,
  chatVisitorRow,
  chatVisitors,
  conversations,
  item,
  list,
  OPERATOR,
  operatorRow,
  operators,
} from './iadvize-rows.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };
const IDS = 'nodes { sourceId } totalCount';
const TRANSACTIONS = `query ($filter: TransactionFilter) { transactions(filter: $filter, first: 100) {
  nodes { sourceId } totalCount completeUntil pageInfo { hasNextPage } } }`;

const page = (rows: readonly TransactionRecord[], completeUntil: string | null = PUBLISHED) => ({
  nodes: rows.map(({ id }) => ({ sourceId: String(id) })),
  totalCount: rows.length,
  completeUntil,
  pageInfo: { hasNextPage: false },
});
const ids = (rows: readonly TransactionRecord[]) => ({
  nodes: rows.map(({ id }) => ({ sourceId: String(id) })),
  totalCount: rows.length,
});

type Chosen = { readonly filter: Record<string, unknown>; readonly sent: Record<string, string | number> };

/** A filter with what the upstream is sent and which rows remain. */
function by(
  name: string,
  choose: (truth: Truth) => Chosen,
  passes: (row: TransactionRecord, truth: Truth) => boolean,
): Golden {
  return {
    name: `transactions by ${name} are filtered by the upstream`,
    query: TRANSACTIONS,
    variables: (truth) => ({ filter: choose(truth).filter }),
    expected: (truth) => ({ transactions: page(transactions(truth).filter((row) => passes(row, truth))) }),
    calls: (truth) => ({ cold: [ofMonth(choose(truth).sent)], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  };
}

type Range = { readonly from?: string; readonly to?: string };
type Shown = { readonly from: number; readonly until: number; readonly complete: string | null };

function ranged(
  name: string,
  range: Range,
  { complete, ...span }: Shown,
  cold: readonly string[],
  why: string,
): Golden {
  return {
    name,
    query: TRANSACTIONS,
    variables: () => ({ filter: range }),
    expected: (truth) => ({ transactions: page(transactions(truth, span), complete) }),
    calls: () => ({ cold, warm }),
    minimum: { cold: cold.length, warm: 0, why },
  };
}

/** One that is the outcome of a conversation with an operator. */
function outcome(truth: Truth): TransactionRecord | undefined {
  return transactions(truth).find(({ operatorId }) => operatorId !== null);
}
const part = (from: string, to: string): string => list('transaction', { from, to });

export const transactionRoots: readonly Golden[] = [
  {
    name: 'transactions lists the published ones of the last month, with money and time of their web sites',
    query: `{ transactions(first: 100) { nodes { ${TRANSACTION} } totalCount completeUntil } }`,
    expected: (truth) => {
      const rows = transactions(truth);
      return { transactions: { nodes: rows.map(transactionRow), totalCount: rows.length, completeUntil: PUBLISHED } };
    },
    calls: () => ({ cold: [ofMonth(), list('website')], warm }),
    minimum: { cold: 2, warm: 0, why: 'a page of a month, and one of several web sites' },
  },
  by(
    'web site',
    () => ({ filter: { websiteId: '1501' }, sent: { website_id: 1501 } }),
    ({ websiteId }) => websiteId === 1501,
  ),
  by(
    'operator',
    (truth) => {
      const operator = Number(outcome(truth)?.operatorId);
      return { filter: { operatorId: String(operator) }, sent: { operator_id: operator } };
    },
    ({ operatorId }, truth) => operatorId === outcome(truth)?.operatorId,
  ),
  by(
    'conversation',
    (truth) => {
      const conversation = Number(outcome(truth)?.conversationId);
      return { filter: { conversationId: String(conversation) }, sent: { conversation_id: conversation } };
    },
    ({ conversationId }, truth) => conversationId === outcome(truth)?.conversationId,
  ),
  by(
    'having a conversation',
    () => ({ filter: { linked: true }, sent: { conversation_id: '!null' } }),
    ({ conversationId }) => conversationId !== null,
  ),
  by(
    'having none',
    () => ({ filter: { linked: false }, sent: { conversation_id: 'null' } }),
    ({ conversationId }) => conversationId === null,
  ),
  ranged(
    'transactions in a range over a month is read in parts, the newest first',
    { from: '2025-10-05T00:00:00Z', to: '2025-12-20T00:00:00Z' },
    { from: Date.UTC(2025, 9, 5), until: Date.UTC(2025, 11, 20), complete: '2025-12-20T00:00:00Z' },
    [
      part('2025-10-05 02:00:00', '2025-11-05 01:59:59'),
      part('2025-11-05 02:00:00', '2025-12-05 01:59:59'),
      part('2025-12-05 02:00:00', '2025-12-20 00:59:59'),
    ],
    '76 days in parts of a month',
  ),
  ranged(
    'transactions from an instant go on until the end of today',
    { from: '2025-12-20T09:00:00+01:00' },
    { from: Date.UTC(2025, 11, 20, 8), until: Date.parse(PUBLISHED), complete: PUBLISHED },
    [part('2025-12-20 09:00:00', '2026-01-15 23:59:59')],
    'one part, both ends sent',
  ),
  ranged(
    'transactions to an instant begin a month before it',
    { to: '2025-12-01T00:00:00Z' },
    { from: Date.UTC(2025, 10, 1), until: Date.UTC(2025, 11, 1), complete: '2025-12-01T00:00:00Z' },
    [part('2025-11-01 01:00:00', '2025-12-01 00:59:59')],
    'one part',
  ),
  ranged(
    'transactions of today are not published, and nothing of them is complete',
    { from: '2026-01-15T00:00:00+01:00' },
    { from: 0, until: 0, complete: null },
    [part('2026-01-15 00:00:00', '2026-01-15 23:59:59')],
    'what is asked for decides, not what may be there',
  ),
  ranged(
    'transactions in an empty range cost nothing',
    { from: '2025-12-01T00:00:00Z', to: '2025-12-01T00:00:00Z' },
    { from: 0, until: 0, complete: null },
    [],
    'nothing lies in it',
  ),
  {
    name: 'transaction reads one, and null for an unknown id',
    query: 'query ($id: ID!) { transaction(id: $id) { sourceId amount } none: transaction(id: "7") { sourceId } }',
    variables: (truth) => ({ id: String(transactions(truth, { from: 0, until: Date.UTC(2025, 9, 1) })[0]?.id) }),
    expected: (truth) => {
      const [found] = transactions(truth, { from: 0, until: Date.UTC(2025, 9, 1) });
      return { transaction: { sourceId: String(found?.id), amount: found?.amount }, none: null };
    },
    calls: (truth) => {
      const [found] = transactions(truth, { from: 0, until: Date.UTC(2025, 9, 1) });
      return { cold: [ofMonth(), item(`transaction/${found?.id}`), item('transaction/7')], warm };
    },
    minimum: { cold: 3, warm: 0, why: 'two missing: a page, which has neither, then singly' },
  },
];

const of = (field: string): string => `{ transactions(first: 100) { nodes { ${field} } } }`;
const each = (field: (row: TransactionRecord, truth: Truth) => unknown) => (truth: Truth) => ({
  transactions: { nodes: transactions(truth).map((row) => field(row, truth)) },
});
const firstOnes = (truth: Truth): readonly ConversationRecord[] => conversations(truth).slice(0, 20);
/** A person whose orders of the last month are most. */
function buyer(truth: Truth): string {
  const addresses = transactions(truth).flatMap(({ visitorEmail }) => email(visitorEmail) ?? []);
  const count = (address: string): number => addresses.filter((other) => other === address).length;
  return addresses.toSorted((a, b) => count(b) - count(a))[0] ?? '';
}

export const transactionFields: readonly Golden[] = [
  {
    name: 'Transaction.person is the address itself and costs nothing',
    query: of('person { email }'),
    expected: each(({ visitorEmail }) => ({ person: personOf(visitorEmail) })),
    calls: () => ({ cold: [ofMonth()], warm }),
    minimum: { ...one, why: 'the page' },
  },
  {
    name: 'Transaction.operator, conversation and website cost nothing for their ids alone',
    query: of('operator { sourceId } conversation { sourceId } website { sourceId }'),
    expected: each(({ operatorId, conversationId, websiteId }) => ({
      operator: operatorId === null ? null : { sourceId: String(operatorId) },
      conversation: conversationId === null ? null : { sourceId: String(conversationId) },
      website: { sourceId: String(websiteId) },
    })),
    calls: () => ({ cold: [ofMonth()], warm }),
    minimum: { ...one, why: 'the page' },
  },
  {
    name: 'Transaction.operator and website are read by a page each',
    query: of(`operator { ${OPERATOR} } website { label }`),
    expected: each(({ operatorId, websiteId }, truth) => ({
      operator:
        operators(truth)
          .filter(({ id }) => id === operatorId)
          .map(operatorRow)[0] ?? null,
      website: { label: WEBSITES.find(({ id }) => id === websiteId)?.label },
    })),
    calls: () => ({ cold: [ofMonth(), list('operator'), list('website')], warm }),
    minimum: { cold: 3, warm: 0, why: 'several missing: a page that holds them all' },
  },
  {
    name: 'Transaction.visitor reads the visitors by pages',
    query: of('visitor { sourceId uniqueId externalId firstName lastName email phone country createdAt }'),
    expected: each(({ visitorUid }, truth) => ({
      visitor:
        chatVisitors(truth)
          .map(chatVisitorRow)
          .find(({ uniqueId }) => uniqueId === visitorUid) ?? null,
    })),
    calls: () => ({ cold: [ofMonth(), list('visitor'), list('visitor', {}, 2), list('website')], warm }),
    minimum: { cold: 4, warm: 0, why: 'several missing: two pages hold all visitors, one the zones' },
  },
  {
    name: 'Transaction.conversation reads the conversations of late by a page',
    query: of('conversation { channel }'),
    expected: each(({ conversationId }, { iadvize }) => ({
      conversation: conversationId === null ? null : { channel: iadvize.truth.conversation(conversationId)?.channel },
    })),
    calls: () => ({ cold: [ofMonth(), chats()], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that holds them all' },
  },
  {
    name: 'Conversation.transactions of many conversations reads the list of all, where that has fewer pages',
    query: `{ conversations(first: 20) { nodes { transactions { ${IDS} completeUntil } } } }`,
    expected: (truth) => ({
      conversations: {
        nodes: firstOnes(truth).map(({ id }) => {
          const own = transactions(truth).filter(({ conversationId }) => conversationId === id);
          return { transactions: { ...ids(own), completeUntil: PUBLISHED } };
        }),
      },
    }),
    calls: () => ({ cold: [chats(), ofMonth()], warm }),
    minimum: { cold: 2, warm: 0, why: 'one page holds the month of all conversations' },
  },
  {
    name: 'Operator.transactions of many operators reads the list of all, where that has fewer pages',
    query: `{ operators { nodes { transactions { ${IDS} } } } }`,
    expected: (truth) => ({
      operators: {
        nodes: operators(truth).map(({ id }) => ({
          transactions: ids(transactions(truth).filter(({ operatorId }) => operatorId === id)),
        })),
      },
    }),
    calls: () => ({ cold: [list('operator'), ofMonth()], warm }),
    minimum: { cold: 2, warm: 0, why: 'one page holds the month of all operators' },
  },
  {
    name: 'Website.transactions reads one list for each web site',
    query: `query ($id: ID!) { transaction(id: $id) { website { sourceId transactions { ${IDS} } } } }`,
    variables: (truth) => ({ id: String(transactions(truth)[0]?.id) }),
    expected: (truth) => {
      const websiteId = transactions(truth)[0]?.websiteId;
      const own = transactions(truth).filter((row) => row.websiteId === websiteId);
      return { transaction: { website: { sourceId: String(websiteId), transactions: ids(own) } } };
    },
    calls: (truth) => {
      const { id = 0, websiteId = 0 } = transactions(truth)[0] ?? {};
      return {
        cold: [item(`transaction/${id}`), item(`website/${websiteId}`), ofMonth({ website_id: websiteId })],
        warm,
      };
    },
    minimum: { cold: 3, warm: 0, why: 'the record, its web site, and one list' },
  },
  {
    name: 'Person.transactions come from the copy of the last month',
    query: `query ($email: EmailAddress!) { person(email: $email) { transactions { nodes { sourceId amount } totalCount completeUntil } } }`,
    variables: (truth) => ({ email: buyer(truth).toUpperCase() }),
    expected: (truth) => {
      const own = transactions(truth).filter(({ visitorEmail }) => email(visitorEmail) === buyer(truth));
      const nodes = own.map(({ id, amount }) => ({ sourceId: String(id), amount }));
      return { person: { transactions: { nodes, totalCount: own.length, completeUntil: PUBLISHED } } };
    },
    calls: () => ({ cold: [ofMonth()], warm }),
    minimum: { ...one, why: 'no look-up by address: the month, one page' },
  },
];
