import { type Leaf, WRONG } from '../../base/decode.ts';
import type { DriftCounter } from '../../base/drift.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { RevisionPage } from '../../loading/collections/spec.ts';
import type { View } from '../../loading/view.ts';
import type { Encounter, Expo, Participant, Partner, Visitor } from '../../model/visit.ts';
import type { Answer, CallScope, EndpointRow, Send } from '../../transport/call.ts';
import { fillPath } from '../../transport/path.ts';
import { PAGE_SIZE, VISIT } from './endpoints.ts';
import { toEncounter, toExpo, toParticipant, toPartner, toVisitor } from './map.ts';
import { connectionWire, expoWire, participantWire, partnerWire, rows, visitorWire } from './wire.ts';

type Query = Readonly<Record<string, string>>;
type Ask = { readonly row: EndpointRow; readonly view: View; readonly values: Query; readonly query?: Query };

/** Reads one kind of record that lives in expos. A page of an expo that does not exist is null. */
export type ExpoRecords<T> = {
  page(scope: CallScope, view: View, expoId: string, from: string, query: Query): Promise<RevisionPage<T> | null>;
  one(scope: CallScope, view: View, expoId: string, id: string): Promise<T | null>;
};

/** Every row of the endpoint table as a function. */
export type VisitClient = {
  exposPage(scope: CallScope, view: View, from: string, query: Query): Promise<RevisionPage<Expo> | null>;
  expo(scope: CallScope, view: View, id: string): Promise<Expo | null>;
  readonly visitors: ExpoRecords<Visitor>;
  readonly partners: ExpoRecords<Partner>;
  readonly participants: ExpoRecords<Participant>;
  readonly encounters: ExpoRecords<Encounter>;
};

type Wired = { readonly id: string; readonly revision: string };

/** The revision to go on after: the last one sent, also when its row is not a record. */
function lastRevision(raw: readonly unknown[]): string | null {
  for (const row of raw.toReversed()) {
    const revision = row !== null && typeof row === 'object' && 'revision' in row ? String(row.revision) : '';
    if (/^\d{1,20}$/.test(revision)) return revision;
  }
  return null;
}

/** The two shapes of a read: a page of a list, and one record. */
function createRequests(send: Send, drifts: DriftCounter) {
  const ask = (scope: CallScope, { row, view, values, query }: Ask): Promise<Answer> =>
    send(
      { row, path: fillPath(row.path, values), ...(query && { query }), credentials: view.credentials, attempt: 1 },
      scope,
    );

  const page = async <W extends Wired, T>(
    scope: CallScope,
    asked: Ask,
    from: string,
    wire: Leaf<W>,
    map: (row: W) => T,
  ) => {
    const query = { ...asked.query, limit: String(PAGE_SIZE), fromRevision: from };
    const answer = await ask(scope, { ...asked, query });
    if (answer.outcome === 'NOT_FOUND') return null;
    const drift = drifts.at(asked.row.id);
    const raw = rows(answer.body, drift, '');
    if (raw === WRONG) throw new UpstreamError('VISIT', 'UPSTREAM_BAD_RESPONSE');
    const items = raw.map((row) => wire(row, drift, '')).filter((row) => row !== WRONG);
    const last = lastRevision(raw);
    // Without rows from the place that was asked for on, a reading would never come to its end.
    const goesOn = last !== null && BigInt(last) >= BigInt(from);
    if (raw.length > 0 && !goesOn) throw new UpstreamError('VISIT', 'UPSTREAM_BAD_RESPONSE');
    return { items: items.map(map), received: raw.length, last };
  };
  const one = async <W extends Wired, T>(
    scope: CallScope,
    asked: Ask,
    wire: Leaf<W>,
    map: (row: W) => T,
  ): Promise<T | null> => {
    const answer = await ask(scope, asked);
    if (answer.outcome === 'NOT_FOUND') return null;
    const row = wire(answer.body, drifts.at(asked.row.id), '');
    if (row === WRONG || row.id !== asked.values.id) throw new UpstreamError('VISIT', 'UPSTREAM_BAD_RESPONSE');
    return map(row);
  };
  return { page, one };
}

export function createVisitClient(send: Send, drifts: DriftCounter): VisitClient {
  const { page, one } = createRequests(send, drifts);
  type Rows = { readonly list: EndpointRow; readonly item: EndpointRow };
  const inExpos = <W extends Wired, T>(
    { list, item }: Rows,
    wire: Leaf<W>,
    map: (expoId: string, row: W) => T,
  ): ExpoRecords<T> => ({
    page: (scope, view, expoId, from, query) =>
      page(scope, { row: list, view, values: { expoId }, query }, from, wire, (row) => map(expoId, row)),
    one: (scope, view, expoId, id) =>
      one(scope, { row: item, view, values: { expoId, id } }, wire, (row) => map(expoId, row)),
  });
  return {
    exposPage: (scope, view, from, query) =>
      page(scope, { row: VISIT.expos, view, values: {}, query }, from, expoWire, toExpo),
    expo: (scope, view, id) => one(scope, { row: VISIT.expo, view, values: { id } }, expoWire, toExpo),
    visitors: inExpos({ list: VISIT.visitors, item: VISIT.visitor }, visitorWire, toVisitor),
    partners: inExpos({ list: VISIT.partners, item: VISIT.partner }, partnerWire, toPartner),
    participants: inExpos({ list: VISIT.participants, item: VISIT.participant }, participantWire, toParticipant),
    encounters: inExpos({ list: VISIT.connections, item: VISIT.connection }, connectionWire, toEncounter),
  };
}
