import type { ConversationRecord } from '../../src/sandbox/iadvize/conversations.ts';
import type { BranchRecord, WebsiteRecord } from '../../src/sandbox/iadvize/directory.ts';
import type { OperatorRecord } from '../../src/sandbox/iadvize/operators.ts';
import type { VisitorRecord } from '../../src/sandbox/iadvize/visitors.ts';
import { email, instant } from './forms.ts';
import type { Truth } from './golden.ts';

type Loose = Readonly<Record<string, unknown>>;

export const OPERATOR = 'sourceId firstName lastName pseudo email externalId roles languages';
export const CONVERSATION = 'sourceId channel createdAt closedAt operatorAnswer';
export const CHAT_VISITOR = 'sourceId uniqueId externalId firstName lastName email phone country createdAt';
export const WEBSITE = 'sourceId url label currency timezone';
export const BRANCH = 'sourceId name parent { sourceId name }';

/** The last 3 months on 15 January 2026 at 9:30 UTC, on the clocks of Paris as in London: an hour apart all the time. */
export const LAST_3_MONTHS = { from: Date.UTC(2025, 9, 15, 8, 30), until: Date.UTC(2026, 0, 15, 9, 31) };

export function operatorRow(operator: OperatorRecord): Loose {
  const { id, firstName, name, pseudo, externalId, roles, languages } = operator;
  const address = email(operator.email);
  return { sourceId: String(id), firstName, lastName: name, pseudo, email: address, externalId, roles, languages };
}

export function conversationRow({ id, channel, createdAt, closedAt, operatorId }: ConversationRecord): Loose {
  return {
    sourceId: String(id),
    channel,
    createdAt: instant(createdAt),
    closedAt: instant(closedAt),
    operatorAnswer: operatorId !== null,
  };
}

export function chatVisitorRow(visitor: VisitorRecord): Loose {
  const { id, uniqueId, externalId, firstName, lastName, phone, country, createdAt } = visitor;
  const address = email(visitor.email);
  return {
    sourceId: String(id),
    uniqueId,
    externalId,
    firstName,
    lastName,
    email: address,
    phone,
    country,
    createdAt: instant(createdAt),
  };
}

export function websiteRow(website: WebsiteRecord | undefined): Loose | null {
  if (website === undefined) return null;
  const { id, url, label, currency, timezone } = website;
  return { sourceId: String(id), url, label, currency, timezone };
}

export function branchRow(branches: readonly BranchRecord[], id: number | null): Loose | null {
  const branch = branches.find((one) => one.id === id);
  if (branch === undefined) return null;
  const parent = branches.find((one) => one.id === branch.parentId);
  return {
    sourceId: String(branch.id),
    name: branch.name,
    parent: parent === undefined ? null : { sourceId: String(parent.id), name: parent.name },
  };
}

/** Of a record of which only the ids are selected. */
export function reference(id: number): Loose {
  return { sourceId: String(id) };
}

const AUTHORS: Readonly<Record<number, readonly [author: string, kind: string]>> = {
  1: ['OPERATOR', 'text'],
  2: ['VISITOR', 'text'],
  3: ['SYSTEM', 'notification'],
  4: ['UNKNOWN', '4'],
  5: ['UNKNOWN', 'link'],
  6: ['OPERATOR', 'rich'],
  7: ['VISITOR', 'rich'],
};

export function messageRows({ entries }: ConversationRecord): readonly Loose[] {
  return entries.map(({ type, at, text, epochMs }) => {
    const [author, kind] = AUTHORS[type] ?? [];
    return { author, kind, text, sentAt: instant(epochMs ?? at) };
  });
}

export function operators({ iadvize }: Truth): readonly OperatorRecord[] {
  return iadvize.truth.operatorIds().flatMap((id) => iadvize.truth.operator(id) ?? []);
}

export function chatVisitors({ iadvize }: Truth): readonly VisitorRecord[] {
  return iadvize.truth.visitorIds().flatMap((id) => iadvize.truth.visitor(id) ?? []);
}

export function conversations(
  { iadvize }: Truth,
  { from, until }: { readonly from: number; readonly until: number } = LAST_3_MONTHS,
): readonly ConversationRecord[] {
  const ids = iadvize.truth.conversationIds(undefined, { from, until });
  // Records are views that move on: what is kept must be taken out of them.
  return ids.flatMap((id) => {
    const found = iadvize.truth.conversation(id);
    return found === undefined ? [] : [{ ...found }];
  });
}

type Filters = Readonly<Record<string, string | number>>;

/** A page of a list, its filters as the upstream calls them. */
export function list(path: string, filters: Filters = {}, page = 1): string {
  const format = path.startsWith('conversation') ? 'formatHistory=0&' : '';
  const sent = Object.entries(filters).map(([name, value]) => `&filters[${name}]=${value}`);
  return `IADVIZE GET /api/2/${path} ${format}full=1&limit=100&page=${page}${sent.join('')}`;
}

export const chats = (filters: Filters = {}, page = 1): string => list('conversation.json-unicode', filters, page);

export function item(path: string): string {
  return `IADVIZE GET /api/2/${path}`;
}

export function chat(id: number): string {
  return item(`conversation.json-unicode/${id} formatHistory=0`);
}
