import { type Drift, type Leaf, WRONG } from '../../base/decode.ts';
import type { DriftCounter } from '../../base/drift.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { NumberedPage } from '../../loading/collections/spec.ts';
import type { View } from '../../loading/view.ts';
import type { Answer, CallScope, EndpointRow, Send } from '../../transport/call.ts';
import { fillPath } from '../../transport/path.ts';
import { PAGE_SIZE } from './endpoints.ts';
import { itemWire, listWire, plainWire, tellsUnknown } from './wire.ts';

export type Query = Readonly<Record<string, string>>;

/** Filters of a list by their names upstream: `website_id`. */
export type Filters = Query;

/** Reads one page of a list. */
export type ReadPage<T> = (scope: CallScope, view: View, page: number, filters: Filters) => Promise<NumberedPage<T>>;
/** Reads a list that has no pages. */
export type ReadRows<T> = (scope: CallScope, view: View, filters: Filters) => Promise<readonly T[]>;
/** Reads one record; null if there is none with this id. */
export type ReadItem<T> = (scope: CallScope, view: View, id: string) => Promise<T | null>;

const NOTHING = { items: [], pages: 1, count: 0 };

function filterQuery(filters: Filters): Query {
  return Object.fromEntries(Object.entries(filters).map(([name, value]) => [`filters[${name}]`, value]));
}

function badResponse(): UpstreamError {
  return new UpstreamError('IADVIZE', 'UPSTREAM_BAD_RESPONSE');
}

type Wired = { readonly id: string };

type Ask = (scope: CallScope, view: View, row: EndpointRow, path: string, query: Query) => Promise<Answer>;

/** What stands under `data`, whatever its shape. It comes on one page: more of them would be news. */
function createPlain(ask: Ask, drifts: DriftCounter) {
  return async <W>(scope: CallScope, view: View, row: EndpointRow, filters: Filters, wire: Leaf<W>): Promise<W> => {
    const drift = drifts.at(row.id);
    const answer = await ask(scope, view, row, row.path, filterQuery(filters));
    const decoded = answer.outcome === 'OK' ? plainWire(answer.body, drift, '') : WRONG;
    const value = decoded === WRONG ? WRONG : wire(decoded.data, drift, '');
    if (decoded === WRONG || value === WRONG) throw badResponse();
    if ((decoded.pagination?.pages ?? 1) > 1) drift('pagination.pages');
    return value;
  };
}

export type Requests = ReturnType<typeof createRequests>;

/**
 * The rows of a list that can be read; those that cannot are drift. Several of which none is a record are wrong as a whole; one alone is
 * left out like one among others.
 */
function readable<W extends Wired>(data: readonly unknown[], wire: Leaf<W>, drift: Drift): readonly W[] {
  const rows = data.map((one) => wire(one, drift, '')).filter((one) => one !== WRONG);
  for (let left = data.length - rows.length; left > 0; left -= 1) drift('data[]');
  if (data.length > 1 && rows.length === 0) throw badResponse();
  return rows;
}

/** A list that the upstream sends without pages. */
function createRows(ask: Ask, drifts: DriftCounter) {
  return <W extends Wired, T>(row: EndpointRow, wire: Leaf<W>, map: (wire: W) => T): ReadRows<T> =>
    async (scope, view, filters) => {
      const answer = await ask(scope, view, row, row.path, filterQuery(filters));
      if (answer.outcome === 'NOT_FOUND' && tellsUnknown(answer.body)) return [];
      const drift = drifts.at(row.id);
      const decoded = answer.outcome === 'OK' ? listWire(answer.body, drift, '') : WRONG;
      if (decoded === WRONG) throw badResponse();
      if ((decoded.pagination?.pages ?? 1) > 1) drift('pagination.pages');
      return readable(decoded.data, wire, drift).map(map);
    };
}

/** The shapes of a read: a page of a list, a list without pages, one record, and whatever stands under `data`. */
export function createRequests(send: Send, drifts: DriftCounter) {
  const ask: Ask = (scope, view, row, path, query) =>
    send({ row, path, query, credentials: view.credentials, attempt: 1 }, scope);

  const list =
    <W extends Wired, T>(row: EndpointRow, wire: Leaf<W>, map: (wire: W) => T, extra: Query = {}): ReadPage<T> =>
    async (scope, view, page, filters) => {
      // Without `full` the rows hold nothing but their ids.
      const paging = { full: '1', limit: String(PAGE_SIZE), page: String(page) };
      const answer = await ask(scope, view, row, row.path, { ...extra, ...paging, ...filterQuery(filters) });
      if (answer.outcome === 'NOT_FOUND' && tellsUnknown(answer.body)) return NOTHING;
      const drift = drifts.at(row.id);
      const decoded = answer.outcome === 'OK' ? listWire(answer.body, drift, '') : WRONG;
      if (decoded === WRONG) throw badResponse();
      const { data, pagination } = decoded;
      const rows = readable(data, wire, drift);
      // Where the upstream does not say, a full page may have one after it.
      const full = data.length >= PAGE_SIZE;
      const pages = pagination?.pages ?? (full ? page + 1 : page);
      const count = pagination?.count ?? (page - 1) * PAGE_SIZE + data.length;
      return { items: rows.map(map), pages: Math.max(1, pages), count };
    };

  const item =
    <W extends Wired, T>(row: EndpointRow, wire: Leaf<W>, map: (wire: W) => T, extra: Query = {}): ReadItem<T> =>
    async (scope, view, id) => {
      const answer = await ask(scope, view, row, fillPath(row.path, { id }), extra);
      if (answer.outcome === 'NOT_FOUND') return null;
      const drift = drifts.at(row.id);
      const decoded = itemWire(answer.body, drift, '');
      const record = decoded === WRONG ? WRONG : wire(decoded.data, drift, '');
      if (record === WRONG || Number(record.id) !== Number(id)) throw badResponse();
      // `007` is no id, though an upstream may read it as one.
      return record.id === id ? map(record) : null;
    };
  return { list, item, rows: createRows(ask, drifts), plain: createPlain(ask, drifts) };
}
