import type { GraphiQLProps } from 'graphiql';
import { Kind, parse } from 'graphql';

type Fetcher = GraphiQLProps['fetcher'];
type Operation = Parameters<Fetcher>[0];

/** Sends to this process and nowhere else. No cookies: the consumer key is in the headers editor. */
export const fetcher: Fetcher = async (operation, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...options?.headers,
    },
    body: JSON.stringify({ ...operation, operationName: ownOperationName(operation) }),
  });
  return response.json();
};

/** GraphiQL learns a tab's operation name a moment after opening it. Run in that moment, it sends the last tab's name. */
function ownOperationName({ query, operationName }: Operation): string | null | undefined {
  const names = operationNames(query);
  return names.length === 1 ? names[0] : operationName;
}

function operationNames(query: string): (string | undefined)[] {
  try {
    const operations = parse(query).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return operations.map((operation) => ('name' in operation ? operation.name?.value : undefined));
  } catch {
    return []; // The server says what is wrong with the text.
  }
}
