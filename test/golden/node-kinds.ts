import { GROUPS, SKILLS } from '../../src/sandbox/iadvize/directory.ts';
import { report } from './campaign-rows.ts';
import type { Golden, Truth } from './golden.ts';
import { callMeetings, satisfactions, transactions } from './iadvize-figure-rows.ts';
import { chat, conversations, item as iadvizeItem, list, operators } from './iadvize-rows.ts';
import { leadItem, recent } from './lead-rows.ts';
import { profileCall } from './profile-rows.ts';
import { FLOOR, pastRows } from './visit-floor-rows.ts';
import { item, partnersIn, pastExpo, registered } from './visit-rows.ts';

const warm: readonly string[] = [];

/** Every type with an id: how another gateway comes by one, and how one record is read. */
export type Kind = {
  readonly type: string;
  readonly how: string;
  readonly path: readonly (string | number)[];
  readonly select: string;
  readonly shown: (truth: Truth) => unknown;
  readonly calls: (truth: Truth) => readonly string[];
};

/** Of the sandbox's world: one whom every system knows. */
const KNOWN = 'david.andersson2@iron-river-33.example';

export const expo = (truth: Truth) => truth.visit.truth.expos()[0]?.id ?? '';
const CONNECTION = (truth: Truth) => truth.visit.truth.connections(pastExpo(truth))[0]?.id ?? '';
const partner = (truth: Truth) => partnersIn(truth, expo(truth))[0]?.id ?? '';
export const root = (name: string) => [name, 'nodes', 0];

const KINDS: readonly Kind[] = [
  {
    type: 'Person',
    how: '{ person(email: "a@b.example") { id } }',
    path: ['person'],
    select: 'email',
    shown: () => ({ email: 'a@b.example' }),
    calls: () => [],
  },
  {
    type: 'Company',
    how: '{ company(domain: "b.example") { id } }',
    path: ['company'],
    select: 'domain',
    shown: () => ({ domain: 'b.example' }),
    calls: () => [],
  },
  {
    type: 'Lead',
    how: '{ leads(product: PLUS_PERSON, first: 1) { nodes { id } } }',
    path: root('leads'),
    select: 'sourceId product',
    shown: (truth) => ({ sourceId: String(recent(truth, 'person')[0]?.id), product: 'PLUS_PERSON' }),
    calls: (truth) => [leadItem('person', recent(truth, 'person')[0]?.id ?? 0)],
  },
  {
    type: 'Expo',
    how: '{ expos { nodes { id } } }',
    path: root('expos'),
    select: 'sourceId',
    shown: (truth) => ({ sourceId: expo(truth) }),
    calls: (truth) => [item('expos', expo(truth))],
  },
  {
    type: 'Visitor',
    how: '{ expos { nodes { visitors(first: 1) { nodes { id } } } } }',
    path: [...root('expos'), ...root('visitors')],
    select: 'sourceId',
    shown: (truth) => ({ sourceId: registered(truth, expo(truth))[0]?.id }),
    calls: (truth) => [item('visitors', expo(truth), registered(truth, expo(truth))[0]?.id ?? '')],
  },
  {
    type: 'Partner',
    how: '{ expos { nodes { partners(first: 1, filter: { showDeleted: false }) { nodes { id } } } } }',
    path: [...root('expos'), ...root('partners')],
    select: 'sourceId',
    shown: (truth) => ({ sourceId: partner(truth) }),
    calls: (truth) => [item('partners', expo(truth), partner(truth))],
  },
  {
    type: 'Encounter',
    how: '{ expos { nodes { encounters(first: 1) { nodes { id } } } } }',
    path: ['expos', 'nodes', 1, ...root('encounters')],
    select: 'sourceId',
    shown: (truth) => ({ sourceId: CONNECTION(truth) }),
    calls: (truth) => [item('connections', pastExpo(truth), CONNECTION(truth))],
  },
  ...FLOOR.map(
    ({ type, list, select, row, single }): Kind => ({
      type,
      how: `{ expos { nodes { ${list}(first: 1) { nodes { id } } } } }`,
      path: ['expos', 'nodes', 1, ...root(list)],
      select,
      shown: (truth) => row(pastRows(list, truth)[0] ?? {}),
      calls: (truth) => single(truth, pastExpo(truth), String(pastRows(list, truth)[0]?.id)),
    }),
  ),
  {
    type: 'Operator',
    how: '{ operators(first: 1) { nodes { id } } }',
    path: root('operators'),
    select: 'sourceId',
    shown: (truth) => ({ sourceId: String(operators(truth)[0]?.id) }),
    calls: (truth) => [iadvizeItem(`operator/${operators(truth)[0]?.id}`)],
  },
  {
    type: 'OperatorGroup',
    how: '{ operators(filter: { groupId: "51" }, first: 1) { nodes { group { id } } } }',
    path: [...root('operators'), 'group'],
    select: 'name',
    shown: () => ({ name: GROUPS.find(({ id }) => id === 51)?.name }),
    calls: () => [iadvizeItem('group/51')],
  },
  {
    type: 'Skill',
    how: '{ conversations(filter: { skillId: "201" }, first: 1) { nodes { skill { id } } } }',
    path: [...root('conversations'), 'skill'],
    select: 'name',
    shown: () => ({ name: SKILLS.find(({ id }) => id === 201)?.name }),
    calls: () => [iadvizeItem('skill/201')],
  },
  {
    type: 'Website',
    how: '{ conversations(filter: { websiteId: "1501" }, first: 1) { nodes { website { id } } } }',
    path: [...root('conversations'), 'website'],
    select: 'sourceId',
    shown: () => ({ sourceId: '1501' }),
    calls: () => [iadvizeItem('website/1501')],
  },
  {
    type: 'ClientAccount',
    how: '{ websites(first: 1) { nodes { clientAccount { id } } } }',
    path: [...root('websites'), 'clientAccount'],
    select: 'lang',
    shown: () => ({ lang: 'en' }),
    calls: () => [iadvizeItem('client/91')],
  },
  {
    type: 'Tag',
    how: '{ tags(first: 1) { nodes { id } } }',
    path: root('tags'),
    select: 'name',
    shown: () => ({ name: 'déjà client' }),
    calls: () => [iadvizeItem('tag/3014')],
  },
  {
    type: 'Conversation',
    how: '{ conversations(first: 1) { nodes { id } } }',
    path: root('conversations'),
    select: 'sourceId',
    shown: (truth) => ({ sourceId: String(conversations(truth)[0]?.id) }),
    calls: (truth) => [chat(conversations(truth)[0]?.id ?? 0)],
  },
  {
    type: 'ChatVisitor',
    how: '{ conversations(first: 1) { nodes { visitor { id } } } }',
    path: [...root('conversations'), 'visitor'],
    select: 'sourceId',
    shown: (truth) => ({ sourceId: String(conversations(truth)[0]?.visitorId) }),
    calls: (truth) => [iadvizeItem(`visitor/${conversations(truth)[0]?.visitorId}`)],
  },
  {
    type: 'Transaction',
    how: '{ transactions(first: 1) { nodes { id } } }',
    path: root('transactions'),
    select: 'sourceId',
    shown: (truth) => ({ sourceId: String(transactions(truth)[0]?.id) }),
    calls: (truth) => [iadvizeItem(`transaction/${transactions(truth)[0]?.id}`)],
  },
  {
    type: 'Satisfaction',
    how: '{ satisfactions(first: 1) { nodes { id } } }',
    path: root('satisfactions'),
    select: 'sourceId',
    shown: (truth) => ({ sourceId: String(satisfactions(truth)[0]?.id) }),
    calls: (truth) => [iadvizeItem(`satisfaction/${satisfactions(truth)[0]?.id}`)],
  },
  {
    type: 'CallMeeting',
    how: '{ callMeetings(first: 1) { nodes { id } } }',
    path: root('callMeetings'),
    select: 'sourceId',
    shown: (truth) => ({ sourceId: String(callMeetings(truth)[0]?.id) }),
    calls: () => [list('callmeeting')],
  },
  {
    type: 'CampaignReport',
    how: '{ campaignReport(campaignId: "41003") { id } }',
    path: ['campaignReport'],
    select: 'sourceId',
    shown: () => ({ sourceId: '41003' }),
    calls: () => [report('41003')],
  },
  {
    type: 'CustomerProfile',
    how: `{ person(email: "${KNOWN}") { profile { id } } }`,
    path: ['person', 'profile'],
    select: 'userId',
    shown: () => ({ userId: KNOWN }),
    calls: () => [profileCall(KNOWN)],
  },
];

/** The global id at a place of an answer. */
export function at(data: unknown, path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data);
  return (found as { readonly id: string }).id;
}

/** One record of a type by its global id, read singly. */
export function nodeOf({ type, how, path, select, shown, calls }: Kind): Golden {
  return {
    name: `node reads one ${type} by its global id`,
    query: `query ($id: ID!) { node(id: $id) { __typename ... on ${type} { ${select} } } }`,
    variables: async (_truth, ask) => ({ id: at(await ask(how), path) }),
    expected: (truth) => ({ node: { __typename: type, ...(shown(truth) as object) } }),
    calls: (truth) => ({ cold: calls(truth), warm }),
    minimum: {
      cold: type === 'Person' || type === 'Company' ? 0 : 1,
      warm: 0,
      why: type === 'Person' || type === 'Company' ? 'the id is the record' : 'one missing record is read singly',
    },
  };
}

/** One golden for each type. */
export const kindGoldens: readonly Golden[] = KINDS.map(nodeOf);
