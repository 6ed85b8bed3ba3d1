import type { ConversationRecord } from '../../src/sandbox/iadvize/conversations.ts';
import type { OperatorRecord } from '../../src/sandbox/iadvize/operators.ts';
import { email } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import {
  CONVERSATION,
  chat,
  chats,
  conversationRow,
  conversations,
  item,
  list,
  OPERATOR,
  operatorRow,
  operators,
} from './iadvize-rows.ts';
import { page } from './pages.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };
const OPERATORS = `query ($filter: OperatorFilter) { operators(filter: $filter, first: 100) {
  nodes { ${OPERATOR} } totalCount pageInfo { hasNextPage } } }`;
const CONVERSATIONS = `query ($filter: ConversationFilter) { conversations(filter: $filter, first: 1000) {
  nodes { sourceId channel operatorAnswer } totalCount pageInfo { hasNextPage } } }`;

/** A filter with what the upstream is sent and which rows remain. */
function operatorsBy(
  name: string,
  choose: (truth: Truth) => { filter: Record<string, unknown>; sent: Record<string, string | number> },
  passes: (operator: OperatorRecord, truth: Truth) => boolean,
): Golden {
  return {
    name: `operators by ${name} are filtered by the upstream`,
    query: OPERATORS,
    variables: (truth) => ({ filter: choose(truth).filter }),
    expected: (truth) => ({
      operators: page(
        operators(truth)
          .filter((operator) => passes(operator, truth))
          .map(operatorRow),
      ),
    }),
    calls: (truth) => ({ cold: [list('operator', choose(truth).sent)], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  };
}

function conversationsBy(
  name: string,
  choose: (truth: Truth) => { filter: Record<string, unknown>; sent: Record<string, string | number> },
  passes: (conversation: ConversationRecord, truth: Truth) => boolean,
): Golden {
  return {
    name: `conversations by ${name} are filtered by the upstream`,
    query: CONVERSATIONS,
    variables: (truth) => ({ filter: choose(truth).filter }),
    expected: (truth) => {
      const found = conversations(truth).filter((conversation) => passes(conversation, truth));
      return { conversations: page(found.map(shortRow)) };
    },
    calls: (truth) => ({ cold: [chats(choose(truth).sent)], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  };
}

function shortRow(conversation: ConversationRecord) {
  const { sourceId, channel, operatorAnswer } = conversationRow(conversation);
  return { sourceId, channel, operatorAnswer };
}

function ranged(
  name: string,
  range: { readonly from?: string; readonly to?: string },
  shown: { readonly from: number; readonly until: number },
  calls: { readonly cold: readonly string[]; readonly why: string },
): Golden {
  return {
    name,
    query: CONVERSATIONS,
    variables: () => ({ filter: range }),
    expected: (truth) => ({ conversations: page(conversations(truth, shown).map(shortRow)) }),
    calls: () => ({ cold: calls.cold, warm }),
    minimum: { cold: calls.cold.length, warm: 0, why: calls.why },
  };
}

const cast = ({ world }: Truth): string => world.people.at(3).email;
const lastName = ({ world }: Truth): string => world.people.at(3).lastName;
const visitorOf = ({ iadvize }: Truth): number => iadvize.truth.visitorIdsOf(3)[0] ?? 0;
const operatorOf = ({ iadvize }: Truth): number => iadvize.truth.operatorIdsOf(3)[0] ?? 0;

export const iadvizeRoots: readonly Golden[] = [
  {
    name: 'operators lists all by id descending',
    query: OPERATORS,
    expected: (truth) => ({ operators: page(operators(truth).map(operatorRow)) }),
    calls: () => ({ cold: [list('operator')], warm }),
    minimum: { ...one, why: 'one page' },
  },
  operatorsBy(
    'group',
    () => ({ filter: { groupId: '51' }, sent: { group_id: 51 } }),
    ({ groupId }) => groupId === 51,
  ),
  operatorsBy(
    'web site',
    () => ({ filter: { websiteId: '1777' }, sent: { website_id: 1777 } }),
    ({ websiteIds }) => websiteIds.includes(1777),
  ),
  operatorsBy(
    'several web sites',
    () => ({ filter: { websiteIds: ['1777', '1904', '1777'] }, sent: { website_list: '1777,1904' } }),
    ({ websiteIds }) => websiteIds.includes(1777) || websiteIds.includes(1904),
  ),
  operatorsBy(
    'id',
    (truth) => ({ filter: { id: String(operatorOf(truth)) }, sent: { id: operatorOf(truth) } }),
    ({ id }, truth) => id === operatorOf(truth),
  ),
  operatorsBy(
    'skill',
    () => ({ filter: { skillId: '202' }, sent: { skill_id: 202 } }),
    ({ skillIds }) => skillIds.includes(202),
  ),
  operatorsBy(
    'name with a wildcard',
    (truth) => ({
      filter: { name: `${lastName(truth).slice(0, 2)}*` },
      sent: { name: `${lastName(truth).slice(0, 2)}*` },
    }),
    ({ name }, truth) => name.startsWith(lastName(truth).slice(0, 2)),
  ),
  operatorsBy(
    'external id',
    () => ({ filter: { externalId: 'HR-*' }, sent: { external_id: 'HR-*' } }),
    ({ externalId }) => externalId !== null,
  ),
  operatorsBy(
    'address',
    (truth) => ({ filter: { email: cast(truth).toUpperCase() }, sent: { email: cast(truth) } }),
    (operator, truth) => email(operator.email) === cast(truth),
  ),
  {
    name: 'operator reads one, and null for an unknown id',
    query: `query ($id: ID!) { operator(id: $id) { ${OPERATOR} } }`,
    variables: (truth) => ({ id: String(operatorOf(truth)) }),
    expected: (truth) => {
      const found = truth.iadvize.truth.operator(operatorOf(truth));
      return { operator: found && operatorRow(found) };
    },
    calls: (truth) => ({ cold: [item(`operator/${operatorOf(truth)}`)], warm }),
    minimum: { ...one, why: 'one missing record is read singly' },
  },
  {
    name: 'unknown operators and conversations are null',
    query: '{ operator(id: "1") { pseudo } conversation(id: "1") { channel } }',
    expected: () => ({ operator: null, conversation: null }),
    calls: () => ({ cold: [item('operator/1'), chat(1)], warm }),
    minimum: { cold: 2, warm: 0, why: 'that there is none is held too' },
  },
  {
    name: 'conversations lists the last 3 months by id descending',
    query: CONVERSATIONS,
    expected: (truth) => ({ conversations: page(conversations(truth).map(shortRow)) }),
    calls: () => ({ cold: [chats()], warm }),
    minimum: { ...one, why: '73 rows on one page' },
  },
  conversationsBy(
    'channel',
    () => ({ filter: { channel: 'call' }, sent: { channel: 'call' } }),
    ({ channel }) => channel === 'call',
  ),
  conversationsBy(
    'web site',
    () => ({ filter: { websiteId: '1501' }, sent: { website_id: 1501 } }),
    ({ websiteId }) => websiteId === 1501,
  ),
  conversationsBy(
    'operator',
    (truth) => ({ filter: { operatorId: String(operatorOf(truth)) }, sent: { operator_id: operatorOf(truth) } }),
    ({ operatorId }, truth) => operatorId === operatorOf(truth),
  ),
  conversationsBy(
    'visitor',
    (truth) => ({ filter: { visitorId: String(visitorOf(truth)) }, sent: { visitor_id: visitorOf(truth) } }),
    ({ visitorId }, truth) => visitorId === visitorOf(truth),
  ),
  conversationsBy(
    'skill',
    () => ({ filter: { skillId: '201' }, sent: { skill_id: 201 } }),
    ({ skillId }) => skillId === 201,
  ),
  conversationsBy(
    'tag',
    () => ({ filter: { tagId: '3001' }, sent: { tag_id: 3001 } }),
    ({ tagIds }) => tagIds.includes(3_001),
  ),
  conversationsBy(
    'rule',
    () => ({ filter: { ruleId: '7102' }, sent: { rule_id: 7102 } }),
    ({ ruleId }) => ruleId === 7_102,
  ),
  ranged(
    'conversations in a range over 3 months is read in parts, the newest first',
    { from: '2025-06-01T00:00:00Z', to: '2025-12-31T00:00:00Z' },
    { from: Date.UTC(2025, 5, 1), until: Date.UTC(2025, 11, 31) },
    {
      cold: [
        chats({ from: '2025-06-01 02:00:00', to: '2025-09-01 01:59:59' }),
        chats({ from: '2025-09-01 02:00:00', to: '2025-12-01 01:59:59' }),
        chats({ from: '2025-12-01 02:00:00', to: '2025-12-31 00:59:59' }),
      ],
      why: '7 months in parts of at most 3',
    },
  ),
  ranged(
    'conversations from an instant goes on until now',
    { from: '2025-09-10T10:00:00+02:00' },
    { from: Date.UTC(2025, 8, 10, 8), until: Date.UTC(2026, 0, 15, 9, 31) },
    {
      cold: [chats({ from: '2025-09-10 10:00:00', to: '2025-12-10 09:59:59' }), chats({ from: '2025-12-10 10:00:00' })],
      why: '4 months in two parts',
    },
  ),
  ranged(
    'conversations to an instant begins 3 months before it',
    { to: '2025-08-01T00:00:00Z' },
    { from: Date.UTC(2025, 4, 1), until: Date.UTC(2025, 7, 1) },
    { cold: [chats({ from: '2025-05-01 02:00:00', to: '2025-08-01 01:59:59' })], why: 'one part' },
  ),
  ranged(
    'conversations from an instant to come cost nothing',
    { from: '2026-01-15T09:40:00Z' },
    { from: 0, until: 0 },
    { cold: [], why: 'the range ends now' },
  ),
  ranged(
    'conversations in an empty range cost nothing',
    { from: '2025-08-01T00:00:00Z', to: '2025-08-01T00:00:00Z' },
    { from: 0, until: 0 },
    { cold: [], why: 'nothing lies in it' },
  ),
  {
    name: 'conversations of a web site in a range go by its own clocks',
    query: CONVERSATIONS,
    variables: () => ({
      filter: { websiteId: '1502', from: '2025-11-01T00:00:00Z', to: '2025-12-01T00:00:00Z' },
    }),
    expected: (truth) => {
      const found = conversations(truth, { from: Date.UTC(2025, 10, 1), until: Date.UTC(2025, 11, 1) });
      return { conversations: page(found.filter(({ websiteId }) => websiteId === 1502).map(shortRow)) };
    },
    calls: () => ({
      cold: [item('website/1502'), chats({ website_id: 1502, from: '2025-10-31 20:00:00', to: '2025-11-30 18:59:59' })],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'the zone of the web site, and one part' },
  },
  {
    name: 'conversation reads one, with its times on the clocks of its web site',
    query: `query ($id: ID!) { conversation(id: $id) { ${CONVERSATION} } }`,
    variables: (truth) => ({ id: String(conversations(truth)[1]?.id) }),
    expected: (truth) => {
      const [, found] = conversations(truth);
      return { conversation: found && conversationRow(found) };
    },
    calls: (truth) => {
      const [, found] = conversations(truth);
      return { cold: [chat(found?.id ?? 0), item(`website/${found?.websiteId}`)], warm };
    },
    minimum: { cold: 2, warm: 0, why: 'the record, and the zone of its web site' },
  },
];
