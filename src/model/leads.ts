/** Visual Visitor's two products: +Employee knows companies, +Person knows people. */
export type LeadProduct = 'PLUS_EMPLOYEE' | 'PLUS_PERSON';

/** A page that a lead looked at. */
export type LeadPage = {
  readonly url: string | null;
  readonly title: string | null;
  /** Epoch milliseconds. */
  readonly viewedAt: number | null;
};

/** One visit of a lead to the web site. */
export type LeadVisit = {
  /** Epoch milliseconds. */
  readonly startedAt: number | null;
  readonly durationSeconds: number | null;
  readonly entryPage: string | null;
  readonly pages: readonly LeadPage[] | null;
};

/** A company (+Employee) or a person (+Person) that was identified on the web site. */
export type Lead = {
  /** Visual Visitor's own id, unique within the product. */
  readonly id: string;
  readonly product: LeadProduct;
  /** The partner's customer for whom it was read; null: the account itself. */
  readonly forCustomer: string | null;
  /** +Employee only. */
  readonly companyId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Normalised; +Person only. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly companyName: string | null;
  /** Normalised; +Employee only. */
  readonly domain: string | null;
  /** Codes of reference lists; +Employee only. */
  readonly industryCode: string | null;
  readonly employeeRangeCode: string | null;
  readonly revenueRangeCode: string | null;
  readonly address: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly postalCode: string | null;
  readonly linkedInUrl: string | null;
  /** +Employee only. */
  readonly icpMatch: boolean | null;
  readonly isKnownCustomer: boolean | null;
  readonly pageViews: number | null;
  readonly visitCount: number | null;
  /** Epoch milliseconds; +Person only. */
  readonly identifiedAt: number | null;
  /** Epoch milliseconds. */
  readonly firstVisitAt: number | null;
  /** Epoch milliseconds. */
  readonly lastVisitAt: number | null;
  readonly referrer: string | null;
  readonly utmSource: string | null;
  readonly utmMedium: string | null;
  /** As sent; compared trimmed. */
  readonly utmCampaign: string | null;
  /** Null if the row that brought the lead did not carry them: rows of searches do not. */
  readonly visits: readonly LeadVisit[] | null;
  /** Where it stands in lists, epoch milliseconds: `lastVisitAt`, or where that cannot be read that of its neighbour in the list. */
  readonly listedAt: number;
};

export type LeadFilter = {
  /** Epoch milliseconds, included. */
  readonly from?: number;
  /** Epoch milliseconds, excluded. */
  readonly to?: number;
  readonly email?: string;
  readonly domain?: string;
  /** A part of the name; case is ignored. */
  readonly companyName?: string;
  /** The whole value, trimmed, case-sensitive. */
  readonly utmCampaign?: string;
  readonly minPageViews?: number;
  /** +Person only, as `email`; whole values, case is ignored. */
  readonly firstName?: string;
  readonly lastName?: string;
  /** Any of these values; an empty list does not narrow. */
  readonly industries?: readonly string[];
  readonly employeeRanges?: readonly string[];
  readonly revenueRanges?: readonly string[];
  readonly countries?: readonly string[];
  readonly states?: readonly string[];
  readonly cities?: readonly string[];
  readonly zipCodes?: readonly string[];
  /** A part of the address of a page viewed; case is ignored. */
  readonly pageUrlContains?: string;
  /** A part of it; case is ignored. */
  readonly referrerContains?: string;
  readonly icpMatch?: boolean;
  readonly includeKnownCustomers?: boolean;
  /** The partner's customer whose leads are meant; absent: the account's own. */
  readonly customerId?: string;
};
