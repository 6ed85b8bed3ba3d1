import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { type Column, createColumns } from './columns.ts';
import { parseLeadQuery } from './lead-query.ts';
import type { LeadStore } from './lead-store.ts';
import { errorReply, pageReply, refuseSearch } from './replies.ts';
import type { RouteContext } from './route-context.ts';
import { selectLeads } from './select-leads.ts';
import type { Product } from './types.ts';

const columnsOfStores = new WeakMap<LeadStore, (member: string) => Column>();

function columnsOf(store: LeadStore): (member: string) => Column {
  const columns = columnsOfStores.get(store) ?? createColumns(store);
  columnsOfStores.set(store, columns);
  return columns;
}

export function getLead(product: Product) {
  return (_request: SimulatedRequest, { account, id }: RouteContext): SimulatedReply => {
    const store = account.stores[product];
    const index = store.indexOf(id);
    return index === undefined ? errorReply(404, 'no such lead') : { status: 200, body: store.detail(index) };
  };
}

export function searchLeads(product: Product) {
  return (request: SimulatedRequest, context: RouteContext): SimulatedReply => {
    const store = context.account.stores[product];
    const query = parseLeadQuery(request.body, product);
    if ('status' in query) return refuseSearch(query, context);
    const found = selectLeads(store, columnsOf(store), query);
    const { page, pageSize } = query;
    const first = (page - 1) * pageSize;
    const rows = Array.from({ length: Math.max(0, Math.min(pageSize, found.length - first)) }, (_, at) => {
      const index = found[first + at] ?? 0;
      return context.searchVisits ? store.detail(index) : store.row(index);
    });
    return pageReply(rows, { page, pageSize, totalResults: found.length });
  };
}
