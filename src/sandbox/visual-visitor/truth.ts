import type { Budget } from './budget.ts';
import type { LeadStore } from './lead-store.ts';
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
  /** Calls that count against the two limits now. */
  used(label: string): { readonly ip: number; readonly key: number };
};

export function createTruth(stores: Readonly<Record<Product, LeadStore>>, budget: Budget): VisualVisitorTruth {
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
    used: budget.used,
  };
}
