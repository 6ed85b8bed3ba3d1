import type { ReferenceEntry } from '../../model/visual-visitor.ts';

/** The lists whose codes records carry. */
type ListName =
  | 'industries'
  | 'employee-ranges'
  | 'revenue-ranges'
  | 'seniorities'
  | 'departments'
  | 'countries'
  | 'states';

/** The word that a code stands for; what its list says of it is read when it is asked for. Null without a code. */
export function referenceOf(list: string, code: string | null): ReferenceEntry | null {
  const known = code?.trim() ?? '';
  return known === '' ? null : { list, code: known };
}

/** The entry that a code stands below: of the same list, but states stand below their country. */
export function parentOf(list: string, parentCode: string | null): ReferenceEntry | null {
  return referenceOf(list === 'states' ? 'countries' : list, parentCode);
}

export function referencesOf(list: ListName, codes: readonly string[] | null): ReferenceEntry[] | null {
  return codes === null ? null : codes.flatMap((code) => referenceOf(list, code) ?? []);
}

type Coded = {
  readonly industryCode: string | null;
  readonly employeeRangeCode: string | null;
  readonly revenueRangeCode: string | null;
};

/** What a company's codes stand for. */
export const companyReferences = {
  industry: ({ industryCode }: Coded) => referenceOf('industries', industryCode),
  employeeRange: ({ employeeRangeCode }: Coded) => referenceOf('employee-ranges', employeeRangeCode),
  revenueRange: ({ revenueRangeCode }: Coded) => referenceOf('revenue-ranges', revenueRangeCode),
};
