import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import { type Accounts, tableOf } from './accounts.ts';
import { getLead, searchLeads } from './lead-routes.ts';
import {
  allLists,
  configuration,
  credits,
  getContact,
  itemOf,
  listTable,
  listWhole,
  oneList,
  prospects,
} from './list-routes.ts';
import { errorReply, refuseSearch } from './replies.ts';
import type { RouteContext } from './route-context.ts';
import type { Right } from './types.ts';

/** Every path of the vendor is below this one. */
export const BASE_PATH = '/api';

type Route = {
  readonly method: 'GET' | 'POST';
  /** `{id}` stands for the id of a record, `{name}` for any name. */
  readonly path: string;
  readonly right?: Right;
  /** Whether a partner's key may ask for a customer's data; true unless it says otherwise. */
  readonly ofCustomers?: boolean;
  readonly parameters?: readonly string[];
  readonly handle: (request: SimulatedRequest, context: RouteContext) => SimulatedReply;
};

const PAGING = ['page', 'pageSize'];
const entries = { parameters: [...PAGING, 'search'] };
const employee = { right: 'employee' } as const;
const person = { right: 'person' } as const;
const partner = { right: 'partner', ofCustomers: false } as const;
const LISTED = { search: ['value'] };
const PROSPECTS = '/plusemployee/whotocontact';

/** Literal paths before those with an id. */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/partner/services', ...partner, handle: listWhole('services') },
  {
    method: 'GET',
    path: '/partner/customers',
    ...partner,
    parameters: [...PAGING, 'search', 'status'],
    handle: listTable('customers', { search: ['companyName', 'domain', 'email'], equal: ['status'] }),
  },
  { method: 'GET', path: '/partner/customers/{id}', ...partner, handle: itemOf('customers') },
  {
    method: 'GET',
    path: '/users',
    parameters: [...PAGING, 'search', 'role'],
    handle: listTable('users', { search: ['firstName', 'lastName', 'email'], equal: ['role'] }),
  },
  { method: 'GET', path: '/users/{id}', handle: itemOf('users') },
  { method: 'POST', path: '/plusemployee/leads/search', ...employee, handle: searchLeads('employee') },
  { method: 'GET', path: '/plusemployee/leads/{id}', ...employee, handle: getLead('employee') },
  { method: 'POST', path: `${PROSPECTS}/companies/search`, ...employee, handle: prospects('companies') },
  { method: 'GET', path: `${PROSPECTS}/companies/{id}`, ...employee, handle: itemOf('companies') },
  { method: 'POST', path: `${PROSPECTS}/contacts/search`, ...employee, handle: prospects('contacts') },
  { method: 'GET', path: `${PROSPECTS}/contacts/{id}`, ...employee, handle: getContact },
  { method: 'GET', path: `${PROSPECTS}/credits`, ...employee, handle: credits },
  { method: 'GET', path: '/plusemployee/icp', ...employee, handle: listWhole('profiles') },
  { method: 'GET', path: '/plusemployee/icp/{id}', ...employee, handle: itemOf('profiles') },
  { method: 'POST', path: '/plusperson/leads/search', ...person, handle: searchLeads('person') },
  { method: 'GET', path: '/plusperson/leads/{id}', ...person, handle: getLead('person') },
  { method: 'GET', path: '/configuration/customer', handle: configuration },
  { method: 'GET', path: '/configuration/excluded-ips', parameters: PAGING, handle: listTable('excludedIps') },
  { method: 'GET', path: '/configuration/known-customers', ...entries, handle: listTable('knownCustomers', LISTED) },
  { method: 'GET', path: '/configuration/suppression-list', ...entries, handle: listTable('suppressionList', LISTED) },
  { method: 'GET', path: '/reference-lists', handle: allLists },
  { method: 'GET', path: '/reference-lists/{name}', handle: oneList },
  {
    method: 'GET',
    path: '/bulk',
    ofCustomers: false,
    parameters: [...PAGING, 'status', 'type'],
    handle: listTable('jobs', { equal: ['status', 'type'] }),
  },
  { method: 'GET', path: '/bulk/{id}', ofCustomers: false, handle: itemOf('jobs') },
];

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${BASE_PATH}${route.path.replace(/\{\w+\}$/, '([^/]+)')}$`),
}));

function routeOf(path: string): { readonly route: Route; readonly last: string } | undefined {
  for (const { route, pattern } of PATTERNS) {
    const found = pattern.exec(path);
    if (found !== null) return { route, last: found[1] ?? '' };
  }
  return undefined;
}

type Admission = Omit<RouteContext, 'account' | 'table' | 'id' | 'name'> & { allows(right: Right): boolean };

/** `customerId` is a partner's parameter; the others are the route's own. */
function checkParameters(
  { path, query }: SimulatedRequest,
  { parameters = [], ofCustomers = true }: Route,
  { violation, allows }: Admission,
): SimulatedReply | undefined {
  const known = ofCustomers ? [...parameters, 'customerId'] : parameters;
  const unknown = [...new Set(query.keys())].filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    violation('unknown parameter', `${path}: ${unknown.join(', ')}`);
    return errorReply(
      400,
      'unknown parameter',
      unknown.map((field) => ({ field, message: 'is not a parameter' })),
    );
  }
  return query.has('customerId') && !allows('partner')
    ? errorReply(403, 'customerId is for partner accounts')
    : undefined;
}

function isJson({ headers }: SimulatedRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}

/** The id of a path; 0 if no record can have it; undefined, and a violation, if it is none. */
function idOf(last: string, { path }: Route, { violation }: Admission): number | undefined {
  if (!path.endsWith('{id}')) return 0;
  if (/^\d+$/.test(last)) return String(Number(last)) === last ? Number(last) : 0;
  violation('malformed id', `${path}: not an integer`);
  return undefined;
}

/** Answers requests that have a valid key and budget. */
export function createRoutes(accounts: Accounts) {
  return (request: SimulatedRequest, admission: Admission): SimulatedReply => {
    const found = routeOf(request.path);
    if (found === undefined) {
      admission.violation('unknown route', `${request.method} ${request.path}`);
      return errorReply(404, 'no such route');
    }
    const { route, last } = found;
    if (route.method !== request.method) {
      admission.violation('wrong method', `${request.method} ${request.path}`);
      return { ...errorReply(405, 'method not allowed'), headers: { allow: route.method } };
    }
    const refusal = checkParameters(request, route, admission);
    if (refusal !== undefined) return refusal;
    if (route.right !== undefined && !admission.allows(route.right))
      return errorReply(403, 'the key does not include this');
    const id = idOf(last, route, admission);
    if (id === undefined) return errorReply(400, 'malformed id', [{ field: 'id', message: 'must be an integer' }]);
    const asked = request.query.get('customerId');
    const customerId = asked === null ? undefined : Number(asked);
    const account = customerId === undefined ? accounts.host : accounts.customer(customerId);
    if (account === undefined) return errorReply(404, 'no such customer');
    if (route.method === 'POST' && !isJson(request)) {
      const details = [{ field: 'content-type', message: 'must be application/json' }];
      return refuseSearch({ status: 400, details }, admission);
    }
    const table: RouteContext['table'] = (name) => tableOf(accounts, name, customerId);
    return route.handle(request, { ...admission, account, table, id, name: last });
  };
}
