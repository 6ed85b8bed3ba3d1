import { type Accounts, accountOf, type TableName, tableOf } from './accounts.ts';
import type { Budget } from './budget.ts';
import type { configurationOf } from './configuration.ts';
import { creditsOf } from './prospects.ts';
import { type ReferenceEntry, referenceList, referenceLists } from './reference-lists.ts';
import type { Row } from './table.ts';
import { normaliseDomain, normaliseText } from './text.ts';
import type { LeadDetail, LeadRow, Product } from './types.ts';

/** Epoch milliseconds, `from` included, `to` not; absent: unbounded. */
type TimeRange = { readonly from?: number; readonly to?: number };

/** What the simulator would answer, read from its data without a call. Leads are newest first, then by descending id. */
export type VisualVisitorTruth = {
  ids(product: Product, range?: TimeRange): readonly number[];
  leads(product: Product, range?: TimeRange): readonly LeadRow[];
  lead(product: Product, id: number): LeadDetail | undefined;
  /** +Person leads with this address, both sides trimmed and in lower case. */
  byEmail(email: string, range?: TimeRange): readonly LeadRow[];
  /** +Employee leads with this domain, both sides without scheme, `www.`, port, path and case. */
  byDomain(domain: string, range?: TimeRange): readonly LeadRow[];
  /** A customer's +Person or +Employee leads. */
  customerLeads(customerId: number, product: Product, range?: TimeRange): readonly LeadRow[];
  /** The records of a kind, newest first; with `customerId` a customer's. Contacts are told whole, also what is locked. */
  rows(table: TableName, customerId?: number): readonly Row[];
  credits(customerId?: number): ReturnType<typeof creditsOf>;
  configuration(customerId?: number): ReturnType<typeof configurationOf>;
  referenceLists(): readonly { readonly name: string; readonly description: string }[];
  referenceList(name: string): readonly ReferenceEntry[] | undefined;
  /** Calls that count against the two limits now. */
  used(label: string): { readonly ip: number; readonly key: number };
};

export function createTruth(accounts: Accounts, budget: Budget, now: () => number): VisualVisitorTruth {
  const { stores } = accounts.host;
  const indexes = (product: Product, range: TimeRange = {}): Uint32Array =>
    stores[product].range(range.from ?? Number.NEGATIVE_INFINITY, range.to ?? Number.POSITIVE_INFINITY);
  const rows = (product: Product, range?: TimeRange): LeadRow[] =>
    Array.from(indexes(product, range), (index) => stores[product].row(index));
  /** Looks at every lead, so that a wrong shortcut of the search would show. */
  const having = (product: Product, range: TimeRange | undefined, isWanted: (index: number) => boolean): LeadRow[] =>
    Array.from(indexes(product, range).filter(isWanted), (index) => stores[product].row(index));
  return {
    ids: (product, range) => Array.from(indexes(product, range), (index) => stores[product].model.idOf(index)),
    leads: rows,
    lead: (product, id) => {
      const index = stores[product].indexOf(id);
      return index === undefined ? undefined : stores[product].detail(index);
    },
    byEmail: (email, range) =>
      having('person', range, (at) => normaliseText(stores.person.valueOf(at, 'email')) === normaliseText(email)),
    byDomain: (domain, range) =>
      having(
        'employee',
        range,
        (at) => normaliseDomain(stores.employee.valueOf(at, 'domain')) === normaliseDomain(domain),
      ),
    customerLeads: (customerId, product, { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = {}) => {
      const store = accountOf(accounts, customerId).stores[product];
      return Array.from(store.range(from, to), (index) => store.row(index));
    },
    rows: (table, customerId) => tableOf(accounts, table, customerId).rows(),
    credits: (customerId) => creditsOf(tableOf(accounts, 'contacts', customerId).rows(), now()),
    configuration: (customerId) => accountOf(accounts, customerId).configuration(),
    referenceLists,
    referenceList,
    used: budget.used,
  };
}
