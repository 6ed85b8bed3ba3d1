import type { World } from '../world.ts';
import { type Connections, createConnections } from './connections.ts';
import { type Contacts, createContacts } from './contacts.ts';
import type { ExpoContext } from './context.ts';
import { createExpos, type ExpoPlan, type Expos } from './expos.ts';
import { createIdCodec } from './ids.ts';
import { createParticipants, type Participants } from './participants.ts';
import { createPartners, type Partners } from './partners.ts';
import type {
  ConnectionRecord,
  ExpoSummary,
  ParticipantRecord,
  PartnerRecord,
  Tombstone,
  VisitorRecord,
} from './records.ts';
import { createRevisions, type Revisions } from './revisions.ts';
import { createVisitors, type Visitors } from './visitors.ts';

/** Everything of one expo. */
export type ExpoData = {
  readonly plan: ExpoPlan;
  readonly visitors: Visitors;
  readonly partners: Partners;
  readonly participants: Participants;
  readonly connections: Connections;
};

export type VisitStore = {
  readonly contacts: Contacts;
  readonly revisions: Revisions;
  readonly expos: Expos;
  readonly data: readonly ExpoData[];
};

export function createVisitStore(world: World): VisitStore {
  const ids = createIdCodec(world.random);
  // Connections have three places for each of the 200 visitors, more than any other list.
  const revisions = createRevisions(world.random, 600 * world.size);
  const contacts = createContacts(world, ids);
  const expos = createExpos(world, ids, revisions);
  const data = expos.plans.map((plan) => {
    const context: ExpoContext = { world, ids, contacts, revisions, plan };
    const partners = createPartners(context);
    const visitors = createVisitors(context, partners);
    const participants = createParticipants(context, visitors);
    const connections = createConnections(context, { visitors, partners, participants });
    return { plan, visitors, partners, participants, connections };
  });
  return { contacts, revisions, expos, data };
}

/**
 * What the upstream holds, read past HTTP. Lists are whole and in order of revision; visitors have every state, and both
 * visitors and partners include the tombstones that the vendor shows.
 */
export type VisitTruth = {
  expos(): readonly ExpoSummary[];
  visitors(expoId: string): readonly (VisitorRecord | Tombstone)[];
  partners(expoId: string): readonly (PartnerRecord | Tombstone)[];
  participants(expoId: string): readonly ParticipantRecord[];
  connections(expoId: string): readonly ConnectionRecord[];
  /** The state that `registrationStates` is compared with; undefined for an unknown id. */
  stateOf(expoId: string, visitorId: string): string | undefined;
  /** The live registration of a person of the world. */
  visitorIdOf(expoId: string, personIndex: number): string | undefined;
  partnerIdOf(expoId: string, companyIndex: number): string | undefined;
  contactIdOf(personIndex: number): string;
  contactIdOfCompany(companyIndex: number): string;
  /** The person of the world behind a visitor id. */
  personOf(expoId: string, visitorId: string): number | undefined;
  newestRevision(): number;
};

/** The data of an expo that must exist. */
export function dataOf(store: VisitStore, expoId: string): ExpoData {
  const plan = store.expos.planOf(expoId);
  const data = plan && store.data[plan.index];
  if (data === undefined) throw new RangeError(`no expo ${expoId}`);
  return data;
}

export function createTruth(store: VisitStore): VisitTruth {
  const { contacts, expos } = store;
  const of = (expoId: string): ExpoData => dataOf(store, expoId);
  const visitorIndex = ({ visitors }: ExpoData, id: string): number | undefined => {
    const index = visitors.indexOf(id);
    return index !== undefined && visitors.table.revisionOf(index) !== undefined ? index : undefined;
  };
  return {
    expos: () => [...expos.table.rows(0)].map(({ index, revision }) => expos.summary(index, revision)),
    visitors: (expoId) => {
      const { visitors } = of(expoId);
      return [...visitors.table.rows(0)].map(({ index, revision }) => visitors.read(index, revision));
    },
    partners: (expoId) => {
      const { partners } = of(expoId);
      return [...partners.table.rows(0)].map(({ index, revision }) => partners.read(index, revision, false));
    },
    participants: (expoId) => {
      const { participants } = of(expoId);
      return [...participants.table.rows(0)].map(({ index, revision }) => participants.read(index, revision));
    },
    connections: (expoId) => {
      const { connections } = of(expoId);
      return [...connections.table.rows(0)].map(({ index, revision }) => connections.read(index, revision));
    },
    stateOf: (expoId, visitorId) => {
      const index = visitorIndex(of(expoId), visitorId);
      return index === undefined ? undefined : of(expoId).visitors.stateOf(index);
    },
    visitorIdOf: (expoId, personIndex) => {
      const { visitors } = of(expoId);
      const index = visitors.indexOfMember(personIndex);
      return index === undefined ? undefined : visitors.idOf(index);
    },
    partnerIdOf: (expoId, companyIndex) => {
      const { partners } = of(expoId);
      const index = partners.indexOfMember(companyIndex);
      return index === undefined ? undefined : partners.idOf(index);
    },
    contactIdOf: (personIndex) => contacts.idOf(contacts.ofPerson(personIndex)),
    contactIdOfCompany: (companyIndex) => contacts.idOf(contacts.ofCompany(companyIndex)),
    personOf: (expoId, visitorId) => {
      const index = visitorIndex(of(expoId), visitorId);
      return index === undefined ? undefined : of(expoId).visitors.memberOf(index);
    },
    newestRevision: () => store.revisions.current(),
  };
}
