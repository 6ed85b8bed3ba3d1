import type { Leaf } from '../../base/decode.ts';
import type { Collection, CollectionsOptions } from '../../loading/collections/collection.ts';
import { createCollection } from '../../loading/collections/collections.ts';
import type { RevisionPage } from '../../loading/collections/spec.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { View } from '../../loading/view.ts';
import type { VisitRef } from '../../model/visit.ts';
import type { RecordFilter, VisitTerm } from '../../model/visit-records.ts';
import type { CallScope, EndpointRow } from '../../transport/call.ts';
import type { Query, VisitClient, Wired } from './client.ts';

/** Lists go by revision; what has none, by id. */
type Listed = VisitRef & { readonly revision?: string };

type Terms<T> = { readonly [term in VisitTerm]?: (record: T) => string | null | undefined };

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
  /** Which records joins let through; absent: all. */
  readonly shown?: (record: T) => boolean;
  /** What the copy has an index of. */
  readonly terms?: Terms<T>;
  /** What else records can be filtered by. */
  readonly marks?: Terms<T>;
};

type AskedPage = { readonly expoId: string; readonly from: string; readonly query: Query };

/** A kind of record that lives in expos, with the copy that holds it. */
export type Kind<T extends Listed> = {
  readonly list: EndpointRow;
  readonly item: EndpointRow | undefined;
  readonly shown: ((record: T) => boolean) | undefined;
  readonly everything: Query;
  readonly collection: Collection<T>;
  readonly terms: Terms<T>;
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
  const { list, shape, partial, terms = {} } = spec;
  const termsOf = (record: T) =>
    Object.entries(terms).flatMap(([name, of]) => {
      const value = of(record);
      return value === null || value === undefined ? [] : [[name, value] as const];
    });
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
      ...(partial && { partial }),
    },
    options,
  );
}

function passes<T>(properties: Terms<T>, filter: RecordFilter): (record: T) => boolean {
  const checks = Object.entries(filter).map(([name, values]) => {
    const of = properties[name as VisitTerm];
    if (of === undefined) throw new RangeError(`nothing to filter by: ${name}`);
    return (record: T): boolean => {
      const value = of(record);
      return value !== null && value !== undefined && values.includes(value);
    };
  });
  return (record) => checks.every((check) => check(record));
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
    terms,
    isWhole: whole?.isIn,
    page: (scope, view, { expoId, from, query }) =>
      client.page(scope, { row: list, view, values: { expoId }, query, from }, formOf(expoId)),
    all: (scope, view, expoId) => client.all(scope, { row: list, view, values: { expoId } }, formOf(expoId)),
    one:
      item &&
      ((scope, view, { expoId, id }) =>
        client.one(scope, { row: item, view, values: { expoId, id } }, formOf(expoId, whole?.map))),
    passes: (filter) => passes({ ...terms, ...marks }, filter),
  });
}
