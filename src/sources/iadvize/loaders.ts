import { itemsOf } from '../../base/items.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { mergeLists } from '../../loading/lists/merged.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type {
  ChatVisitor,
  Conversation,
  ConversationFilter,
  ConversationMessage,
  ConversationTimes,
  Operator,
  OperatorFilter,
  OperatorLive,
  OperatorStatistic,
} from '../../model/iadvize.ts';
import type { OperatorGroup, Skill, Website } from '../../model/iadvize-directory.ts';
import type { List } from '../../model/list.ts';
import { batched, beginOperation, type IadvizeParts } from './access.ts';
import { instantsOf } from './clocks.ts';
import {
  conversationTimes,
  listConversations,
  partyOfConversations,
  readConversation,
  readMessages,
} from './conversations.ts';
import { IADVIZE } from './endpoints.ts';
import { beginFigures, type FiguresReads } from './figures.ts';
import { createListKind } from './kind-list.ts';
import { kindsOf } from './kinds.ts';
import { listByParty } from './parties.ts';
import {
  normal,
  operatorsByEmail,
  readOfOperator,
  visitorsByEmail,
  visitorsByUniqueId,
  wantedOperators,
} from './people.ts';
import { createReferredConversations } from './referred-conversations.ts';

/** iAdvize, as one operation reads it. Unknown records are null. Lists are by id descending. */
export type IadvizeReads = FiguresReads & {
  operators(reader: Reader, filter: OperatorFilter): List<Operator>;
  operator(reader: Reader, id: string): Promise<Operator | null>;
  /** The newest operator with this address. */
  operatorByEmail(reader: Reader, email: string): Promise<Operator | null>;
  group(reader: Reader, id: string): Promise<OperatorGroup | null>;
  skill(reader: Reader, id: string): Promise<Skill | null>;
  website(reader: Reader, id: string): Promise<Website | null>;
  live(reader: Reader, operatorId: string): Promise<OperatorLive | null>;
  statistic(reader: Reader, operatorId: string): Promise<OperatorStatistic | null>;
  /** Without `from` and `to` the last 3 months; `to` alone: the 3 months before it. InputError if `from` is after `to`. */
  conversations(reader: Reader, filter: ConversationFilter): List<Conversation>;
  /** Of all chat visitors with this address, in the last 3 months. Counted only while the visitors copy is up to date. */
  conversationsByEmail(reader: Reader, email: string): List<Conversation>;
  conversation(reader: Reader, id: string): Promise<Conversation | null>;
  /** One that another record refers to. */
  referredConversation(reader: Reader, id: string): Promise<Conversation | null>;
  /** Costs the record of the website, as its clocks are the conversation's. */
  conversationTimes(reader: Reader, conversation: Conversation): Promise<ConversationTimes>;
  /** Null if the history cannot be read apart. */
  messages(reader: Reader, conversation: Conversation): Promise<ConversationMessage[] | null>;
  chatVisitor(reader: Reader, id: string): Promise<ChatVisitor | null>;
  chatVisitorByUniqueId(reader: Reader, uniqueId: string): Promise<ChatVisitor | null>;
  /** From the held copy, which is filled first. */
  chatVisitorsByEmail(reader: Reader, email: string): Promise<ChatVisitor[]>;
  /** Epoch milliseconds. */
  chatVisitorCreatedAt(reader: Reader, visitor: ChatVisitor): Promise<number | null>;
};

/** What all of these visitors said, as one list. A count alone does not fill the copy that the visitors come from. */
function conversationsOf(
  visitors: List<ChatVisitor>,
  of: (visitor: ChatVisitor) => List<Conversation>,
): List<Conversation> {
  const merged = async (): Promise<List<Conversation>> => mergeLists((await itemsOf(visitors)).map(of), 'descending');
  return {
    ...deferredList('descending', merged),
    total: async () => ((await visitors.total()) === null ? null : (await merged()).total()),
  };
}

/** The reads of one operation. */
export function beginIadvizeReads(parts: IadvizeParts, scope: ReadScope): IadvizeReads {
  const operation = beginOperation(parts, scope);
  const { client, drifts } = parts;
  const kinds = kindsOf(parts);
  const website = batched(operation, { kind: kinds.websites });
  const operators = createListKind(operation, kinds.operators);
  const ops = { operation, website, drift: drifts.at(IADVIZE.conversations.id) };
  const conversations: IadvizeReads['conversations'] = listByParty(
    (reader, filter) => listConversations(ops, reader, filter),
    partyOfConversations,
  );
  const operatorByEmail = batched(operation, { kind: kinds.operators, index: operatorsByEmail(operation) });
  const live = { row: IADVIZE.operatorLive, read: client.operatorLive };
  const statistic = { row: IADVIZE.operatorStatistic, read: client.operatorStatistic };
  return {
    ...beginFigures(ops),
    website,
    skill: batched(operation, { kind: kinds.skills }),
    conversations,
    operators: (reader, filter) => operators(reader, wantedOperators(filter)),
    operator: batched(operation, { kind: kinds.operators }),
    operatorByEmail: (reader, email) => operatorByEmail(reader, normal(email)),
    group: batched(operation, { kind: kinds.groups }),
    live: (reader, id) => readOfOperator(operation, reader, kinds.operators, live, id),
    statistic: (reader, id) => readOfOperator(operation, reader, kinds.operators, statistic, id),
    conversationsByEmail: (reader, email) =>
      conversationsOf(visitorsByEmail(operation, reader, kinds.visitors, email), ({ id, uniqueId }) =>
        conversations(reader, { visitorId: id, ...(uniqueId !== null && { visitorUid: uniqueId }) }),
      ),
    conversation: (reader, id) => readConversation(ops, reader, id),
    referredConversation: createReferredConversations(ops),
    conversationTimes: (reader, conversation) => conversationTimes(ops, reader, conversation),
    messages: (reader, conversation) => readMessages(ops, reader, conversation),
    chatVisitor: batched(operation, { kind: kinds.visitors }),
    chatVisitorByUniqueId: batched(operation, { kind: kinds.visitors, index: visitorsByUniqueId(operation) }),
    chatVisitorsByEmail: (reader, email) => itemsOf(visitorsByEmail(operation, reader, kinds.visitors, email)),
    chatVisitorCreatedAt: async (reader, { websiteIds, createdAtLocal }) => {
      const [createdAt = null] = await instantsOf(ops, reader, websiteIds?.[0] ?? null, [createdAtLocal]);
      return createdAt;
    },
  };
}
