import { type Leaf, listOf, WRONG } from '../../base/decode.ts';
import type { DriftCounter } from '../../base/drift.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { NumberedPage } from '../../loading/collections/spec.ts';
import type { View } from '../../loading/view.ts';
import type { Lead, LeadProduct } from '../../model/leads.ts';
import type { CallScope, EndpointRow, Send } from '../../transport/call.ts';
import { fillPath } from '../../transport/path.ts';
import { PAGE_SIZE, ROWS_OF } from './endpoints.ts';
import type { SentFilters } from './filters.ts';
import { toEmployeeLead, toPersonLead } from './map.ts';
import { sortOf } from './order.ts';
import { type TimeRange, toTimeText } from './time-range.ts';
import { employeeLeadWire, personLeadWire, searchWire } from './wire.ts';

type LeadSearch = { readonly range: TimeRange; readonly sent: SentFilters; readonly page: number };

/** The reads of one product: every row of the endpoint table as a function. */
export type LeadRecords = {
  /** `pages` counts all that there are, also those behind the last one that may be asked for. */
  search(scope: CallScope, view: View, search: LeadSearch): Promise<NumberedPage<Lead>>;
  one(scope: CallScope, view: View, id: string): Promise<Lead | null>;
};

export type VisualVisitorClient = Readonly<Record<LeadProduct, LeadRecords>>;

type Wired = { readonly id: string; readonly lastVisitAt: number | null };

function badResponse(): UpstreamError {
  return new UpstreamError('VISUAL_VISITOR', 'UPSTREAM_BAD_RESPONSE');
}

/** In list order, each once. A row whose time cannot be read stands where the row before it does, the first rows at `top`. */
function inOrder<W extends Wired>(rows: readonly W[], top: number, map: (row: W, listedAt: number) => Lead): Lead[] {
  const leads = new Map<string, Lead>();
  let listedAt = rows.find(({ lastVisitAt }) => lastVisitAt !== null)?.lastVisitAt ?? top;
  for (const row of rows) {
    listedAt = row.lastVisitAt ?? listedAt;
    if (!leads.has(row.id)) leads.set(row.id, map(row, listedAt));
  }
  const placed = [...leads.values()].map((lead) => ({ lead, sort: sortOf(lead) }));
  return placed.sort((a, b) => (a.sort < b.sort ? 1 : -1)).map(({ lead }) => lead);
}

function searchBody({ range, sent, page }: LeadSearch): Readonly<Record<string, unknown>> {
  const { from, to } = range;
  const frame = { dateFrom: toTimeText(from), dateTo: toTimeText(to), sort: '-lastVisitAt' };
  return { ...frame, ...sent, page, pageSize: PAGE_SIZE };
}

function createRecords<W extends Wired>(
  send: Send,
  drifts: DriftCounter,
  rows: { readonly search: EndpointRow; readonly item: EndpointRow },
  { wire, map }: { readonly wire: Leaf<W>; readonly map: (row: W, listedAt: number) => Lead },
): LeadRecords {
  return {
    search: async (scope, { credentials }, search) => {
      const { search: row } = rows;
      const answer = await send({ row, path: row.path, body: searchBody(search), credentials, attempt: 1 }, scope);
      const drift = drifts.at(row.id);
      const found = searchWire(answer.body, drift, '');
      if (found === WRONG) throw badResponse();
      const leads = listOf(wire)(found.data, drift, 'data');
      // A whole page without one record is no page: taking it for the end would leave the rest of the list out.
      if (leads === WRONG || (leads.length === 0 && found.data.length >= PAGE_SIZE)) throw badResponse();
      const { totalResults: count, pageSize } = found.pagination;
      const pages = Math.max(1, Math.ceil(count / Math.max(1, pageSize ?? PAGE_SIZE)));
      return { items: inOrder(leads, search.range.to - 1, map), pages, count };
    },
    one: async (scope, { credentials }, id) => {
      const { item: row } = rows;
      const answer = await send({ row, path: fillPath(row.path, { id }), credentials, attempt: 1 }, scope);
      if (answer.outcome === 'NOT_FOUND') return null;
      const record = wire(answer.body, drifts.at(row.id), '');
      if (record === WRONG || BigInt(record.id) !== BigInt(id)) throw badResponse();
      return map(record, 0);
    },
  };
}

export function createVisualVisitorClient(send: Send, drifts: DriftCounter): VisualVisitorClient {
  const employee = { wire: employeeLeadWire, map: toEmployeeLead };
  const person = { wire: personLeadWire, map: toPersonLead };
  return {
    PLUS_EMPLOYEE: createRecords(send, drifts, ROWS_OF.PLUS_EMPLOYEE, employee),
    PLUS_PERSON: createRecords(send, drifts, ROWS_OF.PLUS_PERSON, person),
  };
}
