import { normaliseDomain } from '../../base/addresses.ts';
import { InputError } from '../../base/errors.ts';
import type { ProspectContactFilter } from '../../model/prospects.ts';
import { valuesOf } from './filters.ts';
import type { Filters } from './requests.ts';

const LISTS = [
  'companyZipCodes',
  'states',
  'countries',
  'industries',
  'employeeRanges',
  'revenueRanges',
  'titles',
  'seniorities',
  'departments',
  'contactZipCodes',
] as const;

function domainOf(text: string): string {
  const domain = normaliseDomain(text);
  if (domain === null) throw new InputError('filter.domains: web domains');
  return domain;
}

/** Ids travel as numbers; one that is none of JSON's whole numbers is nobody's. */
export function sentIds(ids: readonly string[]): readonly number[] {
  const numbers = ids.map(Number).filter(Number.isSafeInteger);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/**
 * What a search is sent, under the vendor's names; null if nothing can match. Equal filters are sent in equal form, so that they ask the
 * same question.
 */
export function sentFilters(filter: ProspectContactFilter): Filters | null {
  const { companyName, hasEmail, hasPhone } = filter;
  const ids = valuesOf('companyIds', filter.companyIds);
  const domains = valuesOf('domains', filter.domains)?.map(domainOf);
  const companyIds = ids && sentIds(ids);
  if (companyIds?.length === 0) return null;
  const lists = LISTS.map((name) => [name, valuesOf(name, filter[name])] as const);
  return {
    ...(companyIds && { companyIds }),
    ...(domains && { domains }),
    ...(companyName !== undefined && companyName !== '' && { companyName }),
    ...Object.fromEntries(lists.flatMap(([name, values]) => (values === undefined ? [] : [[name, values]]))),
    ...(hasEmail !== undefined && { hasEmail }),
    ...(hasPhone !== undefined && { hasPhone }),
  };
}
