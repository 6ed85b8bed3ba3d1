import { GROUPS, SKILLS } from '../../src/sandbox/iadvize/directory.ts';
import { LAST_30, metricsRow, report, reports } from './campaign-rows.ts';
import type { Golden, Truth } from './golden.ts';
import { chat, chats, conversations, item as iadvizeItem, list, operators } from './iadvize-rows.ts';
import { leadItem, recent } from './lead-rows.ts';
import { item, partnersIn, pastExpo, registered, visitorsPage } from './visit-rows.ts';

const warm: readonly string[] = [];

/** Every type with an id: how another gateway comes by one, and how one record is read. */
type Kind = {
  readonly type: string;
  readonly how: string;
  readonly path: readonly (string | number)[];
  readonly select: string;
  readonly shown: (truth: Truth) => unknown;
  readonly calls: (truth: Truth) => readonly string[];
};

const expo = (truth: Truth) => truth.visit.truth.expos()[0]?.id ?? '';
const CONNECTION = (truth: Truth) => truth.visit.truth.connections(pastExpo(truth))[0]?.id ?? '';
const partner = (truth: Truth) => partnersIn(truth, expo(truth))[0]?.id ?? '';
const root = (name: string) => [name, 'nodes', 0];

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
    type: 'CampaignReport',
    how: '{ campaignReport(campaignId: "41003") { id } }',
    path: ['campaignReport'],
    select: 'sourceId',
    shown: () => ({ sourceId: '41003' }),
    calls: () => [report('41003')],
  },
];

function at(data: unknown, path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], data);
  return (found as { readonly id: string }).id;
}

function nodeOf({ type, how, path, select, shown, calls }: Kind): Golden {
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

export const nodeGoldens: readonly Golden[] = [
  ...KINDS.map(nodeOf),
  {
    name: 'node of a report over a range gives the same report',
    query: `query ($id: ID!) { node(id: $id) { ... on CampaignReport { sourceId metrics { delivered revenue } } } }`,
    variables: async (_truth, ask) => ({
      id: at(await ask('{ campaignReports(first: 1) { nodes { id } } }'), root('campaignReports')),
    }),
    expected: (truth) => {
      const [sourceId = ''] = truth.notifyVisitors.truth.campaignIds(LAST_30);
      const { delivered, revenue } = metricsRow(truth, sourceId, LAST_30);
      return { node: { sourceId, metrics: { delivered, revenue } } };
    },
    calls: (truth) => ({ cold: [report(truth.notifyVisitors.truth.campaignIds(LAST_30)[0] ?? '', LAST_30)], warm }),
    minimum: { cold: 1, warm: 0, why: 'one missing record is read singly' },
  },
  {
    name: 'nodes reads many visitors by a page, a lone operator singly, and keeps the order',
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Visitor { sourceId } ... on Operator { sourceId } } }`,
    variables: async (_truth, ask) => {
      const data = (await ask(
        '{ expos { nodes { visitors(first: 20) { nodes { id } } } } operators(first: 1) { nodes { id } } }',
      )) as { expos: { nodes: { visitors: { nodes: { id: string }[] } }[] }; operators: { nodes: { id: string }[] } };
      const visitors = data.expos.nodes[0]?.visitors.nodes ?? [];
      return { ids: [...data.operators.nodes, ...visitors.toReversed()].map(({ id }) => id) };
    },
    expected: (truth) => ({
      nodes: [
        { __typename: 'Operator', sourceId: String(operators(truth)[0]?.id) },
        ...registered(truth, expo(truth))
          .slice(0, 20)
          .reverse()
          .map(({ id }) => ({ __typename: 'Visitor', sourceId: id })),
      ],
    }),
    calls: (truth) => ({
      cold: [
        iadvizeItem(`operator/${operators(truth)[0]?.id}`),
        visitorsPage(expo(truth), {
          states: 'invited,registering,registered,denied,pending-confirmation,stopped,hold',
          showDeleted: true,
        }),
      ],
      warm,
    }),
    minimum: { cold: 2, warm: 0, why: 'all twenty on the first page; one operator singly' },
  },
  {
    name: 'nodes reads several reports of one range by the list',
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on CampaignReport { sourceId } } }`,
    variables: async (_truth, ask) => {
      const data = (await ask('{ campaignReports(first: 10) { nodes { id } } }')) as {
        campaignReports: { nodes: { id: string }[] };
      };
      return { ids: data.campaignReports.nodes.map(({ id }) => id) };
    },
    expected: ({ notifyVisitors }) => ({
      nodes: notifyVisitors.truth
        .campaignIds(LAST_30)
        .slice(0, 10)
        .map((sourceId) => ({ sourceId })),
    }),
    calls: () => ({ cold: [reports(LAST_30)], warm }),
    minimum: { cold: 1, warm: 0, why: 'several missing: a page that holds them all' },
  },
  {
    name: 'nodes of several operators, groups and conversations',
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }`,
    variables: async (_truth, ask) => {
      const data = (await ask(
        '{ operators(first: 5) { nodes { id group { id } } } conversations(first: 3) { nodes { id } } }',
      )) as {
        operators: { nodes: { id: string; group: { id: string } | null }[] };
        conversations: { nodes: { id: string }[] };
      };
      const groups = data.operators.nodes.flatMap(({ group }) => group?.id ?? []);
      return {
        ids: [...data.operators.nodes, ...data.conversations.nodes].map(({ id }) => id).concat(groups),
      };
    },
    expected: (truth) => {
      const names = (name: string, count: number) => Array.from({ length: count }, () => ({ __typename: name }));
      const grouped = operators(truth)
        .slice(0, 5)
        .filter(({ groupId }) => groupId !== null).length;
      return { nodes: [...names('Operator', 5), ...names('Conversation', 3), ...names('OperatorGroup', grouped)] };
    },
    calls: (truth) => ({
      cold: [
        list('operator'),
        list('group'),
        ...conversations(truth)
          .slice(0, 3)
          .map(({ id }) => chat(id)),
      ],
      warm,
    }),
    minimum: {
      cold: 5,
      warm: 0,
      why: 'a page each; conversations may be older than any list, so they are read singly',
    },
  },
  {
    name: 'arguments and filters take global ids, and a visitor then needs no expo',
    query: `query ($visitor: ID!, $expo: ID!, $operator: ID!) {
      visitor(id: $visitor) { sourceId } same: visitor(id: $visitor, expoId: $expo) { sourceId }
      expo(id: $expo) { sourceId }
      conversations(filter: { operatorId: $operator }) { nodes { operator { sourceId } } totalCount } }`,
    variables: async (_truth, ask) => ({
      visitor: at(await ask('{ expos { nodes { visitors(first: 1) { nodes { id } } } } }'), [
        ...root('expos'),
        ...root('visitors'),
      ]),
      expo: at(await ask('{ expos { nodes { id } } }'), root('expos')),
      operator: at(await ask('{ operators(first: 1) { nodes { id } } }'), root('operators')),
    }),
    expected: (truth) => {
      const visitor = { sourceId: registered(truth, expo(truth))[0]?.id };
      const [operator] = operators(truth);
      const own = conversations(truth).filter(({ operatorId }) => operatorId === operator?.id);
      const nodes = own.map(() => ({ operator: { sourceId: String(operator?.id) } }));
      return {
        visitor,
        same: visitor,
        expo: { sourceId: expo(truth) },
        conversations: { nodes, totalCount: own.length },
      };
    },
    calls: (truth) => ({
      cold: [
        item('visitors', expo(truth), registered(truth, expo(truth))[0]?.id ?? ''),
        item('expos', expo(truth)),
        chats({ operator_id: operators(truth)[0]?.id ?? 0 }),
      ],
      warm,
    }),
    minimum: { cold: 3, warm: 0, why: 'one record each, and a list' },
  },
];
