import type { Collection, CollectionsOptions } from '../../loading/collections/collection.ts';
import { createCollection } from '../../loading/collections/collections.ts';
import type { CollectionSpec } from '../../loading/collections/spec.ts';
import { sortNumber } from '../../loading/lists/sort-text.ts';
import type { Lead, LeadProduct } from '../../model/leads.ts';
import type {
  AccountUser,
  ExcludedIp,
  IdealCustomerProfile,
  ListEntry,
  ResellerCustomer,
  ResellerService,
} from '../../model/visual-visitor.ts';
import { ROWS_OF, VISUAL_VISITOR } from './endpoints.ts';
import { sortOf } from './order.ts';
import { dayOf } from './time-range.ts';

const DAY_SECONDS = 86_400;
export const LEAD_PRODUCTS = ['PLUS_EMPLOYEE', 'PLUS_PERSON'] as const;

export type VisualVisitorCollections = {
  readonly leads: Readonly<Record<LeadProduct, Collection<Lead>>>;
  readonly services: Collection<ResellerService>;
  readonly customers: Collection<ResellerCustomer>;
  readonly users: Collection<AccountUser>;
  readonly profiles: Collection<IdealCustomerProfile>;
  readonly excludedIps: Collection<ExcludedIp>;
  readonly knownCustomers: Collection<ListEntry>;
  readonly suppressionList: Collection<ListEntry>;
};

type Identified = { readonly id: string };
type Terms = readonly (readonly [term: string, value: string])[];

function term(name: string, value: string | null | undefined): Terms {
  return value === null || value === undefined ? [] : [[name, value]];
}

/** Newest first, as the lists come. */
export function sortById({ id }: Identified): string {
  return sortNumber(id);
}

/**
 * The held leads of the last 90 days, one copy for each product. No search tells of edits or of leads that vanished, so that a copy is
 * read again whole every day; and as it holds personal data, it is dropped when nobody has read it for a day.
 */
function leadSpec(product: LeadProduct): CollectionSpec<Lead> {
  return {
    name: 'visual-visitor.leads',
    shape: 3,
    row: ROWS_OF[product].search,
    direction: 'descending',
    sync: 'newest-first',
    partial: true,
    idOf: ({ id }) => id,
    sortOf,
    termsOf: ({ email, domain, utmCampaign }) => [
      ...term('email', email),
      ...term('domain', domain),
      ...term('campaign', utmCampaign?.trim()),
    ],
    marksOf: ({ listedAt }) => ({ day: dayOf(listedAt) }),
    wholeEverySeconds: DAY_SECONDS,
    dropUnreadSeconds: DAY_SECONDS,
  };
}

/** Edited in place: up to date only when all of it was just read. Most of them hold personal data. */
function editedInPlace<T extends Identified>(own: Pick<CollectionSpec<T>, 'name' | 'row'>): CollectionSpec<T> {
  return {
    shape: 1,
    direction: 'descending',
    sync: 'whole',
    idOf: ({ id }) => id,
    sortOf: sortById,
    termsOf: () => [],
    dropUnreadSeconds: DAY_SECONDS,
    ...own,
  };
}

/** Visual Visitor's held copies. Contacts lie in none, and neither do jobs, whose links open without a key. */
export function createVisualVisitorCollections(options: CollectionsOptions): VisualVisitorCollections {
  const short = <T extends Identified>(name: string, row: CollectionSpec<T>['row']): Collection<T> =>
    createCollection<T>(editedInPlace({ name: `visual-visitor.${name}`, row }), options);
  return {
    leads: {
      PLUS_EMPLOYEE: createCollection(leadSpec('PLUS_EMPLOYEE'), options),
      PLUS_PERSON: createCollection(leadSpec('PLUS_PERSON'), options),
    },
    services: short('services', VISUAL_VISITOR.services),
    customers: short('customers', VISUAL_VISITOR.customers),
    users: short('users', VISUAL_VISITOR.users),
    profiles: short('ideal-customer-profiles', VISUAL_VISITOR.idealCustomerProfiles),
    excludedIps: short('excluded-ips', VISUAL_VISITOR.excludedIps),
    knownCustomers: short('known-customers', VISUAL_VISITOR.knownCustomers),
    suppressionList: short('suppression-list', VISUAL_VISITOR.suppressionList),
  };
}
