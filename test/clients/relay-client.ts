import {
  createOperationDescriptor,
  Environment,
  type FetchFunction,
  fetchQuery,
  type GraphQLResponse,
  getSingularSelector,
  Network,
  type OperationDescriptor,
  type ReaderFragment,
  RecordSource,
  Store,
  type Variables,
} from 'relay-runtime';
import type { Headers } from './clients.ts';
import type { RelayProject } from './relay-project.ts';

type Data = Readonly<Record<string, unknown>>;

/** relay-runtime over a compiled project, as React's hooks use it. */
export type RelayClient = {
  /** Fetches an operation into the store; gives what its own selection holds. */
  fetch(operation: string, variables: Variables): Promise<Data>;
  /** What the store holds of a fragment now, for a record that an operation or another fragment gave. */
  read(fragment: string, reference: unknown): Promise<Data>;
};

function networkTo(url: string, headers: Headers): FetchFunction {
  return async ({ text }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as GraphQLResponse;
  };
}

function lookUp(environment: Environment, selector: OperationDescriptor['fragment']): Data {
  const { data, isMissingData } = environment.lookup(selector);
  if (isMissingData || data === undefined || data === null) throw new Error('the store lacks what was fetched');
  return data as Data;
}

export function createRelayClient(project: RelayProject, url: string, headers: Headers): RelayClient {
  const environment = new Environment({
    network: Network.create(networkTo(url, headers)),
    store: new Store(new RecordSource()),
  });
  return {
    fetch: async (name, variables) => {
      const operation = await project.operation(name);
      const descriptor = createOperationDescriptor(operation, variables);
      environment.retain(descriptor);
      await fetchQuery(environment, operation, variables).toPromise();
      return lookUp(environment, descriptor.fragment);
    },
    read: async (name, reference) => {
      const fragment: ReaderFragment = await project.fragment(name);
      const selector = getSingularSelector(fragment, reference);
      if (selector === null || selector === undefined) throw new Error(`no ${name} is spread at this place`);
      return lookUp(environment, selector);
    },
  };
}
