import type { Reader } from '../../src/loading/reader.ts';
import { startVisitSimulator } from '../../src/sandbox/visit/simulator.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { VISIT, VISIT_WINDOWS } from '../../src/sources/visit/endpoints.ts';
import type { VisitReads } from '../../src/sources/visit/loaders.ts';
import { authorizeVisit, createVisitSource } from '../../src/sources/visit/source.ts';
import { visitVerdict } from '../../src/sources/visit/wire.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import { itemsOf } from '../support/source-harness.ts';
import type { ItemRead, Read, Started, Wire } from './spec.ts';
import { describeSource } from './suite.ts';

const SECRETS = ['conformance-visit-one', 'conformance-visit-two'] as const;
const common = { required: 'id', idOf: ({ id }: Wire) => String(id) };

function isItem({ id }: EndpointRow): boolean {
  return id.endsWith('.item');
}

function unknown(index: number): string {
  return `zzz${String(index).padStart(10, '0')}`;
}

type Ref = { readonly expoId: string; readonly id: string };
type ReadOne = (reads: VisitReads, reader: Reader, ref: Ref) => Promise<object | null>;

function itemIn(
  expoId: string,
  own: Pick<ItemRead<VisitReads>, 'name' | 'row' | 'pages' | 'ids' | 'optional'>,
  one: ReadOne,
): ItemRead<VisitReads> {
  return { ...common, ...own, kind: 'item', unknown, one: (reads, reader, id) => one(reads, reader, { expoId, id }) };
}

type Truth = Awaited<ReturnType<typeof startVisitSimulator>>['truth'];

/** Lists that the upstream filters in no way: by its pages, by an index of the copy, and one that comes whole. */
function floorReads(expoId: string, truth: Truth): readonly Read<VisitReads>[] {
  const partnerOf = ({ partner }: Wire): string | undefined => (partner as Wire | null)?.id as string | undefined;
  const host =
    truth
      .contents(expoId)
      .map(partnerOf)
      .find((id) => id !== undefined) ?? '';
  const activityIds = truth.activities(expoId).map(({ id }) => id);
  return [
    {
      ...common,
      name: 'actions of an expo',
      kind: 'list',
      row: VISIT.actions,
      optional: { wire: 'type', model: 'type' },
      rows: (from, reader) => itemsOf(from.records(reader, 'actions', expoId), 30),
    },
    {
      ...common,
      name: 'activities of an expo',
      kind: 'list',
      row: VISIT.activities,
      optional: { wire: 'access', model: 'access' },
      rows: (from, reader) => itemsOf(from.records(reader, 'activities', expoId)),
    },
    {
      ...common,
      name: 'contents of a partner',
      kind: 'lookup',
      row: VISIT.contents,
      optional: { wire: 'summary', model: 'summary' },
      rows: (from, reader) => itemsOf(from.recordsOf(reader, 'contents', 'partner', [{ expoId, id: host }])),
    },
    itemIn(
      expoId,
      {
        name: 'activity with its participants',
        row: VISIT.activity,
        ids: activityIds,
        optional: { wire: 'participants', model: 'participants' },
      },
      (from, reader, ref) => from.wholeRecord(reader, 'activities', ref),
    ),
  ];
}

async function start(now: () => number): Promise<Started<VisitReads>> {
  const world = createWorld({ seed: 7, size: 1, now: now() });
  const keys = SECRETS.map((secret, index) => ({
    label: `key-${index + 1}`,
    secret,
    expos: 'all' as const,
    leads: true,
  }));
  const simulator = await startVisitSimulator({ world, now, keys });
  const { truth } = simulator;
  const [expo] = truth.expos().toSorted((a, b) => a.start.localeCompare(b.start));
  const expoId = expo?.id ?? '';
  const alive = (rows: readonly { readonly id: string; readonly deleted?: unknown }[]): readonly string[] =>
    rows.flatMap(({ id, deleted }) => (deleted === true ? [] : [id]));
  const [visitorIds, partnerIds] = [alive(truth.visitors(expoId)), alive(truth.partners(expoId))];
  const connectionIds = truth.connections(expoId).map(({ id }) => id);
  const participantIds = truth.participants(expoId).map(({ id }) => id);
  const { email } = world.people.at(0);
  const reads: readonly Read<VisitReads>[] = [
    itemIn(
      expoId,
      {
        name: 'visitor',
        row: VISIT.visitor,
        pages: VISIT.visitors,
        ids: visitorIds,
        optional: { wire: 'language', model: 'language' },
      },
      (from, reader, ref) => from.record(reader, 'visitors', ref),
    ),
    itemIn(
      expoId,
      {
        name: 'encounter',
        row: VISIT.connection,
        pages: VISIT.connections,
        ids: connectionIds,
        optional: { wire: 'notes', model: 'notes' },
      },
      (from, reader, ref) => from.record(reader, 'encounters', ref),
    ),
    ...floorReads(expoId, truth),
    {
      ...common,
      name: 'visitors of an expo',
      kind: 'list',
      row: VISIT.visitors,
      optional: { wire: 'language', model: 'language' },
      rows: (from, reader) =>
        itemsOf(from.visitors(reader, expoId, { registrationStates: ['registered'], showDeleted: false }), 30),
    },
    {
      ...common,
      name: 'expos',
      kind: 'list',
      row: VISIT.expos,
      optional: { wire: 'reference', model: 'reference' },
      rows: (from, reader) => itemsOf(from.expos(reader, undefined)),
    },
    {
      ...common,
      name: 'visitors by e-mail',
      kind: 'lookup',
      row: VISIT.visitors,
      optional: { wire: 'registrationTime', model: 'registrationTime' },
      rows: (from, reader) => itemsOf(from.recordsBy(reader, 'visitors', ['email', email])),
    },
  ];
  const list = { values: { expoId }, query: { limit: '100', fromRevision: '0' } };
  const item = (id: string | undefined) => ({ values: { expoId, id: id ?? '' } });
  return {
    simulator,
    baseUrl: `${simulator.origin}/create/v2`,
    reads,
    refuseFirstKey: () => simulator.edit.changeKey('key-1', { expos: [] }),
    samples: {
      [VISIT.expos.id]: { query: list.query },
      [VISIT.expo.id]: { values: { id: expoId } },
      [VISIT.visitors.id]: list,
      [VISIT.visitor.id]: item(visitorIds[0]),
      [VISIT.partners.id]: list,
      [VISIT.partner.id]: item(partnerIds[0]),
      [VISIT.participants.id]: list,
      [VISIT.participant.id]: item(participantIds[0]),
      [VISIT.connections.id]: list,
      [VISIT.connection.id]: item(connectionIds[0]),
      [VISIT.contents.id]: list,
      [VISIT.content.id]: item(truth.contents(expoId)[0]?.id),
      [VISIT.licenses.id]: list,
      [VISIT.license.id]: item(truth.licenses(expoId)[0]?.id),
      [VISIT.payments.id]: list,
      [VISIT.payment.id]: item(truth.payments(expoId)[0]?.id),
      [VISIT.touchpoints.id]: list,
      [VISIT.actions.id]: list,
      [VISIT.activities.id]: { values: { expoId } },
      [VISIT.activity.id]: item(truth.activities(expoId)[0]?.id),
      [VISIT.webhooks.id]: { values: { expoId } },
      [VISIT.webhook.id]: item(truth.webhooks(expoId, 'key-1')[0]?.id),
    },
  };
}

describeSource<VisitReads>({
  name: 'visit',
  upstream: 'VISIT',
  endpoints: VISIT,
  windows: VISIT_WINDOWS,
  largestPage: 100,
  authorize: authorizeVisit,
  judge: visitVerdict,
  secrets: SECRETS,
  hidden: [...SECRETS, ...SECRETS.map((secret) => Buffer.from(`${secret}:`).toString('base64'))],
  severalKeys: true,
  start,
  create: ({ send, answers, collections, drifts, clock }, keys) =>
    createVisitSource({ send, keys, answers, collections, drifts, clock }),
  // A list is a bare array, an item a bare record.
  records: {
    of: (row, body) => (isItem(row) ? [body as Wire] : (body as readonly Wire[])),
    put: (row, _body, records) => (isItem(row) ? records[0] : records),
  },
  wrong: [
    { name: 'an object for a list, a list for an object', list: { data: [] }, item: [] },
    { name: 'rows that are no records', list: [null, 'x', 7] },
    { name: 'an object without anything', item: {} },
    { name: 'another record', item: { id: '0000000000001', revision: 5 } },
  ],
  inside200: [],
});
