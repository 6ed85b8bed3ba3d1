import type { KeyRing } from './access.ts';
import type { Accounts, TableName } from './accounts.ts';
import { tableOf } from './accounts.ts';
import { type LeadStore, newLead, wholeSecond } from './lead-store.ts';
import { makeVisit } from './traffic.ts';
import type { LeadDetail, LeadPatch, LeadRow, Product } from './types.ts';

/** What happens in the vendor's account while a simulator runs. An id that is not there is a RangeError. */
export type VisualVisitorEdit = {
  /** One more visit of two pages, now or at the given instant: the lead moves to where its latest visit puts it. */
  revisit(product: Product, id: number, at?: number): void;
  /** A new lead, first seen now or at `fields.lastVisitAt`; all that `fields` leave out is null. Returns its id. */
  addLead(product: Product, fields?: LeadPatch): number;
  /** The lead vanishes, as if its address had been put on the suppression list. */
  suppressLead(product: Product, id: number): void;
  /** Sets members as they are given; `undefined` takes a member out of the record. */
  changeLead(product: Product, id: number, patch: LeadPatch): void;
  /** Sets members of a record, or makes one; `undefined` takes a member out. With `customerId`: a customer's. */
  putRecord(table: TableName, id: number, patch: Readonly<Record<string, unknown>>, customerId?: number): void;
  removeRecord(table: TableName, id: number, customerId?: number): void;
  revokeKey(label: string): void;
};

function toRow(record: Readonly<Record<string, unknown>>, id: number): LeadRow {
  const { visits: _, ...members } = record;
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(present), id } as LeadRow;
}

function withVisit(lead: LeadDetail, at: number, firstPage: number): LeadDetail {
  const visit = makeVisit(at, 2, firstPage);
  const visits = [...lead.visits, visit].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  return {
    ...lead,
    visits,
    firstVisitAt: visits.at(-1)?.startedAt ?? visit.startedAt,
    lastVisitAt: visits[0]?.startedAt ?? visit.startedAt,
    visitCount: Number(lead.visitCount ?? 0) + 1,
    pageViews: Number(lead.pageViews ?? 0) + visit.pages.length,
  };
}

export function createEdit(accounts: Accounts, keys: KeyRing, now: () => number): VisualVisitorEdit {
  const find = (product: Product, id: number): { readonly store: LeadStore; readonly index: number } => {
    const store = accounts.host.stores[product];
    const index = store.indexOf(id);
    if (index === undefined) throw new RangeError(`no ${product} lead ${id}`);
    return { store, index };
  };
  return {
    revisit: (product, id, at = now()) => {
      const { store, index } = find(product, id);
      const lead = withVisit(store.detail(index), wholeSecond(at), index);
      store.put(index, toRow(lead, id), lead.visits);
    },
    addLead: (product, fields = {}) => {
      const store = accounts.host.stores[product];
      const index = store.nextIndex();
      const given = Date.parse(String(fields.lastVisitAt));
      const visit = makeVisit(wholeSecond(Number.isNaN(given) ? now() : given), 1, index);
      const blank = newLead(store, index, visit);
      store.put(index, toRow({ ...blank, ...fields }, blank.id), fields.visits ?? [visit]);
      return blank.id;
    },
    suppressLead: (product, id) => {
      const { store, index } = find(product, id);
      store.remove(index);
    },
    changeLead: (product, id, patch) => {
      const { store, index } = find(product, id);
      const lead = store.detail(index);
      store.put(index, toRow({ ...lead, ...patch }, id), patch.visits ?? lead.visits);
    },
    putRecord: (name, id, patch, customerId) => {
      const table = tableOf(accounts, name, customerId);
      const members = Object.entries({ ...table.find(id), ...patch }).filter(([, value]) => value !== undefined);
      table.put({ ...Object.fromEntries(members), id });
    },
    removeRecord: (name, id, customerId) => tableOf(accounts, name, customerId).remove(id),
    revokeKey: keys.revoke,
  };
}
