import { join } from 'node:path';
import type { GraphQLInterfaceType } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { globalId } from '../../src/domains/global-id.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { schema } from '../golden/endpoint-calls.ts';
import { pastExpo } from '../golden/visit-rows.ts';
import { runWeir } from '../support/commands.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { makeFolder } from '../support/process.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { waysOf } from '../support/ways.ts';

const HEADERS = { 'x-api-key': 'test-secret' };
/** How soon a gateway has seen what a command dropped. */
const SEEN_MS = 2_000;

/** Every type of record, with a list that has two of it. */
const LISTS: Readonly<Record<string, string>> = {
  Expo: 'expos(first: 3) { nodes { id } }',
  Visitor: 'visitors(expoId: EXPO, first: 3) { nodes { id } }',
  Partner: 'partners(expoId: EXPO, first: 3) { nodes { id } }',
  Participant: 'participants(expoId: EXPO, first: 3) { nodes { id } }',
  Encounter: 'encounters(expoId: EXPO, first: 3) { nodes { id } }',
  Content: 'contents(expoId: EXPO, first: 3) { nodes { id } }',
  License: 'licenses(expoId: EXPO, first: 3) { nodes { id } }',
  Payment: 'payments(expoId: EXPO, first: 3) { nodes { id } }',
  Touchpoint: 'touchpoints(expoId: EXPO, first: 3) { nodes { id } }',
  Action: 'actions(expoId: EXPO, first: 3) { nodes { id } }',
  Activity: 'activities(expoId: EXPO, first: 3) { nodes { id } }',
  Webhook: 'webhooks(expoId: EXPO, first: 3) { nodes { id } }',
  Lead: 'leads(product: PLUS_PERSON, first: 3) { nodes { id } }',
  ResellerCustomer: 'resellerCustomers(first: 3) { nodes { id } }',
  AccountUser: 'accountUsers(first: 3) { nodes { id } }',
  ProspectCompany: 'prospectCompanies(first: 3) { nodes { id } }',
  ProspectContact: 'prospectContacts(first: 3) { nodes { id } }',
  ExcludedIp: 'excludedIps(first: 3) { nodes { id } }',
  KnownCustomer: 'knownCustomers(first: 3) { nodes { id } }',
  SuppressionEntry: 'suppressionList(first: 3) { nodes { id } }',
  BulkJob: 'bulkJobs(first: 3) { nodes { id } }',
  Operator: 'operators(first: 3) { nodes { id } }',
  OperatorGroup: 'operatorGroups(first: 3) { nodes { id } }',
  Skill: 'skills(first: 3) { nodes { id } }',
  Website: 'websites(first: 3) { nodes { id } }',
  Tag: 'tags(first: 3) { nodes { id } }',
  Conversation: 'conversations(first: 3) { nodes { id } }',
  ChatVisitor: 'chatVisitors(first: 3) { nodes { id } }',
  Transaction: 'transactions(first: 3) { nodes { id } }',
  Satisfaction: 'satisfactions(first: 3) { nodes { id } }',
  CallMeeting: 'callMeetings(first: 3) { nodes { id } }',
  CampaignReport: 'campaignReports(first: 3) { nodes { id } }',
  ResellerService: 'resellerServices { id }',
  IdealCustomerProfile: 'idealCustomerProfiles { id }',
};

type Ids = readonly { readonly id: string }[];
type Page = { readonly page: Ids | { readonly nodes: Ids } };

describe('weir drop', () => {
  const folder = makeFolder();
  let sandbox: Sandbox;
  /** Another one, which is asked for ids: the one under test has read nothing but what a test reads. */
  let lists: TestGateway;
  let clock: VirtualClock;
  let gateway: TestGateway;
  let env: Record<string, string>;
  let stores = 0;

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: 1, size: 1, now: Date.now });
    lists = await startGateway({ live: true, sandbox });
  });
  beforeEach(async () => {
    stores += 1;
    env = { WEIR_STORE: `sqlite:${join(folder.path, String(stores), 'weir.db')}` };
    clock = createVirtualClock(Date.now());
    gateway = await startGateway({ clock, live: true, sandbox, env });
  });
  afterEach(() => gateway[Symbol.asyncDispose]());
  afterAll(async () => {
    await lists[Symbol.asyncDispose]();
    await sandbox.close();
    folder[Symbol.dispose]();
  });

  async function ask(query: string, variables: Record<string, unknown> = {}) {
    gateway.takeCalls();
    const { data, errors } = await gateway.ask(query, { variables, headers: HEADERS });
    expect(errors).toEqual([]);
    return { data, calls: gateway.takeCalls() };
  }

  async function drop(...ids: readonly string[]): Promise<unknown> {
    const { code, stdout, stderr } = await runWeir(env, 'drop', ...ids, '--json');
    expect([code, stderr]).toEqual([0, '']);
    clock.advance(SEEN_MS);
    return JSON.parse(stdout);
  }

  async function idsOf(type: string): Promise<readonly [string, string]> {
    const list = LISTS[type]?.replace('EXPO', `"${pastExpo(sandbox)}"`);
    const { data } = await lists.ask(`{ page: ${list} }`, { headers: HEADERS });
    const { page } = data as Page;
    const [first = '', second = ''] = ('nodes' in page ? page.nodes : page).map(({ id }) => id);
    return [first, second];
  }

  async function accountIds(): Promise<readonly string[]> {
    const { data } = await lists.ask('{ page: clientAccounts { nodes { id } } }', { headers: HEADERS });
    return (data as { page: { nodes: Ids } }).page.nodes.map(({ id }) => id);
  }

  it('has records read again that it names, and no others, of every type', async () => {
    const one = (type: string, id: string) =>
      ask(`query ($id: ID!) { node(id: $id) { id ... on ${type} { sourceId } } }`, { id });
    const types = Object.keys(LISTS);
    const pairs = await Promise.all(types.map(async (type) => [type, ...(await idsOf(type))] as const));
    const held = new Map<string, unknown>();
    for (const [type, first, second] of pairs)
      for (const id of [first, second]) held.set(id, (await one(type, id)).data);
    for (const [type, first, second] of pairs)
      expect([type, (await one(type, first)).calls, (await one(type, second)).calls]).toEqual([type, [], []]);
    await drop(...pairs.map(([, first]) => first));
    for (const [type, first, second] of pairs) {
      expect([type, (await one(type, second)).calls]).toEqual([type, []]);
      const again = await one(type, first);
      expect([type, again.calls.length > 0, again.data]).toEqual([type, true, held.get(first)]);
      expect([type, (await one(type, first)).calls]).toEqual([type, []]);
    }
  });

  it('leaves no type of record out', () => {
    const types = schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType).map(({ name }) => name);
    // One account, and profiles without a list; a person and a company are told by records of several kinds.
    const others = ['ClientAccount', 'CustomerProfile', 'Person', 'Company'];
    expect([...Object.keys(LISTS), ...others].toSorted()).toEqual(types.toSorted());
  });

  it('has a profile and an account read again', async () => {
    const userId = sandbox.notifyVisitors.truth.userIdOfPerson(0) ?? '';
    const [account = ''] = await accountIds();
    const query = `query ($id: ID!) { node(id: $id) { ... on CustomerProfile { userId } ... on ClientAccount { sourceId } } }`;
    for (const id of [globalId('CustomerProfile', userId), account]) {
      await ask(query, { id });
      expect((await ask(query, { id })).calls).toEqual([]);
      await drop(id);
      expect((await ask(query, { id })).calls).toHaveLength(1);
    }
  });

  it('has a correction seen that nothing tells of, in a list from a copy, by one call', async () => {
    const emails = Array.from({ length: 9 }, (_, index) => sandbox.world.people.at(index).email);
    const leads = `query ($emails: [EmailAddress!]!) { people(emails: $emails) { leads { nodes { id title } } } }`;
    const { data } = await ask(leads, { emails });
    const first = (data as { people: { leads: { nodes: { id: string }[] } }[] }).people.flatMap(
      (one) => one.leads.nodes,
    )[0];
    expect((await ask(leads, { emails })).calls).toEqual([]);
    expect(await drop(first?.id ?? '')).toEqual({ records: 1, rows: 1 });
    const again = await ask(leads, { emails });
    expect(again.calls).toHaveLength(1);
    expect(again.calls[0]).toContain(' GET ');
    expect(again.data).toEqual(data);
    expect((await ask(leads, { emails })).calls).toEqual([]);
  });

  it('ends what is sent from ready bytes', async () => {
    const [first] = await idsOf('Partner');
    const query = `{ node(id: "${first}") { ... on Partner { name } } }`;
    await ask(query);
    for (let time = 0; time < 4; time += 1) {
      await ask(query);
      clock.advance(1_000);
    }
    const { ready } = await waysOf(gateway);
    expect(ready).toBeGreaterThan(0);
    await drop(first);
    expect((await ask(query)).calls).toHaveLength(1);
    expect((await waysOf(gateway)).ready).toBe(ready);
  });

  it('takes global ids of records only', async () => {
    const person = globalId('Person', 'a@b.example');
    for (const [id, words] of [
      ['4711', 'no global id; allowed: what `id` tells of a record'],
      [person, 'a Person is no record of an upstream; allowed: ids of the records that tell of it'],
    ] as const) {
      const { code, stderr } = await runWeir(env, 'drop', id);
      expect([code, stderr]).toEqual([2, `weir: ${words}\n`]);
    }
  });
});
