import { startNotifyVisitorsSimulator } from '../../src/sandbox/notify-visitors/simulator.ts';
import { createWorld, DAY_MS } from '../../src/sandbox/world.ts';
import { NOTIFY_VISITORS, NOTIFY_VISITORS_WINDOWS } from '../../src/sources/notify-visitors/endpoints.ts';
import type { NotifyVisitorsReads } from '../../src/sources/notify-visitors/loaders.ts';
import { authorizeNotifyVisitors, createNotifyVisitorsSource } from '../../src/sources/notify-visitors/source.ts';
import { notifyVisitorsVerdict } from '../../src/sources/notify-visitors/wire.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import { itemsOf } from '../support/source-harness.ts';
import type { Read, Started, Wire } from './spec.ts';
import { describeSource } from './suite.ts';

const BRAND_ID = '7001';
const API_KEY = 'conformance-account-key';
const TOKEN = 'conformance-partner-token';
const MOST_USERS = 230;

const campaign = { required: 'campaign_id', idOf: ({ campaignId }: Wire) => String(campaignId) };

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

async function start(now: () => number): Promise<Started<NotifyVisitorsReads>> {
  const world = createWorld({ seed: 7, size: 2, now: now() });
  const simulator = await startNotifyVisitorsSimulator({
    world,
    now,
    brandId: BRAND_ID,
    apiKey: API_KEY,
    accessToken: TOKEN,
  });
  const { truth } = simulator;
  const people = Array.from({ length: world.people.count }, (_, index) => truth.userIdOfPerson(index));
  const userIds = people.filter((id) => id !== undefined).slice(0, MOST_USERS);
  const range = { from: dayOf(now() - 29 * DAY_MS), to: dayOf(now()) };
  const campaignIds = truth.campaignIds(range);
  const [newest = ''] = campaignIds;
  const name = truth.campaign(newest)?.name ?? '';
  const reads: readonly Read<NotifyVisitorsReads>[] = [
    {
      name: 'profile',
      kind: 'item',
      row: NOTIFY_VISITORS.user,
      required: 'userID',
      optional: { wire: 'created_at', model: 'createdAt' },
      idOf: ({ userId }) => String(userId),
      ids: userIds,
      unknown: (index) => `nobody-${index}@example.com`,
      one: (from, reader, id) => from.profile(reader, id),
    },
    {
      ...campaign,
      name: 'report',
      kind: 'item',
      row: NOTIFY_VISITORS.campaign,
      pages: NOTIFY_VISITORS.campaigns,
      optional: { wire: 'campaign_name', model: 'name' },
      ids: campaignIds,
      unknown: (index) => `none-${index}`,
      one: (from, reader, id) => from.campaignReport(reader, id, range),
    },
    {
      ...campaign,
      name: 'reports',
      kind: 'list',
      row: NOTIFY_VISITORS.campaigns,
      optional: { wire: 'campaign_name', model: 'name' },
      rows: (from, reader) => itemsOf(from.campaignReports(reader, {}), 30),
    },
    {
      ...campaign,
      name: 'campaign by name',
      kind: 'lookup',
      row: NOTIFY_VISITORS.campaigns,
      optional: { wire: 'status', model: 'status' },
      rows: async (from, reader) => [await from.campaignNamed(reader, name)].filter((one) => one !== null),
    },
  ];
  return {
    simulator,
    baseUrl: simulator.origin,
    reads,
    samples: {
      [NOTIFY_VISITORS.user.id]: { body: { userID: userIds[0] } },
      [NOTIFY_VISITORS.campaigns.id]: { query: { ...range, page: '1', limit: '100' } },
      [NOTIFY_VISITORS.campaign.id]: { query: { ...range, campaign_id: newest } },
      [NOTIFY_VISITORS.days.id]: { query: { ...range, campaign_id: newest } },
    },
  };
}

function success(data: unknown): unknown {
  return { response: { data, message: 'success', status: 'success' } };
}

function failure(message: string): unknown {
  return { response: { data: {}, message, status: 'error' } };
}

type Container = { readonly response: { readonly data: Wire } };
const isItem = ({ paging }: EndpointRow): boolean => paging === 'none';

describeSource<NotifyVisitorsReads>({
  name: 'notify-visitors',
  upstream: 'NOTIFY_VISITORS',
  endpoints: NOTIFY_VISITORS,
  windows: NOTIFY_VISITORS_WINDOWS,
  largestPage: 100,
  authorize: authorizeNotifyVisitors,
  judge: notifyVisitorsVerdict,
  secrets: [JSON.stringify({ brandId: BRAND_ID, key: API_KEY }), JSON.stringify({ token: TOKEN })],
  hidden: [API_KEY, TOKEN],
  severalKeys: false,
  start,
  create: ({ send, answers, drifts, clock }, keys) =>
    createNotifyVisitorsSource({ send, keys, answers, drifts, clock }),
  records: {
    of: (row, body) => {
      const { data } = (body as Container).response;
      return isItem(row) ? [data] : (data.campaigns as readonly Wire[]);
    },
    put: (row, body, records) => {
      const { response } = body as Container;
      const data = isItem(row) ? records[0] : { ...response.data, campaigns: records };
      return { response: { ...response, data } };
    },
  },
  wrong: [
    { name: 'no data', list: success(null), item: success(null) },
    { name: 'a list for an object', list: success([]), item: success([]) },
    { name: 'rows that are no list', list: success({ campaigns: { 0: {} } }) },
    { name: 'an object without anything', list: success({}), item: success({}) },
    { name: 'another record', item: success({ userID: 'another', campaign_id: 'another' }) },
    { name: 'an empty container', list: { response: {} }, item: { response: {} } },
  ],
  inside200: [
    { name: 'an error', body: failure('Invalid resource'), item: null, list: 'UPSTREAM_REJECTED' },
    {
      name: 'a spent limit',
      body: failure('Rate limit exceeded'),
      item: 'UPSTREAM_RATE_LIMITED',
      list: 'UPSTREAM_RATE_LIMITED',
    },
  ],
});
