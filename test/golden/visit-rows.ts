import type {
  ConnectionRecord,
  ParticipantRecord,
  PartnerRecord,
  Tombstone,
  VisitorRecord,
} from '../../src/sandbox/visit/records.ts';
import { email, text, time, whole } from './forms.ts';
import type { Truth } from './golden.ts';

type Loose = Readonly<Record<string, unknown>>;
export type AnyVisitor = VisitorRecord | Tombstone;
export type AnyPartner = PartnerRecord | Tombstone;

const CONTACT_TEXTS = `reference type gender title firstInitials firstName lastNamePrefix lastName suffix dateOfBirth company
  department jobFunction phone1 phone2 fax website vatNumber cocNumber comments socialMedia`;
const ADDRESS = 'addressType name address houseNumber houseNumberSuffix postalCode city state country';
const ANSWER = 'sourceId name reference value';
export const CONTACT = `{ sourceId ${CONTACT_TEXTS} email phone addresses { ${ADDRESS} } }`;
export const VISITOR = `sourceId revision registrationState deleted language registrationTime registrationMethod partnerRole
  reference actionCode tags registrationType { sourceId name reference } form { sourceId name } badges { sourceId code }
  questions { sourceId name reference answers { ${ANSWER} } } contact ${CONTACT}`;
export const PARTNER = `sourceId revision name boothNumber boothSize deleted language tags labels { sourceId name }
  registrationType { sourceId name reference } contact ${CONTACT}`;
export const ENCOUNTER = `sourceId revision type time notes rating answers { ${ANSWER} } contact ${CONTACT}
  content { sourceId name type }`;
export const PARTICIPANT = `{ sourceId revision showState arrivalTime departureTime dwellingSeconds daysAttended
  activities { sourceId name start end } }`;

/** Members of a record that are given out as sent. */
export function textsOf(record: Loose, names: string): Loose {
  return Object.fromEntries(
    names
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => [name, text(record[name])]),
  );
}

/** A nested record by the members named, its id as source id. */
export function nested(value: unknown, names: string): Loose | null {
  if (value === null || value === undefined) return null;
  const record = value as Loose;
  return { sourceId: text(record.id), ...textsOf(record, names) };
}

/** A list of nested records; null where something else was sent. */
export function listOf<T>(value: unknown, row: (element: Loose) => T): readonly T[] | null {
  return Array.isArray(value) ? value.map(row) : null;
}

function answerRow(answer: Loose): Loose | null {
  return nested(answer, 'name reference value');
}

function contactRow(contact: Loose | null | undefined): unknown {
  if (contact === null || contact === undefined) return null;
  return {
    ...nested(contact, CONTACT_TEXTS),
    email: email(contact.email),
    phone: text(contact.phone1 ?? contact.phone2),
    addresses: listOf(contact.addresses, (address) => textsOf(address, ADDRESS)),
  };
}

export function visitorRow(record: Loose): Loose {
  return {
    sourceId: record.id,
    revision: String(record.revision),
    deleted: record.deleted,
    ...textsOf(record, 'registrationState language registrationMethod partnerRole reference actionCode'),
    registrationTime: time(record.registrationTime),
    registrationType: nested(record.registrationType, 'name reference'),
    form: nested(record.form, 'name'),
    badges: listOf(record.badges, (badge) => nested(badge, 'code')),
    questions: listOf(record.questions, (question) => ({
      ...nested(question, 'name reference'),
      answers: listOf(question.answers, answerRow),
    })),
    tags: listOf(record.tags, text),
    contact: contactRow(record.contact as Loose | undefined),
  };
}

export function partnerRow(record: Loose): Loose {
  return {
    sourceId: record.id,
    revision: String(record.revision),
    ...textsOf(record, 'name boothNumber boothSize language'),
    deleted: record.deleted,
    tags: listOf(record.tags, text),
    labels: listOf(record.labels, (label) => nested(label, 'name')),
    registrationType: nested(record.registrationType, 'name reference'),
    contact: contactRow(record.contact as Loose | undefined),
  };
}

export function encounterRow(record: ConnectionRecord): Loose {
  return {
    sourceId: record.id,
    revision: String(record.revision),
    type: text(record.type),
    time: time(record.time),
    notes: text(record.notes),
    rating: whole(record.rating),
    answers: listOf(record.answers, answerRow),
    contact: contactRow(record.visitor.contact),
    content: nested(record.content, 'name type'),
  };
}

export function participantRow(record: ParticipantRecord | undefined): Loose | null {
  if (record === undefined) return null;
  return {
    sourceId: record.id,
    revision: String(record.revision),
    showState: record.showState,
    arrivalTime: time(record.arrivalTime),
    departureTime: time(record.departureTime),
    dwellingSeconds: whole(record.dwellingTime),
    daysAttended: whole(record.visits),
    activities: listOf(record.activities, (one) => ({
      ...nested(one, 'name'),
      start: time(one.start),
      end: time(one.end),
    })),
  };
}

/** Past expos have participants and encounters; the first one by revision is yet to come. */
export function expoIds({ visit }: Truth): readonly string[] {
  return visit.truth.expos().map(({ id }) => id);
}

/** A past expo. */
export function pastExpo(truth: Truth): string {
  return expoIds(truth)[1] ?? '';
}

/** Those not deleted, in the states given; undocumented states are seen by id only. */
export function visitorsIn({ visit }: Truth, expoId: string, states: readonly string[]): readonly VisitorRecord[] {
  return visit.truth
    .visitors(expoId)
    .filter(({ id, deleted }) => !deleted && states.includes(visit.truth.stateOf(expoId, id) ?? '')) as VisitorRecord[];
}

export function registered(truth: Truth, expoId: string): readonly VisitorRecord[] {
  return visitorsIn(truth, expoId, ['registered']);
}

export function partnersIn({ visit }: Truth, expoId: string): readonly PartnerRecord[] {
  return visit.truth.partners(expoId).filter(({ deleted }) => !deleted) as PartnerRecord[];
}

/** Those that `registered` finds by address, over all expos, by revision. */
export function registeredBy(truth: Truth, passes: (visitor: VisitorRecord) => boolean): readonly VisitorRecord[] {
  return expoIds(truth)
    .flatMap((expoId) => registered(truth, expoId))
    .filter(passes)
    .sort((a, b) => a.revision - b.revision);
}

export const STATES = 'invited,registering,registered,denied,pending-confirmation,stopped,hold';

function call(path: string, query = ''): string {
  return `VISIT GET /create/v2/${path} ${query}`.trim();
}

export const EXPOS = call('expos', 'limit=100&fromRevision=0');

/** The rows of a list as the upstream pages them, and the calls that read them all: a page that is not full ends it. */
function pages(rows: readonly { readonly revision: number }[], line: (from: number) => string): readonly string[] {
  const starts = rows.filter((_row, index) => index % 100 === 99).map(({ revision }) => revision + 1);
  return [0, ...starts].map(line);
}

/** All the pages of the copies that joins are answered from. */
export const copies = {
  visitors: ({ visit }: Truth, expoId: string): readonly string[] => {
    const { visitors, stateOf } = visit.truth;
    const shown = visitors(expoId).filter(
      ({ id, deleted }) => deleted || STATES.split(',').includes(stateOf(expoId, id) ?? ''),
    );
    return pages(shown, (from) => visitorsPage(expoId, { from, states: STATES, showDeleted: true }));
  },
  connections: ({ visit }: Truth, expoId: string): readonly string[] =>
    pages(visit.truth.connections(expoId), (from) => connectionsPage(expoId, from)),
};

export function visitorsPage(
  expoId: string,
  { from = 0, states = 'registered', showDeleted = false, query = '' } = {},
): string {
  const filter = `registrationStates=${states}&showDeleted=${showDeleted}${query}`;
  return call(`visitors/${expoId}`, `${filter}&limit=100&fromRevision=${from}`);
}

export function partnersPage(expoId: string, { showDeleted = false, query = '' } = {}): string {
  return call(`partners/${expoId}`, `showDeleted=${showDeleted}${query}&limit=100&fromRevision=0`);
}

export function connectionsPage(expoId: string, from = 0): string {
  return call(`connections/${expoId}`, `limit=100&fromRevision=${from}`);
}

export function participantsPage(expoId: string): string {
  return call(`participants/${expoId}`, 'limit=100&fromRevision=0');
}

type Kind =
  | 'expos'
  | 'visitors'
  | 'partners'
  | 'participants'
  | 'connections'
  | 'contents'
  | 'licenses'
  | 'payments'
  | 'activities'
  | 'webhooks';

export function item(kind: Kind, ...ids: readonly string[]): string {
  return call(`${kind}/${ids.join('/')}`);
}

type Paged = 'contents' | 'licenses' | 'payments' | 'touchpoints' | 'actions';

/** All pages of a list of one expo. */
export function pagesOf({ visit }: Truth, kind: Paged, expoId: string): readonly string[] {
  return pages(visit.truth[kind](expoId), (from) => pageOf(kind, expoId, from));
}

export function pageOf(kind: Paged, expoId: string, from = 0): string {
  return call(`${kind}/${expoId}`, `limit=100&fromRevision=${from}`);
}

/** A list without parameters. */
export function wholeList(kind: 'activities' | 'webhooks', expoId: string): string {
  return call(`${kind}/${expoId}`);
}
