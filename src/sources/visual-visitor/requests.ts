import { type Drift, type Leaf, listOf, WRONG } from '../../base/decode.ts';
import type { DriftCounter } from '../../base/drift.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { NumberedPage } from '../../loading/collections/spec.ts';
import type { KeyViews } from '../../loading/key-views.ts';
import type { View } from '../../loading/view.ts';
import type { Answer, CallScope, EndpointRow, Send } from '../../transport/call.ts';
import { fillPath } from '../../transport/path.ts';
import { PAGE_SIZE } from './endpoints.ts';
import { pageWire, wholeWire } from './wire.ts';

/** Whose data: a partner's customer, or null for the account itself. */
export type Customer = string | null;

/** Filters under the vendor's names: parameters of a list, members of a search. */
export type Filters = { readonly [name: string]: string | number | boolean | readonly (string | number)[] };

/** One page; null if there is no such customer. */
export type ReadPage<T> = (
  scope: CallScope,
  view: View,
  asked: { readonly customer: Customer; readonly page: number; readonly filters: Filters },
) => Promise<NumberedPage<T> | null>;
/** A list without pages, or a record without an id; null if there is no such customer. */
export type ReadWhole<T> = (scope: CallScope, view: View, customer: Customer) => Promise<T | null>;
/** One record; null if there is none with this id. */
export type ReadItem<T> = (
  scope: CallScope,
  view: View,
  asked: { readonly customer: Customer; readonly id: string },
) => Promise<T | null>;

type Request = {
  readonly row: EndpointRow;
  readonly customer: Customer;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
export type Ask = (scope: CallScope, view: View, request: Request) => Promise<Answer>;

export function badResponse(): UpstreamError {
  return new UpstreamError('VISUAL_VISITOR', 'UPSTREAM_BAD_RESPONSE');
}

/** What a refusal is about: a product or part of the API, and whether it is a customer's, for which a key must be a partner's. */
function placeOf({ row, customer }: Request): string {
  const [, part = ''] = row.path.split('/');
  return customer === null ? part : `${part} of customers`;
}

/** Sends a call with a key that may: one that is refused makes way for the others. */
export function createAsk(send: Send, views: KeyViews): Ask {
  return (scope, view, request) => {
    const { row, customer, path = row.path, query = {}, body } = request;
    const parameters = { ...query, ...(customer !== null && { customerId: customer }) };
    const call = {
      row,
      path,
      ...(Object.keys(parameters).length > 0 && { query: parameters }),
      ...(body !== undefined && { body }),
    };
    let tries = 0;
    // With another key it is the same read once more: a repeat.
    const attempt = ({ credentials }: View): Promise<Answer> => {
      tries += 1;
      return send({ ...call, credentials, attempt: tries }, scope);
    };
    if (views.each.length === 1) return attempt(view);
    const place = placeOf(request);
    const { credentials } = views.among(view.credentials, place);
    return views.attempt({ ...view, credentials }, place, attempt);
  };
}

type Wired = { readonly id: string };
type Rows<W> = { readonly rows: readonly W[]; readonly count: number; readonly pages: number };

/**
 * Rows of which none is a record are no page: taking it for the end would leave the rest of the list out. One alone is left out like one
 * among others.
 */
function isNoPage(sent: readonly unknown[], rows: readonly unknown[]): boolean {
  return sent.length > 1 && rows.length === 0;
}

/** The rows of a page, each once. */
export function rowsOf<W extends Wired>(answer: Answer, wire: Leaf<W>, drift: Drift): Rows<W> {
  const page = pageWire(answer.body, drift, '');
  if (page === WRONG) throw badResponse();
  const rows = listOf(wire)(page.data, drift, 'data');
  if (rows === WRONG || isNoPage(page.data, rows)) throw badResponse();
  const { totalResults: count, pageSize } = page.pagination;
  const pages = Math.max(1, Math.ceil(count / Math.max(1, pageSize ?? PAGE_SIZE)));
  return { rows: [...new Map(rows.map((row) => [row.id, row])).values()], count, pages };
}

export type Map<W, T> = (wire: W, customer: Customer) => T;

/** The shapes of a read, each made from a row of the endpoint table, a decoder and a mapper. */
export function createRequests(ask: Ask, drifts: DriftCounter) {
  const pages =
    <W extends Wired, T>(row: EndpointRow, wire: Leaf<W>, map: Map<W, T>): ReadPage<T> =>
    async (scope, view, { customer, page, filters }) => {
      const paging = { ...filters, page, pageSize: PAGE_SIZE };
      const query = Object.fromEntries(Object.entries(paging).map(([name, value]) => [name, String(value)]));
      const request = row.method === 'POST' ? { row, customer, body: paging } : { row, customer, query };
      const answer = await ask(scope, view, request);
      if (answer.outcome === 'NOT_FOUND') return null;
      const { rows, ...counts } = rowsOf(answer, wire, drifts.at(row.id));
      return { items: rows.map((one) => map(one, customer)), ...counts };
    };

  const whole =
    <W, T>(row: EndpointRow, wire: Leaf<W>, map: Map<W, T>): ReadWhole<readonly T[]> =>
    async (scope, view, customer) => {
      const answer = await ask(scope, view, { row, customer });
      if (answer.outcome === 'NOT_FOUND') return null;
      return listIn(answer, wire, drifts.at(row.id)).map((one) => map(one, customer));
    };

  const single =
    <W, T>(row: EndpointRow, wire: Leaf<W>, map: Map<W, T>): ReadWhole<T> =>
    async (scope, view, customer) => {
      const answer = await ask(scope, view, { row, customer });
      if (answer.outcome === 'NOT_FOUND') return null;
      const found = wire(answer.body, drifts.at(row.id), '');
      if (found === WRONG) throw badResponse();
      return map(found, customer);
    };

  const item =
    <W extends Wired, T>(row: EndpointRow, wire: Leaf<W>, map: Map<W, T>): ReadItem<T> =>
    async (scope, view, { customer, id }) => {
      const answer = await ask(scope, view, { row, customer, path: fillPath(row.path, { id }) });
      if (answer.outcome === 'NOT_FOUND') return null;
      return map(recordIn(answer, wire, drifts.at(row.id), id), customer);
    };
  return { pages, whole, single, item };
}

/** The rows of a list without pages. */
export function listIn<W>(answer: Answer, wire: Leaf<W>, drift: Drift): readonly W[] {
  const found = wholeWire(answer.body, drift, '');
  const rows = found === WRONG ? WRONG : listOf(wire)(found.data, drift, 'data');
  if (found === WRONG || rows === WRONG || isNoPage(found.data, rows)) throw badResponse();
  return rows;
}

/** The record of an answer, which must be the one that was asked for. */
export function recordIn<W extends Wired>(answer: Answer, wire: Leaf<W>, drift: Drift, id: string): W {
  const found = wire(answer.body, drift, '');
  if (found === WRONG || BigInt(found.id) !== BigInt(id)) throw badResponse();
  return found;
}
