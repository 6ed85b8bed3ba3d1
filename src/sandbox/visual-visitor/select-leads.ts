import { type Column, WORD_BREAK } from './columns.ts';
import type { LeadQuery, LeadSort } from './lead-query.ts';
import type { LeadStore } from './lead-store.ts';
import { normaliseDomain, normaliseText } from './text.ts';

type Filters = LeadQuery['filters'];
type LeadTest = (index: number) => boolean;
type Predicate = (word: string) => boolean;

/** Which member of a record each filter with a list looks at. */
const LIST_MEMBERS = {
  industries: 'industryCode',
  employeeRanges: 'employeeRangeCode',
  revenueRanges: 'revenueRangeCode',
  countries: 'country',
  states: 'state',
  cities: 'city',
  zipCodes: 'postalCode',
} as const;

/** An empty value matches nothing: a record without the member is not a record with an empty one. */
function isWhole(wanted: string): Predicate {
  return (word) => word !== '' && word === wanted;
}

/** Case-insensitive "contains"; an empty text is in every value, also in a missing one. */
function contains(wanted: string): Predicate {
  const part = wanted.toLowerCase();
  return (word) => word.includes(part);
}

function listPredicates(filters: Filters): readonly (readonly [string, Predicate])[] {
  return Object.entries(LIST_MEMBERS).flatMap(([filter, member]) => {
    const wanted = filters[filter];
    // An empty list means "any".
    if (!Array.isArray(wanted) || wanted.length === 0) return [];
    const words = new Set(wanted.map(normaliseText));
    return [[member, (word: string) => word !== '' && words.has(word)] as const];
  });
}

function textPredicates(filters: Filters): readonly (readonly [string, Predicate])[] {
  const made: (readonly [string, Predicate])[] = [];
  const { companyName, domain, email, firstName, lastName, pageUrlContains, referrerContains } = filters;
  if (companyName !== undefined) made.push(['companyName', contains(String(companyName))]);
  if (domain !== undefined) made.push(['domain', isWhole(normaliseDomain(domain))]);
  for (const [member, wanted] of Object.entries({ email, firstName, lastName }))
    if (wanted !== undefined) made.push([member, isWhole(normaliseText(wanted))]);
  if (referrerContains !== undefined) made.push(['referrer', contains(String(referrerContains))]);
  if (pageUrlContains !== undefined) {
    const hasPart = contains(String(pageUrlContains));
    made.push(['visits', (word) => word.split(WORD_BREAK).some(hasPart)]);
  }
  return made;
}

function otherPredicates(filters: Filters): readonly (readonly [string, Predicate])[] {
  const made: (readonly [string, Predicate])[] = [];
  const { minPageViews, icpMatch, includeKnownCustomers } = filters;
  if (minPageViews !== undefined) made.push(['pageViews', (word) => Number(word) >= Number(minPageViews)]);
  if (icpMatch !== undefined) made.push(['icpMatch', isWhole(String(icpMatch))]);
  if (includeKnownCustomers === false) made.push(['isKnownCustomer', (word) => word !== 'true']);
  return made;
}

/** The few leads that an address or domain can belong to, newest first; undefined when it takes a look at all. */
function candidates(store: LeadStore, query: LeadQuery): Iterable<number> | undefined {
  const { email, domain } = query.filters;
  const byEmail = email === undefined ? undefined : store.model.byEmail(normaliseText(email));
  const found = byEmail ?? (domain === undefined ? undefined : store.model.byDomain(normaliseDomain(domain)));
  if (found === undefined) return undefined;
  const isInRange: LeadTest = (index) => store.timeOf(index) >= query.from && store.timeOf(index) < query.to;
  const all = new Set([...found, ...store.editedIndexes()]);
  return [...all].filter((index) => store.isThere(index) && isInRange(index)).sort(store.compare);
}

/** More than any index: a rank and an index in one number sort without a comparison function. */
const INDEX_SPAN = 2 ** 22;

function sortLeads(leads: readonly number[], sort: LeadSort, columnOf: (member: string) => Column): ArrayLike<number> {
  if (sort.member === 'lastVisitAt') return sort.descending ? leads : leads.toReversed();
  const column = columnOf(sort.member);
  const words = leads.map((index) => column.wordAt(index).trim());
  const byWord = (left: string, right: string): number =>
    sort.member === 'pageViews' ? Number(left) - Number(right) : left < right ? -1 : 1;
  const ranks = new Map([...new Set(words)].sort(byWord).map((word, rank) => [word, rank]));
  const keys = Float64Array.from(leads, (index, at) => (ranks.get(words[at] ?? '') ?? 0) * INDEX_SPAN + index).sort();
  if (sort.descending) keys.reverse();
  return keys.map((key) => key % INDEX_SPAN);
}

/** The leads that a query matches, in its order; every filter must hold. */
export function selectLeads(
  store: LeadStore,
  columnOf: (member: string) => Column,
  query: LeadQuery,
): ArrayLike<number> {
  const tests = [
    ...otherPredicates(query.filters),
    ...listPredicates(query.filters),
    ...textPredicates(query.filters),
  ].map(([member, predicate]) => columnOf(member).test(predicate));
  const few = candidates(store, query);
  const range = few ?? store.range(query.from, query.to);
  const isNewestFirst = query.sort.member === 'lastVisitAt' && query.sort.descending;
  if (tests.length === 0 && range instanceof Uint32Array && isNewestFirst) return range;
  const matching: number[] = [];
  for (const index of range) if (tests.every((test) => test(index))) matching.push(index);
  return sortLeads(matching, query.sort, columnOf);
}
