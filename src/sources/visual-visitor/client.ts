import type { Leaf } from '../../base/decode.ts';
import type { DriftCounter } from '../../base/drift.ts';
import type { NumberedPage } from '../../loading/collections/spec.ts';
import type { KeyViews } from '../../loading/key-views.ts';
import type { View } from '../../loading/view.ts';
import type { Lead, LeadProduct } from '../../model/leads.ts';
import type { ContactCredits, ProspectCompany, ProspectContact } from '../../model/prospects.ts';
import type {
  AccountUser,
  BulkJob,
  ExcludedIp,
  IdealCustomerProfile,
  ListEntry,
  ReferenceEntry,
  ReferenceList,
  ResellerCustomer,
  ResellerService,
  TrackingConfiguration,
} from '../../model/visual-visitor.ts';
import type { CallScope, EndpointRow, Send } from '../../transport/call.ts';
import { fillPath } from '../../transport/path.ts';
import { PAGE_SIZE, ROWS_OF, VISUAL_VISITOR } from './endpoints.ts';
import type { SentFilters } from './filters.ts';
import { toContact, toEmployeeLead, toEntry, toOwn, toPersonLead } from './map.ts';
import { sortOf } from './order.ts';
import {
  type Ask,
  type Customer,
  createAsk,
  createRequests,
  listIn,
  type ReadItem,
  type ReadPage,
  type ReadWhole,
  recordIn,
  rowsOf,
} from './requests.ts';
import { type TimeRange, toTimeText } from './time-range.ts';
import { employeeLeadWire, personLeadWire } from './wire.ts';
import {
  configurationWire,
  customerWire,
  entryWire,
  excludedIpWire,
  jobWire,
  listNameWire,
  profileWire,
  referenceWire,
  serviceWire,
  userWire,
} from './wire-accounts.ts';
import { creditsWire, prospectCompanyWire, prospectContactWire } from './wire-prospects.ts';

type LeadSearch = {
  readonly customer: Customer;
  readonly range: TimeRange;
  readonly sent: SentFilters;
  readonly page: number;
};

/** The reads of one product. */
type LeadRecords = {
  /** `pages` counts all that there are, also those behind the last one that may be asked for. Null if there is no such customer. */
  search(scope: CallScope, view: View, search: LeadSearch): Promise<NumberedPage<Lead> | null>;
  readonly one: ReadItem<Lead>;
};

/** Every row of the endpoint table as a function. */
export type VisualVisitorClient = {
  readonly leads: Readonly<Record<LeadProduct, LeadRecords>>;
  readonly services: ReadWhole<readonly ResellerService[]>;
  readonly customers: ReadPage<ResellerCustomer>;
  readonly customer: ReadItem<ResellerCustomer>;
  readonly users: ReadPage<AccountUser>;
  readonly user: ReadItem<AccountUser>;
  readonly profiles: ReadWhole<readonly IdealCustomerProfile[]>;
  readonly profile: ReadItem<IdealCustomerProfile>;
  readonly prospectCompanies: ReadPage<ProspectCompany>;
  readonly prospectCompany: ReadItem<ProspectCompany>;
  readonly prospectContacts: ReadPage<ProspectContact>;
  readonly prospectContact: ReadItem<ProspectContact>;
  readonly credits: ReadWhole<ContactCredits>;
  readonly configuration: ReadWhole<TrackingConfiguration>;
  readonly excludedIps: ReadPage<ExcludedIp>;
  readonly knownCustomers: ReadPage<ListEntry>;
  readonly suppressionList: ReadPage<ListEntry>;
  readonly referenceLists: ReadWhole<readonly ReferenceList[]>;
  /** Null for a name that no list has. */
  readonly referenceList: (scope: CallScope, view: View, name: string) => Promise<readonly ReferenceEntry[] | null>;
  readonly jobs: ReadPage<BulkJob>;
  readonly job: ReadItem<BulkJob>;
};

type Wired = { readonly id: string; readonly lastVisitAt: number | null };
type ToLead<W> = (row: W, place: { readonly forCustomer: Customer; readonly listedAt: number }) => Lead;

/** In list order. A row whose time cannot be read stands where the row before it does, the first rows at `top`. */
function inOrder<W extends Wired>(rows: readonly W[], top: number, map: (row: W, listedAt: number) => Lead): Lead[] {
  let listedAt = rows.find(({ lastVisitAt }) => lastVisitAt !== null)?.lastVisitAt ?? top;
  const leads = rows.map((row) => {
    listedAt = row.lastVisitAt ?? listedAt;
    return map(row, listedAt);
  });
  const placed = leads.map((lead) => ({ lead, sort: sortOf(lead) }));
  return placed.sort((a, b) => (a.sort < b.sort ? 1 : -1)).map(({ lead }) => lead);
}

function searchBody({ range, sent, page }: LeadSearch): Readonly<Record<string, unknown>> {
  const { from, to } = range;
  const frame = { dateFrom: toTimeText(from), dateTo: toTimeText(to), sort: '-lastVisitAt' };
  return { ...frame, ...sent, page, pageSize: PAGE_SIZE };
}

function createLeadRecords<W extends Wired>(
  ask: Ask,
  drifts: DriftCounter,
  rows: { readonly search: EndpointRow; readonly item: EndpointRow },
  { wire, map }: { readonly wire: Leaf<W>; readonly map: ToLead<W> },
): LeadRecords {
  return {
    search: async (scope, view, search) => {
      const { search: row } = rows;
      const forCustomer = search.customer;
      const answer = await ask(scope, view, { row, customer: forCustomer, body: searchBody(search) });
      if (answer.outcome === 'NOT_FOUND') return null;
      const found = rowsOf(answer, wire, drifts.at(row.id));
      const map1 = (one: W, listedAt: number): Lead => map(one, { forCustomer, listedAt });
      return { items: inOrder(found.rows, search.range.to - 1, map1), pages: found.pages, count: found.count };
    },
    one: async (scope, view, { customer, id }) => {
      const { item: row } = rows;
      const answer = await ask(scope, view, { row, customer, path: fillPath(row.path, { id }) });
      if (answer.outcome === 'NOT_FOUND') return null;
      return map(recordIn(answer, wire, drifts.at(row.id), id), { forCustomer: customer, listedAt: 0 });
    },
  };
}

export function createVisualVisitorClient(send: Send, drifts: DriftCounter, views: KeyViews): VisualVisitorClient {
  const ask = createAsk(send, views);
  const { pages, whole, single, item } = createRequests(ask, drifts);
  const employee = { wire: employeeLeadWire, map: toEmployeeLead };
  const person = { wire: personLeadWire, map: toPersonLead };
  const asIs = <W>(wire: W): W => wire;
  return {
    leads: {
      PLUS_EMPLOYEE: createLeadRecords(ask, drifts, ROWS_OF.PLUS_EMPLOYEE, employee),
      PLUS_PERSON: createLeadRecords(ask, drifts, ROWS_OF.PLUS_PERSON, person),
    },
    services: whole(VISUAL_VISITOR.services, serviceWire, asIs),
    customers: pages(VISUAL_VISITOR.customers, customerWire, asIs),
    customer: item(VISUAL_VISITOR.customer, customerWire, asIs),
    users: pages(VISUAL_VISITOR.users, userWire, toOwn),
    user: item(VISUAL_VISITOR.user, userWire, toOwn),
    profiles: whole(VISUAL_VISITOR.idealCustomerProfiles, profileWire, toOwn),
    profile: item(VISUAL_VISITOR.idealCustomerProfile, profileWire, toOwn),
    prospectCompanies: pages(VISUAL_VISITOR.prospectCompanies, prospectCompanyWire, toOwn),
    prospectCompany: item(VISUAL_VISITOR.prospectCompany, prospectCompanyWire, toOwn),
    prospectContacts: pages(VISUAL_VISITOR.prospectContacts, prospectContactWire, toContact),
    prospectContact: item(VISUAL_VISITOR.prospectContact, prospectContactWire, toContact),
    credits: single(VISUAL_VISITOR.contactCredits, creditsWire, asIs),
    configuration: single(VISUAL_VISITOR.configuration, configurationWire, toOwn),
    excludedIps: pages(VISUAL_VISITOR.excludedIps, excludedIpWire, toOwn),
    knownCustomers: pages(VISUAL_VISITOR.knownCustomers, entryWire, toEntry),
    suppressionList: pages(VISUAL_VISITOR.suppressionList, entryWire, toEntry),
    referenceLists: whole(VISUAL_VISITOR.referenceLists, listNameWire, asIs),
    referenceList: async (scope, view, name) => {
      const { referenceList: row } = VISUAL_VISITOR;
      const answer = await ask(scope, view, { row, customer: null, path: fillPath(row.path, { name }) });
      if (answer.outcome === 'NOT_FOUND') return null;
      const entries = listIn(answer, referenceWire, drifts.at(row.id));
      return entries.map(({ code, ...told }) => ({ list: name, code, told }));
    },
    jobs: pages(VISUAL_VISITOR.bulkJobs, jobWire, asIs),
    job: item(VISUAL_VISITOR.bulkJob, jobWire, asIs),
  };
}
