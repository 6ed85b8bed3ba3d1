import type { LeadRow, LeadVisit, Product } from '../../src/sandbox/visual-visitor/types.ts';
import { domain, email, filled, text, time, whole } from './forms.ts';
import type { Truth } from './golden.ts';

export const LEAD = `sourceId product companyId firstName lastName email phone title companyName domain industryCode
  employeeRangeCode revenueRangeCode address city state country postalCode linkedInUrl icpMatch isKnownCustomer
  identifiedAt pageViews visitCount firstVisitAt lastVisitAt referrer utmSource utmMedium utmCampaign`;
export const VISITS = 'visits { startedAt durationSeconds entryPage pages { url title viewedAt } }';

/** The last 90 days on 15 January 2026: from midnight UTC 90 days before to the end of the day. */
export const LAST_90 = { from: Date.UTC(2025, 9, 17), to: Date.UTC(2026, 0, 16) };
const LAST_90_SENT = { dateFrom: '2025-10-17T00:00:00Z', dateTo: '2026-01-16T00:00:00Z' };

export function leadRow(product: Product): (lead: LeadRow) => Readonly<Record<string, unknown>> {
  const isPerson = product === 'person';
  return (lead) => ({
    sourceId: String(lead.id),
    product: isPerson ? 'PLUS_PERSON' : 'PLUS_EMPLOYEE',
    firstName: isPerson ? text(lead.firstName) : null,
    lastName: isPerson ? text(lead.lastName) : null,
    email: isPerson ? email(lead.email) : null,
    phone: text(lead.phone),
    title: isPerson ? text(lead.title) : null,
    companyId: isPerson ? null : text(lead.companyId),
    companyName: text(lead.companyName),
    domain: isPerson ? null : domain(lead.domain),
    industryCode: isPerson ? null : text(lead.industryCode),
    employeeRangeCode: isPerson ? null : text(lead.employeeRangeCode),
    revenueRangeCode: isPerson ? null : text(lead.revenueRangeCode),
    address: text(lead.address),
    city: text(lead.city),
    state: text(lead.state),
    country: text(lead.country),
    postalCode: text(lead.postalCode),
    linkedInUrl: text(lead.linkedInUrl),
    icpMatch: isPerson ? null : (lead.icpMatch ?? null),
    isKnownCustomer: lead.isKnownCustomer,
    identifiedAt: isPerson ? time(lead.identifiedAt) : null,
    pageViews: whole(lead.pageViews),
    visitCount: whole(lead.visitCount),
    firstVisitAt: time(lead.firstVisitAt),
    lastVisitAt: time(lead.lastVisitAt),
    referrer: text(lead.referrer),
    utmSource: text(lead.utmSource),
    utmMedium: text(lead.utmMedium),
    utmCampaign: text(lead.utmCampaign),
  });
}

export function visitsOf({ visualVisitor }: Truth, product: Product, id: number): unknown {
  const visits = visualVisitor.truth.lead(product, id)?.visits ?? null;
  return visits?.map(({ startedAt, durationSeconds, entryPage, pages }: LeadVisit) => ({
    startedAt,
    durationSeconds,
    entryPage,
    pages: pages.map(({ url, title, viewedAt }) => ({ url, title, viewedAt })),
  }));
}

export function recent({ visualVisitor }: Truth, product: Product): readonly LeadRow[] {
  return visualVisitor.truth.leads(product, LAST_90);
}

/** Of both products, latest visit first, then the higher id. */
export function ofCampaign(truth: Truth, name: string): readonly { product: Product; lead: LeadRow }[] {
  const of = (product: Product) => recent(truth, product).map((lead) => ({ product, lead }));
  return [...of('employee'), ...of('person')]
    .filter(({ lead }) => filled(lead.utmCampaign) === name)
    .sort((a, b) =>
      a.lead.lastVisitAt === b.lead.lastVisitAt
        ? b.lead.id - a.lead.id
        : a.lead.lastVisitAt < b.lead.lastVisitAt
          ? 1
          : -1,
    );
}

type Search = Readonly<Record<string, unknown>>;

/** A page of a search: filters stand between the range with its order and the paging. */
export function search(product: Product, { page = 1, ...sent }: Search & { readonly page?: number } = {}): string {
  const { dateFrom, dateTo, ...filters } = { ...LAST_90_SENT, ...sent };
  const body = { dateFrom, dateTo, sort: '-lastVisitAt', ...filters, page, pageSize: 200 };
  return `VISUAL_VISITOR POST /api/plus${product}/leads/search ${JSON.stringify(body)}`;
}

export function leadItem(product: Product, id: number | string): string {
  return `VISUAL_VISITOR GET /api/plus${product}/leads/${id}`;
}
