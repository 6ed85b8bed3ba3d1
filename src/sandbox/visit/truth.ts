import type {
  ConnectionRecord,
  ExpoSummary,
  ParticipantRecord,
  PartnerRecord,
  PlainRecord,
  Tombstone,
  VisitorRecord,
  WebhookRecord,
} from './records.ts';
import { dataOf, type ExpoData, type PlainName, type VisitStore } from './store.ts';
import type { Table } from './table.ts';

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
  contents(expoId: string): readonly PlainRecord[];
  licenses(expoId: string): readonly PlainRecord[];
  payments(expoId: string): readonly PlainRecord[];
  touchpoints(expoId: string): readonly PlainRecord[];
  actions(expoId: string): readonly PlainRecord[];
  activities(expoId: string): readonly PlainRecord[];
  /** Those of one key, with their logs. */
  webhooks(expoId: string, key: string): readonly WebhookRecord[];
  /** With what the expo's own endpoint adds. */
  expoDetail(expoId: string): ExpoSummary;
  /** With who took part. */
  activity(expoId: string, id: string): PlainRecord | undefined;
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

/** The whole of a list, in order of revision. */
function rowsOf<R>(list: {
  readonly table: Table;
  read(index: number, revision: number, isItem: boolean): R;
}): readonly R[] {
  return [...list.table.rows(0)].map(({ index, revision }) => list.read(index, revision, false));
}

type Lists = PlainName | 'visitors' | 'partners' | 'participants' | 'connections' | 'webhooks' | 'activity';

function listTruth(of: (expoId: string) => ExpoData): Pick<VisitTruth, Lists> {
  return {
    visitors: (expoId) => rowsOf(of(expoId).visitors),
    partners: (expoId) => rowsOf(of(expoId).partners),
    participants: (expoId) => rowsOf(of(expoId).participants),
    connections: (expoId) => rowsOf(of(expoId).connections),
    contents: (expoId) => rowsOf(of(expoId).plain.contents),
    licenses: (expoId) => rowsOf(of(expoId).plain.licenses),
    payments: (expoId) => rowsOf(of(expoId).plain.payments),
    touchpoints: (expoId) => rowsOf(of(expoId).plain.touchpoints),
    actions: (expoId) => rowsOf(of(expoId).plain.actions),
    activities: (expoId) => rowsOf(of(expoId).plain.activities),
    activity: (expoId, id) => {
      const { activities } = of(expoId).plain;
      const index = activities.indexOf(id);
      const revision = index === undefined ? undefined : activities.table.revisionOf(index);
      return index === undefined || revision === undefined ? undefined : activities.read(index, revision, true);
    },
    webhooks: (expoId, key) => {
      const { webhooks } = of(expoId);
      return webhooks.list(key).flatMap(({ id }) => webhooks.item(key, id) ?? []);
    },
  };
}

export function createTruth(store: VisitStore): VisitTruth {
  const { contacts, expos } = store;
  const of = (expoId: string): ExpoData => dataOf(store, expoId);
  const visitorIndex = ({ visitors }: ExpoData, id: string): number | undefined => {
    const index = visitors.indexOf(id);
    return index !== undefined && visitors.table.revisionOf(index) !== undefined ? index : undefined;
  };
  return {
    ...listTruth(of),
    expos: () => [...expos.table.rows(0)].map(({ index, revision }) => expos.summary(index, revision)),
    expoDetail: (expoId) => {
      const { index } = of(expoId).plan;
      return expos.detail(index, expos.table.revisionOf(index) ?? 0);
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
