import type { LeadProduct } from '../../model/leads.ts';
import type { EndpointRow } from '../../transport/call.ts';
import type { WindowSpec } from '../../transport/quota/ledger.ts';

const DOCS = 'https://docs.visualvisitor.com/docs';

/** Largest page of a search. */
export const PAGE_SIZE = 200;
/** The last page of a search that may be asked for. */
export const MOST_PAGES = 50;

/** 200 calls in 20 minutes for the address, whatever the key, and 5,000 a day for each key. */
export const VISUAL_VISITOR_WINDOWS: readonly WindowSpec[] = [
  { name: 'ip-20m', limit: 200, seconds: 1_200, per: 'address' },
  { name: 'key-day', limit: 5_000, seconds: 86_400, per: 'credential' },
];

const common = {
  upstream: 'VISUAL_VISITOR',
  quota: ['ip-20m', 'key-day'],
  ages: 'visual-visitor.leads',
  visibility: 'account',
  safeToRepeat: true,
  evidence: 'assumed',
  docs: DOCS,
} as const;
/** A search is a POST that changes nothing. */
const search = {
  ...common,
  method: 'POST',
  paging: { by: 'page', size: PAGE_SIZE },
  bounds: 'page 1 to 50, pageSize 1 to 200, dateFrom not after dateTo',
} as const;
const item = { ...common, method: 'GET', paging: 'none', bounds: 'ids of digits' } as const;

export const VISUAL_VISITOR = {
  employeeLeads: { ...search, id: 'visual-visitor.employee-leads.search', path: '/plusemployee/leads/search' },
  employeeLead: { ...item, id: 'visual-visitor.employee-leads.item', path: '/plusemployee/leads/{id}' },
  personLeads: { ...search, id: 'visual-visitor.person-leads.search', path: '/plusperson/leads/search' },
  personLead: { ...item, id: 'visual-visitor.person-leads.item', path: '/plusperson/leads/{id}' },
} as const satisfies Record<string, EndpointRow>;

/** The two reads of each product. */
export const ROWS_OF: Readonly<Record<LeadProduct, { readonly search: EndpointRow; readonly item: EndpointRow }>> = {
  PLUS_EMPLOYEE: { search: VISUAL_VISITOR.employeeLeads, item: VISUAL_VISITOR.employeeLead },
  PLUS_PERSON: { search: VISUAL_VISITOR.personLeads, item: VISUAL_VISITOR.personLead },
};
