import { CLIENTS } from '../../src/sandbox/iadvize/directory.ts';
import { startIadvizeSimulator } from '../../src/sandbox/iadvize/simulator.ts';
import { createWorld, DAY_MS } from '../../src/sandbox/world.ts';
import { IADVIZE, IADVIZE_WINDOWS } from '../../src/sources/iadvize/endpoints.ts';
import type { IadvizeReads } from '../../src/sources/iadvize/loaders.ts';
import { authorizeIadvize, createIadvizeSource } from '../../src/sources/iadvize/source.ts';
import { iadvizeVerdict } from '../../src/sources/iadvize/wire.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import { itemsOf } from '../support/source-harness.ts';
import type { Read, Started, Wire } from './spec.ts';
import { describeSource } from './suite.ts';

const SECRETS = ['conformance-chat-one', 'conformance-chat-two'] as const;
const common = { required: 'id', idOf: ({ id }: Wire) => String(id) };
const channel = { wire: 'channel', model: 'channel' };
const firstName = { wire: 'first_name', model: 'firstName' };

function unknown(index: number): string {
  return `9${String(index).padStart(9, '0')}`;
}

async function start(now: () => number): Promise<Started<IadvizeReads>> {
  const world = createWorld({ seed: 7, size: 1, now: now() });
  const keys = SECRETS.map((secret, index) => ({ label: `key-${index + 1}`, secret, websites: 'all' as const }));
  const simulator = await startIadvizeSimulator({ world, now, keys });
  const { truth } = simulator;
  const operatorIds = truth.operatorIds().map(String);
  const visitorIds = truth.visitorIds().map(String);
  const period = { from: now() - 60 * DAY_MS, until: now() };
  const [conversationId = 0] = truth.conversationIds(undefined, period);
  const visitorId = String(truth.conversation(conversationId)?.visitorId);
  const yesterday = { from: now() - 25 * DAY_MS, until: now() - DAY_MS };
  const transactions = truth.transactions(undefined, yesterday);
  const transactionIds = transactions.map(({ id }) => String(id));
  const buyer = transactions.map(({ visitorEmail }) => visitorEmail).find((one) => /^[a-z.]+\d*@/.test(one ?? ''));
  const email = operatorIds
    .map((id) => truth.operator(Number(id))?.email)
    .find((one) => /^[a-z.]+\d*@/.test(one ?? ''));
  const reads: readonly Read<IadvizeReads>[] = [
    {
      ...common,
      name: 'operator',
      kind: 'item',
      row: IADVIZE.operator,
      pages: IADVIZE.operators,
      optional: firstName,
      ids: operatorIds,
      unknown,
      one: (from, reader, id) => from.operator(reader, id),
    },
    {
      ...common,
      name: 'chat visitor',
      kind: 'item',
      row: IADVIZE.visitor,
      pages: IADVIZE.visitors,
      optional: { wire: 'country', model: 'country' },
      ids: visitorIds,
      unknown,
      one: (from, reader, id) => from.chatVisitor(reader, id),
    },
    {
      ...common,
      name: 'transaction',
      kind: 'item',
      row: IADVIZE.transaction,
      pages: IADVIZE.transactions,
      optional: { wire: 'amount', model: 'amount' },
      ids: transactionIds,
      unknown,
      one: (from, reader, id) => from.transaction(reader, id),
    },
    {
      ...common,
      name: 'satisfaction',
      kind: 'item',
      row: IADVIZE.satisfaction,
      optional: { wire: 'comment', model: 'comment' },
      ids: truth.satisfactions().map(({ id }) => String(id)),
      unknown,
      one: (from, reader, id) => from.satisfaction(reader, id),
    },
    {
      ...common,
      name: 'transactions',
      kind: 'list',
      row: IADVIZE.transactions,
      optional: { wire: 'external_id', model: 'externalId' },
      rows: (from, reader) => itemsOf(from.transactions(reader, {}), 20),
    },
    {
      ...common,
      name: 'transactions of a person',
      kind: 'lookup',
      row: IADVIZE.transactions,
      optional: { wire: 'external_id', model: 'externalId' },
      rows: (from, reader) => itemsOf(from.transactionsByEmail(reader, buyer ?? '')),
    },
    {
      ...common,
      name: 'satisfactions',
      kind: 'list',
      row: IADVIZE.satisfactions,
      optional: { wire: 'comment', model: 'comment' },
      rows: (from, reader) => itemsOf(from.satisfactions(reader, {}), 30),
    },
    {
      ...common,
      name: 'call meetings',
      kind: 'list',
      row: IADVIZE.callMeetings,
      optional: { wire: 'status', model: 'status' },
      rows: (from, reader) => itemsOf(from.callMeetings(reader, {}), 30),
    },
    {
      ...common,
      name: 'chat visitors',
      kind: 'list',
      row: IADVIZE.visitors,
      optional: { wire: 'browser', model: 'browser' },
      rows: (from, reader) => itemsOf(from.chatVisitors(reader, {}), 30),
    },
    {
      ...common,
      name: 'skills',
      kind: 'list',
      row: IADVIZE.skills,
      optional: { wire: 'order', model: 'order' },
      rows: (from, reader) => itemsOf(from.skills(reader, {})),
    },
    {
      ...common,
      name: 'tag',
      kind: 'item',
      row: IADVIZE.tag,
      pages: IADVIZE.tags,
      optional: { wire: 'name', model: 'name' },
      ids: truth.tags.map(({ id }) => String(id)),
      unknown,
      one: (from, reader, id) => from.tag(reader, id),
    },
    {
      ...common,
      name: 'live operators',
      kind: 'lookup',
      row: IADVIZE.operatorsLive,
      optional: { wire: 'connected', model: 'connected' },
      idOf: ({ operatorId }) => String(operatorId),
      rows: (from, reader) => from.liveOperators(reader, { groupId: '51' }),
    },
    {
      ...common,
      name: 'operators',
      kind: 'list',
      row: IADVIZE.operators,
      optional: firstName,
      rows: (from, reader) => itemsOf(from.operators(reader, {}), 30),
    },
    {
      ...common,
      name: 'conversations',
      kind: 'list',
      row: IADVIZE.conversations,
      optional: channel,
      rows: (from, reader) => itemsOf(from.conversations(reader, {}), 30),
    },
    {
      ...common,
      name: 'conversations of a visitor',
      kind: 'lookup',
      row: IADVIZE.conversations,
      optional: channel,
      rows: (from, reader) => itemsOf(from.conversations(reader, { visitorId })),
    },
    {
      ...common,
      name: 'operator by e-mail',
      kind: 'lookup',
      row: IADVIZE.operators,
      optional: firstName,
      rows: async (from, reader) => [await from.operatorByEmail(reader, email ?? '')].filter((one) => one !== null),
    },
  ];
  const list = { query: { full: '1', limit: '100', page: '1' } };
  const item = (id: string | number | undefined) => ({ values: { id: String(id) } });
  const formatHistory = '0';
  const month = { 'filters[from]': '2026-03-01 00:00:00', 'filters[to]': '2026-03-31 23:59:59' };
  const months = { 'filters[from]': '2026-03-01 00:00:00', 'filters[to]': '2026-05-01 00:00:00' };
  return {
    simulator,
    baseUrl: `${simulator.origin}/api/2`,
    reads,
    refuseFirstKey: () => simulator.edit.revokeKey('key-1'),
    samples: {
      [IADVIZE.clients.id]: list,
      [IADVIZE.client.id]: item(CLIENTS[0]?.id),
      [IADVIZE.websites.id]: list,
      [IADVIZE.website.id]: item(truth.websites[0]?.id),
      [IADVIZE.operators.id]: list,
      [IADVIZE.operator.id]: item(operatorIds[0]),
      [IADVIZE.operatorsLive.id]: { query: { 'filters[group_id]': '51' } },
      [IADVIZE.operatorLive.id]: item(operatorIds[0]),
      [IADVIZE.operatorStatistic.id]: item(operatorIds[0]),
      [IADVIZE.operatorProfile.id]: item(operatorIds[0]),
      [IADVIZE.groups.id]: list,
      [IADVIZE.group.id]: item(truth.groups[0]?.id),
      [IADVIZE.skills.id]: list,
      [IADVIZE.skill.id]: item(truth.skills[0]?.id),
      [IADVIZE.tags.id]: list,
      [IADVIZE.tag.id]: item(truth.tags[0]?.id),
      [IADVIZE.conversations.id]: { query: { ...list.query, ...months, formatHistory } },
      [IADVIZE.conversation.id]: { ...item(conversationId), query: { formatHistory } },
      [IADVIZE.transactions.id]: { query: { ...list.query, ...month } },
      [IADVIZE.transaction.id]: item(transactionIds[0]),
      [IADVIZE.satisfactions.id]: list,
      [IADVIZE.satisfaction.id]: item(truth.satisfactions()[0]?.id),
      [IADVIZE.statistic.id]: { query: { 'filters[channel]': 'chat', 'filters[indicators]': 'contact_number' } },
      [IADVIZE.callMeetings.id]: list,
      [IADVIZE.visitors.id]: list,
      [IADVIZE.visitor.id]: item(visitorIds[0]),
    },
  };
}

const meta = { status: 'success' };
const isItem = ({ path }: EndpointRow): boolean => path.includes('{id}');

function told(status: 'fail' | 'error', message: string): unknown {
  return { meta: { status, message } };
}

describeSource<IadvizeReads>({
  name: 'iadvize',
  upstream: 'IADVIZE',
  endpoints: IADVIZE,
  windows: IADVIZE_WINDOWS,
  largestPage: 100,
  authorize: authorizeIadvize,
  judge: iadvizeVerdict,
  secrets: SECRETS,
  hidden: SECRETS,
  severalKeys: true,
  // The vendor refuses a key as such with 403.
  start,
  create: ({ send, answers, collections, drifts, clock }, keys) =>
    createIadvizeSource({ send, keys, answers, collections, drifts, clock }),
  records: {
    of: (row, body) => {
      const { data } = body as { readonly data: unknown };
      return isItem(row) ? [data as Wire] : (data as readonly Wire[]);
    },
    put: (row, body, records) => ({ ...(body as Wire), data: isItem(row) ? records[0] : records }),
  },
  wrong: [
    { name: 'no data', list: { meta }, item: { meta } },
    { name: 'an object for a list, a list for an object', list: { meta, data: {} }, item: { meta, data: [] } },
    { name: 'no word of success', list: { data: [] }, item: { data: { id: 1 } } },
    { name: 'an unknown word', list: { meta: { status: 'maybe' }, data: [] }, item: { meta: { status: 1 }, data: {} } },
    { name: 'another record', item: { meta, data: { id: 1 } } },
    { name: 'a bare list', list: [], item: [] },
  ],
  inside200: [
    { name: 'an unknown id', body: told('fail', "Unknown 'operator' with 'id' 5."), item: null, list: null },
    {
      name: 'a refused value',
      body: told('fail', "Value of field 'page' is not valid."),
      item: 'UPSTREAM_REJECTED',
      list: 'UPSTREAM_REJECTED',
    },
    {
      name: 'a refused key',
      body: told('error', 'Forbidden'),
      item: 'UPSTREAM_UNAUTHORIZED',
      list: 'UPSTREAM_UNAUTHORIZED',
    },
    {
      name: 'a failure of the service',
      body: told('error', 'Database on fire.'),
      item: 'UPSTREAM_UNAVAILABLE',
      list: 'UPSTREAM_UNAVAILABLE',
    },
  ],
});
