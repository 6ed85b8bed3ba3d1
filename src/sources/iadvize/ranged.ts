import type { NumberedPage } from '../../loading/collections/spec.ts';
import type { DatedPage } from '../../loading/lists/by-page.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import type { Reader } from '../../loading/reader.ts';
import type { List } from '../../model/list.ts';
import type { CallScope } from '../../transport/call.ts';
import { type Identified, listInViews, pageQuestion, type Segment, type UpstreamList, upstreamList } from './access.ts';
import { type Clocks, zoneOf } from './clocks.ts';
import { HOME_ZONE, toInstant } from './local-time.ts';
import { checkOrder, checkRange, type Period, type PeriodRule, periodsOf, type TimeRange } from './periods.ts';
import type { Filters, ReadPage } from './requests.ts';
import { type SiteView, seeing, withKeys } from './views.ts';

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
  { row, pages, take, onPage }: RangedList<W, T>,
  segments: readonly Segment[],
): List<T> {
  const { parts } = operation;
  const read = async (scope: CallScope, page: number, filters: Filters): Promise<NumberedPage<T>> => {
    const readAt = parts.clock.now();
    const found = await withKeys(parts, view, row, (allowed) => pages(scope, allowed, page, filters));
    return { ...found, items: await take(view, found.items, readAt) };
  };
  return upstreamList<T>(operation, reader, {
    row,
    view,
    read,
    segments,
    ...(onPage !== undefined && { onPage }),
  });
}

/** The first instant that a period does not hold any more; undefined where its end is open. */
function endOf({ to }: Period, zone: string): number | undefined {
  return to === undefined ? undefined : toInstant(to, zone) + 1_000;
}

/** The periods of a range as the upstream is asked for them, oldest first. */
async function segmentsOf<W, T>(
  clocks: Clocks,
  reader: Reader,
  { rule, published }: RangedList<W, T>,
  {
    range,
    websiteId,
    filters,
  }: { readonly range: TimeRange; readonly websiteId: string | null; readonly filters: Filters },
): Promise<readonly Segment[]> {
  const ranged = range.from !== undefined || range.to !== undefined;
  const zone = (ranged ? await zoneOf(clocks, reader, websiteId) : null) ?? HOME_ZONE;
  return periodsOf(range, zone, clocks.operation.parts.clock.now(), rule).map((period) => {
    const end = endOf(period, zone);
    const since = published !== undefined && end !== undefined ? { since: published(end) } : {};
    return { filters: { ...filters, ...period }, ...since };
  });
}

/** A list that can tell whether its first page costs nothing. */
export type HeldList<T> = List<T> & { isHeld(): Promise<boolean> };

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
): HeldList<T> {
  const range: TimeRange = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  // Tells a wrong range at once.
  if (list.rule.months === undefined) checkOrder(range);
  else checkRange(range, clocks.operation.parts.clock.now());
  const asked = { range, websiteId: websiteId ?? null, filters };
  const choose = (views: readonly SiteView[]): readonly SiteView[] => {
    const all = seeing(views, asked.websiteId === null ? null : [asked.websiteId]);
    // Whoever sees the website sees all of its records.
    return asked.websiteId === null ? all : all.slice(0, 1);
  };
  const { operation } = clocks;
  return {
    ...deferredList('descending', async () => {
      const segments = await segmentsOf(clocks, reader, list, asked);
      return listInViews(operation, reader, (view) => listInView(clocks, reader, view, list, segments), choose);
    }),
    isHeld: async () => {
      const newest = (await segmentsOf(clocks, reader, list, asked)).at(-1);
      const views = choose(await operation.siteViews(reader));
      if (newest === undefined) return true;
      const { answers } = operation.parts;
      const held = views.map((view) => answers.isFresh(reader.scope, pageQuestion(list.row, view, newest, 1)));
      return (await Promise.all(held)).every((isHeld) => isHeld);
    },
  };
}
