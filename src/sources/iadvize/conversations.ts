import type { DriftCounter } from '../../base/drift.ts';
import { UpstreamError } from '../../base/errors.ts';
import { nameDeadline } from '../../loading/fallback.ts';
import { agesFor, type Reader, settleReading } from '../../loading/reader.ts';
import type { Conversation, ConversationFilter, ConversationMessage, ConversationTimes } from '../../model/iadvize.ts';
import { readInViews } from './access.ts';
import type { HeldChat } from './chats.ts';
import { type Clocks, instantsOf } from './clocks.ts';
import { IADVIZE, PERIOD_MONTHS } from './endpoints.ts';
import { type HistoryEntry, readHistory } from './history.ts';
import type { Chat } from './map.ts';
import type { Party } from './parties.ts';
import type { PeriodRule } from './periods.ts';
import { type HeldList, listInPeriods, type RangedList } from './ranged.ts';
import type { Filters, ReadItem } from './requests.ts';
import { type SiteView, seeing, withKeys } from './views.ts';

/** What reading conversations needs besides the operation. */
export type ConversationOps = Clocks & { readonly drifts: DriftCounter };

/** Without a range the upstream's own last 3 months. */
const RULE: PeriodRule = { months: PERIOD_MONTHS, missing: 'upstream' };

export async function conversationTimes(
  ops: ConversationOps,
  reader: Reader,
  { websiteId, createdAtLocal, closedAtLocal }: Conversation,
): Promise<ConversationTimes> {
  const [createdAt = null, closedAt = null] = await instantsOf(ops, reader, websiteId, [createdAtLocal, closedAtLocal]);
  return { createdAt, closedAt };
}

function filtersOf(filter: ConversationFilter): Filters {
  const { channel, websiteId, operatorId, visitorId, skillId, tagId, ruleId } = filter;
  return {
    ...(channel !== undefined && { channel }),
    ...(websiteId !== undefined && { website_id: websiteId }),
    ...(operatorId !== undefined && { operator_id: operatorId }),
    ...(visitorId !== undefined && { visitor_id: visitorId }),
    ...(skillId !== undefined && { skill_id: skillId }),
    ...(tagId !== undefined && { tag_id: tagId }),
    ...(ruleId !== undefined && { rule_id: ruleId }),
  };
}

/** Puts the texts on their shelf and gives the rest on. */
function part({ operation }: ConversationOps, chat: Chat, readAt: number): Conversation {
  operation.parts.chats.put(chat, readAt);
  return chat.conversation;
}

/** Keeps what was said with the operation, so that it is at hand when it is asked for. */
function meet({ operation }: ConversationOps, conversations: readonly Conversation[]): void {
  for (const { id } of conversations) {
    const chat = operation.parts.chats.get(id);
    if (chat !== undefined) operation.met.set(id, chat);
  }
}

/** By id descending. */
export function listConversations(
  ops: ConversationOps,
  reader: Reader,
  filter: ConversationFilter,
): HeldList<Conversation> {
  const list: RangedList<Chat, Conversation> = {
    row: IADVIZE.conversations,
    rule: RULE,
    pages: ops.operation.parts.client.conversations,
    take: (_view, chats, readAt) => chats.map((chat) => part(ops, chat, readAt)),
    onPage: ({ items }) => meet(ops, items),
  };
  return listInPeriods(ops, reader, list, filter, filtersOf(filter));
}

/** A chat that is held and fresh for this operation. */
export function chatAtHand({ operation }: ConversationOps, reader: Reader, id: string): HeldChat | undefined {
  const { parts, scope, met } = operation;
  // Its text is held in one place.
  scope.meter.forbidKeeping();
  const known = met.get(id);
  if (known !== undefined) return known;
  const held = parts.chats.get(id);
  if (held === undefined) return undefined;
  const { fresh } = agesFor(scope.wish, parts.agesOf(IADVIZE.conversation));
  const pin = `chat ${id}`;
  const age = parts.clock.now() - held.asOf;
  const young = scope.pinned.has(pin) || (scope.wish.mode !== 'verify' && age <= fresh * 1000);
  if (young && scope.planning) scope.pinned.add(pin);
  if (held.asOf < scope.startedAt && !young) return undefined;
  met.set(id, held);
  if (held.asOf < scope.startedAt) {
    const { id: endpoint, upstream } = IADVIZE.conversation;
    reader.scope.meter.onHit({ upstream, endpoint, key: `${endpoint} ${id}`, reason: 'CACHE', asOf: held.asOf });
  }
  return held;
}

function settleChat({ operation }: ConversationOps, reader: Reader, chat: HeldChat): Chat {
  const reason = chat.asOf >= operation.scope.startedAt ? null : 'CACHE';
  return settleReading(reader, { value: chat, asOf: chat.asOf, reason }, operation.parts.clock.now());
}

export async function readConversation(ops: ConversationOps, reader: Reader, id: string): Promise<Conversation | null> {
  const atHand = chatAtHand(ops, reader, id);
  if (atHand !== undefined) return settleChat(ops, reader, atHand).conversation;
  const { operation } = ops;
  const read: ReadItem<Conversation> = async (scope, view, wanted) => {
    const readAt = operation.parts.clock.now();
    const chat = await operation.parts.client.conversation(scope, view, wanted);
    return chat === null ? null : part(ops, chat, readAt);
  };
  const views = await operation.siteViews(reader);
  const conversation = await readInViews(operation, reader, views, { row: IADVIZE.conversation, read, id });
  if (conversation !== null) meet(ops, [conversation]);
  return conversation;
}

/** Reads one conversation for what was said in it, without holding anything but on the shelf. */
async function fetchChat({ operation }: ConversationOps, view: SiteView, id: string): Promise<HeldChat | null> {
  const { parts, scope } = operation;
  const row = IADVIZE.conversation;
  const flight = parts.flights.join(`chat ${view.visibility} ${id}`, scope, async (calls) => {
    const asOf = parts.clock.now();
    const chat = await withKeys(parts, view, row, (allowed) => parts.client.conversation(calls, allowed, id));
    if (chat !== null) parts.chats.put(chat, asOf);
    return chat === null ? null : { ...chat, asOf };
  });
  return flight.catch((error: unknown) => {
    throw nameDeadline(error, row.upstream);
  });
}

async function chatOf(ops: ConversationOps, reader: Reader, { id, websiteId }: Conversation): Promise<Chat | null> {
  const atHand = chatAtHand(ops, reader, id);
  if (atHand !== undefined) return settleChat(ops, reader, atHand);
  const { operation } = ops;
  if (operation.scope.wish.mode === 'only-held') throw new UpstreamError('IADVIZE', 'QUOTA_EXCEEDED');
  const views = seeing(await operation.siteViews(reader), websiteId === null ? null : [websiteId]);
  for (const view of views) {
    const chat = await fetchChat(ops, view, id);
    if (chat === null) continue;
    operation.met.set(id, chat);
    return chat;
  }
  return null;
}

async function toMessages(
  ops: ConversationOps,
  reader: Reader,
  { websiteId }: Conversation,
  entries: readonly HistoryEntry[],
): Promise<ConversationMessage[]> {
  const locals = entries.map(({ local, epochMs }) => (epochMs === null ? local : null));
  const instants = await instantsOf(ops, reader, websiteId, locals);
  return entries.map(({ author, kind, text, epochMs }, index) => {
    const sentAt = epochMs ?? instants[index] ?? null;
    return { author, kind, text, sentAt };
  });
}

/** What was said, in the upstream's order; without `times` no web site is read for its clocks. Null if the conversation is gone or its history cannot be read apart. */
export async function readMessages(
  ops: ConversationOps,
  reader: Reader,
  conversation: Conversation,
  times: boolean,
): Promise<ConversationMessage[] | null> {
  const chat = await chatOf(ops, reader, conversation);
  const entries = chat === null ? null : readHistory(chat.history, ops.drifts.at(chat.endpoint));
  return entries === null
    ? null
    : toMessages(ops, reader, conversation, times ? entries : entries.map((entry) => ({ ...entry, local: null })));
}

/** The history as sent, where it cannot be read apart: nothing that was said is lost. */
export async function readRawHistory(
  ops: ConversationOps,
  reader: Reader,
  conversation: Conversation,
): Promise<string | null> {
  const chat = await chatOf(ops, reader, conversation);
  if (chat === null || readHistory(chat.history, () => undefined) !== null) return null;
  return typeof chat.history === 'string' ? chat.history : JSON.stringify(chat.history);
}

/**
 * Conversations by operator, by visitor, by skill or by tag, whichever the filter asks for first. Undefined if it asks for none, or for an
 * operator and a visitor. Those of a web site are asked for as they are: its own clocks bound its 3 months.
 */
export function partyOfConversations(filter: ConversationFilter): Party<Conversation, ConversationFilter> | undefined {
  const { operatorId, visitorId, visitorUid, ...others } = filter;
  if (operatorId !== undefined && visitorId === undefined)
    return { has: (row) => row.operatorId === operatorId, rest: others };
  if (visitorUid !== undefined && operatorId === undefined)
    return { has: (row) => row.visitorUid === visitorUid, rest: others };
  if (operatorId !== undefined || visitorId !== undefined) return undefined;
  const { skillId, tagId, ...rest } = others;
  if (skillId !== undefined)
    return { has: (row) => row.skillId === skillId, rest: { ...rest, ...(tagId !== undefined && { tagId }) } };
  return tagId === undefined ? undefined : { has: (row) => row.tagIds?.includes(tagId) === true, rest };
}
