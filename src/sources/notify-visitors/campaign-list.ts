import { going, lastRead } from '../../base/not-read.ts';
import type { Reader } from '../../loading/reader.ts';
import type { CampaignRange, CampaignReport } from '../../model/campaigns.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { ReportPage } from './client.ts';
import { dayNumber, MOST_DAYS, partCount, partOf } from './ranges.ts';
import { MOST_REPAIRS, type ReportPages } from './report-pages.ts';

/**
 * Campaigns remembered before a place: most of them still lie before it when some have moved or gone. If all of them have, the
 * place is told by the count alone, and a few rows may be repeated.
 */
const TRAIL = 7;

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
  /** Campaigns that have been passed, the nearest before it first. */
  readonly trail: readonly string[];
  /** Whether these are all that have been passed. */
  readonly whole: boolean;
  /** The upstream's count at that time; null if it is not known. */
  readonly total: number | null;
  readonly at: 'rows' | 'page end' | 'part end';
};

type Spot = { readonly page: number; readonly content: ReportPage; readonly index: number };

function beginning(part: number): Place {
  return { part, page: 1, index: 0, trail: [], whole: true, total: null, at: 'rows' };
}

/** What a page tells of a place: behind which row it is, and how many campaigns say so. */
type Told = { readonly index: number; readonly voices: number };

/** Behind the middle one of the campaigns remembered; those after it are known to have been given out. */
function tellPlace({ items }: ReportPage, { trail }: Place): Told {
  const known = items.flatMap(({ campaignId }, index) => (trail.includes(campaignId) ? [index + 1] : []));
  return { index: known[(known.length - 1) >> 1] ?? 0, voices: known.length };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The place that a cursor names; cursors come from outside. */
function placeOf(after: Position, parts: number): Place {
  const { k: part, p: page, i: index, a: trail, w: whole, c: total, e: end } = after;
  if (!isCount(part) || part >= parts || !isCount(page) || page < 1 || !isCount(index) || !Array.isArray(trail))
    return beginning(0);
  return {
    part,
    page,
    index,
    trail: trail.map(String).slice(0, TRAIL),
    whole: whole === 1,
    total: isCount(total) ? total : null,
    at: end === 2 ? 'part end' : end === 1 ? 'page end' : 'rows',
  };
}

/** The range that a cursor began with, if the list may still be over it. */
function rangeOf({ range, open }: CampaignListOptions, after: Position | undefined): CampaignRange {
  const { f: from, t: to }: Partial<Position> = after ?? {};
  if (!open || typeof from !== 'string' || typeof to !== 'string') return range;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === undefined || last === undefined || first > last || last - first >= MOST_DAYS) return range;
  return { from, to };
}

/** Pages of a part that a later page's smaller count has shown to be out of date. */
type Repair = {
  readonly part: number;
  readonly through: number;
  readonly count: number | null;
  readonly times: number;
};

function createWalk({ pages, reader, channel }: CampaignListOptions, range: CampaignRange) {
  let repair: Repair = { part: -1, through: 0, count: null, times: 0 };
  const queryOf = (part: number) => ({ range: partOf(range, part), channel });
  const read = (part: number, page: number): Promise<ReportPage> => {
    const outdated = repair.part === part && page <= repair.through;
    return pages.read(reader, queryOf(part), page, outdated ? repair.count : null);
  };

  /** Looks on the page, and on its neighbours if it tells little: rows that come or go in front of a place move it. */
  const search = async (place: Place): Promise<Spot> => {
    const first = await read(place.part, place.page);
    const begun = place.page === 1 && place.whole;
    const here = begun ? { index: 0, voices: 1 } : tellPlace(first, place);
    const spot = { page: place.page, content: first, ...here };
    if (begun || here.voices * 2 > Math.min(place.index, place.trail.length)) return spot;
    const neighbours = [...(place.page > 1 ? [place.page - 1] : []), ...(first.more ? [place.page + 1] : [])];
    const told = await Promise.all(
      neighbours.map(async (page) => {
        const content = await read(place.part, page);
        return { page, content, ...tellPlace(content, place) };
      }),
    );
    const best = told.reduce((most, one) => (one.voices > most.voices ? one : most), spot);
    // If all are gone, what followed has moved forward by as many, or by all that the list has lost.
    const lost = Math.max(place.trail.length, (place.total ?? 0) - (first.total ?? 0));
    const index = Math.min(first.items.length, Math.max(0, place.index - lost));
    return best.voices > 0 ? best : { ...spot, index };
  };

  const find = async (place: Place): Promise<Spot> => {
    if (place.at === 'rows') return search(place);
    const page = place.page + 1;
    const content = await read(place.part, page);
    const shrunk = place.total !== null && content.total !== null && content.total < place.total;
    const times = repair.part === place.part ? repair.times : 0;
    // Rows that came in front have moved no more than themselves to this page.
    const grown = Math.max(0, (content.total ?? 0) - (place.total ?? content.total ?? 0));
    if (!shrunk || times === MOST_REPAIRS)
      return { page, content, index: Math.min(grown, tellPlace(content, place).index) };
    // Rows have vanished: what was on this page may now be on the one before.
    repair = { part: place.part, through: place.page, count: content.total, times: times + 1 };
    return search(place);
  };
  const idsOf = async (part: number): Promise<readonly string[]> =>
    (await pages.all(reader, queryOf(part))).map(({ campaignId }) => campaignId);
  return { find, idsOf };
}

/** One campaign of a list over several ranges has figures for a part of it only: they are read when somebody asks. */
function withoutMetrics({ metrics: _metrics, ...report }: CampaignReport, range: CampaignRange): CampaignReport {
  return { ...report, range };
}

type Walked = {
  readonly options: CampaignListOptions;
  readonly range: CampaignRange;
  readonly parts: number;
  /** Campaigns that must not occur again: given out, or of newer parts. */
  readonly passed: Set<string>;
};

/** The rows of a page from a place on that have not occurred, with their positions; then the place at its end. */
function* rowsOf({ options, range, parts, passed }: Walked, place: Place, spot: Spot) {
  const { items, more, total } = spot.content;
  const isLastPart = place.part === parts - 1;
  const open = options.open ? { f: range.from, t: range.to } : {};
  const trailAt = (index: number): Pick<Place, 'trail' | 'whole'> => {
    const known = items.map(({ campaignId }) => campaignId);
    const ahead = known.slice(index).filter((id) => place.trail.includes(id));
    const trail = [...new Set([...ahead, ...known.slice(0, index).reverse(), ...place.trail])];
    return { trail: trail.slice(0, TRAIL), whole: place.whole && trail.length <= TRAIL };
  };
  for (const { campaignId } of items.slice(0, spot.index)) passed.add(campaignId);
  const fresh = [...items.entries()].filter(([, { campaignId }]) => !passed.has(campaignId));
  for (const [count, [, item]] of fresh.entries()) {
    // Rows that are left out belong to the one before them: a place is always in front of a row to give out, or at the end.
    const index = fresh[count + 1]?.[0] ?? items.length;
    const end = count < fresh.length - 1 ? 0 : more ? 1 : 2;
    const { trail, whole } = trailAt(index);
    const where = { k: place.part, p: spot.page, i: index, c: total, a: trail, w: whole ? 1 : 0, e: end };
    const known = end === 0 || (end === 1 && place.part === 0) ? true : end === 2 && isLastPart ? false : undefined;
    passed.add(item.campaignId);
    const row: ListRow<CampaignReport> = {
      item: parts > 1 ? withoutMetrics(item, range) : item,
      position: { s: item.campaignId, ...open, ...where },
      more: known,
    };
    yield row;
  }
  const { length: index } = items;
  const at = more ? 'page end' : 'part end';
  return { part: place.part, page: spot.page, index, ...trailAt(index), total, at } satisfies Place;
}

/** How many campaigns a range has: the upstream's count, or of several parts only if all of them are held. */
async function countIn({ pages, reader, range, channel }: CampaignListOptions): Promise<number | null> {
  const parts = partCount(range);
  if (parts === 1) return (await lastRead(pages.read(reader, { range, channel }, 1))).total;
  const ids = new Set<string>();
  for (let part = 0; part < parts; part += 1) {
    const { pages: held, whole } = await pages.held(reader, { range: partOf(range, part), channel });
    if (!whole) return null;
    for (const { campaignId } of held.flatMap(({ items }) => items)) ids.add(campaignId);
  }
  return ids.size;
}

async function* rowsIn(
  options: CampaignListOptions,
  after: Position | undefined,
): AsyncGenerator<ListRow<CampaignReport>> {
  const range = rangeOf(options, after);
  const parts = partCount(range);
  const walk = createWalk(options, range);
  // Where a place is looked for, or a part may end early, rows do not tell how many pages they take.
  const onward = after === undefined && parts === 1 ? 'pages' : 'unknown';
  let place = after === undefined ? beginning(0) : placeOf(after, parts);
  if (place.at === 'part end' && place.part === parts - 1) return;
  const newer = await Promise.all(Array.from({ length: place.part }, (_, part) => walk.idsOf(part)));
  const walked: Walked = { options, range, parts, passed: new Set([...newer.flat(), ...place.trail]) };
  for (;;) {
    if (place.at !== 'part end') place = yield* rowsOf(walked, place, await going(onward, walk.find(place)));
    if (place.at !== 'part end') continue;
    if (place.part === parts - 1) return;
    for (const id of await walk.idsOf(place.part)) walked.passed.add(id);
    place = beginning(place.part + 1);
  }
}

/**
 * Reports of a range, the newest 30 days of it first, in the upstream's order, each campaign once: at its first occurrence.
 * Whether a campaign has occurred is looked up in the newer parts, also after a cursor, which holds only the place.
 */
export function campaignList(options: CampaignListOptions): List<CampaignReport> {
  return { direction: 'descending', rows: (after) => rowsIn(options, after), total: () => countIn(options) };
}
