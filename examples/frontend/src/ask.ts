import type { TypedDocumentString } from './gql/graphql';

type ErrorTold = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly retryAfterSeconds?: number };
};

/** Data may be there beside errors: a field that failed is null, and its error has its path. */
export type Answer<T> = {
  readonly data?: T | null;
  readonly errors?: readonly ErrorTold[];
  readonly extensions: { readonly cost: { readonly actual: number } };
};

/** Asks a gateway. Variables and answer are typed by the document. */
export async function ask<T, V>(
  url: string,
  key: string,
  document: TypedDocumentString<T, V>,
  variables: V,
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  return (await response.json()) as Answer<T>;
}
