import { conversationRow as sentConversation } from '../../src/sandbox/iadvize/conversations.ts';
import { GROUPS, SKILLS, WEBSITES, zoneOf } from '../../src/sandbox/iadvize/directory.ts';
import { historyValue } from '../../src/sandbox/iadvize/history.ts';
import { statisticRow } from '../../src/sandbox/iadvize/operator-details.ts';
import { operatorRow as sentOperator } from '../../src/sandbox/iadvize/operators.ts';
import { text, whole } from './forms.ts';
import type { Golden, Truth } from './golden.ts';
import { chats, conversations, item, list, messageRows, operators, reference } from './iadvize-rows.ts';

type Loose = Readonly<Record<string, unknown>>;

const warm: readonly string[] = [];
const parents = { cold: 1, warm: 0, why: 'the page of parents' };
const PARENTS = 20;

function settings(sent: Loose) {
  const config = sent.call_config as Loose | undefined;
  return {
    role: sent.role,
    chatEnabled: sent.chat_enabled,
    callEnabled: sent.call_enabled,
    videoEnabled: sent.video_enabled,
    chatMaxNumber: whole(sent.chat_max_number),
    chatAndCall: sent.chat_and_call,
    chatToVideo: sent.chat_to_video,
    chatPriority: sent.chat_priority,
    callPriority: sent.call_priority,
    videoPriority: sent.video_priority,
    languageAdmin: sent.language_admin,
    callConfig: config
      ? {
          type: config.type,
          askPhoneNumberAtEveryConnection: config.ask_phone_number_at_every_connection,
          phoneNumber: text(config.phone_number),
        }
      : null,
  };
}

/** Of these operators, those in a group or with a skill. */
function members(truth: Truth, test: (operator: ReturnType<typeof operators>[number]) => boolean) {
  const nodes = operators(truth)
    .filter(test)
    .map(({ id }) => ({ sourceId: String(id) }));
  return { nodes, totalCount: nodes.length };
}

export const iadvizeDetails: readonly Golden[] = [
  {
    name: 'operators carry their settings',
    query: `{ operators { nodes { role chatEnabled callEnabled videoEnabled chatMaxNumber chatAndCall chatToVideo
      chatPriority callPriority videoPriority languageAdmin
      callConfig { type askPhoneNumberAtEveryConnection phoneNumber } } } }`,
    expected: (truth) => ({
      operators: { nodes: operators(truth).map((operator) => settings(sentOperator(truth.world, operator))) },
    }),
    calls: () => ({ cold: [list('operator')], warm }),
    minimum: parents,
  },
  {
    name: 'Operator.skills and Operator.websites cost nothing for their ids alone',
    query: '{ operators { nodes { skills { sourceId } websites { sourceId } } } }',
    expected: (truth) => ({
      operators: {
        nodes: operators(truth).map(({ skillIds, websiteIds }) => ({
          skills: skillIds.map(reference),
          websites: websiteIds.map(reference),
        })),
      },
    }),
    calls: () => ({ cold: [list('operator')], warm }),
    minimum: parents,
  },
  {
    name: 'Operator.statistic has the satisfaction of old',
    query: 'query ($id: ID!) { operator(id: $id) { statistic { satisfactionGlobalRate } } }',
    variables: (truth) => ({ id: String(operators(truth)[0]?.id) }),
    expected: (truth) => {
      const [operator] = operators(truth);
      const rate = operator && statisticRow(truth.world, operator).satisfaction_global_rate;
      return { operator: { statistic: { satisfactionGlobalRate: rate } } };
    },
    calls: (truth) => {
      const path = `operator/${operators(truth)[0]?.id}`;
      return { cold: [item(path), item(`${path}/statistic`)], warm };
    },
    minimum: { cold: 2, warm: 0, why: 'the record and its figures' },
  },
  {
    name: 'the groups of all operators lead to their members without a further call',
    query: `{ operators { nodes { group { createdAt parents { name } operators { nodes { sourceId } totalCount } } } } }`,
    expected: (truth) => ({
      operators: {
        nodes: operators(truth).map(({ groupId }) => {
          const group = GROUPS.find(({ id }) => id === groupId);
          if (group === undefined) return { group: null };
          const parent = GROUPS.find(({ id }) => id === group.parentId);
          return {
            group: {
              createdAt: madeAt(truth, group),
              parents: parent === undefined ? [] : [{ name: parent.name }],
              operators: members(truth, (operator) => operator.groupId === group.id),
            },
          };
        }),
      },
    }),
    calls: () => ({ cold: [list('operator'), list('group')], warm }),
    minimum: { cold: 2, warm: 0, why: 'the page of all operators holds the members too' },
  },
  {
    name: 'the skills of several conversations lead to their operators by one page of operators',
    query: `{ conversations(first: ${PARENTS}) { nodes { skill { order createdAt operators { nodes { sourceId } totalCount } } } } }`,
    expected: (truth) => ({
      conversations: {
        nodes: conversations(truth)
          .slice(0, PARENTS)
          .map(({ skillId }) => {
            const skill = SKILLS.find(({ id }) => id === skillId);
            if (skill === undefined) return { skill: null };
            return {
              skill: {
                order: SKILLS.indexOf(skill) + 1,
                createdAt: madeAt(truth, skill),
                operators: members(truth, ({ skillIds }) => skillIds.includes(skill.id)),
              },
            };
          }),
      },
    }),
    calls: () => ({ cold: [chats(), list('skill'), list('operator')], warm }),
    minimum: { cold: 3, warm: 0, why: 'six skills: the page of all operators, not one list for each' },
  },
  {
    name: 'conversations carry their details',
    query: `{ conversations(first: ${PARENTS}) { nodes {
      operatorClosed waitingList pageType ruleId visitorUid xmppId } } }`,
    expected: (truth) => ({
      conversations: {
        nodes: conversations(truth)
          .slice(0, PARENTS)
          .map((conversation) => {
            const sent = sentConversation(truth.world, conversation, true);
            return {
              operatorClosed: sent.operator_closed,
              waitingList: sent.waitinglist,
              pageType: text(sent.page_type),
              ruleId: text(sent.rule_id),
              visitorUid: sent.visitor_uid,
              xmppId: sent.xmpp_id,
            };
          }),
      },
    }),
    calls: () => ({ cold: [chats()], warm }),
    minimum: parents,
  },
  {
    name: 'Conversation.rawHistory has what cannot be read apart, beside the list',
    query: '{ conversations(first: 1000) { nodes { rawHistory messages { author } } } }',
    expected: (truth) => ({
      conversations: {
        nodes: conversations(truth).map((conversation) => {
          const { index, entries, websiteId } = conversation;
          const sent = historyValue(truth.world.random, index, entries, zoneOf(websiteId));
          const isCut = typeof sent === 'string' && sent.endsWith('…');
          const messages = messageRows(conversation).map(({ author }) => ({ author }));
          return isCut ? { rawHistory: sent, messages: null } : { rawHistory: null, messages };
        }),
      },
    }),
    calls: () => ({ cold: [chats()], warm }),
    minimum: { cold: 1, warm: 0, why: 'the list brings the histories, and nobody asks for times' },
  },
  {
    name: 'Conversation.visitor says where the visitor is and on which web sites',
    query: `{ conversations(first: 1) { nodes { visitor { address city zip browser websites { url languageAdmin } } } } }`,
    expected: (truth) => {
      const [conversation] = conversations(truth);
      const found = truth.iadvize.truth.visitor(conversation?.visitorId ?? 0);
      if (found === undefined) throw new RangeError('no such visitor in this world');
      const { address, city, zip, browser, websiteIds } = found;
      const websites = websiteIds
        .map((id) => WEBSITES.find((one) => one.id === id))
        .map((site) => ({ url: site?.url, languageAdmin: site?.languageAdmin }));
      return { conversations: { nodes: [{ visitor: { address, city, zip, browser, websites } }] } };
    },
    calls: (truth) => {
      const [{ visitorUid, visitorId } = { visitorUid: '', visitorId: 0 }] = conversations(truth);
      const sites = truth.iadvize.truth.visitor(visitorId)?.websiteIds ?? [];
      const read = sites.length > 1 ? [list('website')] : sites.map((id) => item(`website/${id}`));
      return { cold: [chats(), list('visitor', { unique_id: visitorUid }), ...read], warm };
    },
    minimum: { cold: 3, warm: 0, why: 'one page, one visitor, one read of web sites' },
  },
];

function madeAt({ world }: Truth, { ageDays, id }: { readonly ageDays: number; readonly id: number }): string {
  return new Date(world.now - ageDays * 86_400_000 - id * 60_000).toISOString().replace('.000Z', 'Z');
}
