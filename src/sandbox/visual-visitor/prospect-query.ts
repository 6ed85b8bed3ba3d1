import type { Account } from './accounts.ts';
import {
  type Check,
  faultsOf,
  isCodes,
  isFlag,
  isIds,
  isText,
  isTexts,
  parseSearch,
  type QueryFault,
} from './checks.ts';
import type { Row } from './table.ts';
import { normaliseDomain, normaliseText } from './text.ts';

const COMPANY_FILTERS: Readonly<Record<string, Check>> = {
  companyIds: isIds,
  domains: isTexts,
  companyName: isText,
  companyZipCodes: isTexts,
  states: isTexts,
  countries: isTexts,
  industries: isCodes('industries'),
  employeeRanges: isCodes('employee-ranges'),
  revenueRanges: isCodes('revenue-ranges'),
};
const CONTACT_FILTERS: Readonly<Record<string, Check>> = {
  ...COMPANY_FILTERS,
  titles: isTexts,
  seniorities: isCodes('seniorities'),
  departments: isCodes('departments'),
  contactZipCodes: isTexts,
  hasEmail: isFlag,
  hasPhone: isFlag,
};

type Query = Readonly<Record<string, unknown>>;
type Test = (row: Row) => boolean;

export type ProspectSearch = { readonly page: number; readonly pageSize: number; readonly rows: readonly Row[] };

/** A row passes if the list is absent, empty (which means "any"), or has the row's value. */
function among(query: Query, filter: string, memberOf: (row: Row) => unknown, normalise = normaliseText): Test {
  const wanted = query[filter];
  if (!Array.isArray(wanted) || wanted.length === 0) return () => true;
  const words = new Set(wanted.map((word) => normalise(String(word))));
  return (row) => words.has(normalise(String(memberOf(row) ?? '')));
}

function contains(wanted: unknown, memberOf: (row: Row) => unknown): Test {
  const part = normaliseText(wanted);
  return (row) => normaliseText(memberOf(row)).includes(part);
}

/** `companyOf` gives the company of a row: itself, or a contact's. */
function companyTests(query: Query, companyOf: (row: Row) => Row | undefined): readonly Test[] {
  const of = (member: string) => (row: Row) => companyOf(row)?.[member];
  return [
    among(query, 'companyIds', of('id')),
    among(query, 'domains', of('domain'), normaliseDomain),
    among(query, 'companyZipCodes', of('postalCode')),
    among(query, 'industries', of('industryCode')),
    among(query, 'employeeRanges', of('employeeRangeCode')),
    among(query, 'revenueRanges', of('revenueRangeCode')),
    query.companyName === undefined ? () => true : contains(query.companyName, of('companyName')),
  ];
}

function contactTests(query: Query): readonly Test[] {
  const { titles, hasEmail, hasPhone } = query;
  const parts = Array.isArray(titles) ? titles.map((title) => contains(title, (row) => row.title)) : [];
  return [
    parts.length === 0 ? () => true : (row) => parts.some((test) => test(row)),
    among(query, 'seniorities', (row) => row.seniorityCode),
    among(query, 'departments', (row) => row.departmentCode),
    among(query, 'contactZipCodes', (row) => row.postalCode),
    hasEmail === undefined ? () => true : (row) => Boolean(row.hasEmail) === hasEmail,
    hasPhone === undefined ? () => true : (row) => Boolean(row.hasPhone) === hasPhone,
  ];
}

/** Reads the body of a Who To Contact search and gives all that it matches, newest first. */
export function searchProspects(
  body: string,
  kind: 'companies' | 'contacts',
  { tables }: Account,
): ProspectSearch | QueryFault {
  const search = parseSearch(body);
  if ('status' in search) return search;
  const { page, pageSize, rest } = search;
  const checks = kind === 'companies' ? COMPANY_FILTERS : CONTACT_FILTERS;
  const details = faultsOf(rest, checks, kind === 'companies' ? 'CompanyQuery' : 'ContactQuery');
  if (details.length > 0) return { status: 422, details };
  const companies = new Map(tables.companies.rows().map((row) => [row.id, row]));
  const companyOf = (row: Row): Row | undefined => (kind === 'companies' ? row : companies.get(Number(row.companyId)));
  const tests = [
    ...companyTests(rest, companyOf),
    among(rest, 'states', (row) => row.state),
    among(rest, 'countries', (row) => row.country),
    ...(kind === 'contacts' ? contactTests(rest) : []),
  ];
  return { page, pageSize, rows: tables[kind].rows().filter((row) => tests.every((test) => test(row))) };
}
