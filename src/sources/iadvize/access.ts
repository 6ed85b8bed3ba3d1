import { createBatches } from '../../base/batches.ts';
import type { Clock } from '../../base/clock.ts';
import type { DriftCounter } from '../../base/drift.ts';
import { NotFound } from '../../base/errors.ts';
import { going, lastRead } from '../../base/not-read.ts';
import type { Answers, Question } from '../../loading/answers.ts';
import type { Collection, FreshnessOf } from '../../loading/collections/collection.ts';
import { findHeld, findMany, type Index } from '../../loading/collections/find-many.ts';
import type { CopySource, NumberedPage } from '../../loading/collections/spec.ts';
import type { Flights } from '../../loading/flights.ts';
import { beginDates, type DatedPage, listByPage } from '../../loading/lists/by-page.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { emptyList, mergeLists } from '../../loading/lists/merged.ts';
import type { Ages } from '../../loading/reader.ts';
import { type Reader, type Reading, type ReadScope, settleReading } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { CallScope, EndpointRow } from '../../transport/call.ts';
import type { ChatShelf, HeldChat } from './chats.ts';
import { sortOf } from './collections.ts';
import type { Filters, ReadItem, ReadPage } from './requests.ts';
import { isRefusal, readSiteViews, type SiteView, type ViewParts, withKeys } from './views.ts';

export type IadvizeParts = ViewParts & {
  readonly answers: Answers;
  readonly flights: Flights;
  readonly agesOf: (row: EndpointRow) => Ages;
  readonly clock: Clock;
  readonly chats: ChatShelf;
  readonly drifts: DriftCounter;
};

/** What the reads of one operation share. */
export type Operation = {
  readonly parts: IadvizeParts;
  readonly scope: ReadScope;
  /** The views that the keys fall into, asked once. */
  siteViews(reader: Reader): Promise<readonly SiteView[]>;
  /** Chats that this operation has met: they stay with it, even if they grow too old to be held for others. */
  readonly met: Map<string, HeldChat>;
};

export function beginOperation(parts: IadvizeParts, scope: ReadScope): Operation {
  let views: Promise<readonly SiteView[]> | undefined;
  return {
    parts,
    scope,
    siteViews: (reader) => {
      views ??= going('unknown', readSiteViews(parts, reader));
      return views;
    },
    met: new Map(),
  };
}

export type Identified = { readonly id: string };

type Views<T> = { readonly lists: readonly List<T>[]; readonly refused: Set<number> };

async function* rowsInView<T>(
  { lists, refused }: Views<T>,
  index: number,
  after: Position | undefined,
): AsyncGenerator<ListRow<T>> {
  let begun = false;
  try {
    for await (const row of lists[index]?.rows(after) ?? []) {
      begun = true;
      yield row;
    }
  } catch (error) {
    if (isRefusal(error)) refused.add(index);
    if (begun || !isRefusal(error) || refused.size === lists.length) throw error;
  }
}

/** Keys that are refused show nothing, as long as another one is let in. */
function withoutRefused<T>(lists: readonly List<T>[]): readonly List<T>[] {
  const views: Views<T> = { lists, refused: new Set() };
  return lists.map((list, index) => ({ ...list, rows: (after) => rowsInView(views, index, after) }));
}

/** One list over every view, or over those chosen. Counts of views overlap: only a single one has a total. */
export function listInViews<T>(
  operation: Operation,
  reader: Reader,
  listIn: (view: SiteView) => List<T>,
  choose: (views: readonly SiteView[]) => readonly SiteView[] = (views) => views,
): List<T> {
  return deferredList('descending', async () => {
    const views = choose(await operation.siteViews(reader));
    const lists = views.map(listIn);
    const [first] = lists;
    if (first === undefined) return emptyList('descending');
    if (lists.length === 1) return first;
    return { ...mergeLists(withoutRefused(lists), 'descending'), total: async () => null };
  });
}

/** A part of a list, with the filters that choose it. */
export type Segment = {
  readonly filters: Filters;
  /** Pages that were read before this instant are not fresh, epoch milliseconds. */
  readonly since?: number;
};

/** A list of one view that the upstream filters, in one or more segments. */
export type UpstreamList<T> = {
  readonly row: EndpointRow;
  readonly view: SiteView;
  /** Oldest first. */
  readonly segments: readonly Segment[];
  readonly read: (scope: CallScope, page: number, filters: Filters) => Promise<NumberedPage<T>>;
  /** Told of every page that is given out, held or not. */
  readonly onPage?: (page: DatedPage<T>) => void;
};

/** One page of a list of one view. `again` counts repeated readings of the same page. */
export function pageQuestion(
  row: EndpointRow,
  view: View,
  { filters, since }: Segment,
  page: number,
  again = 0,
): Question {
  const args = { ...filters, page, ...(again > 0 && { again }) };
  return { row, visibility: view.visibility, args, ...(since !== undefined && { since }) };
}

/** A list read from the upstream page by page, each page held as an answer. */
export function upstreamList<T extends Identified>(
  { parts }: Operation,
  reader: Reader,
  { row, view, segments, read, onPage }: UpstreamList<T>,
): List<T> {
  if (segments.length === 0) return emptyList('descending');
  const page = async (segment: string, number: number, again: number): Promise<DatedPage<T>> => {
    const part = segments[Number(segment)] ?? { filters: {} };
    const question = pageQuestion(row, view, part, number, again);
    const found = await parts.answers.read(reader, question, async (scope) => {
      const dates = beginDates(parts.clock);
      return { ...(await read(scope, number, part.filters)), ...dates() };
    });
    onPage?.(found);
    return found;
  };
  return listByPage<T>({
    sortOf,
    firstSegment: String(segments.length - 1),
    segments: segments.length,
    nextSegment: (segment) => (segment === '0' ? null : String(Number(segment) - 1)),
    isSegment: (text) => /^\d{1,6}$/.test(text) && Number(text) < segments.length,
    read: page,
    total: async () => {
      const first = Promise.all(segments.map((_segment, index) => page(String(index), 1, 0)));
      const pages = await (segments.length === 1 ? lastRead(first) : first);
      return pages.reduce((sum, { count }) => sum + count, 0);
    },
  });
}

/** A collection with the ways of reading it. */
export type Kind<T> = {
  readonly collection: Collection<T>;
  /** Absent where no record can be asked for by itself. */
  readonly item?: { readonly row: EndpointRow; readonly read: ReadItem<T> };
  readonly pages: ReadPage<T>;
  /** The filters of the pages that make the copy; absent: none. */
  readonly filters?: () => Filters;
  /** When the upstream last published records, epoch milliseconds; absent: it does so all the time. */
  readonly published?: () => number;
};

/** The copy of a collection as one view sees it. */
export function copyOf<T>(parts: IadvizeParts, view: SiteView, kind: Kind<T>): CopySource<T> {
  const { collection, item, pages, filters, published } = kind;
  const { row } = collection.spec;
  return {
    key: view.visibility,
    ...(published !== undefined && { since: published() }),
    readPage: (scope, page) => withKeys(parts, view, row, (allowed) => pages(scope, allowed, page, filters?.() ?? {})),
    ...(item !== undefined && {
      readOne: (scope, id) => withKeys(parts, view, item.row, (allowed) => item.read(scope, allowed, id)),
      itemEndpoint: item.row.id,
    }),
  };
}

/** Of the copies of whole lists, where there is one key: whether the one that an endpoint fills is up to date. */
export async function isCopyFresh({ parts, scope }: Operation, endpoint: string): Promise<boolean> {
  const [only, ...others] = parts.views.each;
  if (only === undefined || others.length > 0) return false;
  const collections: readonly FreshnessOf[] = Object.values(parts.collections);
  const known = collections.find(({ spec }) => spec.row.id === endpoint && spec.partial === undefined);
  return known?.isFresh(scope, { key: only.visibility }) ?? false;
}

type Outcome<T> = Reading<T | null> | Error;

/** Found in one view beats any answer of the others; a failure beats "there is none"; a refusal, only if every view gave it. */
function better<T>(known: Outcome<T> | undefined, next: Outcome<T>): Outcome<T> {
  const rank = (one: Outcome<T>): number =>
    one instanceof Error ? (isRefusal(one) ? 0 : 2) : one.value === null ? 1 : 3;
  return known === undefined || rank(next) > rank(known) ? next : known;
}

type Lookup<T> = {
  readonly kind: Kind<T>;
  /** Absent: by id. */
  readonly index?: (view: SiteView) => Index<T>;
};

/** Looks keys up view by view until they are found: what is held first, in all of them. */
async function findInViews<T>(
  { parts, scope }: Operation,
  views: readonly SiteView[],
  { kind, index }: Lookup<T>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Outcome<T>>> {
  const found = new Map<string, Outcome<T>>();
  const searchIn = (view: SiteView) => ({
    collection: kind.collection,
    scope,
    source: copyOf(parts, view, kind),
  });
  const missing = (): readonly string[] =>
    keys.filter((key) => {
      const outcome = found.get(key);
      return outcome === undefined || outcome instanceof Error || outcome.value === null;
    });
  for (const view of views.length > 1 ? views : []) {
    const held = await findHeld(searchIn(view), missing(), index?.(view));
    for (const [key, reading] of held) if (reading.value !== null) found.set(key, reading);
  }
  for (const view of views) {
    const wanted = missing();
    if (wanted.length === 0) break;
    const outcomes = await findMany(searchIn(view), wanted, index?.(view)).catch((error: Error) => error);
    for (const key of wanted) {
      const outcome = outcomes instanceof Error ? outcomes : outcomes.get(key);
      if (outcome !== undefined) found.set(key, better(found.get(key), outcome));
    }
  }
  return found;
}

/** A read by key that asks once for all that the operation asks for at the same time. */
export function batched<T>(
  operation: Operation,
  lookup: Lookup<T>,
): (reader: Reader, key: string) => Promise<T | null> {
  type Asked = { readonly key: string; readonly reader: Reader };
  const loadAll = async (asked: readonly Asked[]): Promise<readonly Outcome<T>[]> => {
    const [first] = asked;
    if (first === undefined) return [];
    const views = await operation.siteViews(first.reader);
    const keys = asked.map(({ key }) => key);
    const found = await findInViews(operation, views, lookup, keys);
    return keys.map((key) => found.get(key) ?? new NotFound());
  };
  const loader = createBatches<Asked, Reading<T | null>, string>(loadAll, { cacheKeyFn: ({ key }) => key });
  return async (reader, key) =>
    settleReading(reader, await lastRead(loader.load({ key, reader })), operation.parts.clock.now());
}

/** A single read by id, view by view until it is found. */
export async function readInViews<T>(
  { parts }: Operation,
  reader: Reader,
  views: readonly SiteView[],
  { row, read, id }: { readonly row: EndpointRow; readonly read: ReadItem<T>; readonly id: string },
): Promise<T | null> {
  let outcome: Outcome<T> | undefined;
  for (const view of views) {
    const question = { row, visibility: view.visibility, args: { id } };
    const answer = lastRead(
      parts.answers.read(reader, question, (scope) =>
        withKeys(parts, view, row, (allowed) => read(scope, allowed, id)),
      ),
    );
    const next = await answer.then(
      (value): Outcome<T> => ({ value, asOf: 0, reason: null }),
      (error: Error): Outcome<T> => error,
    );
    if (!(next instanceof Error) && next.value !== null) return next.value;
    outcome = better(outcome, next);
  }
  if (outcome instanceof Error) throw outcome;
  return null;
}
