import type { Reader } from '../../loading/reader.ts';
import type { CampaignRange, CampaignReport } from '../../model/campaigns.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { ReportPage } from './client.ts';
import { dayNumber, partCount, partOf } from './ranges.ts';
import { MOST_READINGS, type ReportPages } from './report-pages.ts';

/** Rows remembered behind and including the last one given out: their order finds the place again when one of them has moved. */
const TRAIL = 3;

export type CampaignListOptions = {
  readonly pages: ReportPages;
  readonly reader: Reader;
  readonly range: CampaignRange;
  /** Whether the range follows today: then a cursor goes on in the range that it began with. */
  readonly open: boolean;
  readonly channel: string | undefined;
};

/**
 * A place in one part of the range. The upstream's order is not by anything that we know, so a place is found again by the
 * campaigns around it.
 */
type Place = {
  readonly part: number;
  readonly page: number;
  /** How many rows of the page lie before it. */
  readonly index: number;
  /** The campaigns before it, the nearest first. */
  readonly trail: readonly string[];
  /** The campaign behind it, if it is on the page. */
  readonly next: string | undefined;
  /** The upstream's count at that time; null if it is not known. */
  readonly total: number | null;
  /** Whether the page has been given out to its end. */
  readonly atEnd: boolean;
};

type Spot = { readonly page: number; readonly content: ReportPage; readonly index: number; readonly settled: boolean };

function beginning(part: number): Place {
  return { part, page: 1, index: 0, trail: [], next: undefined, total: null, atEnd: false };
}

/** Where to go on: the middle of what the known campaigns tell, so that one that has moved does not mislead. */
function placeIn({ items }: ReportPage, { trail, next }: Place): number | undefined {
  const indexOf = (id: string): number => items.findIndex(({ campaignId }) => campaignId === id);
  const behind = trail.map(indexOf).flatMap((index) => (index < 0 ? [] : [index + 1]));
  const ahead = next === undefined ? -1 : indexOf(next);
  const told = [...behind, ...(ahead < 0 ? [] : [ahead])].sort((a, b) => a - b);
  return told[(told.length - 1) >> 1];
}

function isInt(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The place that a cursor names; cursors come from outside. */
function placeOf(after: Position, parts: number): Place {
  const { k: part, p: page, i: index, a: trail, n: next, c: total, e: atEnd } = after;
  if (!isInt(part) || part >= parts || !isInt(page) || page < 1 || !isInt(index) || !Array.isArray(trail))
    return beginning(0);
  return {
    part,
    page,
    index,
    trail: [after.s, ...trail.map(String)].slice(0, TRAIL),
    next: typeof next === 'string' ? next : undefined,
    total: isInt(total) ? total : null,
    atEnd: atEnd === 1,
  };
}

/** The range that a cursor began with, if the list may still be over it. */
function rangeOf({ range, open }: CampaignListOptions, after: Position | undefined): CampaignRange {
  const { f: from, t: to } = after ?? ({} as Partial<Position>);
  if (!open || typeof from !== 'string' || typeof to !== 'string') return range;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return first === undefined || last === undefined || first > last ? range : { from, to };
}

function createWalk({ pages, reader, channel }: CampaignListOptions, range: CampaignRange) {
  const queryOf = (part: number) => ({ range: partOf(range, part), channel });
  const read = (part: number, page: number, again = 0): Promise<ReportPage> =>
    pages.read(reader, queryOf(part), page, again);

  /** The page as it is since a later one has a smaller count. */
  const reread = async (place: Place, total: number | null): Promise<ReportPage> => {
    let content = await read(place.part, place.page, 1);
    for (let again = 2; again < MOST_READINGS && content.total !== total; again += 1)
      content = await read(place.part, place.page, again);
    return content;
  };

  /** Looks on the page, then on its neighbours: rows that come or go in front of a place move it. */
  const search = async (place: Place, first: ReportPage): Promise<Spot> => {
    const here = placeIn(first, place);
    if (here !== undefined) return { page: place.page, content: first, index: here, settled: true };
    const neighbours = [...(place.page > 1 ? [place.page - 1] : []), ...(first.more ? [place.page + 1] : [])];
    for (const page of neighbours) {
      const content = await read(place.part, page);
      const index = placeIn(content, place);
      if (index !== undefined) return { page, content, index, settled: true };
    }
    // All of them are gone, so what followed has moved forward by as many.
    const index = Math.min(first.items.length, Math.max(0, place.index - place.trail.length));
    return { page: place.page, content: first, index, settled: true };
  };

  /** Where a place is now. Not settled: the count does not tell whether rows have moved since. */
  const find = async (place: Place): Promise<Spot> => {
    if (!place.atEnd) return search(place, await read(place.part, place.page));
    const page = place.page + 1;
    const content = await read(place.part, page);
    const shrunk = place.total !== null && content.total !== null && content.total < place.total;
    if (!shrunk) return { page, content, index: placeIn(content, place) ?? 0, settled: true };
    // Rows have vanished: what was on this page may now be on the one before.
    const spot = await search(place, await reread(place, content.total));
    return { ...spot, settled: false };
  };
  const idsOf = async (part: number): Promise<readonly string[]> =>
    (await pages.all(reader, queryOf(part))).map(({ campaignId }) => campaignId);
  return { find, idsOf };
}

/** One campaign of a list over several ranges has figures for a part of it only: they are read when somebody asks. */
function withoutMetrics({ metrics: _metrics, ...report }: CampaignReport, range: CampaignRange): CampaignReport {
  return { ...report, range };
}

type Given = { readonly spot: Spot; readonly place: Place; readonly range: CampaignRange; readonly passed: Set<string> };

/** The rows of a page from a place on that have not been given out, with their positions. */
function* rowsOf({ spot, place, range, passed }: Given): Generator<ListRow<CampaignReport>, Place> {
  const { items, more, total } = spot.content;
  const several = partCount(range) > 1;
  const lastPart = place.part === partCount(range) - 1;
  let trail = place.trail;
  for (const { campaignId } of items.slice(0, spot.index)) passed.add(campaignId);
  const fresh = items.findLastIndex(({ campaignId }, index) => index >= spot.index && !passed.has(campaignId));
  for (const [index, item] of items.entries()) {
    if (index < spot.index) continue;
    const { campaignId } = item;
    trail = [campaignId, ...trail.filter((id) => id !== campaignId)].slice(0, TRAIL);
    if (passed.has(campaignId)) continue;
    passed.add(campaignId);
    const next = items[index + 1]?.campaignId;
    const position = {
      s: campaignId,
      ...{ f: range.from, t: range.to, k: place.part, p: spot.page, i: index + 1, c: total, a: trail.slice(1) },
      ...(next === undefined ? {} : { n: next }),
      e: index === fresh ? 1 : 0,
    };
    const following = index < fresh || (more && place.part === 0);
    const isLast = index === fresh && !more && lastPart;
    yield { item: several ? withoutMetrics(item, range) : item, position, more: isLast ? false : following || undefined };
  }
  return {
    part: place.part,
    page: spot.page,
    index: items.length,
    trail,
    next: undefined,
    total: spot.settled ? total : null,
    atEnd: true,
  };
}

/**
 * Reports of a range, the newest 30 days of it first, in the upstream's order, each campaign once: at its first occurrence.
 * Whether a campaign has occurred is looked up in the newer parts, also after a cursor, which holds only the place.
 */
export function campaignList(options: CampaignListOptions): List<CampaignReport> {
  const { pages, reader, channel } = options;
  async function* rows(after?: Position): AsyncGenerator<ListRow<CampaignReport>> {
    const range = rangeOf(options, after);
    const parts = partCount(range);
    const walk = createWalk(options, range);
    let place = after === undefined ? beginning(0) : placeOf(after, parts);
    const newer = await Promise.all(Array.from({ length: place.part }, (_, part) => walk.idsOf(part)));
    const passed = new Set([...newer.flat(), ...place.trail]);
    for (;;) {
      const spot = await walk.find(place);
      place = yield* rowsOf({ spot, place, range, passed });
      if (spot.content.more) continue;
      if (place.part === parts - 1) return;
      for (const id of await walk.idsOf(place.part)) passed.add(id);
      place = beginning(place.part + 1);
    }
  }
  const total = async (): Promise<number | null> => {
    const count = partCount(options.range);
    if (count === 1) return (await pages.read(reader, { range: options.range, channel }, 1)).total;
    const ids = new Set<string>();
    for (let part = 0; part < count; part += 1) {
      const { pages: held, whole } = await pages.held(reader, { range: partOf(options.range, part), channel });
      if (!whole) return null;
      for (const { campaignId } of held.flatMap(({ items }) => items)) ids.add(campaignId);
    }
    return ids.size;
  };
  return { direction: 'descending', rows, total };
}
