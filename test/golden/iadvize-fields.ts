import type { ConversationRecord } from '../../src/sandbox/iadvize/conversations.ts';
import { GROUPS, SKILLS, WEBSITES } from '../../src/sandbox/iadvize/directory.ts';
import { historyValue } from '../../src/sandbox/iadvize/history.ts';
import { type ChannelState, liveState, statisticRow } from '../../src/sandbox/iadvize/operator-details.ts';
import type { OperatorRecord } from '../../src/sandbox/iadvize/operators.ts';
import { personOf } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import {
  BRANCH,
  branchRow,
  CHAT_VISITOR,
  CONVERSATION,
  chat,
  chats,
  chatVisitorRow,
  conversationRow,
  conversations,
  item,
  list,
  messageRows,
  OPERATOR,
  operatorRow,
  operators,
  WEBSITE,
  websiteRow,
} from './iadvize-rows.ts';

const warm: readonly string[] = [];
const PARENTS = 20;
const ofOperators = (field: string): string => `{ operators { nodes { ${field} } } }`;
const ofConversations = (field: string): string => `{ conversations(first: ${PARENTS}) { nodes { ${field} } } }`;
const first = (truth: Truth): readonly ConversationRecord[] => conversations(truth).slice(0, PARENTS);
const site = (id: number) => websiteRow(WEBSITES.find((one) => one.id === id));

const eachOperator = (field: (operator: OperatorRecord, truth: Truth) => unknown) => (truth: Truth) => ({
  operators: { nodes: operators(truth).map((operator) => field(operator, truth)) },
});
const eachConversation = (field: (conversation: ConversationRecord, truth: Truth) => unknown) => (truth: Truth) => ({
  conversations: { nodes: first(truth).map((conversation) => field(conversation, truth)) },
});
const perOperator =
  (what: string): Golden['calls'] =>
  (truth) => ({ cold: [list('operator'), ...operators(truth).map(({ id }) => item(`operator/${id}/${what}`))], warm });

function channel({ enabled, slot_number, slot_max_number, busy, available }: ChannelState) {
  return { enabled, slotsUsed: slot_number, slots: slot_max_number, busy, available };
}
const CHANNEL = '{ enabled slotsUsed slots busy available }';

/** Some histories arrive cut off: those are null. */
function messagesOf({ world }: Truth, conversation: ConversationRecord) {
  const sent = historyValue(world.random, conversation.index, conversation.entries, 'UTC');
  return typeof sent === 'string' && sent.endsWith('…') ? null : messageRows(conversation);
}

export const operatorFields: readonly Golden[] = [
  {
    name: 'Operator.group and its parent read the groups by a page',
    query: ofOperators(`group { ${BRANCH} }`),
    expected: eachOperator(({ groupId }) => ({ group: branchRow(GROUPS, groupId) })),
    calls: () => ({ cold: [list('operator'), list('group')], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that holds them all, parents too' },
  },
  {
    name: 'Operator.group costs nothing for its id alone',
    query: ofOperators('group { sourceId }'),
    expected: eachOperator(({ groupId }) => ({ group: groupId === null ? null : { sourceId: String(groupId) } })),
    calls: () => ({ cold: [list('operator')], warm }),
    minimum: { cold: 1, warm: 0, why: 'the page of parents' },
  },
  {
    name: 'Operator.skills and their parents read the skills by a page',
    query: ofOperators(`skills { ${BRANCH} }`),
    expected: eachOperator(({ skillIds }) => ({ skills: skillIds.map((id) => branchRow(SKILLS, id)) })),
    calls: () => ({ cold: [list('operator'), list('skill')], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that holds them all, parents too' },
  },
  {
    name: 'Operator.websites read the web sites by a page',
    query: ofOperators(`websites { ${WEBSITE} }`),
    expected: eachOperator(({ websiteIds }) => ({ websites: websiteIds.map(site) })),
    calls: () => ({ cold: [list('operator'), list('website')], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that holds them all' },
  },
  {
    name: 'Operator.live costs one read for each operator',
    query: ofOperators(`live { connected chat ${CHANNEL} call ${CHANNEL} video ${CHANNEL} }`),
    expected: eachOperator(({ index }, { world }) => {
      const { connected, chat, call, video } = liveState(world, index);
      return { live: { connected, chat: channel(chat), call: channel(call), video: channel(video) } };
    }),
    calls: perOperator('live'),
    minimum: { cold: 15, warm: 0, why: 'the list of live states leaves operators out' },
  },
  {
    name: 'Operator.statistic costs one read for each operator',
    query: ofOperators('statistic { conversationCount experiencePoints }'),
    expected: eachOperator((operator, { world }) => {
      const { conversation_number, experience } = statisticRow(world, operator);
      return { statistic: { conversationCount: Number(conversation_number), experiencePoints: experience } };
    }),
    calls: perOperator('statistic'),
    minimum: { cold: 15, warm: 0, why: 'no list of statistics' },
  },
  {
    name: 'Operator.conversations of many operators reads the list of all, where that has fewer pages',
    query: ofOperators('conversations { nodes { sourceId channel } totalCount }'),
    expected: eachOperator(({ id }, truth) => {
      const own = conversations(truth).filter(({ operatorId }) => operatorId === id);
      const nodes = own.map((conversation) => ({ sourceId: String(conversation.id), channel: conversation.channel }));
      return { conversations: { nodes, totalCount: own.length } };
    }),
    calls: () => ({ cold: [list('operator'), chats()], warm }),
    minimum: { cold: 2, warm: 0, why: 'one page holds the last 3 months of all operators' },
  },
  {
    name: 'Operator.person is the address itself and costs nothing',
    query: ofOperators('person { email }'),
    expected: eachOperator(({ email }) => ({ person: personOf(email) })),
    calls: () => ({ cold: [list('operator')], warm }),
    minimum: { cold: 1, warm: 0, why: 'the page of parents' },
  },
];

export const conversationFields: readonly Golden[] = [
  {
    name: 'Conversation.createdAt and closedAt read the web sites by a page',
    query: ofConversations(CONVERSATION),
    expected: eachConversation(conversationRow),
    calls: () => ({ cold: [chats(), list('website')], warm }),
    minimum: { cold: 2, warm: 0, why: 'several zones missing: a page that holds them all' },
  },
  {
    name: 'Conversation.operator reads the operators by a page',
    query: ofConversations(`operator { ${OPERATOR} }`),
    expected: eachConversation(({ operatorId }, { iadvize }) => {
      const found = operatorId === null ? undefined : iadvize.truth.operator(operatorId);
      return { operator: found ? operatorRow(found) : null };
    }),
    calls: () => ({ cold: [chats(), list('operator')], warm }),
    minimum: { cold: 2, warm: 0, why: 'several missing: a page that holds them all' },
  },
  {
    name: 'Conversation.operator, website and skill cost nothing for their ids alone',
    query: ofConversations('operator { sourceId } website { sourceId } skill { sourceId }'),
    expected: eachConversation(({ operatorId, websiteId, skillId }) => {
      const reference = (id: number | null) => (id === null ? null : { sourceId: String(id) });
      return { operator: reference(operatorId), website: reference(websiteId), skill: reference(skillId) };
    }),
    calls: () => ({ cold: [chats()], warm }),
    minimum: { cold: 1, warm: 0, why: 'the page of parents' },
  },
  {
    name: 'Conversation.website and Conversation.skill read a page each',
    query: ofConversations(`website { ${WEBSITE} } skill { ${BRANCH} }`),
    expected: eachConversation(({ websiteId, skillId }) => ({
      website: site(websiteId),
      skill: branchRow(SKILLS, skillId),
    })),
    calls: () => ({ cold: [chats(), list('website'), list('skill')], warm }),
    minimum: { cold: 3, warm: 0, why: 'several missing of each: a page that holds them all' },
  },
  {
    name: 'Conversation.visitor reads the chat visitors by pages',
    query: ofConversations(`visitor { ${CHAT_VISITOR} person { email } }`),
    expected: eachConversation(({ visitorId }, { iadvize }) => {
      const found = iadvize.truth.visitor(visitorId);
      return { visitor: found ? { ...chatVisitorRow(found), person: personOf(found.email) } : null };
    }),
    calls: () => ({ cold: [chats(), list('visitor'), list('visitor', {}, 2), list('website')], warm }),
    minimum: { cold: 4, warm: 0, why: 'visitors on both of two pages; zones by a page' },
  },
  {
    name: 'Conversation.messages costs nothing beside the list, but for the zone of times',
    query: ofConversations('messages { author kind text sentAt }'),
    expected: eachConversation((conversation, truth) => ({ messages: messagesOf(truth, conversation) })),
    calls: () => ({ cold: [chats(), list('website')], warm }),
    minimum: { cold: 2, warm: 0, why: 'the list brings the histories; zones by a page' },
  },
  {
    name: 'ChatVisitor.conversations of many visitors come from the page that named them',
    query: ofConversations('visitor { sourceId conversations { nodes { sourceId } } }'),
    expected: eachConversation(({ visitorId }, truth) => ({
      visitor: {
        sourceId: String(visitorId),
        conversations: {
          nodes: conversations(truth)
            .filter((one) => one.visitorId === visitorId)
            .map(({ id }) => ({ sourceId: String(id) })),
        },
      },
    })),
    calls: () => ({ cold: [chats(), list('visitor'), list('visitor', {}, 2)], warm }),
    minimum: { cold: 3, warm: 0, why: 'the page of parents holds all conversations of 3 months already' },
  },
  {
    name: 'one conversation reads its operator, visitor, web site and skill singly',
    query: `query ($id: ID!) { conversation(id: $id) {
      operator { pseudo } visitor { sourceId } website { url } skill { name } messages { author } } }`,
    variables: (truth) => ({ id: String(withSkill(truth).id) }),
    expected: (truth) => {
      const { operatorId, visitorId, websiteId, skillId, ...rest } = withSkill(truth);
      return {
        conversation: {
          operator: { pseudo: truth.iadvize.truth.operator(operatorId ?? 0)?.pseudo },
          visitor: { sourceId: String(visitorId) },
          website: { url: site(websiteId)?.url },
          skill: { name: branchRow(SKILLS, skillId)?.name },
          messages: messageRows({ operatorId, visitorId, websiteId, skillId, ...rest }).map(({ author }) => ({
            author,
          })),
        },
      };
    },
    calls: (truth) => {
      const { id, operatorId, visitorUid, websiteId, skillId } = withSkill(truth);
      const visitor = list('visitor', { unique_id: visitorUid });
      const items = [`operator/${operatorId}`, `website/${websiteId}`, `skill/${skillId}`].map(item);
      return { cold: [chat(id), visitor, ...items], warm };
    },
    minimum: { cold: 5, warm: 0, why: 'one missing of each kind, read singly' },
  },
];

/** A recent conversation that was answered and asked for a skill. */
function withSkill(truth: Truth): ConversationRecord {
  const found = conversations(truth).find(({ skillId, operatorId }) => skillId !== null && operatorId !== null);
  if (found === undefined) throw new RangeError('no such conversation in this world');
  return found;
}
