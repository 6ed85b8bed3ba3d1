import type { ExpoSummary, Patch } from './records.ts';
import { dataOf, type ExpoData, type PlainName, type VisitStore } from './store.ts';
import type { Table } from './table.ts';

/** What other people do in the vendor's own screens while a client reads. Every edit answers with the newest revision. */
export type VisitEdit = {
  changeExpo(expoId: string, patch: Patch): number;
  changeVisitor(expoId: string, id: string, patch: Patch): number;
  /** Leaves a tombstone if the visitor was ever registered, nothing otherwise; the participant goes, connections stay. */
  deleteVisitor(expoId: string, id: string): number;
  /** Registers a person of the world; RangeError if the person is registered already. */
  addVisitor(expoId: string, personIndex: number, patch?: Patch): Added;
  changePartner(expoId: string, id: string, patch: Patch): number;
  /** Visitors and connections keep their links to it, as the vendor does not rewrite them. */
  deletePartner(expoId: string, id: string): number;
  addPartner(expoId: string, companyIndex: number, patch?: Patch): Added;
  /** Adds the participant if the visitor has not taken part so far. */
  changeParticipant(expoId: string, visitorId: string, patch: Patch): number;
  addConnection(expoId: string, ends: { readonly visitorId: string; readonly partnerId: string }, patch?: Patch): Added;
  changeConnection(expoId: string, id: string, patch: Patch): number;
  changeRecord(list: PlainName, expoId: string, id: string, patch: Patch): number;
  /** It has the given fields only. */
  addRecord(list: PlainName, expoId: string, patch: Patch): Added;
  /** It is gone without a trace: these lists show no tombstones. */
  removeRecord(list: PlainName, expoId: string, id: string): void;
  /** Webhooks are named by the key that made them; they have no revision. */
  changeWebhook(expoId: string, key: string, id: string, patch: Patch): void;
  addWebhook(expoId: string, key: string, patch?: Patch): string;
  removeWebhook(expoId: string, key: string, id: string): void;
  /** Raises the revision of every visitor and partner that uses the contact, in all expos. */
  changeContact(contactId: string, patch: Patch): number;
};

type Added = { readonly id: string; readonly revision: number };

type Deletable = { readonly table: Table; isDeleted(index: number): boolean; indexOf(id: string): number | undefined };

/** The index of a row that is there and not deleted; RangeError otherwise. */
function liveIndex(list: Deletable, id: string): number {
  const index = list.indexOf(id);
  if (index === undefined || list.table.revisionOf(index) === undefined || list.isDeleted(index))
    throw new RangeError(`no record ${id}`);
  return index;
}

function createMover(store: VisitStore): (table: Table, index: number) => number {
  return (table, index) => {
    const revision = store.revisions.next();
    table.place(index, revision);
    return revision;
  };
}

type VisitorEdits = Pick<VisitEdit, 'changeVisitor' | 'deleteVisitor' | 'addVisitor' | 'changeParticipant'>;

function visitorEdits(of: (expoId: string) => ExpoData, move: (table: Table, index: number) => number): VisitorEdits {
  return {
    changeVisitor: (expoId, id, patch) => {
      const { visitors } = of(expoId);
      const index = liveIndex(visitors, id);
      visitors.change(index, patch);
      return move(visitors.table, index);
    },
    deleteVisitor: (expoId, id) => {
      const { visitors, participants } = of(expoId);
      const index = liveIndex(visitors, id);
      const leavesTombstone = visitors.hasBeenRegistered(index);
      visitors.bury(index);
      participants.table.remove(index);
      const revision = move(visitors.table, index);
      if (!leavesTombstone) visitors.table.remove(index);
      return revision;
    },
    addVisitor: (expoId, personIndex, patch = {}) => {
      const { visitors } = of(expoId);
      if (visitors.indexOfMember(personIndex) !== undefined)
        throw new RangeError(`person ${personIndex} is registered already`);
      const index = visitors.add(personIndex, patch);
      return { id: visitors.idOf(index), revision: move(visitors.table, index) };
    },
    changeParticipant: (expoId, visitorId, patch) => {
      const { visitors, participants } = of(expoId);
      const index = liveIndex(visitors, visitorId);
      participants.change(index, patch);
      return move(participants.table, index);
    },
  };
}

type PlainEdits = Pick<
  VisitEdit,
  'changeRecord' | 'addRecord' | 'removeRecord' | 'changeWebhook' | 'addWebhook' | 'removeWebhook'
>;
type PartnerEdits = Omit<VisitEdit, keyof VisitorEdits | keyof PlainEdits | 'changeExpo' | 'changeContact'>;

function partnerEdits(of: (expoId: string) => ExpoData, move: (table: Table, index: number) => number): PartnerEdits {
  return {
    changePartner: (expoId, id, patch) => {
      const { partners } = of(expoId);
      const index = liveIndex(partners, id);
      partners.change(index, patch);
      return move(partners.table, index);
    },
    deletePartner: (expoId, id) => {
      const { partners } = of(expoId);
      const index = liveIndex(partners, id);
      partners.bury(index);
      return move(partners.table, index);
    },
    addPartner: (expoId, companyIndex, patch = {}) => {
      const { partners } = of(expoId);
      if (partners.indexOfMember(companyIndex) !== undefined)
        throw new RangeError(`company ${companyIndex} is a partner already`);
      const index = partners.add(companyIndex, patch);
      return { id: partners.idOf(index), revision: move(partners.table, index) };
    },
    addConnection: (expoId, { visitorId, partnerId }, patch = {}) => {
      const { connections, visitors, partners } = of(expoId);
      const ends = { visitor: liveIndex(visitors, visitorId), partner: liveIndex(partners, partnerId) };
      const index = connections.add(ends, patch);
      return { id: connections.idOf(index), revision: move(connections.table, index) };
    },
    changeConnection: (expoId, id, patch) => {
      const { connections } = of(expoId);
      const index = liveIndex({ ...connections, isDeleted: () => false }, id);
      connections.change(index, patch);
      return move(connections.table, index);
    },
  };
}

function plainEdits(of: (expoId: string) => ExpoData, move: (table: Table, index: number) => number): PlainEdits {
  return {
    changeRecord: (name, expoId, id, patch) => {
      const list = of(expoId).plain[name];
      const index = liveIndex({ ...list, isDeleted: () => false }, id);
      list.change(index, patch);
      return move(list.table, index);
    },
    addRecord: (name, expoId, patch) => {
      const list = of(expoId).plain[name];
      const index = list.table.nextIndex();
      list.change(index, patch);
      return { id: list.idOf(index), revision: move(list.table, index) };
    },
    removeRecord: (name, expoId, id) => {
      const list = of(expoId).plain[name];
      list.table.remove(liveIndex({ ...list, isDeleted: () => false }, id));
    },
    changeWebhook: (expoId, key, id, patch) => of(expoId).webhooks.change(key, id, patch),
    addWebhook: (expoId, key, patch = {}) => of(expoId).webhooks.add(key, patch),
    removeWebhook: (expoId, key, id) => of(expoId).webhooks.remove(key, id),
  };
}

export function createEdit(store: VisitStore): VisitEdit {
  const { contacts, expos } = store;
  const of = (expoId: string): ExpoData => dataOf(store, expoId);
  const move = createMover(store);
  return {
    ...visitorEdits(of, move),
    ...partnerEdits(of, move),
    ...plainEdits(of, move),
    changeExpo: (expoId, patch: Partial<ExpoSummary>) => {
      const { plan } = of(expoId);
      expos.change(plan.index, patch);
      return move(expos.table, plan.index);
    },
    changeContact: (contactId, patch) => {
      const key = contacts.keyOf(contactId);
      if (key === undefined) throw new RangeError(`no contact ${contactId}`);
      contacts.change(key, patch);
      const { person, company } = contacts.usersOf(key);
      for (const { visitors, partners } of store.data) {
        const visitor = person === undefined ? undefined : visitors.indexOfMember(person);
        if (visitor !== undefined) move(visitors.table, visitor);
        const partner = company === undefined ? undefined : partners.indexOfMember(company);
        if (partner !== undefined) move(partners.table, partner);
      }
      return store.revisions.current();
    },
  };
}
