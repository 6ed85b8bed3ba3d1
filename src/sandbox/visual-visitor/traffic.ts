import { DAY_MS, type World } from '../world.ts';
import { toTimeText } from './text.ts';
import type { LeadPage, LeadVisit, Product } from './types.ts';

/** When and how a lead visited the site: the part that both products have alike. */
export type Traffic = {
  /** Epoch milliseconds, whole seconds. */
  lastVisitAt(lead: number): number;
  firstVisitAt(lead: number): number;
  visitCount(lead: number): number;
  pageViews(lead: number): number;
  /** Newest first. */
  visits(lead: number): readonly LeadVisit[];
  /** The distinct addresses of all pages of all visits, without making the visits. */
  pageUrls(lead: number): readonly string[];
  referrer(lead: number): string | null;
  utmSource(lead: number): string | null;
  utmMedium(lead: number): string | null;
  utmCampaign(lead: number): string | null;
};

const SITE = 'https://www.expo-site.example';
const PAGES = [
  ['/', 'Home'],
  ['/tickets', 'Tickets'],
  ['/exhibitors', 'Exhibitors'],
  ['/programme', ' Programme '],
  ['/programme/day-2', 'Programme, day 2'],
  ['/Become-An-Exhibitor', 'Become an exhibitor'],
  ['/travel', null],
  ['/pricing', 'Pricing'],
  ['/contact', 'Contact'],
  ['/blog/how-to-plan-a-booth?ref=mail', ''],
] as const;
const REFERRERS = [
  'https://www.google.com/',
  'https://www.LinkedIn.com/feed/',
  'https://news.example/expo',
  ' https://partner.example/links ',
  '',
] as const;
const SOURCES = ['newsletter', 'google', 'linkedin', 'partner'] as const;
/** Half of all leads visited within the first of these, the rest within the second behind it. */
const RECENT_MS = 90 * DAY_MS;
const OLDER_MS = 110 * DAY_MS;
const CAST_MS = 85 * DAY_MS;
/** No visit starts later, so that its last page still lies before the start of the world. */
const YOUNGEST_MS = 900_000;
const MOST_VISITS = 5;
const MOST_PAGES = 6;
/** Of 45 leads in a row five share one second, also with the other product. */
const TIE_GROUP = 45;

function onPage(number: number): readonly [string, string | null] {
  const [path, title] = PAGES[number] ?? PAGES[0];
  return [`${SITE}${path}`, title];
}

/** Which page a visitor sees after so many others. */
function pageNumber(entryPage: number, step: number): number {
  return (entryPage + step * 3) % PAGES.length;
}

const urlSets = new Map<number, readonly string[]>();

/** The addresses of a set of pages, bit n for page n. */
function urlsOfMask(mask: number): readonly string[] {
  const known = urlSets.get(mask) ?? PAGES.flatMap((_, number) => ((mask >> number) & 1 ? onPage(number)[0] : []));
  urlSets.set(mask, known);
  return known;
}

/** A visit of `pageCount` pages, one every 20 to 90 seconds, starting at the given page of the site. */
export function makeVisit(startedAt: number, pageCount: number, firstPage: number): LeadVisit {
  const pages: LeadPage[] = [];
  let at = startedAt;
  for (let step = 0; step < pageCount; step += 1) {
    const [url, title] = onPage(pageNumber(firstPage, step));
    pages.push({ url, title, viewedAt: toTimeText(at) });
    at += (20 + ((firstPage * 7 + step * 13) % 71)) * 1000;
  }
  const [entryPage] = onPage(pageNumber(firstPage, 0));
  return { startedAt: toTimeText(startedAt), durationSeconds: (at - startedAt) / 1000, entryPage, pages };
}

function lastVisits(world: World, product: Product, isCast: (lead: number) => boolean) {
  const { random } = world;
  const stream = `vv-${product}-last-visit`;
  const start = Math.floor(world.now / 1000) * 1000;
  const age = (share: number): number =>
    share < 0.5
      ? YOUNGEST_MS + share * 2 * (RECENT_MS - YOUNGEST_MS)
      : RECENT_MS + (share - 0.5) * 2 * (OLDER_MS - 1000);
  return (lead: number): number => {
    let back: number;
    if (isCast(lead)) back = YOUNGEST_MS + random.fraction(stream, lead) * CAST_MS;
    else if (lead % 9 === 4) back = age(random.fraction('vv-tie', Math.floor(lead / TIE_GROUP)));
    else back = age(random.fraction(stream, lead));
    return start - Math.ceil(back / 1000) * 1000;
  };
}

function campaigns(world: World, product: Product, isCast: (lead: number) => boolean) {
  const { random } = world;
  const stream = `vv-${product}-campaign`;
  const campaignOf = (lead: number) =>
    world.campaigns.at(
      isCast(lead) ? lead % world.campaigns.count : random.integer(`${stream}-which`, lead, world.campaigns.count),
    );
  return (lead: number) => {
    const share = isCast(lead) ? random.fraction(stream, lead) * 0.55 : random.fraction(stream, lead);
    if (share < 0.42) return campaignOf(lead).name;
    if (share < 0.55) return `  ${campaignOf(lead).name} `;
    if (share < 0.58) return campaignOf(lead).name.toUpperCase();
    if (share < 0.7) return `brand-${random.integer(`${stream}-own`, lead, 6)}`;
    return share < 0.73 ? '' : null;
  };
}

export function createTraffic(world: World, product: Product, isCast: (lead: number) => boolean): Traffic {
  const { random } = world;
  const [visitStream, pageStream, gapStream] = [`vv-${product}-visits`, `vv-${product}-pages`, `vv-${product}-gap`];
  const lastVisitAt = lastVisits(world, product, isCast);
  const utmCampaign = campaigns(world, product, isCast);
  const visitCount = (lead: number): number => 1 + random.integer(visitStream, lead, MOST_VISITS);
  const pageCount = (lead: number, visit: number): number =>
    1 + random.integer(pageStream, lead * MOST_VISITS + visit, MOST_PAGES);
  /** Visit 0 is the latest; each earlier one lies 1 hour to 6 days before the next. */
  const startedAt = (lead: number, visit: number): number => {
    let at = lastVisitAt(lead);
    for (let step = 1; step <= visit; step += 1)
      at -= 3_600_000 + random.integer(gapStream, lead * MOST_VISITS + step, 514_800) * 1000;
    return at;
  };
  const each = <T>(lead: number, make: (visit: number) => T): T[] =>
    Array.from({ length: visitCount(lead) }, (_, visit) => make(visit));
  const entryPage = (lead: number, visit: number): number =>
    random.integer(`${pageStream}-entry`, lead * MOST_VISITS + visit, PAGES.length);
  return {
    lastVisitAt,
    visitCount,
    firstVisitAt: (lead) => startedAt(lead, visitCount(lead) - 1),
    pageViews: (lead) => each(lead, (visit) => pageCount(lead, visit)).reduce((sum, pages) => sum + pages, 0),
    visits: (lead) =>
      each(lead, (visit) => makeVisit(startedAt(lead, visit), pageCount(lead, visit), entryPage(lead, visit))),
    pageUrls: (lead) => {
      let mask = 0;
      for (let visit = visitCount(lead) - 1; visit >= 0; visit -= 1)
        for (let step = pageCount(lead, visit) - 1; step >= 0; step -= 1)
          mask |= 1 << pageNumber(entryPage(lead, visit), step);
      return urlsOfMask(mask);
    },
    referrer: (lead) =>
      random.chance(`vv-${product}-direct`, lead, 0.3) ? null : random.pick(`vv-${product}-referrer`, lead, REFERRERS),
    utmSource: (lead) => (utmCampaign(lead) === null ? null : random.pick(`vv-${product}-source`, lead, SOURCES)),
    utmMedium: (lead) => (utmCampaign(lead) === null ? null : random.chance(visitStream, lead, 0.7) ? 'email' : 'cpc'),
    utmCampaign,
  };
}
