import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { parse } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';

export type Headers = Readonly<Record<string, string>>;
type Variables = Readonly<Record<string, unknown>>;

/** What an application gets to see of an answer. */
export type Seen = {
  readonly data?: unknown;
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  /** Of the answer, where the client tells it. */
  readonly status?: number;
};

/** A stock client with nothing set but the address and, where one is needed, the key. */
export type StockClient = {
  ask(query: string, variables?: Variables): Promise<Seen>;
  /** Asks, and gives up in the client's own way when the function is called. */
  leave(query: string): () => void;
};

export type StockClients = Readonly<Record<string, (url: string, headers: Headers) => StockClient>>;

export function apolloClient(url: string, headers: Headers): ApolloClient {
  return new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache: new InMemoryCache() });
}

function apollo(url: string, headers: Headers): StockClient {
  const client = apolloClient(url, headers);
  return {
    ask: async (query, variables = {}) => {
      try {
        const { data } = await client.query({ query: parse(query), variables });
        return { data, errors: [] };
      } catch (error) {
        if (CombinedGraphQLErrors.is(error))
          return { data: error.data, errors: error.errors.map((one) => ({ ...one })) };
        if (!ServerError.is(error)) throw error;
        return { ...JSON.parse(error.bodyText), status: error.statusCode } as Seen;
      }
    },
    leave: (query) => {
      const watching = client.watchQuery({ query: parse(query) }).subscribe(() => undefined);
      return () => watching.unsubscribe();
    },
  };
}

export function urqlClient(url: string, headers: Headers): Client {
  return new Client({ url, exchanges: [cacheExchange, fetchExchange], fetchOptions: { headers: { ...headers } } });
}

function urql(url: string, headers: Headers): StockClient {
  const client = urqlClient(url, headers);
  return {
    ask: async (query, variables = {}) => {
      const { data, error } = await client.query(query, variables);
      const status = (error?.response as Response | undefined)?.status;
      const errors = error?.graphQLErrors.map(({ message, path, extensions }) => ({ message, path, extensions })) ?? [];
      return { data, errors, ...(status !== undefined && { status }) };
    },
    leave: (query) => client.query(query, {}).subscribe(() => undefined).unsubscribe,
  };
}

function graphqlRequest(url: string, headers: Headers): StockClient {
  const client = new GraphQLClient(url, { headers: { ...headers } });
  return {
    ask: async (query, variables = {}) => {
      try {
        return { data: await client.request(query, variables), errors: [] };
      } catch (error) {
        if (!(error instanceof ClientError)) throw error;
        const { data, errors = [], status } = error.response;
        return { data, errors: errors.map((one) => ({ ...one })), status };
      }
    },
    leave: (query) => {
      const leaving = new AbortController();
      client.request({ document: query, signal: leaving.signal }).catch(() => undefined);
      return () => leaving.abort();
    },
  };
}

export const STOCK_CLIENTS: StockClients = { 'Apollo Client': apollo, urql, 'graphql-request': graphqlRequest };
