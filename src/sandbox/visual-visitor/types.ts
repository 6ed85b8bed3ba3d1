/** Visual Visitor's two lead products: +Employee knows companies, +Person knows people. */
export type Product = 'employee' | 'person';

/** What a key may be let into beside what every key is. */
export type Right = Product | 'partner';

/** The account's view of a key: five at most, each with its products. */
export type VisualVisitorKey = {
  readonly label: string;
  readonly secret: string;
  readonly products: { readonly employee: boolean; readonly person: boolean };
  /** Whether it is a partner's, who has customers; default false. */
  readonly partner?: boolean;
};

export type LeadPage = { readonly url: string; readonly title: string | null; readonly viewedAt: string };

export type LeadVisit = {
  readonly startedAt: string;
  readonly durationSeconds: number;
  readonly entryPage: string;
  readonly pages: readonly LeadPage[];
};

/** A lead as it is sent, `visits` apart; which other members it has depends on the product and on the noise. */
export type LeadRow = Readonly<Record<string, unknown>> & { readonly id: number; readonly lastVisitAt: string };

export type LeadDetail = LeadRow & { readonly visits: readonly LeadVisit[] };

/** What an edit sets. A member that is `undefined` is taken out of the record. */
export type LeadPatch = Readonly<Record<string, unknown>> & { readonly visits?: readonly LeadVisit[] };

/** The unedited leads of one product: pure functions of the world and an index, 0 to count - 1. */
export type LeadModel = {
  readonly product: Product;
  readonly count: number;
  /** Also for indexes from `count` on: those are added leads. Grows with the index. */
  idOf(index: number): number;
  /** Undefined for a number that can never be an id. */
  indexOf(id: number): number | undefined;
  /** Epoch milliseconds of the latest visit. */
  timeOf(index: number): number;
  /** One member, without making the rest of the row. */
  valueOf(index: number, member: string): unknown;
  row(index: number): LeadRow;
  visits(index: number): readonly LeadVisit[];
  pageUrls(index: number): readonly string[];
  /** A superset of the leads with this normalised address; undefined: every lead may have it. */
  byEmail(email: string): readonly number[] | undefined;
  /** A superset of the leads with this normalised domain; undefined: every lead may have it. */
  byDomain(domain: string): readonly number[] | undefined;
  /** The members of a record of this product, `visits` apart, each null: what an added lead starts from. */
  blank(): Readonly<Record<string, unknown>>;
};
