import { createBatches } from '../../base/batches.ts';
import type { Clock } from '../../base/clock.ts';
import { InputError, NotFound } from '../../base/errors.ts';
import { lastRead } from '../../base/not-read.ts';
import type { Answers, Question } from '../../loading/answers.ts';
import type { Collection } from '../../loading/collections/collection.ts';
import { findMany } from '../../loading/collections/find-many.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import type { CopySource } from '../../loading/collections/spec.ts';
import { beginDates, type DatedPage, listByPage } from '../../loading/lists/by-page.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { withStandIn } from '../../loading/lists/stand-in.ts';
import { type Reader, type Reading, type ReadScope, settleReading } from '../../loading/reader.ts';
import type { View } from '../../loading/view.ts';
import type { List } from '../../model/list.ts';
import type { EndpointRow } from '../../transport/call.ts';
import type { VisualVisitorClient } from './client.ts';
import { sortById, type VisualVisitorCollections } from './collections.ts';
import { MOST_PAGES, PAGE_SIZE } from './endpoints.ts';
import { badResponse, type Customer, type Filters, type ReadItem, type ReadPage, type ReadWhole } from './requests.ts';

export type VisualVisitorParts = {
  readonly client: VisualVisitorClient;
  readonly answers: Answers;
  readonly view: View;
  readonly collections: VisualVisitorCollections;
  readonly clock: Clock;
};

type Identified = { readonly id: string };
/** A record of somebody: equal ids of two accounts are two records. */
export type Asked = { readonly customer: Customer; readonly id: string };

export function keyOf({ customer, id }: Asked): string {
  return `${customer ?? ''} ${id}`;
}

/** Which customer's answer it is stands in every question: what is held of two of them never mixes. */
export function question(
  { view }: Pick<VisualVisitorParts, 'view'>,
  row: EndpointRow,
  customer: Customer,
  args: Question['args'] = {},
): Question {
  return { row, visibility: view.visibility, args: { ...args, ...(customer !== null && { customer }) } };
}

/** The name of a copy: whose keys, and whose data. */
export function copyKey({ view }: Pick<VisualVisitorParts, 'view'>, customer: Customer): string {
  return customer === null ? view.visibility : `${view.visibility} customer ${customer}`;
}

/** Null where the customer whose data were asked for does not exist. */
export async function nullIfAbsent<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** InputError unless a text can be an id: it ends up in a path. */
export function checkId(id: string): void {
  if (!/^\d{1,20}$/.test(id)) throw new InputError('id: a global id of that type, or digits');
}

/** A list without pages or a record without an id; null if there is no such customer. */
export function readWhole<T>(
  parts: VisualVisitorParts,
  reader: Reader,
  { row, read, customer }: { readonly row: EndpointRow; readonly read: ReadWhole<T>; readonly customer: Customer },
): Promise<T | null> {
  const asked = question(parts, row, customer);
  return lastRead(parts.answers.read(reader, asked, (scope) => read(scope, parts.view, customer)));
}

/** Whether rows come as they are taken to come. Were they not, rows behind a page would be left out without a word. */
function isNewestFirst(items: readonly Identified[]): boolean {
  const sorts = items.map(sortById);
  return sorts.every((sort, index) => index === 0 || sort < (sorts[index - 1] ?? ''));
}

export type Pages<T> = {
  readonly row: EndpointRow;
  readonly read: ReadPage<T>;
  readonly customer: Customer;
  readonly filters: Filters;
  /** Told of every page that was just read. */
  readonly onPage?: (page: DatedPage<T>) => Promise<void>;
};

/**
 * A list in pages, newest first, each page held as an answer. A search ends with its 50th page; as its order is by id, which no filter
 * knows, it cannot go on from there: whoever wants more must narrow it.
 */
export function pagedList<T extends Identified>(
  parts: VisualVisitorParts,
  reader: Reader,
  { row, read, customer, filters, onPage }: Pages<T>,
): List<T> {
  const { answers, clock, view } = parts;
  const mostPages = row.method === 'POST' ? MOST_PAGES : Number.POSITIVE_INFINITY;
  const page = async (number: number, again: number): Promise<DatedPage<T>> => {
    if (number > mostPages)
      throw new InputError(`filter: narrower, as a search gives no more than ${mostPages * PAGE_SIZE} rows`);
    const asked = question(parts, row, customer, { ...filters, page: number, ...(again > 0 && { again }) });
    const found = await answers.read(reader, asked, async (scope) => {
      const dates = beginDates(clock);
      const answer = await read(scope, view, { customer, page: number, filters });
      const dated = answer && { ...answer, ...dates() };
      if (dated !== null) await onPage?.(dated);
      return dated;
    });
    if (found === null) throw new NotFound();
    if (!isNewestFirst(found.items)) throw badResponse();
    return found;
  };
  const ALL = 'all';
  return listByPage<T>({
    sortOf: sortById,
    firstSegment: ALL,
    segments: 1,
    nextSegment: () => null,
    isSegment: (segment) => segment === ALL,
    read: (_segment, number, again) => page(number, again),
    total: async () => (await nullIfAbsent(lastRead(page(1, 0))))?.count ?? null,
  });
}

/** Holds the rows of a page as answers of the read by id, as far as they are all that it would tell. */
export function holdRows<T extends Identified>(
  parts: VisualVisitorParts,
  row: EndpointRow,
  customer: Customer,
  isWhole: (item: T) => boolean,
): NonNullable<Pages<T>['onPage']> {
  return async ({ items, askedAt }) => {
    for (const item of items.filter(isWhole))
      parts.answers.hold(question(parts, row, customer, { id: item.id }), item, askedAt);
  };
}

/** A collection with the ways of reading it. */
export type Kind<T> = {
  readonly collection: Collection<T>;
  readonly pages: ReadPage<T>;
  /** Absent where the vendor has no such read. */
  readonly item?: { readonly row: EndpointRow; readonly read: ReadItem<T> };
};

function copyOf<T>(parts: VisualVisitorParts, kind: Kind<T>, customer: Customer): CopySource<T> {
  const { view } = parts;
  const { pages, item } = kind;
  return {
    key: copyKey(parts, customer),
    readPage: async (scope, page) => {
      const found = await pages(scope, view, { customer, page, filters: {} });
      if (found === null) throw new NotFound();
      return found;
    },
    ...(item !== undefined && {
      readOne: (scope, id) => item.read(scope, view, { customer, id }),
      itemEndpoint: item.row.id,
    }),
  };
}

/** A list without pages, as one page. */
export function asPages<T>(read: ReadWhole<readonly T[]>): ReadPage<T> {
  return async (scope, view, { customer }) => {
    const items = await read(scope, view, customer);
    return items === null ? null : { items, pages: 1, count: items.length };
  };
}

/** From the copy, which is brought up to date first: for short lists. */
export function wholeList<T>(parts: VisualVisitorParts, reader: Reader, kind: Kind<T>, customer: Customer): List<T> {
  return listOfCopy(kind.collection, reader, copyOf(parts, kind, customer), {});
}

/** What a list is asked for; `held` asks the same of the copy, if its rows can tell. */
export type ListQuery<T> = {
  readonly customer: Customer;
  readonly filters: Filters;
  readonly held: CopyQuery<T> | undefined;
};

/** From the copy while that is up to date, or no call is possible, and the rows tell what is asked; else the upstream's own pages. */
export function listOf<T extends Identified>(
  parts: VisualVisitorParts,
  reader: Reader,
  kind: Kind<T>,
  { customer, filters, held: query }: ListQuery<T>,
): List<T> {
  return deferredList('descending', async () => {
    const { collection, pages: read } = kind;
    const source = copyOf(parts, kind, customer);
    const onPage: NonNullable<Pages<T>['onPage']> = ({ items, askedAt }) => collection.put(source, items, askedAt);
    const { row } = collection.spec;
    const listed = pagedList(parts, reader, { row, read, customer, filters, onPage });
    if (query === undefined) return listed;
    const held = listOfCopy(collection, reader, source, query);
    if (await collection.isFresh(reader.scope, source)) return held;
    return withStandIn(listed, held, async () => (await collection.completeAt(source)) !== null);
  });
}

/** Copies of a collection, one for each customer. */
export type Copies<T> = {
  readonly collection: Collection<T>;
  readonly sourceOf: (customer: Customer) => CopySource<T>;
  /** Whether pages would not spare the single reads. */
  readonly singly?: boolean;
};

export function copiesOf<T>(parts: VisualVisitorParts, kind: Kind<T>): Copies<T> {
  return { collection: kind.collection, sourceOf: (customer) => copyOf(parts, kind, customer) };
}

/** A read by id that asks once for all that the operation asks for at the same time. A customer that there is not has no records. */
export function batched<T>(
  { clock }: Pick<VisualVisitorParts, 'clock'>,
  scope: ReadScope,
  { collection, sourceOf, singly = false }: Copies<T>,
): (reader: Reader, asked: Asked) => Promise<T | null> {
  const find = async (customer: Customer, group: readonly Asked[]) => {
    const ids = group.map(({ id }) => id);
    return findMany({ collection, scope, source: sourceOf(customer), singly }, ids).catch((error: Error) => error);
  };
  const loader = createBatches<Asked, Reading<T | null>, string>(
    async (asked) => {
      const groups = Map.groupBy(asked, ({ customer }) => customer);
      const found = new Map(
        await Promise.all(
          [...groups].map(async ([customer, group]) => [customer, await find(customer, group)] as const),
        ),
      );
      return asked.map(({ customer, id }) => {
        const readings = found.get(customer);
        return readings instanceof Error ? readings : (readings?.get(id) ?? new NotFound());
      });
    },
    { cacheKeyFn: keyOf },
  );
  return async (reader, asked) => {
    checkId(asked.id);
    const reading = await nullIfAbsent(lastRead(loader.load(asked)));
    return reading === null ? null : settleReading(reader, reading, clock.now());
  };
}
