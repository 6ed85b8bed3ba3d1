import type { SimulatedReply } from '../kit/wire.ts';
import type { VisitKey } from './access.ts';
import { errorReply } from './errors.ts';
import type { Parameters } from './parameters.ts';
import { type ExpoData, isPlainName, type VisitStore } from './store.ts';
import type { Placed, Table } from './table.ts';

export function maySee(key: VisitKey, expo: number): boolean {
  return key.expos === 'all' || key.expos.includes(expo);
}

/** One page of a list: a bare array without envelope or total. */
function page(
  table: Table,
  { fromRevision, limit }: Parameters,
  read: (row: Placed) => unknown,
  accepts: (index: number) => boolean = () => true,
): SimulatedReply {
  const rows: unknown[] = [];
  for (const row of table.rows(fromRevision)) {
    if (!accepts(row.index)) continue;
    rows.push(read(row));
    if (rows.length === limit) break;
  }
  return { status: 200, body: rows };
}

/** undefined: no lookup was asked for; null: the lookup finds nobody. */
function lookedUpContact(store: VisitStore, parameters: Parameters): number | null | undefined {
  const { contactId, contactReference } = parameters;
  if (contactId === undefined && contactReference === undefined) return undefined;
  const byId = contactId === undefined ? undefined : (store.contacts.keyOf(contactId) ?? null);
  if (contactReference === undefined) return byId;
  const byReference = store.contacts.byReference(contactReference) ?? null;
  return byId === undefined || byId === byReference ? byReference : null;
}

/** The one row of a lookup, if it also passes the other filters; a deleted record has no contact to be found by. */
function oneRow(
  table: Table,
  index: number | undefined,
  parameters: Parameters,
  read: (row: Placed) => unknown,
): SimulatedReply {
  const revision = index === undefined ? undefined : table.revisionOf(index);
  const isFound = index !== undefined && revision !== undefined && revision >= parameters.fromRevision;
  return { status: 200, body: isFound ? [read({ index, revision })] : [] };
}

function listVisitors(store: VisitStore, { visitors }: ExpoData, parameters: Parameters): SimulatedReply {
  const read = ({ index, revision }: Placed): unknown => visitors.read(index, revision);
  const hasState = (index: number): boolean => parameters.registrationStates.includes(visitors.stateOf(index));
  const key = lookedUpContact(store, parameters);
  if (key === undefined)
    return page(visitors.table, parameters, read, (index) =>
      visitors.isDeleted(index) ? parameters.showDeleted : hasState(index),
    );
  const person = key === null ? undefined : store.contacts.usersOf(key).person;
  const index = person === undefined ? undefined : visitors.indexOfMember(person);
  return oneRow(visitors.table, index !== undefined && hasState(index) ? index : undefined, parameters, read);
}

function listPartners(store: VisitStore, { partners }: ExpoData, parameters: Parameters): SimulatedReply {
  const read = ({ index, revision }: Placed): unknown => partners.read(index, revision, false);
  const key = lookedUpContact(store, parameters);
  if (key === undefined)
    return page(partners.table, parameters, read, (index) => parameters.showDeleted || !partners.isDeleted(index));
  const company = key === null ? undefined : store.contacts.usersOf(key).company;
  const index = company === undefined ? undefined : partners.indexOfMember(company);
  return oneRow(partners.table, index, parameters, read);
}

export function listExpos({ expos }: VisitStore, key: VisitKey, parameters: Parameters): SimulatedReply {
  return page(
    expos.table,
    parameters,
    ({ index, revision }) => expos.summary(index, revision),
    (index) =>
      maySee(key, index) &&
      (parameters.reference === undefined || expos.summary(index, 0).reference === parameters.reference),
  );
}

export type ListRequest = { readonly name: string; readonly key: VisitKey; readonly parameters: Parameters };

export function listOf(store: VisitStore, data: ExpoData, { name, key, parameters }: ListRequest): SimulatedReply {
  const { participants, connections, plain, webhooks } = data;
  if (name === 'activities') {
    // It has no parameters, and so no pages.
    const { table, read } = plain.activities;
    return { status: 200, body: [...table.rows(0)].map(({ index, revision }) => read(index, revision, false)) };
  }
  if (isPlainName(name)) {
    const { table, read } = plain[name];
    return page(table, parameters, ({ index, revision }) => read(index, revision, false));
  }
  switch (name) {
    case 'visitors':
      return listVisitors(store, data, parameters);
    case 'partners':
      return listPartners(store, data, parameters);
    case 'participants':
      return page(participants.table, parameters, ({ index, revision }) => participants.read(index, revision));
    case 'connections':
      return page(connections.table, parameters, ({ index, revision }) => connections.read(index, revision));
    case 'webhooks':
      return { status: 200, body: webhooks.list(key.label) };
    default:
      throw new RangeError(`no list ${name}`);
  }
}

export function itemOf(data: ExpoData, { name, key }: Pick<ListRequest, 'name' | 'key'>, id: string): SimulatedReply {
  const { visitors, partners, participants, connections, plain, webhooks } = data;
  const item = (
    table: Table,
    index: number | undefined,
    read: (index: number, revision: number) => unknown,
  ): SimulatedReply => {
    const revision = index === undefined ? undefined : table.revisionOf(index);
    if (index === undefined || revision === undefined) return errorReply(404, 'recordNotFound');
    return { status: 200, body: read(index, revision) };
  };
  const living = (list: typeof visitors | typeof partners): number | undefined => {
    const index = list.indexOf(id);
    return index === undefined || list.isDeleted(index) ? undefined : index;
  };
  if (isPlainName(name)) {
    const list = plain[name];
    return item(list.table, list.indexOf(id), (index, revision) => list.read(index, revision, true));
  }
  switch (name) {
    case 'visitors':
      return item(visitors.table, living(visitors), visitors.read);
    case 'partners':
      return item(partners.table, living(partners), (index, revision) => partners.read(index, revision, true));
    case 'participants':
      return item(participants.table, visitors.indexOf(id), participants.read);
    case 'connections':
      return item(connections.table, connections.indexOf(id), connections.read);
    case 'webhooks': {
      const webhook = webhooks.item(key.label, id);
      return webhook === undefined ? errorReply(404, 'recordNotFound') : { status: 200, body: webhook };
    }
    default:
      throw new RangeError(`no item of ${name}`);
  }
}
