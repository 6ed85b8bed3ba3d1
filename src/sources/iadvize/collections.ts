import { type Collection, type CollectionsOptions, createCollection } from '../../loading/collections/collections.ts';
import type { CollectionSpec } from '../../loading/collections/spec.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { ChatVisitor, Operator } from '../../model/iadvize.ts';
import type { OperatorGroup, Skill, Website } from '../../model/iadvize-directory.ts';
import { IADVIZE } from './endpoints.ts';

/** Visitors tell of no edits: the copy is read again whole this often. */
const VISITORS_WHOLE_SECONDS = 86_400;

export type IadvizeCollections = {
  readonly websites: Collection<Website>;
  readonly operators: Collection<Operator>;
  readonly groups: Collection<OperatorGroup>;
  readonly skills: Collection<Skill>;
  readonly visitors: Collection<ChatVisitor>;
};

type Identified = { readonly id: string };
type Terms = readonly (readonly [term: string, value: string])[];

export function sortOf({ id }: Identified): string {
  return sortNumber(id);
}

function term(name: string, value: string | null): Terms {
  return value === null ? [] : [[name, value]];
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

/** iAdvize's held copies, one of each for a visibility. No chat text lies in any of them. */
export function createIadvizeCollections(options: CollectionsOptions): IadvizeCollections {
  const operators = small<Operator>({
    name: 'iadvize.operators',
    row: IADVIZE.operators,
    termsOf: ({ email }) => term('email', email),
  });
  const visitors: CollectionSpec<ChatVisitor> = {
    name: 'iadvize.visitors',
    shape: 2,
    row: IADVIZE.visitors,
    direction: 'descending',
    sync: 'newest-first',
    wholeEverySeconds: VISITORS_WHOLE_SECONDS,
    idOf: ({ id }) => id,
    sortOf,
    termsOf: ({ email, uniqueId }) => [...term('email', email), ...term('uid', uniqueId)],
  };
  return {
    websites: createCollection(small<Website>({ name: 'iadvize.websites', row: IADVIZE.websites }), options),
    operators: createCollection(operators, options),
    groups: createCollection(small<OperatorGroup>({ name: 'iadvize.groups', row: IADVIZE.groups }), options),
    skills: createCollection(small<Skill>({ name: 'iadvize.skills', row: IADVIZE.skills }), options),
    visitors: createCollection(visitors, options),
  };
}
