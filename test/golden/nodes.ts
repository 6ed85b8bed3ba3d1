import { LAST_30, metricsRow, report, reports } from './campaign-rows.ts';
import type { Golden } from './golden.ts';
import { chat, chats, conversations, item as iadvizeItem, list, operators } from './iadvize-rows.ts';
import { at, expo, kindGoldens, root } from './node-kinds.ts';
import { item, registered, visitorsPage } from './visit-rows.ts';

const warm: readonly string[] = [];

export const nodeGoldens: readonly Golden[] = [
  ...kindGoldens,
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
