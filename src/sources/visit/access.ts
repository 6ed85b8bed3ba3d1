import { NotFound } from '../../base/errors.ts';
import { itemsOf } from '../../base/items.ts';
import { going } from '../../base/not-read.ts';
import type { Answers, Question } from '../../loading/answers.ts';
import type { RevisionPage } from '../../loading/collections/spec.ts';
import { isRefusal, type KeyViews } from '../../loading/key-views.ts';
import { listByRevision, type PagedByRevision, type RevisionList } from '../../loading/lists/by-revision.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { Reader } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { Expo } from '../../model/visit-expo.ts';
import type { CallScope, EndpointRow } from '../../transport/call.ts';
import type { Query, VisitClient } from './client.ts';
import { PAGE_SIZE, VISIT } from './endpoints.ts';
import type { Kinds } from './kinds.ts';

/** The place for which a 403 bars a key. */
export type Place = { readonly expoId: string; readonly leads: boolean };

export type VisitParts = {
  readonly client: VisitClient;
  readonly answers: Answers;
  readonly views: KeyViews;
  readonly kinds: Kinds;
};

/** The keys that see an expo. With one key there is nothing to find out; with several, their own expo lists tell. */
async function viewOfExpo(parts: VisitParts, reader: Reader, { expoId, leads }: Place): Promise<View> {
  const place = placeName({ expoId, leads });
  const { each } = parts.views;
  if (each.length === 1) return parts.views.among(each[0]?.credentials ?? [], place);
  const lists = await Promise.all(
    (await exposByKey(parts, reader, {})).map(async ({ view, list }) => ({
      view,
      expos: await going('unknown', itemsOf(list)),
    })),
  );
  const seeing = lists.filter(({ expos }) => expos.some(({ id }) => id === expoId));
  if (seeing.length === 0) throw new NotFound();
  const view = parts.views.among(
    seeing.flatMap(({ view }) => view.credentials),
    place,
  );
  // Which keys have the leads permission only a refusal tells: what one key reads is held under its own name.
  return leads ? { ...view, credentials: view.credentials.slice(0, 1) } : view;
}

/** Each key of a view by itself. */
export function eachKeyOf({ views }: VisitParts, { credentials }: View): readonly View[] {
  return views.each.filter((one) => one.credentials.every((label) => credentials.includes(label)));
}

/** Whether another key may be tried: the refused one is barred by now. */
function mayGoOn(parts: VisitParts, error: unknown): boolean {
  return isRefusal(error) && parts.views.each.length > 1;
}

/** Reads in an expo with a key that may, until none is left. */
export async function inExpo<T>(
  parts: VisitParts,
  reader: Reader,
  place: Place,
  run: (view: View) => Promise<T>,
): Promise<T> {
  for (;;) {
    const view = await viewOfExpo(parts, reader, place);
    try {
      return await run(view);
    } catch (error) {
      if (!mayGoOn(parts, error)) throw error;
    }
  }
}

type ListInExpo<T> = {
  readonly parts: VisitParts;
  readonly reader: Reader;
  readonly place: Place;
  readonly make: (view: View) => Promise<List<T>>;
};

async function* rowsInExpo<T>(
  { parts, reader, place, make }: ListInExpo<T>,
  after: Position | undefined,
): AsyncGenerator<ListRow<T>> {
  let reached = after;
  for (;;) {
    const list = await make(await viewOfExpo(parts, reader, place));
    try {
      for await (const row of list.rows(reached)) {
        reached = row.position;
        yield row;
      }
      return;
    } catch (error) {
      if (!mayGoOn(parts, error)) throw error;
    }
  }
}

/** A list in an expo, read with a key that may. */
export function listInExpo<T>(
  parts: VisitParts,
  reader: Reader,
  place: Place,
  make: (view: View) => Promise<List<T>>,
): List<T> {
  return {
    direction: 'ascending',
    rows: (after) => rowsInExpo({ parts, reader, place, make }, after),
    total: async () => (await make(await viewOfExpo(parts, reader, place))).total(),
  };
}

export function placeName({ expoId, leads }: Place): string {
  return leads ? `${expoId} leads` : expoId;
}

/** The place for which a key is barred when it is refused as a whole. */
const ALL_EXPOS = 'expos';

/** The expos that one key sees. */
function exposList(parts: VisitParts, reader: Reader, view: View, query: Query): List<Expo> {
  return revisionList(parts, reader, {
    row: VISIT.expos,
    view,
    args: query,
    sortOf: ({ revision }) => sortNumber(revision),
    read: (scope, from) =>
      parts.views.attempt(view, ALL_EXPOS, (allowed) => parts.client.exposPage(scope, allowed, from, query)),
    total: async () => null,
  });
}

/** Those with one foreign id: from the list of all if that is held and one page tells all of it, else as Visit looks them up. */
function exposOf(parts: VisitParts, reader: Reader, view: View, query: Query): List<Expo> {
  const { reference } = query;
  const asked = exposList(parts, reader, view, query);
  if (reference === undefined) return asked;
  return deferredList('ascending', async () => {
    const firstPage = { row: VISIT.expos, visibility: view.visibility, args: { from: '0' } };
    if (!(await parts.answers.isFresh(reader.scope, firstPage))) return asked;
    const all = exposList(parts, reader, view, {});
    let seen = 0;
    for await (const _row of all.rows()) {
      seen += 1;
      if (seen === PAGE_SIZE) return asked;
    }
    return filterList(all, (expo) => expo.reference === reference);
  });
}

/** What each key sees. One that is refused (revoked, disabled) is left out while another is not. */
export async function exposByKey(parts: VisitParts, reader: Reader, query: Query) {
  const all = parts.views.each.map((view) => ({ view, list: exposOf(parts, reader, view, query) }));
  if (all.length === 1) return all;
  const refusalOf = async ({ view, list }: (typeof all)[number]): Promise<Error | null> => {
    try {
      parts.views.among(view.credentials, ALL_EXPOS);
      await list.rows().next();
      return null;
    } catch (error) {
      return isRefusal(error) ? error : null;
    }
  };
  const refusals = await Promise.all(all.map(refusalOf));
  const open = all.filter((_key, index) => refusals[index] === null);
  if (open.length === 0) throw refusals[0];
  return open;
}

type RevisionRead<T> = Pick<RevisionList<T>, 'sortOf' | 'total'> & {
  readonly row: EndpointRow;
  readonly view: View;
  readonly args: Query;
  readonly read: (scope: CallScope, from: string) => Promise<RevisionPage<T> | null>;
};

/** A list read from the upstream page by page, each page held as an answer. */
export function revisionList<T>(parts: VisitParts, reader: Reader, list: RevisionRead<T>): PagedByRevision<T> {
  const question = (from: string): Question => ({
    row: list.row,
    visibility: list.view.visibility,
    args: { ...list.args, from },
  });
  return listByRevision<T>({
    pageSize: PAGE_SIZE,
    sortOf: list.sortOf,
    read: async (from) => {
      const page = await parts.answers.read(reader, question(from), (scope) => list.read(scope, from));
      if (page === null) throw new NotFound();
      return page;
    },
    isFresh: (from) => parts.answers.isFresh(reader.scope, question(from)),
    total: list.total,
  });
}
