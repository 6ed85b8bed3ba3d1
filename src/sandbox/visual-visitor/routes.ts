import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { type Column, createColumns } from './columns.ts';
import { parseLeadQuery } from './lead-query.ts';
import type { LeadStore } from './lead-store.ts';
import { errorReply } from './replies.ts';
import { selectLeads } from './select-leads.ts';
import type { Product } from './types.ts';

/** Every path of the vendor is below this one. */
export const BASE_PATH = '/api';

const MOST_PAGES = 50;

type Route = { readonly product: Product; readonly method: 'GET' | 'POST'; readonly leadId?: string };

export type RouteContext = {
  readonly stores: Readonly<Record<Product, LeadStore>>;
  /** Whether rows of a search carry `visits`. */
  readonly searchVisits: boolean;
  allows(product: Product): boolean;
  violation(rule: string, detail: string): void;
};

function routeOf(path: string): Route | undefined {
  const [, name, rest] = /^\/api\/plus(employee|person)\/leads\/([^/]+)$/.exec(path) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const product = name === 'person' ? 'person' : 'employee';
  return rest === 'search' ? { product, method: 'POST' } : { product, method: 'GET', leadId: rest };
}

/** The only parameter is `customerId`, and only a partner's key may use it; the keys here are not a partner's. */
function checkParameters(request: SimulatedRequest, context: RouteContext): SimulatedReply | undefined {
  const names = [...new Set(request.query.keys())];
  const unknown = names.filter((name) => name !== 'customerId');
  if (unknown.length > 0) {
    context.violation('unknown parameter', `${request.path}: ${unknown.join(', ')}`);
    return errorReply(
      400,
      'unknown parameter',
      unknown.map((field) => ({ field, message: 'is not a parameter' })),
    );
  }
  return names.length > 0 ? errorReply(403, 'customerId is for partner accounts') : undefined;
}

function getLead(leadId: string, store: LeadStore, context: RouteContext): SimulatedReply {
  if (!/^\d+$/.test(leadId)) {
    context.violation('malformed id', `${store.model.product} lead id is not an integer`);
    return errorReply(400, 'malformed id', [{ field: 'leadId', message: 'must be an integer' }]);
  }
  const index = String(Number(leadId)) === leadId ? store.indexOf(Number(leadId)) : undefined;
  return index === undefined ? errorReply(404, 'no such lead') : { status: 200, body: store.detail(index) };
}

function isJson(request: SimulatedRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

function search(
  request: SimulatedRequest,
  store: LeadStore,
  columnOf: (member: string) => Column,
  context: RouteContext,
): SimulatedReply {
  const query = isJson(request)
    ? parseLeadQuery(request.body, store.model.product)
    : { status: 400 as const, details: [{ field: 'content-type', message: 'must be application/json' }] };
  if ('status' in query) {
    const faults = query.details.map(({ field, message }) => `${field} ${message}`).join('; ');
    context.violation(query.status === 400 ? 'bad search request' : 'invalid search member', faults);
    return errorReply(query.status, 'invalid search', query.details);
  }
  const found = selectLeads(store, columnOf, query);
  const { page, pageSize } = query;
  const first = (page - 1) * pageSize;
  const rows = Array.from({ length: Math.max(0, Math.min(pageSize, found.length - first)) }, (_, at) => {
    const index = found[first + at] ?? 0;
    return context.searchVisits ? store.detail(index) : store.row(index);
  });
  const totalPages = Math.min(MOST_PAGES, Math.ceil(found.length / pageSize));
  return { status: 200, body: { data: rows, pagination: { page, pageSize, totalPages, totalResults: found.length } } };
}

/** Answers requests that have a valid key and budget. */
export function createRoutes(stores: Readonly<Record<Product, LeadStore>>) {
  const columns = { employee: createColumns(stores.employee), person: createColumns(stores.person) };
  return (request: SimulatedRequest, context: RouteContext): SimulatedReply => {
    const route = routeOf(request.path);
    if (route === undefined) {
      context.violation('unknown route', `${request.method} ${request.path}`);
      return errorReply(404, 'no such route');
    }
    if (route.method !== request.method) {
      context.violation('wrong method', `${request.method} ${request.path}`);
      return { ...errorReply(405, 'method not allowed'), headers: { allow: route.method } };
    }
    const refusal = checkParameters(request, context);
    if (refusal !== undefined) return refusal;
    const { product, leadId } = route;
    if (!context.allows(product)) return errorReply(403, 'the key does not include this product');
    if (leadId !== undefined) return getLead(leadId, stores[product], context);
    return search(request, stores[product], columns[product], context);
  };
}
