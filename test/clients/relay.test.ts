import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pastExpo, visitorsIn } from '../golden/visit-rows.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { connectionFields, everyConnectionModule, fragmentName } from './every-connection.ts';
import { mergedFiles } from './merged-files.ts';
import { createRelayClient, type RelayClient } from './relay-client.ts';
import { compileRelayProject, type RelayProject } from './relay-project.ts';

const KEY = { authorization: 'Bearer test-secret' };

type Row = Readonly<Record<string, unknown>>;
type Connection = {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

let gateway: TestGateway;
let schema: GraphQLSchema;
let project: RelayProject;
let relay: RelayClient;

beforeAll(async () => {
  gateway = await startGateway({ live: true });
  const { data } = await gateway.ask(getIntrospectionQuery(), { headers: KEY });
  schema = buildClientSchema(data as unknown as IntrospectionQuery);
  project = compileRelayProject({ schema: printSchema(schema) });
  relay = createRelayClient(project, gateway.url, KEY);
}, 60_000);
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  project[Symbol.dispose]();
});

/** Pages to the end as usePaginationFragment does, and gives all nodes. */
async function pageThrough(
  read: () => Promise<Row>,
  field: string,
  next: (cursor: string | null) => Promise<unknown>,
): Promise<{ readonly pages: number; readonly nodes: readonly Row[] }> {
  for (let pages = 1; ; pages += 1) {
    const { edges, pageInfo } = (await read())[field] as Connection;
    if (!pageInfo.hasNextPage) return { pages, nodes: edges.map(({ node }) => node) };
    await next(pageInfo.endCursor);
  }
}

describe('relay-compiler', () => {
  it('compiles fragments that are paged and read again', () => {
    expect(project.artifacts.toSorted()).toEqual([
      'expoVisitors',
      'expoVisitorsPageQuery',
      'expoVisitorsQuery',
      'leadList',
      'leadListItem',
      'leadListItemQuery',
      'leadListPageQuery',
      'leadListQuery',
      'personConversations',
      'personConversationsPageQuery',
      'personConversationsQuery',
    ]);
  });

  it.each([
    ['as a client reads it', () => printSchema(schema)],
    ['as its files have it', mergedFiles],
  ])('pages through every connection of the schema, %s', async (_how, text) => {
    const connections = connectionFields(schema);
    using every = compileRelayProject({
      schema: text(),
      modules: { 'every-connection.ts': everyConnectionModule(connections) },
    });
    expect(connections.length).toBeGreaterThan(20);
    for (const connection of connections) {
      const name = fragmentName(connection);
      expect((await every.fragment(name)).metadata?.connection).toHaveLength(1);
      if (!connection.refetchable) continue;
      const { text: query } = (await every.operation(`${name}PageQuery`)).params;
      // Null would mean that Relay takes the field for one of the client's own.
      expect(query).toContain(`${connection.field}(`);
    }
  });
});

describe('a Relay application', () => {
  it('pages from the root', async () => {
    const variables = { product: 'PLUS_EMPLOYEE', filter: { minPageViews: 6 } };
    const root = await relay.fetch('leadListQuery', variables);
    const { pages, nodes } = await pageThrough(
      () => relay.read('leadList', root),
      'leads',
      (cursor) => relay.fetch('leadListPageQuery', { ...variables, count: 20, cursor }),
    );
    const all = await gateway.ask(
      `query ($product: LeadProduct!, $filter: LeadFilter) {
        leads(product: $product, filter: $filter, first: 1000) { nodes { id companyName country company { domain } } }
      }`,
      { variables, headers: KEY },
    );
    const items = await Promise.all(
      nodes.map(async (node) => ({ id: node.id, ...(await relay.read('leadListItem', node)) })),
    );
    expect(items).toEqual((all.data as { leads: { nodes: unknown } }).leads.nodes);
    expect(pages).toBeGreaterThan(2);
  });

  it('reads a record by its id alone', async () => {
    const root = await relay.fetch('leadListQuery', { product: 'PLUS_EMPLOYEE' });
    const [edge] = ((await relay.read('leadList', root)).leads as Connection).edges;
    const other = createRelayClient(project, gateway.url, KEY);
    const { node } = await other.fetch('leadListItemQuery', { id: edge?.node.id });
    const item = await other.read('leadListItem', node);
    expect(item).toEqual(await relay.read('leadListItem', edge?.node));
    expect(item).toMatchObject({ companyName: expect.any(String), company: { domain: expect.any(String) } });
  });

  it('pages from a record that it reads again', async () => {
    const id = pastExpo(gateway.sandbox);
    const { expo } = await relay.fetch('expoVisitorsQuery', { id });
    const first = await relay.read('expoVisitors', expo);
    const { pages, nodes } = await pageThrough(
      () => relay.read('expoVisitors', expo),
      'visitors',
      (cursor) => relay.fetch('expoVisitorsPageQuery', { id: first.id, count: 50, cursor }),
    );
    const truth = visitorsIn(gateway.sandbox, id, ['registered', 'invited']);
    expect(nodes.map(({ sourceId }) => sourceId)).toEqual(truth.map((visitor) => visitor.id));
    expect(new Set(nodes.map(({ registrationState }) => registrationState))).toEqual(
      new Set(['registered', 'invited']),
    );
    expect(pages).toBeGreaterThan(2);
  });

  it('pages from a person, who is read again by an id that holds the address', async () => {
    const { email } = gateway.sandbox.world.people.at(0);
    const { person } = await relay.fetch('personConversationsQuery', { email });
    const { id } = await relay.read('personConversations', person);
    const { pages, nodes } = await pageThrough(
      () => relay.read('personConversations', person),
      'conversations',
      (cursor) => relay.fetch('personConversationsPageQuery', { id, count: 1, cursor }),
    );
    const all = await gateway.ask(
      'query ($email: EmailAddress!) { person(email: $email) { conversations { nodes { id operator { pseudo } } } } }',
      { variables: { email }, headers: KEY },
    );
    expect({ person: { conversations: { nodes } } }).toMatchObject(all.data ?? {});
    expect(pages).toBeGreaterThan(1);
  });
});
