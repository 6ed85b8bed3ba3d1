import type { LeadProduct } from '../../model/leads.ts';
import type { EndpointRow } from '../../transport/call.ts';
import type { WindowSpec } from '../../transport/quota/ledger.ts';

const DOCS = 'https://docs.visualvisitor.com/docs';

/** Largest page of a search or list. */
export const PAGE_SIZE = 200;
/** The last page of a search that may be asked for; lists have no such bound. */
export const MOST_PAGES = 50;

/** 200 calls in 20 minutes for the address, whatever the key, and 5,000 a day for each key. */
export const VISUAL_VISITOR_WINDOWS: readonly WindowSpec[] = [
  { name: 'ip-20m', limit: 200, seconds: 1_200, per: 'address' },
  { name: 'key-day', limit: 5_000, seconds: 86_400, per: 'credential' },
];

const common = {
  upstream: 'VISUAL_VISITOR',
  quota: ['ip-20m', 'key-day'],
  visibility: 'account',
  safeToRepeat: true,
  evidence: 'assumed',
  docs: DOCS,
} as const;
const pages = { by: 'page', size: PAGE_SIZE } as const;
/** A search is a POST that changes nothing. */
const search = { ...common, method: 'POST', paging: pages, bounds: 'page 1 to 50, pageSize 1 to 200' } as const;
const list = { ...common, method: 'GET', paging: pages, bounds: 'pageSize 1 to 200' } as const;
/** A short list without pages. */
const whole = { ...common, method: 'GET', paging: 'none', bounds: 'none' } as const;
const item = { ...common, method: 'GET', paging: 'none', bounds: 'ids of digits' } as const;

const leads = { ages: 'visual-visitor.leads' } as const;
const leadSearch = { ...search, ...leads, bounds: `${search.bounds}, dateFrom not after dateTo` } as const;
const services = { ages: 'visual-visitor.services' } as const;
const customers = { ages: 'visual-visitor.customers' } as const;
const users = { ages: 'visual-visitor.users' } as const;
const prospects = { ages: 'visual-visitor.prospects' } as const;
const profiles = { ages: 'visual-visitor.ideal-customer-profiles' } as const;
const configuration = { ages: 'visual-visitor.configuration' } as const;
const references = { ages: 'visual-visitor.reference-lists' } as const;
const jobs = { ages: 'visual-visitor.bulk-jobs' } as const;
const credits = { ages: 'visual-visitor.credits' } as const;
const CONTACTS = '/plusemployee/whotocontact';

export const VISUAL_VISITOR = {
  services: { ...whole, ...services, id: 'visual-visitor.services.list', path: '/partner/services' },
  customers: { ...list, ...customers, id: 'visual-visitor.customers.list', path: '/partner/customers' },
  customer: { ...item, ...customers, id: 'visual-visitor.customers.item', path: '/partner/customers/{id}' },
  users: { ...list, ...users, id: 'visual-visitor.users.list', path: '/users' },
  user: { ...item, ...users, id: 'visual-visitor.users.item', path: '/users/{id}' },
  employeeLeads: { ...leadSearch, id: 'visual-visitor.employee-leads.search', path: '/plusemployee/leads/search' },
  employeeLead: { ...item, ...leads, id: 'visual-visitor.employee-leads.item', path: '/plusemployee/leads/{id}' },
  prospectCompanies: {
    ...search,
    ...prospects,
    id: 'visual-visitor.prospect-companies.search',
    path: `${CONTACTS}/companies/search`,
  },
  prospectCompany: {
    ...item,
    ...prospects,
    id: 'visual-visitor.prospect-companies.item',
    path: `${CONTACTS}/companies/{id}`,
  },
  prospectContacts: {
    ...search,
    ...prospects,
    id: 'visual-visitor.prospect-contacts.search',
    path: `${CONTACTS}/contacts/search`,
  },
  prospectContact: {
    ...item,
    ...prospects,
    id: 'visual-visitor.prospect-contacts.item',
    path: `${CONTACTS}/contacts/{id}`,
  },
  contactCredits: { ...whole, ...credits, id: 'visual-visitor.contact-credits.item', path: `${CONTACTS}/credits` },
  idealCustomerProfiles: {
    ...whole,
    ...profiles,
    id: 'visual-visitor.ideal-customer-profiles.list',
    path: '/plusemployee/icp',
  },
  idealCustomerProfile: {
    ...item,
    ...profiles,
    id: 'visual-visitor.ideal-customer-profiles.item',
    path: '/plusemployee/icp/{id}',
  },
  personLeads: { ...leadSearch, id: 'visual-visitor.person-leads.search', path: '/plusperson/leads/search' },
  personLead: { ...item, ...leads, id: 'visual-visitor.person-leads.item', path: '/plusperson/leads/{id}' },
  configuration: {
    ...whole,
    ...configuration,
    id: 'visual-visitor.configuration.item',
    path: '/configuration/customer',
  },
  excludedIps: {
    ...list,
    ...configuration,
    id: 'visual-visitor.excluded-ips.list',
    path: '/configuration/excluded-ips',
  },
  knownCustomers: {
    ...list,
    ...configuration,
    id: 'visual-visitor.known-customers.list',
    path: '/configuration/known-customers',
  },
  suppressionList: {
    ...list,
    ...configuration,
    id: 'visual-visitor.suppression-list.list',
    path: '/configuration/suppression-list',
  },
  referenceLists: { ...whole, ...references, id: 'visual-visitor.reference-lists.list', path: '/reference-lists' },
  referenceList: {
    ...whole,
    ...references,
    id: 'visual-visitor.reference-lists.item',
    path: '/reference-lists/{name}',
    bounds: 'the name of a list',
  },
  bulkJobs: { ...list, ...jobs, id: 'visual-visitor.bulk-jobs.list', path: '/bulk' },
  bulkJob: { ...item, ...jobs, id: 'visual-visitor.bulk-jobs.item', path: '/bulk/{id}' },
} as const satisfies Record<string, EndpointRow>;

/** The two reads of each product. */
export const ROWS_OF: Readonly<Record<LeadProduct, { readonly search: EndpointRow; readonly item: EndpointRow }>> = {
  PLUS_EMPLOYEE: { search: VISUAL_VISITOR.employeeLeads, item: VISUAL_VISITOR.employeeLead },
  PLUS_PERSON: { search: VISUAL_VISITOR.personLeads, item: VISUAL_VISITOR.personLead },
};
