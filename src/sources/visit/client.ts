import { type Leaf, WRONG } from '../../base/decode.ts';
import type { DriftCounter } from '../../base/drift.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { RevisionPage } from '../../loading/collections/spec.ts';
import type { View } from '../../loading/view.ts';
import type { Expo } from '../../model/visit-expo.ts';
import type { Answer, CallScope, EndpointRow, Send } from '../../transport/call.ts';
import { fillPath } from '../../transport/path.ts';
import { PAGE_SIZE, VISIT } from './endpoints.ts';
import { toExpo, toWholeExpo } from './map-expo.ts';
import { rows } from './wire.ts';
import { expoDetailWire, expoWire } from './wire-expo.ts';

export type Query = Readonly<Record<string, string>>;
type Ask = { readonly row: EndpointRow; readonly view: View; readonly values: Query; readonly query?: Query };
export type Wired = { readonly id: string };
type Form<W, T> = { readonly wire: Leaf<W>; readonly map: (row: W) => T };

/** The shapes of a read, for every row of the endpoint table. */
export type VisitClient = {
  /** A page of a list, from a revision on; null if what holds the list does not exist. */
  page<W extends Wired, T>(
    scope: CallScope,
    asked: Ask & { readonly from: string },
    form: Form<W, T>,
  ): Promise<RevisionPage<T> | null>;
  /** A list that comes whole. */
  all<W extends Wired, T>(scope: CallScope, asked: Ask, form: Form<W, T>): Promise<readonly T[] | null>;
  one<W extends Wired, T>(scope: CallScope, asked: Ask, form: Form<W, T>): Promise<T | null>;
  exposPage(scope: CallScope, view: View, from: string, query: Query): Promise<RevisionPage<Expo> | null>;
  /** With its detail. */
  expo(scope: CallScope, view: View, id: string): Promise<Expo | null>;
};

/** The revision to go on after: the last one sent, also when its row is not a record. */
function lastRevision(raw: readonly unknown[]): string | null {
  for (const row of raw.toReversed()) {
    const revision = row !== null && typeof row === 'object' && 'revision' in row ? String(row.revision) : '';
    if (/^\d{1,20}$/.test(revision)) return revision;
  }
  return null;
}

/** Three shapes of reads: a page of a list, a whole list, and one record. */
function createReads(send: Send, drifts: DriftCounter): Pick<VisitClient, 'page' | 'all' | 'one'> {
  const ask = (scope: CallScope, { row, view, values, query }: Ask): Promise<Answer> =>
    send(
      { row, path: fillPath(row.path, values), ...(query && { query }), credentials: view.credentials, attempt: 1 },
      scope,
    );
  const rowsOf = async <W extends Wired, T>(scope: CallScope, asked: Ask, { wire, map }: Form<W, T>) => {
    const answer = await ask(scope, asked);
    if (answer.outcome === 'NOT_FOUND') return null;
    const drift = drifts.at(asked.row.id);
    const raw = rows(answer.body, drift, '');
    if (raw === WRONG) throw new UpstreamError('VISIT', 'UPSTREAM_BAD_RESPONSE');
    const items = raw.map((row) => wire(row, drift, '')).filter((row) => row !== WRONG);
    for (let left = raw.length - items.length; left > 0; left -= 1) drift('[]');
    return { raw, items: items.map(map) };
  };
  return {
    page: async (scope, { from, ...asked }, form) => {
      const query = { ...asked.query, limit: String(PAGE_SIZE), fromRevision: from };
      const read = await rowsOf(scope, { ...asked, query }, form);
      if (read === null) return null;
      const { raw, items } = read;
      const last = lastRevision(raw);
      // Without rows from the place that was asked for on, a reading would never come to its end; one row alone is its end.
      const goesOn = last === null ? raw.length <= 1 : BigInt(last) >= BigInt(from);
      if (!goesOn) throw new UpstreamError('VISIT', 'UPSTREAM_BAD_RESPONSE');
      return { items, received: raw.length, last };
    },
    all: async (scope, asked, form) => {
      const read = await rowsOf(scope, asked, form);
      if (read === null) return null;
      // That nothing of it is a record says that the list is another one, not that it has become empty; one row alone is left out.
      if (read.raw.length > 1 && read.items.length === 0) throw new UpstreamError('VISIT', 'UPSTREAM_BAD_RESPONSE');
      return read.items;
    },
    one: async (scope, asked, { wire, map }) => {
      const answer = await ask(scope, asked);
      if (answer.outcome === 'NOT_FOUND') return null;
      const row = wire(answer.body, drifts.at(asked.row.id), '');
      if (row === WRONG || row.id !== asked.values.id) throw new UpstreamError('VISIT', 'UPSTREAM_BAD_RESPONSE');
      return map(row);
    },
  };
}

export function createVisitClient(send: Send, drifts: DriftCounter): VisitClient {
  const reads = createReads(send, drifts);
  return {
    ...reads,
    exposPage: (scope, view, from, query) =>
      reads.page(scope, { row: VISIT.expos, view, values: {}, query, from }, { wire: expoWire, map: toExpo }),
    expo: (scope, view, id) =>
      reads.one(scope, { row: VISIT.expo, view, values: { id } }, { wire: expoDetailWire, map: toWholeExpo }),
  };
}
