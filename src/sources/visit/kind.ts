import type { Leaf } from '../../base/decode.ts';
import type { Collection, CollectionsOptions } from '../../loading/collections/collection.ts';
import { createCollection } from '../../loading/collections/collections.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import type { Marks, RevisionPage } from '../../loading/collections/spec.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { View } from '../../loading/view.ts';
import type { VisitRef } from '../../model/visit.ts';
import type { RecordFilter, VisitTerm } from '../../model/visit-records.ts';
import type { CallScope, EndpointRow } from '../../transport/call.ts';
import type { Query, VisitClient, Wired } from './client.ts';

/** Lists go by revision; what has none, by id. */
type Listed = VisitRef & { readonly revision?: string };

type Property<T> = (record: T) => string | null | undefined;
type Terms<T> = { readonly [term in VisitTerm]?: Property<T> };
type MarksOf<T> = Readonly<Record<string, Property<T>>>;

/** One row of the table of kinds. */
export type KindSpec<W extends Wired, T extends Listed> = {
  readonly list: EndpointRow;
  /** Absent: one record is found in the list only. */
  readonly item?: EndpointRow;
  readonly wire: Leaf<W>;
  readonly map: (expoId: string, row: W) => T;
  /** Where the item endpoint tells more than the list: how to map its answer, and how to know that a record has it all. */
  readonly whole?: { readonly map: (expoId: string, row: W) => T; readonly isIn: (record: T) => boolean };
  /** Raised whenever the model changes its form. */
  readonly shape: number;
  /** The query whose pages hold all that the copy holds. */
  readonly everything?: Query;
  readonly partial?: true;
  /** Which records joins let through, by their marks; absent: all. */
  readonly shown?: (marks: Marks) => boolean;
  /** What the copy has an index of. */
  readonly terms?: Terms<T>;
  /** What else records can be filtered by: the copy knows how many there are of each. */
  readonly marks?: MarksOf<T>;
};

type AskedPage = { readonly expoId: string; readonly from: string; readonly query: Query };

/** A kind of record that lives in expos, with the copy that holds it. */
export type Kind<T extends Listed> = {
  readonly list: EndpointRow;
  readonly item: EndpointRow | undefined;
  readonly shown: ((marks: Marks) => boolean) | undefined;
  readonly everything: Query;
  readonly collection: Collection<T>;
  /** Whether a record has all that its item endpoint tells. */
  readonly isWhole: ((record: T) => boolean) | undefined;
  /** A page from a revision on, for lists that have pages. Null: no such expo. */
  page(scope: CallScope, view: View, asked: AskedPage): Promise<RevisionPage<T> | null>;
  /** All of a list that comes whole. */
  all(scope: CallScope, view: View, expoId: string): Promise<readonly T[] | null>;
  /** Absent where there is no item endpoint. */
  readonly one: ((scope: CallScope, view: View, ref: VisitRef) => Promise<T | null>) | undefined;
  /** Whether a record passes a filter. RangeError for a term that the kind does not have. */
  passes(filter: RecordFilter): (record: T) => boolean;
  /** The same of the copy: by an index if one helps, by marks, and row by row for the rest. */
  queryOf(filter: RecordFilter): CopyQuery<T>;
};

export type KindParts = { readonly client: VisitClient; readonly copies: CollectionsOptions };

function sortOf({ id, revision }: Listed): string {
  return revision === undefined ? id : sortNumber(revision);
}

/** `visit.visitors` of `visit.visitors.list`. */
function copyName({ id }: EndpointRow): string {
  return id.slice(0, id.lastIndexOf('.'));
}

function copyOf<W extends Wired, T extends Listed>(spec: KindSpec<W, T>, options: CollectionsOptions): Collection<T> {
  const { list, shape, partial, terms = {}, marks } = spec;
  const indexes = Object.entries(terms);
  const termsOf = (record: T) =>
    indexes.flatMap(([name, of]) => {
      const value = of(record);
      return value === null || value === undefined ? [] : [[name, value] as const];
    });
  const markers = Object.entries(marks ?? {});
  const marksOf = (record: T): Marks => {
    const all: Record<string, Marks[string]> = {};
    for (const [name, of] of markers) all[name] = of(record) ?? null;
    return all;
  };
  return createCollection(
    {
      name: copyName(list),
      row: list,
      shape,
      direction: 'ascending',
      sync: list.paging === 'none' ? 'whole' : 'revision',
      idOf: ({ id }) => id,
      sortOf,
      termsOf,
      ...(marks && { marksOf }),
      ...(partial && { partial }),
    },
    options,
  );
}

type Wanted = readonly (readonly [name: string, values: readonly string[]])[];

function passes<T>(propertyOf: (name: string) => Property<T> | undefined, wanted: Wanted): (record: T) => boolean {
  const checks = wanted.map(([name, values]) => {
    const of = propertyOf(name);
    if (of === undefined) throw new RangeError(`nothing to filter by: ${name}`);
    return (record: T): boolean => {
      const value = of(record);
      return value !== null && value !== undefined && values.includes(value);
    };
  });
  return (record) => checks.every((check) => check(record));
}

function queryOf<T>(terms: Terms<T>, marks: MarksOf<T>, filter: RecordFilter): CopyQuery<T> {
  const wanted: Wanted = Object.entries(filter);
  const indexed = wanted.find(([name, values]) => name in terms && values.length === 1);
  const counted = wanted.filter(([name]) => name in marks);
  const rest = wanted.filter((one) => one !== indexed && !counted.includes(one));
  return {
    ...(indexed && { term: [indexed[0], indexed[1][0] ?? ''] as const }),
    ...(counted.length > 0 && { marks: passes<Marks>((name) => (all) => all[name], counted) }),
    ...(rest.length > 0 && { where: passes<T>((name) => terms[name as VisitTerm], rest) }),
  };
}

/** A row of the table, to be made at the start of the process. */
export function kind<W extends Wired, T extends Listed>(spec: KindSpec<W, T>): (parts: KindParts) => Kind<T> {
  const { list, item, wire, map, whole, terms = {}, marks = {} } = spec;
  const formOf = (expoId: string, own = map) => ({ wire, map: (row: W) => own(expoId, row) });
  return ({ client, copies }) => ({
    list,
    item,
    shown: spec.shown,
    everything: spec.everything ?? {},
    collection: copyOf(spec, copies),
    isWhole: whole?.isIn,
    page: (scope, view, { expoId, from, query }) =>
      client.page(scope, { row: list, view, values: { expoId }, query, from }, formOf(expoId)),
    all: (scope, view, expoId) => client.all(scope, { row: list, view, values: { expoId } }, formOf(expoId)),
    one:
      item &&
      ((scope, view, { expoId, id }) =>
        client.one(scope, { row: item, view, values: { expoId, id } }, formOf(expoId, whole?.map))),
    passes: (filter) => passes<T>((name) => ({ ...terms, ...marks })[name as VisitTerm], Object.entries(filter)),
    queryOf: (filter) => queryOf(terms, marks, filter),
  });
}
