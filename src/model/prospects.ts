import type { OfAccount } from './visual-visitor.ts';

/** A company that Who To Contact knows. */
export type ProspectCompany = OfAccount & {
  readonly companyName: string | null;
  /** Normalised. */
  readonly domain: string | null;
  /** Codes of reference lists. */
  readonly industryCode: string | null;
  readonly employeeRangeCode: string | null;
  readonly revenueRangeCode: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
  readonly phone: string | null;
  readonly linkedInUrl: string | null;
};

/** What a contact shows only once a credit was spent on it. */
export type ContactDetails = {
  readonly lastName: string | null;
  /** Normalised. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly linkedInUrl: string | null;
  readonly postalCode: string | null;
  /** Epoch milliseconds. */
  readonly unlockedAt: number | null;
};

/** Somebody who works at a company that Who To Contact knows. */
export type ProspectContact = OfAccount & {
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly firstName: string | null;
  readonly lastInitial: string | null;
  readonly title: string | null;
  /** Codes of reference lists. */
  readonly seniorityCode: string | null;
  readonly departmentCode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly hasEmail: boolean | null;
  readonly hasPhone: boolean | null;
  readonly unlocked: boolean | null;
  /** Null while it is locked, and where the row that brought it did not carry them: rows of searches do not. */
  readonly details: ContactDetails | null;
};

/** The month's pool of contact credits of an account. */
export type ContactCredits = {
  readonly monthlyAllotment: number | null;
  readonly used: number | null;
  readonly reserved: number | null;
  readonly remaining: number | null;
  /** Epoch milliseconds. */
  readonly resetsAt: number | null;
};

/** All members given must match; of a list any value. An empty list does not narrow. */
export type ProspectCompanyFilter = {
  readonly companyIds?: readonly string[];
  readonly domains?: readonly string[];
  /** A part of the name; case is ignored. */
  readonly companyName?: string;
  readonly companyZipCodes?: readonly string[];
  readonly states?: readonly string[];
  readonly countries?: readonly string[];
  readonly industries?: readonly string[];
  readonly employeeRanges?: readonly string[];
  readonly revenueRanges?: readonly string[];
  readonly customerId?: string;
};

export type ProspectContactFilter = ProspectCompanyFilter & {
  readonly titles?: readonly string[];
  readonly seniorities?: readonly string[];
  readonly departments?: readonly string[];
  readonly contactZipCodes?: readonly string[];
  readonly hasEmail?: boolean;
  readonly hasPhone?: boolean;
};
