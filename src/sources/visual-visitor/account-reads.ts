import { itemsOf } from '../../base/items.ts';
import { lastRead } from '../../base/not-read.ts';
import type { Reader, ReadScope } from '../../loading/reader.ts';
import type { List } from '../../model/list.ts';
import type {
  AccountUser,
  AccountUserFilter,
  BulkJob,
  BulkJobFilter,
  EntryFilter,
  ExcludedIp,
  IdealCustomerProfile,
  ListEntry,
  ResellerCustomer,
  ResellerCustomerFilter,
  ResellerService,
  TrackingConfiguration,
} from '../../model/visual-visitor.ts';
import {
  type Asked,
  asPages,
  batched,
  checkId,
  copiesOf,
  holdRows,
  type Kind,
  listOf,
  nullIfAbsent,
  pagedList,
  question,
  readWhole,
  type VisualVisitorParts,
  wholeList,
} from './access.ts';
import { VISUAL_VISITOR } from './endpoints.ts';
import type { Customer, Filters } from './requests.ts';

type ReadOne<T> = (reader: Reader, asked: Asked) => Promise<T | null>;

/** Accounts and what is set up in them, as one operation reads it. Lists: newest first. What is of an unknown customer is null. */
export type AccountReads = {
  services(reader: Reader): Promise<ResellerService[] | null>;
  /** From the copy of the list: the vendor has no read of one. */
  service(reader: Reader, id: string): Promise<ResellerService | null>;
  customers(reader: Reader, filter: ResellerCustomerFilter): List<ResellerCustomer>;
  customer(reader: Reader, id: string): Promise<ResellerCustomer | null>;
  users(reader: Reader, filter: AccountUserFilter): List<AccountUser>;
  readonly user: ReadOne<AccountUser>;
  profiles(reader: Reader, customer: Customer): Promise<IdealCustomerProfile[] | null>;
  readonly profile: ReadOne<IdealCustomerProfile>;
  configuration(reader: Reader, customer: Customer): Promise<TrackingConfiguration | null>;
  /** Of these three the vendor has no read of one: it comes from the copy of the list. */
  excludedIps(reader: Reader, filter: EntryFilter): List<ExcludedIp>;
  readonly excludedIp: ReadOne<ExcludedIp>;
  knownCustomers(reader: Reader, filter: EntryFilter): List<ListEntry>;
  readonly knownCustomer: ReadOne<ListEntry>;
  suppressionList(reader: Reader, filter: EntryFilter): List<ListEntry>;
  readonly suppressionEntry: ReadOne<ListEntry>;
  jobs(reader: Reader, filter: BulkJobFilter): List<BulkJob>;
  job(reader: Reader, id: string): Promise<BulkJob | null>;
};

/** The collections of accounts, each with its list and its single read. */
export function kindsOf({ client, collections }: VisualVisitorParts) {
  return {
    services: { collection: collections.services, pages: asPages(client.services) },
    customers: {
      collection: collections.customers,
      pages: client.customers,
      item: { row: VISUAL_VISITOR.customer, read: client.customer },
    },
    users: {
      collection: collections.users,
      pages: client.users,
      item: { row: VISUAL_VISITOR.user, read: client.user },
    },
    profiles: {
      collection: collections.profiles,
      pages: asPages(client.profiles),
      item: { row: VISUAL_VISITOR.idealCustomerProfile, read: client.profile },
    },
    excludedIps: { collection: collections.excludedIps, pages: client.excludedIps },
    knownCustomers: { collection: collections.knownCustomers, pages: client.knownCustomers },
    suppressionList: { collection: collections.suppressionList, pages: client.suppressionList },
  };
}

/** The parameters that are given, under the vendor's names. */
function given(parameters: Readonly<Record<string, string | undefined>>): Filters {
  return Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1]));
}

/** A text that a vendor looks for in its own way: rows cannot tell. */
function isSearch({ search }: { readonly search?: string }): boolean {
  return search !== undefined && search !== '';
}

/** A list of the configuration. */
function entries<T extends { readonly id: string }>(parts: VisualVisitorParts, kind: Kind<T>) {
  return (reader: Reader, filter: EntryFilter): List<T> =>
    listOf(parts, reader, kind, {
      customer: filter.customerId ?? null,
      filters: given({ search: filter.search }),
      held: isSearch(filter) ? undefined : {},
    });
}

function jobReads(parts: VisualVisitorParts): Pick<AccountReads, 'jobs' | 'job'> {
  const { answers, client, view } = parts;
  return {
    jobs: (reader, { status, type }) =>
      pagedList(parts, reader, {
        row: VISUAL_VISITOR.bulkJobs,
        read: client.jobs,
        customer: null,
        filters: given({ status, type }),
        onPage: holdRows(parts, VISUAL_VISITOR.bulkJob, null, () => true),
      }),
    job: async (reader, id) => {
      checkId(id);
      const asked = question(parts, VISUAL_VISITOR.bulkJob, null, { id });
      return lastRead(answers.read(reader, asked, (scope) => client.job(scope, view, { customer: null, id })));
    },
  };
}

function partnerReads(
  parts: VisualVisitorParts,
  scope: ReadScope,
): Pick<AccountReads, 'services' | 'service' | 'customers' | 'customer'> {
  const kinds = kindsOf(parts);
  const service = batched(parts, scope, copiesOf(parts, kinds.services));
  const customer = batched(parts, scope, copiesOf(parts, kinds.customers));
  return {
    services: (reader) => itemsOf(wholeList(parts, reader, kinds.services, null)),
    service: (reader, id) => service(reader, { customer: null, id }),
    customers: (reader, filter) =>
      listOf(parts, reader, kinds.customers, {
        customer: null,
        filters: given({ search: filter.search, status: filter.status }),
        held: isSearch(filter) ? undefined : { where: ({ status }) => !filter.status || status === filter.status },
      }),
    customer: (reader, id) => customer(reader, { customer: null, id }),
  };
}

/** The accounts of one operation. */
export function beginAccountReads(parts: VisualVisitorParts, scope: ReadScope): AccountReads {
  const kinds = kindsOf(parts);
  return {
    ...partnerReads(parts, scope),
    ...jobReads(parts),
    users: (reader, filter) =>
      listOf(parts, reader, kinds.users, {
        customer: filter.customerId ?? null,
        filters: given({ search: filter.search, role: filter.role }),
        held: isSearch(filter) ? undefined : { where: ({ role }) => !filter.role || role === filter.role },
      }),
    user: batched(parts, scope, copiesOf(parts, kinds.users)),
    profiles: (reader, customer) => nullIfAbsent(itemsOf(wholeList(parts, reader, kinds.profiles, customer))),
    profile: batched(parts, scope, copiesOf(parts, kinds.profiles)),
    configuration: (reader, customer) =>
      readWhole(parts, reader, { row: VISUAL_VISITOR.configuration, read: parts.client.configuration, customer }),
    excludedIps: entries(parts, kinds.excludedIps),
    excludedIp: batched(parts, scope, copiesOf(parts, kinds.excludedIps)),
    knownCustomers: entries(parts, kinds.knownCustomers),
    knownCustomer: batched(parts, scope, copiesOf(parts, kinds.knownCustomers)),
    suppressionList: entries(parts, kinds.suppressionList),
    suppressionEntry: batched(parts, scope, copiesOf(parts, kinds.suppressionList)),
  };
}
