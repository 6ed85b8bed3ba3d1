import type { ConnectionRecord, ParticipantRecord } from '../../src/sandbox/visit/records.ts';
import { text, time, whole } from './forms.ts';
import type { Truth } from './golden.ts';
import {
  connectionsPage,
  copies,
  ENCOUNTER,
  encounterRow,
  item,
  listOf,
  nested,
  PARTICIPANT,
  pageOf,
  pagesOf,
  participantRow,
  participantsPage,
  pastExpo,
  textsOf,
  wholeList,
} from './visit-rows.ts';

type Loose = Readonly<Record<string, unknown>>;

/** The key of the sandbox, which owns its webhooks. */
export const KEY = 'key-1';

/** A kind of record beside people: how it is asked for, and what of it is held where. */
export type FloorKind = {
  readonly type: string;
  readonly list: string;
  readonly one: string;
  readonly select: string;
  readonly row: (record: Loose) => Loose;
  readonly truth: (truth: Truth, expoId: string) => readonly Loose[];
  /** The first page, and all of them. */
  readonly page: (expoId: string) => string;
  readonly pages: (truth: Truth, expoId: string) => readonly string[];
  /** What reads one record. */
  readonly single: (truth: Truth, expoId: string, id: string) => readonly string[];
};

function number(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function row(record: Loose, texts: string): Loose {
  return { sourceId: record.id, revision: String(record.revision), ...textsOf(record, texts) };
}

const PARTNER = 'partner { sourceId name }';
const CONTENT = 'content { sourceId name type }';
const partner = ({ partner: value }: Loose) => nested(value, 'name');
const content = ({ content: value }: Loose) => nested(value, 'name type');
const visitor = ({ visitor: value }: Loose) => nested(value, '');
const location = ({ location: value }: Loose) => nested(value, 'name');

type Paged = Parameters<typeof pageOf>[0];

function paged(list: Paged, hasItem: boolean): Pick<FloorKind, 'list' | 'truth' | 'page' | 'pages' | 'single'> {
  return {
    list,
    truth: ({ visit }, expoId) => visit.truth[list](expoId),
    page: (expoId) => pageOf(list, expoId),
    pages: (truth, expoId) => pagesOf(truth, list, expoId),
    single: (truth, expoId, id) =>
      hasItem
        ? [item(list as 'contents' | 'licenses' | 'payments', expoId, id)]
        : pagesOf(truth, list, expoId).slice(0, 1),
  };
}

/** Those whom people met, and what they did there: in the same form as the rest. */
export const ENCOUNTERS: FloorKind = {
  type: 'Encounter',
  list: 'encounters',
  one: 'encounter',
  select: ENCOUNTER,
  row: (record) => encounterRow(record as ConnectionRecord),
  truth: ({ visit }, expoId) => visit.truth.connections(expoId),
  page: connectionsPage,
  pages: copies.connections,
  single: (_truth, expoId, id) => [item('connections', expoId, id)],
};

export const FLOOR: readonly FloorKind[] = [
  {
    type: 'Participant',
    list: 'participants',
    one: 'participant',
    select: PARTICIPANT.slice(1, -1),
    row: (record) => participantRow(record as ParticipantRecord) ?? {},
    truth: ({ visit }, expoId) => visit.truth.participants(expoId),
    page: participantsPage,
    pages: (_truth, expoId) => [participantsPage(expoId)],
    single: (_truth, expoId, id) => [item('participants', expoId, id)],
  },
  {
    ...paged('contents', true),
    type: 'Content',
    one: 'content',
    select: `sourceId revision name type source summary description links { name url } labels { sourceId name } ${PARTNER}`,
    row: (record) => ({
      ...row(record, 'name type source summary description'),
      links: listOf(record.links, (link) => textsOf(link, 'name url')),
      labels: listOf(record.labels, (label) => nested(label, 'name')),
      partner: partner(record),
    }),
  },
  {
    ...paged('licenses', true),
    type: 'License',
    one: 'license',
    select: `sourceId revision type code activationMax activationCount ${PARTNER}`,
    row: (record) => ({
      ...row(record, 'type code'),
      activationMax: whole(record.activationMax),
      activationCount: whole(record.activationCount),
      partner: partner(record),
    }),
  },
  {
    ...paged('payments', true),
    type: 'Payment',
    one: 'payment',
    select: `sourceId revision state method amount currency reference orderId visitor { sourceId } ${PARTNER}`,
    row: (record) => ({
      ...row(record, 'state method currency reference'),
      amount: number(record.amount),
      orderId: text((record.order as Loose | null)?.id),
      visitor: visitor(record),
      partner: partner(record),
    }),
  },
  {
    ...paged('touchpoints', false),
    type: 'Touchpoint',
    one: 'touchpoint',
    select: `sourceId revision name deviceId location { sourceId name } ${CONTENT} ${PARTNER}`,
    row: (record) => ({
      ...row(record, 'name deviceId'),
      location: location(record),
      content: content(record),
      partner: partner(record),
    }),
  },
  {
    ...paged('actions', false),
    type: 'Action',
    one: 'action',
    select: `sourceId revision type time location { sourceId name } visitor { sourceId } ${CONTENT} ${PARTNER}`,
    row: (record) => ({
      ...row(record, 'type'),
      time: time(record.time),
      location: location(record),
      visitor: visitor(record),
      content: content(record),
      partner: partner(record),
    }),
  },
  {
    type: 'Activity',
    list: 'activities',
    one: 'activity',
    select: 'sourceId revision name type description start end access capacity location { sourceId name }',
    row: (record) => ({
      ...row(record, 'name type description access'),
      start: time(record.start),
      end: time(record.end),
      capacity: whole(record.capacity),
      location: location(record),
    }),
    truth: ({ visit }, expoId) => visit.truth.activities(expoId),
    page: (expoId) => wholeList('activities', expoId),
    pages: (_truth, expoId) => [wholeList('activities', expoId)],
    single: (_truth, expoId, id) => [item('activities', expoId, id)],
  },
  {
    type: 'Webhook',
    list: 'webhooks',
    one: 'webhook',
    select: 'sourceId type url enabled state errorCount currentRevision lastRevision sentTime',
    row: (record) => ({
      sourceId: record.id,
      ...textsOf(record, 'type url state currentRevision lastRevision'),
      enabled: record.enabled,
      errorCount: whole(record.errorCount),
      sentTime: time(record.sentTime),
    }),
    truth: ({ visit }, expoId) => visit.truth.webhooks(expoId, KEY).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    page: (expoId) => wholeList('webhooks', expoId),
    pages: (_truth, expoId) => [wholeList('webhooks', expoId)],
    single: (_truth, expoId, id) => [item('webhooks', expoId, id)],
  },
];

export function floorKind(list: string): FloorKind {
  const kind = [ENCOUNTERS, ...FLOOR].find((one) => one.list === list);
  if (kind === undefined) throw new RangeError(`no kind ${list}`);
  return kind;
}

/** Those of a past expo. */
export function pastRows(list: string, truth: Truth): readonly Loose[] {
  return floorKind(list).truth(truth, pastExpo(truth));
}

export const idOf = (value: unknown): string | undefined => (value as { readonly id: string } | null | undefined)?.id;
