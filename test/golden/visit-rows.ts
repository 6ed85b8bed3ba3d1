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

export const CONTACT = '{ sourceId reference firstName lastName email company jobFunction phone website }';
export const VISITOR = `sourceId revision registrationState deleted language registrationTime partnerRole
  registrationType { sourceId name } contact ${CONTACT}`;
export const PARTNER = `sourceId revision name boothNumber boothSize deleted contact ${CONTACT}`;
export const ENCOUNTER = 'sourceId revision type time notes rating';
export const PARTICIPANT = '{ showState arrivalTime departureTime dwellingSeconds daysAttended }';

function contactRow(contact: Loose | null | undefined): unknown {
  if (contact === null || contact === undefined) return null;
  const { id, reference, firstName, lastName, company, jobFunction, phone1, phone2, website } = contact;
  return {
    sourceId: text(id),
    reference: text(reference),
    firstName: text(firstName),
    lastName: text(lastName),
    email: email(contact.email),
    company: text(company),
    jobFunction: text(jobFunction),
    phone: text(phone1 ?? phone2),
    website: text(website),
  };
}

export function visitorRow(record: Loose): Loose {
  const type = record.registrationType as Loose | undefined;
  return {
    sourceId: record.id,
    revision: String(record.revision),
    registrationState: text(record.registrationState),
    deleted: record.deleted,
    language: text(record.language),
    registrationTime: time(record.registrationTime),
    partnerRole: text(record.partnerRole),
    registrationType: type === undefined ? null : { sourceId: type.id, name: type.name },
    contact: contactRow(record.contact as Loose | undefined),
  };
}

export function partnerRow(record: Loose): Loose {
  return {
    sourceId: record.id,
    revision: String(record.revision),
    name: text(record.name),
    boothNumber: text(record.boothNumber),
    boothSize: text(record.boothSize),
    deleted: record.deleted,
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
  };
}

export function participantRow(record: ParticipantRecord | undefined): Loose | null {
  if (record === undefined) return null;
  return {
    showState: record.showState,
    arrivalTime: time(record.arrivalTime),
    departureTime: time(record.departureTime),
    dwellingSeconds: whole(record.dwellingTime),
    daysAttended: whole(record.visits),
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

export function item(kind: 'expos' | 'visitors' | 'partners' | 'connections', ...ids: readonly string[]): string {
  return call(`${kind}/${ids.join('/')}`);
}
