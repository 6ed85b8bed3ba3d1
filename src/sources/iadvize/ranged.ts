import type { NumberedPage } from '../../loading/collections/spec.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import type { Reader } from '../../loading/reader.ts';
import type { List } from '../../model/list.ts';
import type { CallScope } from '../../transport/call.ts';
import { type Identified, listInViews, type UpstreamList, upstreamList } from './access.ts';
import { type Clocks, zoneOf } from './clocks.ts';
import { HOME_ZONE, toInstant } from './local-time.ts';
import { checkRange, type Period, type PeriodRule, periodsOf, type TimeRange } from './periods.ts';
import type { Filters, ReadPage } from './requests.ts';
import { type SiteView, seeing, withKeys } from './views.ts';

/** A page, and when it was asked for, epoch milliseconds. */
type DatedPage<T> = NumberedPage<T> & { readonly readAt: number };

/** A list that the upstream bounds by a period. */
export type RangedList<W, T> = Pick<UpstreamList<T>, 'row'> & {
  readonly rule: PeriodRule;
  readonly pages: ReadPage<W>;
  /** What becomes of the rows of a page that was just read. */
  readonly take: (view: SiteView, rows: readonly W[], readAt: number) => readonly T[] | Promise<readonly T[]>;
  /** Told of every page that is given out, held or not. */
  readonly onPage?: (page: DatedPage<T>) => void;
  /** When the upstream last published something of a range that ends at an instant; absent: it does so all the time. */
  readonly published?: (end: number) => number;
};

export type Asked = TimeRange & { readonly websiteId?: string };

function listInView<W, T extends Identified>(
  { operation }: Clocks,
  reader: Reader,
  view: SiteView,
  { row, pages, take, onPage, published }: RangedList<W, T>,
  segments: readonly { readonly filters: Filters; readonly end: number | undefined }[],
): List<T> {
  const { parts } = operation;
  const read = async (scope: CallScope, page: number, filters: Filters): Promise<DatedPage<T>> => {
    const readAt = parts.clock.now();
    const found = await withKeys(parts, view, row, (allowed) => pages(scope, allowed, page, filters));
    return { ...found, items: await take(view, found.items, readAt), readAt };
  };
  return upstreamList<T, DatedPage<T>>(operation, reader, {
    row,
    view,
    read,
    segments: segments.map(({ filters, end }) => ({
      filters,
      ...(published !== undefined && end !== undefined && { since: published(end) }),
    })),
    ...(onPage !== undefined && { onPage }),
  });
}

/** The first instant that a period does not hold any more; undefined where its end is open. */
function endOf({ to }: Period, zone: string): number | undefined {
  return to === undefined ? undefined : toInstant(to, zone) + 1_000;
}

/**
 * By id descending, in as many periods as the upstream needs, the newest first. The zone of a range is the website's if one is named: only
 * then is its record read.
 */
export function listInPeriods<W, T extends Identified>(
  clocks: Clocks,
  reader: Reader,
  list: RangedList<W, T>,
  { from, to, websiteId }: Asked,
  filters: Filters,
): List<T> {
  const range: TimeRange = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  // Tells a wrong range at once.
  checkRange(range);
  const ranged = from !== undefined || to !== undefined;
  return deferredList('descending', async () => {
    const zone = (ranged ? await zoneOf(clocks, reader, websiteId ?? null) : null) ?? HOME_ZONE;
    const periods = periodsOf(range, zone, clocks.operation.parts.clock.now(), list.rule);
    const segments = periods.map((period) => ({ filters: { ...filters, ...period }, end: endOf(period, zone) }));
    const inView = (view: SiteView): List<T> => listInView(clocks, reader, view, list, segments);
    return listInViews(clocks.operation, reader, inView, (views) => {
      const all = seeing(views, websiteId === undefined ? null : [websiteId]);
      // Whoever sees the website sees all of its records.
      return websiteId === undefined ? all : all.slice(0, 1);
    });
  });
}
