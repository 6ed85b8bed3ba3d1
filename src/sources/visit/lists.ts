import { canonicalJson } from '../../base/canonical.ts';
import type { Clock } from '../../base/clock.ts';
import { NotFound } from '../../base/errors.ts';
import { itemsOf } from '../../base/items.ts';
import type { Question } from '../../loading/answers.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import type { CopySource } from '../../loading/collections/spec.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import { mergeLists } from '../../loading/lists/merged.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { listOrRenewed } from '../../loading/lists/or-renewed.ts';
import type { Reader } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { List } from '../../model/list.ts';
import type { VisitRef } from '../../model/visit.ts';
import type { RecordFilter, VisitTerm } from '../../model/visit-records.ts';
import { eachKeyOf, exposByKey, listInExpo, type Place, placeName, revisionList, type VisitParts } from './access.ts';
import type { Query } from './client.ts';
import { LEADS, OWN_KEY } from './endpoints.ts';
import type { Passing } from './filters.ts';
import type { Kind } from './kind.ts';

export type Ops = { readonly parts: VisitParts; readonly clock: Clock };

export function placeOf<T extends VisitRef>({ list }: Kind<T>, expoId: string): Place {
  return { expoId, leads: list.visibility === LEADS };
}

/** The views whose copies together hold all that a view sees: one, or one for each key where a key sees only its own. */
export function copyViews<T extends VisitRef>(parts: VisitParts, kind: Kind<T>, view: View): readonly View[] {
  return kind.list.visibility === OWN_KEY ? eachKeyOf(parts, view) : [view];
}

/** One kind of record in one expo, as one view sees it. */
export type Whereabouts<T extends VisitRef> = {
  readonly kind: Kind<T>;
  readonly view: View;
  readonly expoId: string;
};

/**
 * Under which it is held that there is no such expo: of a list there is nothing else to hold then. Each replica finds it out by itself:
 * else all would look for it in the store at every list.
 */
function absence<T extends VisitRef>({ kind, view, expoId }: Whereabouts<T>): Question {
  return { row: { ...kind.list, sharing: 'never' }, visibility: view.visibility, args: { expoId, unknown: true } };
}

/** Fails where it was found out of late that there is no such expo. */
export async function failIfUnknown<T extends VisitRef>(
  { answers }: VisitParts,
  reader: Reader,
  where: Whereabouts<T>,
): Promise<void> {
  const question = absence(where);
  if (!(await answers.isFresh(reader.scope, question))) return;
  await answers.read(reader, question, async () => null);
  throw new NotFound();
}

/** The copy of one expo's records, as one view sees them. */
export function copySource<T extends VisitRef>(ops: Ops, where: Whereabouts<T>): CopySource<T> {
  const { parts, clock } = ops;
  const { views, answers } = parts;
  const { kind, view, expoId } = where;
  const place = placeName(placeOf(kind, expoId));
  const { one, item, everything: query } = kind;
  const read = async <P>(page: () => Promise<P | null>): Promise<P> => {
    const askedAt = clock.now();
    const found = await page();
    if (found !== null) return found;
    answers.hold(absence(where), null, askedAt);
    throw new NotFound();
  };
  return {
    key: `${view.visibility} ${expoId}`,
    readFrom: (scope, from) =>
      views.attempt(view, place, (allowed) => read(() => kind.page(scope, allowed, { expoId, from, query }))),
    readPage: (scope) =>
      views.attempt(view, place, async (allowed) => {
        const items = await read(() => kind.all(scope, allowed, expoId));
        return { items, pages: 1, count: items.length };
      }),
    ...(one && {
      readOne: (scope, id) => views.attempt(view, place, (allowed) => one(scope, allowed, { expoId, id })),
    }),
    ...(item && { itemEndpoint: item.id }),
  };
}

/** Records of one expo, answered from the held copy. */
export function listInCopy<T extends VisitRef>(
  ops: Ops,
  reader: Reader,
  { kind, expoId, ...query }: CopyQuery<T> & { readonly kind: Kind<T>; readonly expoId: string },
): List<T> {
  const { parts } = ops;
  return listInExpo(parts, reader, placeOf(kind, expoId), async (view) => {
    const places = copyViews(parts, kind, view).map((one) => ({ kind, view: one, expoId }));
    for (const place of places) await failIfUnknown(parts, reader, place);
    const lists = places.map((place) => listOfCopy(kind.collection, reader, copySource(ops, place), query));
    return mergeLists(lists, 'ascending');
  });
}

export async function allExpoIds({ parts }: Ops, reader: Reader): Promise<readonly string[]> {
  const lists = await Promise.all((await exposByKey(parts, reader, {})).map(({ list }) => itemsOf(list)));
  return [...new Set(lists.flat().map(({ id }) => id))];
}

/** The records that joins find by one term, in one expo or in all that the keys see. */
export function listByTerm<T extends VisitRef>(
  ops: Ops,
  reader: Reader,
  { kind, term, expoId }: { kind: Kind<T>; term: readonly [VisitTerm, string]; expoId: string | undefined },
): List<T> {
  const marks = kind.shown;
  const inOne = (id: string): List<T> => listInCopy(ops, reader, { kind, expoId: id, term, ...(marks && { marks }) });
  if (expoId !== undefined) return inOne(expoId);
  return deferredList('ascending', async () => mergeLists((await allExpoIds(ops, reader)).map(inOne), 'ascending'));
}

/**
 * A root list: from the copy while that is up to date, else the upstream's own pages, which feed the copy. `passing` says of the rows of
 * the copy what `query` asks of the upstream.
 */
export function listInPages<T extends VisitRef>(
  ops: Ops,
  reader: Reader,
  { kind, expoId, query, passing }: { kind: Kind<T>; expoId: string; query: Query; passing: Passing<T> },
): List<T> {
  const { parts, clock } = ops;
  const place = placeOf(kind, expoId);
  const isEverything = canonicalJson(query) === canonicalJson(kind.everything);
  return listInExpo(parts, reader, place, async (view) => {
    const source = copySource(ops, { kind, view, expoId });
    if (await kind.collection.isFresh(reader.scope, source))
      return listOfCopy(kind.collection, reader, source, passing);
    const pages = revisionList<T>(parts, reader, {
      row: kind.list,
      view,
      args: { ...query, expoId },
      sortOf: kind.collection.spec.sortOf,
      read: (scope, from) =>
        parts.views.attempt(view, placeName(place), async (allowed) => {
          const readAt = clock.now();
          const page = await kind.page(scope, allowed, { expoId, from, query });
          if (page !== null && isEverything) await kind.collection.take(scope, source, { from, page, readAt });
          else if (page !== null) await kind.collection.put(source, page.items, readAt);
          return page;
        }),
      total: async () => null,
    });
    return listOrRenewed({
      pages,
      copied: listOfCopy(kind.collection, reader, source, passing),
      isHeld: (after) => pages.isHeld(after),
      collection: kind.collection,
      source,
      scope: reader.scope,
    });
  });
}

/** The root list of a kind whose upstream filters nothing: by an index of the copy if one helps, else row by row. */
export function listFiltered<T extends VisitRef>(
  ops: Ops,
  reader: Reader,
  { kind, expoId, filter }: { kind: Kind<T>; expoId: string; filter: RecordFilter },
): List<T> {
  const passing = kind.queryOf(filter);
  if (passing.term !== undefined || kind.list.paging === 'none')
    return listInCopy(ops, reader, { kind, expoId, ...passing });
  const all = listInPages(ops, reader, { kind, expoId, query: kind.everything, passing });
  return Object.keys(filter).length === 0 ? all : filterList(all, kind.passes(filter), all.total);
}
