import { closingTime } from './conversations.ts';
import { WEBSITES } from './directory.ts';
import { createFiguresEdit, type FiguresEdit } from './figures-edit.ts';
import type { HistoryEntry } from './history.ts';
import type { OperatorRecord } from './operators.ts';
import type { Store } from './store.ts';
import type { VisitorRecord } from './visitors.ts';

type NewVisitor = Partial<Omit<VisitorRecord, 'id' | 'index' | 'person' | 'uniqueId'>>;
type NewConversation = {
  readonly visitorId: number;
  readonly websiteId?: number;
  readonly operatorId?: number | null;
  readonly skillId?: number | null;
  readonly ruleId?: number | null;
  readonly tagIds?: readonly number[];
  readonly channel?: string;
  /** Epoch milliseconds; now if absent. Ids follow the order of adding: keep it ascending. */
  readonly createdAt?: number;
  /** From the entries if absent. */
  readonly closedAt?: number | null;
  readonly entries?: readonly HistoryEntry[];
};

/** Changes to a running simulator. Unknown ids throw RangeError. */
export type IadvizeEdit = FiguresEdit & {
  /** Answers the new id, above all others. */
  addConversation(conversation: NewConversation): number;
  addVisitor(visitor?: NewVisitor): number;
  deleteConversation(id: number): void;
  deleteVisitor(id: number): void;
  changeOperator(id: number, patch: Partial<Omit<OperatorRecord, 'id' | 'index'>>): void;
  changeVisitor(id: number, patch: Partial<Omit<VisitorRecord, 'id' | 'index' | 'uniqueId'>>): void;
  /** The key answers 403 from now on. */
  revokeKey(label: string): void;
};

function newVisitor(id: number, index: number, uniqueId: string, createdAt: number, given: NewVisitor): VisitorRecord {
  const names = { firstName: null, lastName: null, email: null, phone: null, externalId: null, browser: null };
  const place = { address: null, city: null, zip: null, country: null };
  const websiteIds = [WEBSITES[0]?.id ?? 0];
  return { ...names, ...place, websiteIds, createdAt, ...given, id, index, uniqueId, person: null };
}

function addConversation({ visitors, conversations }: Store, now: number, given: NewConversation): number {
  const visitorIndex = visitors.indexOf(given.visitorId);
  if (visitorIndex === undefined) throw new RangeError(`no visitor with id ${given.visitorId}`);
  const entries = given.entries ?? [];
  const added = conversations.add((id, index) => ({
    ...{ id, index, entries },
    channel: given.channel ?? 'chat',
    visitorId: given.visitorId,
    visitorUid: visitors.uniqueIdAt(visitorIndex),
    websiteId: given.websiteId ?? visitors.get(given.visitorId)?.websiteIds[0] ?? WEBSITES[0]?.id ?? 0,
    operatorId: given.operatorId ?? null,
    skillId: given.skillId ?? null,
    ruleId: given.ruleId ?? null,
    tagIds: given.tagIds ?? [],
    createdAt: given.createdAt ?? now,
    closedAt: given.closedAt === undefined ? closingTime(entries) : given.closedAt,
  }));
  return added.id;
}

export function createEdit(store: Store, now: () => number, revoke: (label: string) => void): IadvizeEdit {
  const { visitors, conversations, operators } = store;
  return {
    ...createFiguresEdit(store, now),
    addConversation: (given) => addConversation(store, now(), given),
    addVisitor: (given = {}) =>
      visitors.add((id, index) => newVisitor(id, index, visitors.uniqueIdAt(index), now(), given)).id,
    deleteConversation: conversations.remove,
    deleteVisitor: visitors.remove,
    changeOperator: operators.change,
    changeVisitor: visitors.change,
    revokeKey: revoke,
  };
}
