import type { ConversationRecord } from './conversations.ts';
import { type BranchRecord, GROUPS, SKILLS, TAGS, type TagRecord, WEBSITES, type WebsiteRecord } from './directory.ts';
import { createFiguresTruth, type FiguresTruth } from './figures-truth.ts';
import type { OperatorRecord } from './operators.ts';
import type { Store } from './store.ts';
import type { VisitorRecord } from './visitors.ts';
import { type Access, sees } from './wire-row.ts';

/** What the simulator really holds, read without HTTP. Ids are highest first; a label narrows to what that key sees. */
export type IadvizeTruth = FiguresTruth & {
  readonly websites: readonly WebsiteRecord[];
  readonly groups: readonly BranchRecord[];
  readonly skills: readonly BranchRecord[];
  readonly tags: readonly TagRecord[];
  operatorIds(label?: string): readonly number[];
  visitorIds(label?: string): readonly number[];
  /** `from` inclusive, `until` exclusive, epoch milliseconds. */
  conversationIds(label?: string, period?: { readonly from: number; readonly until: number }): readonly number[];
  operator(id: number): OperatorRecord | undefined;
  visitor(id: number): VisitorRecord | undefined;
  conversation(id: number): ConversationRecord | undefined;
  /** Operators, visitors and conversations of one person of the world. */
  operatorIdsOf(person: number): readonly number[];
  visitorIdsOf(person: number): readonly number[];
  conversationIdsOf(person: number): readonly number[];
};

const EVERYTHING: Access = { label: '', websites: 'all' };

function labelled(keys: ReadonlyMap<string, Access>, label: string | undefined): Access {
  if (label === undefined) return EVERYTHING;
  const access = [...keys.values()].find((key) => key.label === label);
  if (access === undefined) throw new RangeError(`no key ${label}`);
  return access;
}

export function createTruth(store: Store, keys: ReadonlyMap<string, Access>): IadvizeTruth {
  const { operators, visitors, conversations } = store;
  const visitorIdsOf = (person: number): readonly number[] =>
    visitors.select(`truth person ${person}`, (row) => row.person === person);
  return {
    ...createFiguresTruth(store, (label) => labelled(keys, label)),
    ...{ websites: WEBSITES, groups: GROUPS, skills: SKILLS, tags: TAGS },
    operatorIds: (label) => {
      const access = labelled(keys, label);
      return operators.select(`truth ${label}`, (row) => sees(access, row.websiteIds));
    },
    visitorIds: (label) => {
      const access = labelled(keys, label);
      return visitors.select(`truth ${label}`, (row) => sees(access, row.websiteIds));
    },
    conversationIds: (label, { from, until } = { from: -Infinity, until: Infinity }) => {
      const access = labelled(keys, label);
      const fits = ({ createdAt, websiteId }: ConversationRecord): boolean =>
        createdAt >= from && createdAt < until && sees(access, [websiteId]);
      return conversations.select(`truth ${label} ${from} ${until}`, fits);
    },
    operator: operators.get,
    visitor: visitors.get,
    conversation: conversations.get,
    operatorIdsOf: (person) => operators.select(`truth person ${person}`, (row) => row.person === person),
    visitorIdsOf,
    conversationIdsOf: (person) => {
      const ids = visitorIdsOf(person);
      return conversations.select(`truth person ${person} ${ids.join()}`, ({ visitorId }) => ids.includes(visitorId));
    },
  };
}
