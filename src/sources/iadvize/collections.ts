import type { Collection, CollectionsOptions } from '../../loading/collections/collection.ts';
import { createCollection } from '../../loading/collections/collections.ts';
import type { CollectionSpec, Marks } from '../../loading/collections/spec.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { ChatVisitor, Operator } from '../../model/iadvize.ts';
import type { ClientAccount, OperatorGroup, Skill, Tag, Website } from '../../model/iadvize-directory.ts';
import type { CallMeeting, Transaction } from '../../model/iadvize-figures.ts';
import { IADVIZE } from './endpoints.ts';

/** Rows that come newest first tell of no edits: such a copy is read again whole this often. */
const WHOLE_SECONDS = 86_400;

export type IadvizeCollections = {
  readonly clients: Collection<ClientAccount>;
  readonly websites: Collection<Website>;
  readonly operators: Collection<Operator>;
  readonly groups: Collection<OperatorGroup>;
  readonly skills: Collection<Skill>;
  readonly tags: Collection<Tag>;
  readonly visitors: Collection<ChatVisitor>;
  /** Those of the last month, beside older ones that a list brought. */
  readonly transactions: Collection<Transaction>;
  readonly callMeetings: Collection<CallMeeting>;
};

type Identified = { readonly id: string };
type Terms = readonly (readonly [term: string, value: string])[];

export function sortOf({ id }: Identified): string {
  return sortNumber(id);
}

function term(name: string, value: string | null): Terms {
  return value === null ? [] : [[name, value]];
}

/** The web sites of a mark. */
export function websitesIn(mark: Marks[string] | undefined): readonly string[] {
  return mark?.split(',') ?? [];
}

/** Few rows, edited in place: up to date only when all of it was just read. */
function small<T extends Identified>(
  own: Pick<CollectionSpec<T>, 'name' | 'row'> & Partial<Pick<CollectionSpec<T>, 'termsOf'>>,
): CollectionSpec<T> {
  return {
    shape: 2,
    direction: 'descending',
    sync: 'whole',
    idOf: ({ id }) => id,
    sortOf,
    termsOf: () => [],
    ...own,
  };
}

/** New rows come first, and old ones are edited unseen. */
function growing<T extends Identified>(
  own: Pick<CollectionSpec<T>, 'name' | 'row' | 'termsOf'> &
    Partial<Pick<CollectionSpec<T>, 'marksOf' | 'partial' | 'shape'>>,
): CollectionSpec<T> {
  return {
    shape: 1,
    direction: 'descending',
    sync: 'newest-first',
    wholeEverySeconds: WHOLE_SECONDS,
    idOf: ({ id }) => id,
    sortOf,
    ...own,
  };
}

/** iAdvize's held copies, one of each for a visibility. No chat text lies in any of them. */
export function createIadvizeCollections(options: CollectionsOptions): IadvizeCollections {
  const operators = small<Operator>({
    name: 'iadvize.operators',
    row: IADVIZE.operators,
    termsOf: ({ email }) => term('email', email),
  });
  const visitors = growing<ChatVisitor>({
    name: 'iadvize.visitors',
    shape: 3,
    row: IADVIZE.visitors,
    termsOf: ({ email, uniqueId }) => [...term('email', email), ...term('uid', uniqueId)],
    marksOf: ({ websiteIds }) => ({ websites: websiteIds?.join() ?? null }),
  });
  const transactions = growing<Transaction>({
    name: 'iadvize.transactions',
    row: IADVIZE.transactions,
    termsOf: ({ visitorEmail }) => term('email', visitorEmail),
    partial: true,
  });
  const callMeetings = growing<CallMeeting>({
    name: 'iadvize.call-meetings',
    row: IADVIZE.callMeetings,
    termsOf: ({ visitorUid }) => term('uid', visitorUid),
  });
  return {
    clients: createCollection(small<ClientAccount>({ name: 'iadvize.clients', row: IADVIZE.clients }), options),
    websites: createCollection(small<Website>({ name: 'iadvize.websites', row: IADVIZE.websites }), options),
    operators: createCollection(operators, options),
    groups: createCollection(small<OperatorGroup>({ name: 'iadvize.groups', row: IADVIZE.groups }), options),
    skills: createCollection(small<Skill>({ name: 'iadvize.skills', row: IADVIZE.skills }), options),
    tags: createCollection(small<Tag>({ name: 'iadvize.tags', row: IADVIZE.tags }), options),
    visitors: createCollection(visitors, options),
    transactions: createCollection(transactions, options),
    callMeetings: createCollection(callMeetings, options),
  };
}
