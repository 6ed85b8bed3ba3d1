import type { World } from '../world.ts';
import type { Layout } from './layout.ts';
import { toTimeText } from './text.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import type { LeadModel, LeadRow, Product } from './types.ts';

/** What the members of a row are made from. */
export type LeadSource = {
  readonly world: World;
  readonly layout: Layout;
  readonly traffic: Traffic;
  isKnown(lead: number): boolean;
};

/** The members of a record in the order in which they are sent, each made on its own from the index of the lead. */
export type MemberTable = Readonly<Record<string, (lead: number) => unknown>>;

/** Ids of the products overlap, and lie around 100,000 so that their order as numbers is not their order as text. */
const IDS: Readonly<Record<Product, { readonly first: number; readonly step: number }>> = {
  employee: { first: 99_400, step: 7 },
  person: { first: 99_300, step: 11 },
};

export function createSource(world: World, product: Product, layout: Layout): LeadSource {
  return {
    world,
    layout,
    traffic: createTraffic(world, product, layout.isCast),
    isKnown: (lead) => world.random.chance(`vv-${product}-known`, lead, 0.08),
  };
}

/** The place of a lead. Known customers appear without one; of others a part may be empty or padded. */
export function locationMembers(source: LeadSource, product: Product, placeOf: (lead: number) => Place): MemberTable {
  const { random } = source.world;
  const located =
    (make: (lead: number) => string | null) =>
    (lead: number): string | null =>
      source.isKnown(lead) ? null : make(lead);
  const noisy = (text: string, lead: number): string => {
    const share = random.fraction(`vv-${product}-place`, lead);
    return share < 0.04 ? '' : share < 0.12 ? ` ${text}  ` : text;
  };
  return {
    address: located((lead) =>
      random.chance(`vv-${product}-street`, lead, 0.5) ? `${1 + (lead % 220)} Market Street` : null,
    ),
    city: located((lead) => noisy(placeOf(lead).city, lead)),
    state: located((lead) => noisy(placeOf(lead).state, lead + 1)),
    postalCode: located((lead) => (lead % 6 === 1 ? null : String(10_000 + ((lead * 37) % 89_999)))),
    country: located((lead) => (lead % 53 === 17 ? 'XX' : placeOf(lead).country)),
  };
}

type Place = { readonly city: string; readonly state: string; readonly country: string };

export function trafficMembers(traffic: Traffic): MemberTable {
  // Seldom a count comes as text.
  const count = (value: number, lead: number): number | string => (lead % 37 === 29 ? String(value) : value);
  return {
    firstVisitAt: (lead) => toTimeText(traffic.firstVisitAt(lead)),
    lastVisitAt: (lead) => toTimeText(traffic.lastVisitAt(lead)),
    visitCount: (lead) => count(traffic.visitCount(lead), lead),
    pageViews: (lead) => count(traffic.pageViews(lead), lead),
    referrer: traffic.referrer,
    utmSource: traffic.utmSource,
    utmMedium: traffic.utmMedium,
    utmCampaign: traffic.utmCampaign,
  };
}

export function idRules(product: Product): Pick<LeadModel, 'idOf' | 'indexOf'> {
  const { first, step } = IDS[product];
  return {
    idOf: (index) => first + index * step,
    indexOf: (id) => {
      const index = (id - first) / step;
      return Number.isSafeInteger(index) && index >= 0 ? index : undefined;
    },
  };
}

/** The row of a lead: now and then without its null members, and now and then with members that no document names. */
function makeRow(members: MemberTable, lead: number): LeadRow {
  const entries = Object.entries(members).map(([member, make]) => [member, make(lead)] as const);
  const sent = lead % 10 === 3 ? entries.filter(([, value]) => value !== null) : entries;
  const extra = lead % 19 === 8 ? { leadScore: lead % 101, segments: ['returning'], enrichment: { version: 2 } } : {};
  return { ...Object.fromEntries(sent), ...extra } as LeadRow;
}

export function createModel(options: {
  readonly product: Product;
  readonly source: LeadSource;
  readonly members: MemberTable;
  readonly byEmail: LeadModel['byEmail'];
  readonly byDomain: LeadModel['byDomain'];
}): LeadModel {
  const { product, source, members } = options;
  return {
    product,
    count: source.layout.count,
    ...idRules(product),
    timeOf: source.traffic.lastVisitAt,
    valueOf: (lead, member) => members[member]?.(lead),
    row: (lead) => makeRow(members, lead),
    visits: source.traffic.visits,
    pageUrls: source.traffic.pageUrls,
    byEmail: options.byEmail,
    byDomain: options.byDomain,
    blank: () => Object.fromEntries(Object.keys(members).map((member) => [member, null])),
  };
}
