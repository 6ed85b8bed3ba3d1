/** A record of an account: its own, or one of the customers of a partner. Ids of two accounts may be the same. */
export type OfAccount = {
  readonly id: string;
  /** The customer for whom it was read; null: the account itself. */
  readonly forCustomer: string | null;
};

/** A plan that a partner can give to its customers. */
export type ResellerService = {
  readonly id: string;
  readonly name: string | null;
  readonly product: string | null;
  readonly monthlyIdentifications: number | null;
  readonly monthlyContactCredits: number | null;
  readonly overagePrice: number | null;
  readonly trialDays: number | null;
};

/** A service as a customer has it. */
export type ResellerSubscription = {
  readonly serviceId: string | null;
  /** Epoch milliseconds. */
  readonly startedAt: number | null;
  /** Epoch milliseconds; null outside a trial. */
  readonly trialEndsAt: number | null;
};

/** An account that a partner manages. */
export type ResellerCustomer = {
  readonly id: string;
  readonly companyName: string | null;
  /** Normalised. */
  readonly domain: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Normalised. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly status: string | null;
  readonly services: readonly ResellerSubscription[] | null;
  readonly identificationsUsed: number | null;
  readonly identificationLimit: number | null;
  readonly timeZone: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Epoch milliseconds. */
  readonly updatedAt: number | null;
};

/** Somebody who may sign in to an account. */
export type AccountUser = OfAccount & {
  /** The account that the user belongs to, as the record says. */
  readonly customerId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Normalised. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
  readonly isPrimary: boolean | null;
  readonly timeZone: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Epoch milliseconds. */
  readonly lastLoginAt: number | null;
};

/** What makes an ideal lead. An empty list means "any". */
export type IdealCustomerProfile = OfAccount & {
  readonly name: string | null;
  readonly enabled: boolean | null;
  /** Codes of reference lists, as sent. */
  readonly industries: readonly string[] | null;
  readonly employeeRanges: readonly string[] | null;
  readonly revenueRanges: readonly string[] | null;
  readonly countries: readonly string[] | null;
  readonly states: readonly string[] | null;
  readonly cities: readonly string[] | null;
  readonly titles: readonly string[] | null;
  readonly seniorities: readonly string[] | null;
  readonly departments: readonly string[] | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Epoch milliseconds. */
  readonly updatedAt: number | null;
};

export type CookieConsent = {
  readonly enabled: boolean | null;
  readonly mode: string | null;
  readonly impliedDelaySeconds: number | null;
  readonly strictRegions: readonly string[] | null;
  readonly message: string | null;
  readonly acceptLabel: string | null;
  readonly declineLabel: string | null;
  readonly policyUrl: string | null;
};

/** How the web site of an account is tracked. */
export type TrackingConfiguration = {
  readonly forCustomer: string | null;
  /** The id of the account, as the record says. */
  readonly customerId: string | null;
  readonly companyName: string | null;
  /** Normalised. */
  readonly domain: string | null;
  readonly installationCode: string | null;
  readonly cookieConsent: CookieConsent | null;
};

/** An address, or a range of them, that is not tracked. */
export type ExcludedIp = OfAccount & {
  readonly ip: string | null;
  readonly label: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
};

/** An entry of the list of known customers or of the suppression list. */
export type ListEntry = OfAccount & {
  /** An e-mail address as entered, or the SHA-256 of one. */
  readonly value: string | null;
  readonly type: string | null;
  /** Normalised; null for a hash. */
  readonly email: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
};

/** A vocabulary of the vendor. `description` is there if the list of lists brought it. */
export type ReferenceList = { readonly name: string; readonly description?: string | null };

/** A word of a vocabulary. `told` is what its list says of it, where that was read. */
export type ReferenceEntry = {
  readonly list: string;
  readonly code: string;
  readonly told?: { readonly label: string | null; readonly parentCode: string | null };
};

/** A search that the vendor works off by itself. */
export type BulkJob = {
  readonly id: string;
  readonly type: string | null;
  readonly name: string | null;
  readonly status: string | null;
  readonly query: unknown;
  readonly estimatedRecords: number | null;
  readonly estimatedCredits: number | null;
  readonly creditsUsed: number | null;
  readonly recordCount: number | null;
  /** Opens the result without a key: for those alone who may see people's data, and for no file and no log. */
  readonly downloadUrl: string | null;
  /** Epoch milliseconds, as all times. */
  readonly expiresAt: number | null;
  readonly error: string | null;
  readonly createdAt: number | null;
  readonly confirmedAt: number | null;
  readonly completedAt: number | null;
};

export type ResellerCustomerFilter = { readonly search?: string; readonly status?: string };
export type AccountUserFilter = { readonly customerId?: string; readonly search?: string; readonly role?: string };
export type BulkJobFilter = { readonly status?: string; readonly type?: string };
/** A list of the configuration of an account. */
export type EntryFilter = { readonly customerId?: string; readonly search?: string };
