/** Sends a GraphQL request to this process and nowhere else. No cookies: the key is in a header. */
export async function send<T>(body: object, headers: Readonly<Record<string, string>>): Promise<T> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return response.json();
}
