import { CODES, type CodeList } from './codes.ts';

export type ReferenceEntry = { readonly code: string; readonly label: string; readonly parentCode: string | null };

const DESCRIPTIONS: Readonly<Record<CodeList, string>> = {
  industries: 'Industries of companies',
  'employee-ranges': 'Numbers of employees',
  'revenue-ranges': 'Yearly revenue in US dollars',
  seniorities: 'Seniority of contacts',
  departments: 'Departments of contacts',
  countries: 'Countries, ISO 3166-1 alpha-2',
  states: 'States and regions',
  'time-zones': 'Time zones, IANA names',
  roles: 'Roles of users',
};

const LABELS: Readonly<Record<string, string>> = {
  AUTO: 'Automotive',
  BANK: 'Banking',
  CHEM: 'Chemicals',
  CONS: 'Construction',
  EDUC: 'Education',
  ENER: 'Energy',
  FOOD: 'Food & Beverage',
  HLTH: 'Health Care',
  LOGI: 'Logistics',
  MFG: 'Manufacturing',
  RETL: 'Retail',
  SOFT: 'Software',
  OWNER: 'Owner',
  CLEVEL: 'C-Level',
  VP: 'Vice President',
  DIR: 'Director',
  MGR: 'Manager',
  STAFF: 'Staff',
  EXEC: 'Executive',
  MKT: 'Marketing',
  'MKT-EVENTS': 'Events',
  SALES: 'Sales',
  IT: 'Information Technology',
  PURCH: 'Purchasing',
  ResellerAdmin: 'Reseller Admin',
};

/** Entries that stand below another one of the same list. */
const PARENTS: Readonly<Record<string, string>> = { AUTO: 'MFG', CHEM: 'MFG', FOOD: 'MFG', 'MKT-EVENTS': 'MKT' };

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

function labelOf(list: CodeList, code: string): string {
  return list === 'countries' ? (countryNames.of(code) ?? code) : (LABELS[code] ?? code);
}

function isList(name: string): name is CodeList {
  return Object.hasOwn(DESCRIPTIONS, name);
}

/** The lists by name, as `/reference-lists` tells them. */
export function referenceLists(): readonly { readonly name: string; readonly description: string }[] {
  return Object.entries(DESCRIPTIONS).map(([name, description]) => ({ name, description }));
}

/** The entries of one list; undefined for an unknown name. */
export function referenceList(name: string): readonly ReferenceEntry[] | undefined {
  if (!isList(name)) return undefined;
  return CODES[name].map((code) => ({
    code,
    label: labelOf(name, code),
    parentCode: name === 'states' ? (/^[A-Z]{2}$/.test(code) ? 'US' : null) : (PARENTS[code] ?? null),
  }));
}
