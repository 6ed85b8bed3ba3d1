import type { SimulatedReply, SimulatedRequest } from '../kit/wire.ts';
import type { TableName } from './accounts.ts';
import { DEFAULT_PAGE_SIZE, LARGEST_PAGE_SIZE, outOfBounds } from './checks.ts';
import { searchProspects } from './prospect-query.ts';
import { creditsOf, previewOf } from './prospects.ts';
import { referenceList, referenceLists } from './reference-lists.ts';
import { errorReply, pageReply, refuseSearch } from './replies.ts';
import type { RouteContext } from './route-context.ts';
import type { Row } from './table.ts';
import { normaliseText } from './text.ts';

type Handler = (request: SimulatedRequest, context: RouteContext) => SimulatedReply;

/** How the parameters of a list filter: the members that `search` looks into, and those that are compared as they are. */
type Filters = { readonly search?: readonly string[]; readonly equal?: readonly string[] };

/** A whole number of a query; absent: what stands for it; text that is no number fails the bounds. */
function numberOf(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  return text === null ? otherwise : /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function matches(row: Row, query: URLSearchParams, { search = [], equal = [] }: Filters): boolean {
  const part = normaliseText(query.get('search') ?? '');
  const found = part === '' || search.some((member) => normaliseText(row[member]).includes(part));
  return found && equal.every((name) => !query.has(name) || row[name] === query.get(name));
}

/** A list in pages; the bound of 50 pages is for searches alone. */
export function listTable(name: TableName, filters: Filters = {}): Handler {
  return ({ query }, context) => {
    const page = numberOf(query, 'page', 1);
    const pageSize = numberOf(query, 'pageSize', DEFAULT_PAGE_SIZE);
    const details = [
      ...outOfBounds('page', page, Number.MAX_SAFE_INTEGER),
      ...outOfBounds('pageSize', pageSize, LARGEST_PAGE_SIZE),
    ];
    if (details.length > 0) {
      context.violation('bad list request', details.map(({ field, message }) => `${field} ${message}`).join('; '));
      return errorReply(400, 'paging out of bounds', details);
    }
    const rows = context
      .table(name)
      .rows()
      .filter((row) => matches(row, query, filters));
    const first = (page - 1) * pageSize;
    const totalResults = rows.length;
    return pageReply(rows.slice(first, first + pageSize), { page, pageSize, totalResults }, Number.POSITIVE_INFINITY);
  };
}

export function listWhole(name: TableName): Handler {
  return (_request, context) => ({ status: 200, body: { data: context.table(name).rows() } });
}

export function itemOf(name: TableName): Handler {
  return (_request, context) => {
    const row = context.table(name).find(context.id);
    return row === undefined ? errorReply(404, 'no such record') : { status: 200, body: row };
  };
}

/** A locked contact shows no more than a search does. */
export const getContact: Handler = (_request, context) => {
  const row = context.account.tables.contacts.find(context.id);
  if (row === undefined) return errorReply(404, 'no such contact');
  return { status: 200, body: row.unlocked === true ? row : previewOf(row) };
};

export function prospects(kind: 'companies' | 'contacts'): Handler {
  return ({ body }, context) => {
    const found = searchProspects(body, kind, context.account);
    if ('status' in found) return refuseSearch(found, context);
    const { page, pageSize, rows } = found;
    const shown = rows.slice((page - 1) * pageSize, page * pageSize);
    const data = kind === 'contacts' ? shown.map(previewOf) : shown;
    return pageReply(data, { page, pageSize, totalResults: rows.length });
  };
}

export const credits: Handler = (_request, { account, now }) => ({
  status: 200,
  body: creditsOf(account.tables.contacts.rows(), now()),
});

export const configuration: Handler = (_request, { account }) => ({ status: 200, body: account.configuration() });

export const allLists: Handler = () => ({ status: 200, body: { data: referenceLists() } });

export const oneList: Handler = (_request, { name }) => {
  const data = referenceList(name);
  return data === undefined ? errorReply(404, 'no such list') : { status: 200, body: { data } };
};
