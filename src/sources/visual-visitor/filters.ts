import { normaliseDomain, normaliseEmail } from '../../base/addresses.ts';
import { InputError } from '../../base/errors.ts';
import type { CopyQuery } from '../../loading/collections/list-copy.ts';
import type { Lead, LeadFilter, LeadProduct } from '../../model/leads.ts';
import type { Customer } from './requests.ts';
import { hasDay, isEmptyRange, isOfDays, rangeOf, type TimeRange } from './time-range.ts';

const LISTS = ['industries', 'employeeRanges', 'revenueRanges', 'countries', 'states', 'cities', 'zipCodes'] as const;
const NAMES = ['firstName', 'lastName'] as const;

/** What a search filters by itself, under its own names. */
export type SentFilters = Pick<
  LeadFilter,
  | 'email'
  | 'domain'
  | 'companyName'
  | 'minPageViews'
  | 'pageUrlContains'
  | 'referrerContains'
  | 'icpMatch'
  | 'includeKnownCustomers'
  | (typeof NAMES)[number]
  | (typeof LISTS)[number]
>;

/** A checked filter. */
export type LeadQuery = {
  readonly customer: Customer;
  readonly range: TimeRange;
  readonly sent: SentFilters;
  /** Trimmed. No search knows it: rows are looked through. */
  readonly campaign: string | undefined;
  /** Whether the rows of the copy tell all that is asked: pages viewed stand in no row, and what is known of companies in no +Person row. */
  readonly rowsTell: boolean;
  /** Nothing can match, so that nothing needs to be asked. */
  readonly impossible: boolean;
};

const MOST_VALUES = 200;

function wanted(
  name: string,
  value: string | undefined,
  normalise: (text: string) => string | null,
): string | undefined {
  if (value === undefined) return undefined;
  const normal = normalise(value);
  if (normal === null)
    throw new InputError(`filter.${name}: ${name === 'email' ? 'an e-mail address' : 'a web domain'}`);
  return normal;
}

/** The values of a list, trimmed, each once; undefined where it does not narrow. */
export function valuesOf(name: string, values: readonly string[] | undefined): readonly string[] | undefined {
  if (values === undefined || values.length === 0) return undefined;
  const known = [...new Set(values.map((value) => value.trim()))].sort();
  if (known.includes('') || known.length > MOST_VALUES)
    throw new InputError(`filter.${name}: at most ${MOST_VALUES} texts, none of them blank`);
  return known;
}

function listsOf(filter: LeadFilter): Pick<LeadFilter, (typeof LISTS)[number]> {
  const lists = LISTS.map((name) => [name, valuesOf(name, filter[name])] as const);
  return Object.fromEntries(lists.filter(([, values]) => values !== undefined));
}

/** Texts that narrow; an empty one does not, as it is a part of every other. */
function textsOf(filter: LeadFilter): SentFilters {
  const names = ['companyName', 'pageUrlContains', 'referrerContains'] as const;
  const texts = names.map((name) => [name, filter[name]] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined && text !== ''));
}

/** A person's name, as a whole; a blank one is nobody's. */
function nameOf(name: (typeof NAMES)[number], value: string | undefined): string | undefined {
  if (value?.trim() === '') throw new InputError(`filter.${name}: a name that is not blank`);
  return value?.trim();
}

/**
 * One filter serves both products. A +Employee lead has no address and no name and a +Person lead no domain, so such a filter matches
 * nothing. What every lead passes is not sent: equal lists have equal questions.
 */
export function queryOf(product: LeadProduct, filter: LeadFilter, now: number): LeadQuery {
  const { minPageViews, utmCampaign, icpMatch, includeKnownCustomers } = filter;
  if (minPageViews !== undefined && minPageViews < 0) throw new InputError('filter.minPageViews: 0 or more');
  const range = rangeOf(filter, now);
  const email = wanted('email', filter.email, normaliseEmail);
  const domain = wanted('domain', filter.domain, normaliseDomain);
  const [firstName, lastName] = [nameOf('firstName', filter.firstName), nameOf('lastName', filter.lastName)];
  const isPerson = product === 'PLUS_PERSON';
  const foreign = isPerson ? domain : (email ?? firstName ?? lastName);
  const lists = listsOf(filter);
  const ofCompanies = [lists.industries, lists.employeeRanges, lists.revenueRanges, icpMatch];
  return {
    customer: filter.customerId ?? null,
    range,
    sent: {
      ...(email !== undefined && { email }),
      ...(domain !== undefined && { domain }),
      ...(firstName !== undefined && { firstName }),
      ...(lastName !== undefined && { lastName }),
      ...textsOf(filter),
      ...lists,
      ...(minPageViews !== undefined && minPageViews > 0 && { minPageViews }),
      ...(icpMatch !== undefined && { icpMatch }),
      ...(includeKnownCustomers === false && { includeKnownCustomers }),
    },
    campaign: utmCampaign?.trim(),
    rowsTell: (filter.pageUrlContains ?? '') === '' && !(isPerson && ofCompanies.some((one) => one !== undefined)),
    impossible: foreign !== undefined || isEmptyRange(range),
  };
}

function normal(text: string | null): string {
  return (text ?? '').trim().toLowerCase();
}

type Test = (lead: Lead) => boolean;

/** Whole values, trimmed; case is ignored. */
function isAmong(values: readonly string[] | undefined, of: (lead: Lead) => string | null): readonly Test[] {
  if (values === undefined) return [];
  const words = new Set(values.map(normal));
  return [(lead) => words.has(normal(of(lead)))];
}

function isPart(text: string | undefined, of: (lead: Lead) => string | null): readonly Test[] {
  if (text === undefined) return [];
  const part = text.toLowerCase();
  return [(lead) => (of(lead) ?? '').toLowerCase().includes(part)];
}

function listTests({ sent }: LeadQuery): readonly Test[] {
  return [
    ...isAmong(sent.firstName === undefined ? undefined : [sent.firstName], ({ firstName }) => firstName),
    ...isAmong(sent.lastName === undefined ? undefined : [sent.lastName], ({ lastName }) => lastName),
    ...isAmong(sent.industries, ({ industryCode }) => industryCode),
    ...isAmong(sent.employeeRanges, ({ employeeRangeCode }) => employeeRangeCode),
    ...isAmong(sent.revenueRanges, ({ revenueRangeCode }) => revenueRangeCode),
    ...isAmong(sent.countries, ({ country }) => country),
    ...isAmong(sent.states, ({ state }) => state),
    ...isAmong(sent.cities, ({ city }) => city),
    ...isAmong(sent.zipCodes, ({ postalCode }) => postalCode),
    ...isPart(sent.companyName, ({ companyName }) => companyName),
    ...isPart(sent.referrerContains, ({ referrer }) => referrer),
  ];
}

/** The same filter for rows of the copy, where leads of every age may lie. Of a range of whole days alone marks tell. */
export function passing(query: LeadQuery): Pick<CopyQuery<Lead>, 'marks' | 'where'> {
  const { range, sent, campaign } = query;
  const isAnyOf = Object.keys(sent).length === 0 && campaign === undefined;
  if (isAnyOf && isOfDays(range)) return { marks: ({ day }) => hasDay(range, day) };
  return { where: passes(query) };
}

function passes(query: LeadQuery): Test {
  const { range, sent, campaign } = query;
  const tests = listTests(query);
  return (lead) =>
    lead.listedAt >= range.from &&
    lead.listedAt < range.to &&
    (sent.email === undefined || lead.email === sent.email) &&
    (sent.domain === undefined || lead.domain === sent.domain) &&
    (sent.minPageViews === undefined || (lead.pageViews ?? 0) >= sent.minPageViews) &&
    (sent.icpMatch === undefined || lead.icpMatch === sent.icpMatch) &&
    (sent.includeKnownCustomers === undefined || lead.isKnownCustomer !== true) &&
    (campaign === undefined || lead.utmCampaign?.trim() === campaign) &&
    tests.every((test) => test(lead));
}

/** The index of the copy that leads to the fewest rows. */
export function termOf({ sent, campaign }: LeadQuery): Pick<CopyQuery<Lead>, 'term'> {
  if (sent.email !== undefined) return { term: ['email', sent.email] };
  if (sent.domain !== undefined) return { term: ['domain', sent.domain] };
  return campaign === undefined ? {} : { term: ['campaign', campaign] };
}
