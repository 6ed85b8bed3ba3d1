import { itemsOf } from '../../base/items.ts';
import type { Fills } from '../../loading/fills.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { mergeLists } from '../../loading/lists/merged.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type {
  ChatVisitor,
  ChatVisitorFilter,
  Conversation,
  ConversationFilter,
  ConversationMessage,
  ConversationTimes,
} from '../../model/iadvize.ts';
import type { List } from '../../model/list.ts';
import { batched, beginOperation, type IadvizeParts, isCopyFresh } from './access.ts';
import { instantsOf } from './clocks.ts';
import {
  conversationTimes,
  listConversations,
  partyOfConversations,
  readConversation,
  readMessages,
  readRawHistory,
} from './conversations.ts';
import { beginDirectory, type DirectoryReads } from './directory.ts';
import { beginFigures, type FiguresReads } from './figures.ts';
import { iadvizeFills } from './fills.ts';
import { createListKind } from './kind-list.ts';
import { kindsOf } from './kinds.ts';
import { beginOperators, type OperatorReads } from './operators.ts';
import { listByParty } from './parties.ts';
import { visitorsByEmail, visitorsByUniqueId, wantedVisitors } from './people.ts';
import { createReferredConversations } from './referred-conversations.ts';

/** iAdvize, as one operation reads it. Unknown records are null. Lists are by id descending. */
export type IadvizeReads = DirectoryReads &
  OperatorReads &
  FiguresReads & {
    /** Without `from` and `to` the last 3 months; `to` alone: the 3 months before it. InputError if `from` is after `to`. */
    conversations(reader: Reader, filter: ConversationFilter): List<Conversation>;
    /** Of all chat visitors with this address, in the last 3 months. Counted only while the visitors copy is up to date. */
    conversationsByEmail(reader: Reader, email: string): List<Conversation>;
    conversation(reader: Reader, id: string): Promise<Conversation | null>;
    /** One that another record refers to. */
    referredConversation(reader: Reader, id: string): Promise<Conversation | null>;
    /** Costs the record of the website, as its clocks are the conversation's. */
    conversationTimes(reader: Reader, conversation: Conversation): Promise<ConversationTimes>;
    /** Null if the history cannot be read apart. If `times` are not wanted, `sentAt` may be null: for them a web site may have to be read. */
    messages(
      reader: Reader,
      conversation: Conversation,
      wanted?: { readonly times: boolean },
    ): Promise<ConversationMessage[] | null>;
    /** What `messages` cannot read apart. */
    rawHistory(reader: Reader, conversation: Conversation): Promise<string | null>;
    chatVisitors(reader: Reader, filter: ChatVisitorFilter): List<ChatVisitor>;
    chatVisitor(reader: Reader, id: string): Promise<ChatVisitor | null>;
    chatVisitorByUniqueId(reader: Reader, uniqueId: string): Promise<ChatVisitor | null>;
    /** From the held copy, which is filled first. */
    chatVisitorsByEmail(reader: Reader, email: string): Promise<ChatVisitor[]>;
    readonly fills: Fills;
    /** Whether the copy that an endpoint fills is up to date for this operation, as one key sees it. */
    isCopyFresh(endpoint: string): Promise<boolean>;
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
  const kinds = kindsOf(parts);
  const directory = beginDirectory(operation, kinds);
  const visitors = createListKind(operation, kinds.visitors);
  const ops = { operation, website: directory.website, drifts: parts.drifts };
  const conversations: IadvizeReads['conversations'] = listByParty(
    (reader, filter) => listConversations(ops, reader, filter),
    partyOfConversations,
  );
  return {
    ...beginFigures(ops),
    ...directory,
    ...beginOperators(operation, kinds),
    conversations,
    conversationsByEmail: (reader, email) =>
      conversationsOf(visitorsByEmail(operation, reader, kinds.visitors, email), ({ id, uniqueId }) =>
        conversations(reader, { visitorId: id, ...(uniqueId !== null && { visitorUid: uniqueId }) }),
      ),
    conversation: (reader, id) => readConversation(ops, reader, id),
    referredConversation: createReferredConversations(ops),
    conversationTimes: (reader, conversation) => conversationTimes(ops, reader, conversation),
    messages: (reader, conversation, wanted) => readMessages(ops, reader, conversation, wanted?.times ?? true),
    rawHistory: (reader, conversation) => readRawHistory(ops, reader, conversation),
    chatVisitors: (reader, filter) => visitors(reader, wantedVisitors(filter)),
    chatVisitor: batched(operation, { kind: kinds.visitors }),
    chatVisitorByUniqueId: batched(operation, { kind: kinds.visitors, index: visitorsByUniqueId(operation) }),
    chatVisitorsByEmail: (reader, email) => itemsOf(visitorsByEmail(operation, reader, kinds.visitors, email)),
    fills: iadvizeFills(operation, kinds),
    isCopyFresh: (endpoint) => isCopyFresh(operation, endpoint),
    chatVisitorCreatedAt: async (reader, { websiteIds, createdAtLocal }) => {
      const [createdAt = null] = await instantsOf(ops, reader, websiteIds?.[0] ?? null, [createdAtLocal]);
      return createdAt;
    },
  };
}
