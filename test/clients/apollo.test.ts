import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { apolloClient } from './clients.ts';
import { watchRequests } from './requests.ts';

const KEY = { 'x-api-key': 'test-secret' };

const LEADS = gql`query Leads($first: Int!, $after: String) {
  leads(product: PLUS_EMPLOYEE, first: $first, after: $after) {
    edges { cursor node { id companyName pageViews } }
    pageInfo { hasNextPage endCursor }
  }
}`;

type Lead = { readonly id: string; readonly companyName: string | null; readonly pageViews: number };
type Leads = {
  readonly leads: {
    readonly edges: readonly { readonly cursor: string; readonly node: Lead }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

let gateway: TestGateway;
let leads: readonly Lead[];

beforeAll(async () => {
  gateway = await startGateway({ live: true });
  const { data } = await gateway.ask('{ leads(product: PLUS_EMPLOYEE) { nodes { id companyName pageViews } } }', {
    headers: KEY,
  });
  leads = (data as { leads: { nodes: readonly Lead[] } }).leads.nodes;
});
afterAll(() => gateway[Symbol.asyncDispose]());
afterEach(() => vi.restoreAllMocks());

describe('Apollo Client', () => {
  it('pages with fetchMore and joins the pages in its cache', async () => {
    const cache = new InMemoryCache({
      typePolicies: { Query: { fields: { leads: relayStylePagination(['product', 'filter']) } } },
    });
    const client = new ApolloClient({ link: new HttpLink({ uri: gateway.url, headers: KEY }), cache });
    const asked = { query: LEADS, variables: { first: 4 } };
    let page = (await client.query<Leads>(asked)).data?.leads;
    const watched = client.watchQuery<Leads>(asked);
    for (let more = 0; more < 3; more += 1) {
      expect(page?.pageInfo.hasNextPage).toBe(true);
      page = (await watched.fetchMore({ variables: { after: page?.pageInfo.endCursor } })).data?.leads;
    }
    const held = client.readQuery<Leads>({ query: LEADS });
    expect(held?.leads.edges.map(({ node }) => node)).toMatchObject(leads.slice(0, 16));
    expect(held?.leads.edges).toHaveLength(16);
    expect(held?.leads.pageInfo).toMatchObject(page?.pageInfo ?? {});
  });

  it('keeps one entry of a record, by its type and id, whatever way it was read', async () => {
    const client = apolloClient(gateway.url, KEY);
    await client.query({ query: LEADS, variables: { first: 3 } });
    const [lead] = leads;
    const id = client.cache.identify({ __typename: 'Lead', id: lead?.id });
    expect(client.cache.extract()).toHaveProperty([id ?? '']);
    const byNode = gql`query Again($id: ID!) { node(id: $id) { id ... on Lead { country } } }`;
    await client.query({ query: byNode, variables: { id: lead?.id } });
    const fragment = gql`fragment Both on Lead { id companyName pageViews country }`;
    expect(client.readFragment({ fragment, id: id ?? '' })).toMatchObject({ ...lead, country: expect.anything() });
    const held = Object.keys(client.cache.extract() as object);
    expect(held.filter((key) => key.startsWith('Lead:'))).toHaveLength(3);
  });

  it('gives the data beside the errors where the error policy is all', async () => {
    const query = gql`{ company(domain: "known.example") { domain } expo(id: "?") { id } }`;
    const { data, error } = await apolloClient(gateway.url, KEY).query({ query, errorPolicy: 'all' });
    expect(data).toMatchObject({ company: { domain: 'known.example' }, expo: null });
    expect(error).toMatchObject({ errors: [{ path: ['expo'], extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('reads by GET where it is told to', async () => {
    const requests = watchRequests();
    const link = new HttpLink({ uri: gateway.url, headers: KEY, useGETForQueries: true });
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const { data } = await client.query<Leads>({ query: LEADS, variables: { first: 2 } });
    expect(data?.leads.edges.map(({ node }) => node)).toMatchObject(leads.slice(0, 2));
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('sends the text of a persisted query once, and from then on its hash', async () => {
    const requests = watchRequests();
    const persisted = () => {
      const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
      const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
      return new ApolloClient({
        link: link.concat(new HttpLink({ uri: gateway.url, headers: KEY })),
        cache: new InMemoryCache(),
      });
    };
    for (const _ of ['first', 'second']) {
      const { data } = await persisted().query<Leads>({ query: LEADS, variables: { first: 3 } });
      expect(data?.leads.edges.map(({ node }) => node)).toMatchObject(leads.slice(0, 3));
    }
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
    expect(requests.filter(({ url }) => url.includes('query='))).toEqual([]);
  });
});
