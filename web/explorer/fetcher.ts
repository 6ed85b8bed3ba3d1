import type { GraphiQLProps } from 'graphiql';

/** Sends to this process and nowhere else. No cookies: the consumer key is in the headers editor. */
export const fetcher: GraphiQLProps['fetcher'] = async (operation, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...options?.headers,
    },
    body: JSON.stringify(operation),
  });
  return response.json();
};
