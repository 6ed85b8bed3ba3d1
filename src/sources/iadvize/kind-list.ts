import { createBatches } from '../../base/batches.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { fillIfCheaper } from '../../loading/collections/fill-if-cheaper.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import { listOfCopy } from '../../loading/lists/of-copy.ts';
import { withStandIn } from '../../loading/lists/stand-in.ts';
import type { Reader } from '../../loading/reader.ts';
import type { List } from '../../model/list.ts';
import type { CallScope } from '../../transport/call.ts';
import { copyOf, type Kind, listInViews, type Operation, pageQuestion, upstreamList } from './access.ts';
import { PAGE_SIZE } from './endpoints.ts';
import type { Filters } from './requests.ts';
import { type SiteView, seeing, withKeys } from './views.ts';

/** What is asked of the list of a kind. */
export type Wanted<T> = {
  readonly filters: Filters;
  /** The same question to the held copy. Absent: only the upstream can tell which rows match. */
  readonly held?: CopyQuery<T>;
  /** What the upstream is not trusted to filter: its rows are checked once more. */
  readonly checks?: (item: T) => boolean;
  /** The web sites that the filters name: of several views only those that see one of them are asked. */
  readonly websiteIds?: readonly string[];
};

/** Lists of one kind by id descending, as one operation asks for them. */
export type ListKind<T> = (reader: Reader, wanted: Wanted<T>) => List<T>;

/** The rows that pass, and how many: known if the first page holds all that the upstream found. */
function checked<T>(list: List<T>, passes: (item: T) => boolean): List<T> {
  const total = async (): Promise<number | null> => {
    if (((await list.total()) ?? Number.POSITIVE_INFINITY) > PAGE_SIZE) return null;
    let count = 0;
    for await (const { item } of list.rows()) if (passes(item)) count += 1;
    return count;
  };
  return filterList(list, passes, total);
}

/** The upstream's own pages, which feed the copy. */
function upstreamPages<T extends { readonly id: string }>(
  operation: Operation,
  reader: Reader,
  kind: Kind<T>,
  { view, filters, checks }: Pick<Wanted<T>, 'filters' | 'checks'> & { readonly view: SiteView },
): List<T> {
  const { parts } = operation;
  const { row } = kind.collection.spec;
  const source = copyOf(parts, view, kind);
  const read = async (scope: CallScope, page: number, sent: Filters) => {
    const readAt = parts.clock.now();
    const found = await withKeys(parts, view, row, (allowed) => kind.pages(scope, allowed, page, sent));
    // A page of everything may be the very one that the copy would read next.
    if (Object.keys(sent).length > 0) await kind.collection.put(source, found.items, readAt);
    else await kind.collection.take(scope, source, { number: page, page: found, readAt });
    return found;
  };
  const list = upstreamList<T>(operation, reader, { row, view, segments: [{ filters }], read });
  return checks === undefined ? list : checked(list, checks);
}

type Asked = { readonly reader: Reader; readonly view: SiteView; readonly filters: Filters };

/** Several filtered lists of one tick: the copy is brought up to date where that takes no more pages than they take calls. */
function createWeighing<T>({ parts }: Operation, kind: Kind<T>): (asked: Asked) => Promise<boolean> {
  const { collection } = kind;
  const { row } = collection.spec;
  const weigh = async ([first, ...others]: readonly Asked[]): Promise<boolean> => {
    if (first === undefined || others.length === 0) return false;
    const { reader, view } = first;
    const missing = await parts.answers.notFresh(reader.scope, [first, ...others], ({ filters }) =>
      pageQuestion(row, view, { filters }, 1),
    );
    return fillIfCheaper(collection, reader.scope, copyOf(parts, view, kind), missing.length);
  };
  const loader = createBatches<Asked, boolean, string>(
    async (asked) => {
      const groups = Map.groupBy(asked, ({ view }) => view.visibility);
      const weighed = await Promise.all(
        [...groups].map(async ([key, group]) => [key, await weigh(group).catch((error: Error) => error)] as const),
      );
      const filled = new Map(weighed);
      return asked.map(({ view }) => filled.get(view.visibility) ?? false);
    },
    { cacheKeyFn: ({ view, filters }) => canonicalJson([view.visibility, filters]) },
  );
  return (asked) => loader.load(asked);
}

/**
 * From the copy while that is up to date, or no call is possible, and the rows themselves can tell which of them match; else from the
 * upstream's pages.
 */
export function createListKind<T extends { readonly id: string }>(operation: Operation, kind: Kind<T>): ListKind<T> {
  const { collection } = kind;
  const weigh = createWeighing(operation, kind);
  return (reader, wanted) => {
    const { filters, held, websiteIds } = wanted;
    const inView = (view: SiteView): List<T> =>
      deferredList('descending', async () => {
        const source = copyOf(operation.parts, view, kind);
        const listed = upstreamPages(operation, reader, kind, { ...wanted, view });
        if (held === undefined) return listed;
        const copy = listOfCopy(collection, reader, source, held);
        const isFresh = await collection.isFresh(reader.scope, source);
        if (isFresh || (Object.keys(filters).length > 0 && (await weigh({ reader, view, filters })))) return copy;
        return withStandIn(listed, copy, async () => (await collection.completeAt(source)) !== null);
      });
    // A view that sees a web site shows all that belongs to it; without one, what belongs to others as well may still show.
    return listInViews(operation, reader, inView, (views) => {
      const all = websiteIds === undefined ? [] : seeing(views, websiteIds);
      return all.length > 0 ? all : views;
    });
  };
}
