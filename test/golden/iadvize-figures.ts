import type { CallMeetingRecord } from '../../src/sandbox/iadvize/call-meetings.ts';
import { SKILLS, WEBSITES } from '../../src/sandbox/iadvize/directory.ts';
import type { SatisfactionRecord } from '../../src/sandbox/iadvize/satisfactions.ts';
import type { Golden, Truth } from './golden.ts';
import {
  CALL_MEETING,
  callMeetingRow,
  callMeetings,
  SATISFACTION,
  satisfactionRow,
  satisfactions,
} from './iadvize-figure-rows.ts';
import { chat, chats, chatVisitorRow, chatVisitors, conversations, item, list, operators } from './iadvize-rows.ts';

const warm: readonly string[] = [];
const one = { cold: 1, warm: 0 };
const IDS = 'nodes { sourceId } totalCount';
const ids = (rows: readonly { readonly id: number }[]) => ({
  nodes: rows.map(({ id }) => ({ sourceId: String(id) })),
  totalCount: rows.length,
});
const AUTUMN = { from: '2025-10-01T00:00:00Z', to: '2025-12-01T00:00:00Z' };
const IN_PARIS = { from: '2025-10-01 02:00:00', to: '2025-12-01 00:59:59' };

type Chosen = { readonly filter: Record<string, unknown>; readonly sent: Record<string, string | number> };

function satisfactionsBy(
  name: string,
  choose: (truth: Truth) => Chosen,
  passes: (row: SatisfactionRecord, truth: Truth) => boolean,
): Golden {
  return {
    name: `satisfactions by ${name} are filtered by the upstream`,
    query: `query ($filter: SatisfactionFilter) { satisfactions(filter: $filter) { ${IDS} } }`,
    variables: (truth) => ({ filter: choose(truth).filter }),
    expected: (truth) => ({ satisfactions: ids(satisfactions(truth).filter((row) => passes(row, truth))) }),
    calls: (truth) => ({ cold: [list('satisfaction', choose(truth).sent)], warm }),
    minimum: { ...one, why: 'the upstream filters' },
  };
}

const within = (at: number): boolean => at >= Date.parse(AUTUMN.from) && at < Date.parse(AUTUMN.to);
const answered = (truth: Truth): SatisfactionRecord | undefined =>
  satisfactions(truth).find(({ operatorId }) => operatorId !== null);

export const satisfactionGoldens: readonly Golden[] = [
  {
    name: 'satisfactions lists all by id descending, with times on the clocks of their web sites',
    query: `{ satisfactions(first: 1000) { nodes { ${SATISFACTION} } totalCount } }`,
    expected: (truth) => {
      const rows = satisfactions(truth);
      return { satisfactions: { nodes: rows.map(satisfactionRow), totalCount: rows.length } };
    },
    calls: () => ({ cold: [list('satisfaction'), list('satisfaction', {}, 2), list('website')], warm }),
    minimum: { cold: 3, warm: 0, why: '120 rows on two pages, and one of web sites' },
  },
  satisfactionsBy(
    'web site',
    () => ({ filter: { websiteId: '1777' }, sent: { website_id: 1777 } }),
    ({ websiteId }) => websiteId === 1777,
  ),
  satisfactionsBy(
    'operator',
    (truth) => {
      const operator = Number(answered(truth)?.operatorId);
      return { filter: { operatorId: String(operator) }, sent: { operator_id: operator } };
    },
    ({ operatorId }, truth) => operatorId === answered(truth)?.operatorId,
  ),
  satisfactionsBy(
    'conversation',
    (truth) => {
      const conversation = Number(answered(truth)?.conversationId);
      return { filter: { conversationId: String(conversation) }, sent: { conversation_id: conversation } };
    },
    ({ conversationId }, truth) => conversationId === answered(truth)?.conversationId,
  ),
  satisfactionsBy(
    'range',
    () => ({ filter: AUTUMN, sent: IN_PARIS }),
    ({ createdAt }) => within(createdAt),
  ),
  {
    name: 'satisfaction reads one with its operator and conversation',
    query: `query ($id: ID!) { satisfaction(id: $id) { noteDelay website { sourceId } operator { pseudo } conversation { channel } } }`,
    variables: (truth) => ({ id: String(answered(truth)?.id) }),
    expected: (truth) => {
      const { noteDelay, websiteId, operatorId, conversationId } = answered(truth) ?? {};
      const operator = operators(truth).find(({ id }) => id === operatorId);
      const conversation = truth.iadvize.truth.conversation(Number(conversationId));
      return {
        satisfaction: {
          noteDelay,
          website: { sourceId: String(websiteId) },
          operator: { pseudo: operator?.pseudo },
          conversation: { channel: conversation?.channel },
        },
      };
    },
    calls: (truth) => {
      const { id, operatorId, conversationId = 0 } = answered(truth) ?? {};
      return { cold: [item(`satisfaction/${id}`), item(`operator/${operatorId}`), chat(conversationId)], warm };
    },
    minimum: { cold: 3, warm: 0, why: 'three records' },
  },
  {
    name: 'an unknown satisfaction is null',
    query: '{ satisfaction(id: "7") { comment } }',
    expected: () => ({ satisfaction: null }),
    calls: () => ({ cold: [item('satisfaction/7')], warm }),
    minimum: { ...one, why: 'that there is none is held too' },
  },
  {
    name: 'Conversation.satisfactions of many conversations reads the list of all, where that has fewer pages',
    query: `{ conversations(first: 20) { nodes { satisfactions { ${IDS} } } } }`,
    expected: (truth) => ({
      conversations: {
        nodes: conversations(truth)
          .slice(0, 20)
          .map(({ id }) => ({
            satisfactions: ids(satisfactions(truth).filter(({ conversationId }) => conversationId === id)),
          })),
      },
    }),
    calls: () => ({ cold: [chats(), list('satisfaction'), list('satisfaction', {}, 2)], warm }),
    minimum: { cold: 3, warm: 0, why: 'two pages hold those of all conversations' },
  },
  {
    name: 'Operator.satisfactions of one operator is one list',
    query: `query ($id: ID!) { operator(id: $id) { satisfactions { ${IDS} } } }`,
    variables: (truth) => ({ id: String(answered(truth)?.operatorId) }),
    expected: (truth) => {
      const own = satisfactions(truth).filter(({ operatorId }) => operatorId === answered(truth)?.operatorId);
      return { operator: { satisfactions: ids(own) } };
    },
    calls: (truth) => {
      const operator = Number(answered(truth)?.operatorId);
      return { cold: [item(`operator/${operator}`), list('satisfaction', { operator_id: operator })], warm };
    },
    minimum: { cold: 2, warm: 0, why: 'the operator and its list' },
  },
  {
    name: 'Website.satisfactions and Website.callMeetings are a filtered list each',
    query: `{ website(id: "1777") { satisfactions { ${IDS} } callMeetings { ${IDS} } } }`,
    expected: (truth) => ({
      website: {
        satisfactions: ids(satisfactions(truth).filter(({ websiteId }) => websiteId === 1777)),
        callMeetings: ids(callMeetings(truth).filter(({ websiteId }) => websiteId === 1777)),
      },
    }),
    calls: () => ({
      cold: [
        item('website/1777'),
        list('satisfaction', { website_id: 1777 }),
        list('callmeeting', { website_id: 1777 }),
      ],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'the web site and its two lists' },
  },
];

const skill = (id: string | null) => SKILLS.find((known) => String(known.id) === id)?.name;
const visitorOf = (truth: Truth, uid: string) =>
  chatVisitors(truth)
    .map(chatVisitorRow)
    .find(({ uniqueId }) => uniqueId === uid);
const latest = (truth: Truth): CallMeetingRecord | undefined => callMeetings(truth)[0];

export const callMeetingGoldens: readonly Golden[] = [
  {
    name: 'callMeetings lists all by id descending, those to come too',
    query: `{ callMeetings(first: 100) { nodes { ${CALL_MEETING} website { label } skill { name } } totalCount } }`,
    expected: (truth) => {
      const nodes = callMeetings(truth).map((row) => ({
        ...callMeetingRow(row),
        website: { label: WEBSITES.find(({ id }) => id === row.websiteId)?.label },
        skill: row.skillId === null ? null : { name: skill(row.skillId) },
      }));
      return { callMeetings: { nodes, totalCount: nodes.length } };
    },
    calls: () => ({ cold: [list('callmeeting'), list('website'), list('skill')], warm }),
    minimum: { cold: 3, warm: 0, why: 'one page each' },
  },
  {
    name: 'callMeetings of a web site in a range go by its own clocks',
    query: `query ($filter: CallMeetingFilter) { callMeetings(filter: $filter) { ${IDS} } }`,
    variables: () => ({ filter: { websiteId: '1777', ...AUTUMN } }),
    expected: (truth) => ({
      callMeetings: ids(callMeetings(truth).filter(({ websiteId, startAt }) => websiteId === 1777 && within(startAt))),
    }),
    calls: () => ({
      cold: [
        item('website/1777'),
        list('callmeeting', { website_id: 1777, from: '2025-10-01 05:30:00', to: '2025-12-01 05:29:59' }),
      ],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'the zone, and one page' },
  },
  {
    name: 'callMeeting and its visitor come from the copies, unknown ones are null',
    query:
      'query ($id: ID!) { callMeeting(id: $id) { status visitor { firstName } } none: callMeeting(id: "7") { status } }',
    variables: (truth) => ({ id: String(latest(truth)?.id) }),
    expected: (truth) => ({
      callMeeting: {
        status: latest(truth)?.status,
        visitor: { firstName: visitorOf(truth, latest(truth)?.uniqueId ?? '')?.firstName },
      },
      none: null,
    }),
    calls: (truth) => ({
      cold: [list('callmeeting'), list('visitor', { unique_id: latest(truth)?.uniqueId ?? '' })],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'no call for one: a page, which tells that there are no more' },
  },
  {
    name: 'ChatVisitor.callMeetings come from the copy',
    query: `query ($id: ID!) { callMeeting(id: $id) { visitor { callMeetings { ${IDS} } } } }`,
    variables: (truth) => ({ id: String(latest(truth)?.id) }),
    expected: (truth) => ({
      callMeeting: {
        visitor: {
          callMeetings: ids(callMeetings(truth).filter(({ uniqueId }) => uniqueId === latest(truth)?.uniqueId)),
        },
      },
    }),
    calls: (truth) => ({
      cold: [list('callmeeting'), list('visitor', { unique_id: latest(truth)?.uniqueId ?? '' })],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'the copy is up to date already' },
  },
];
