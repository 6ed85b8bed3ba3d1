/** A request by an HTTP client, or bytes that no client would send. */
export type MalformedRequest =
  | {
      readonly kind: 'http';
      readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'PATCH';
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
    }
  | {
      readonly kind: 'raw';
      readonly bytes: Buffer;
      /** Whether the sender keeps the connection open, as if there were more to come. */
      readonly stays?: boolean;
    };

/** A value of the caller's, in all kinds of places. It comes back in no answer. */
export const SECRET = 'annasecret';

export const VALID = {
  query:
    'query Expos($first: Int, $reference: String) { expos(first: $first, reference: $reference) { nodes { id } } }',
  variables: { first: 1, reference: SECRET },
  operationName: 'Expos',
  extensions: { cache: { maxAge: 60 } },
};
export const VALID_TEXT = JSON.stringify(VALID);
export const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
  'x-api-key': 'test-secret',
};

export const nest = (levels: number, open: string, inside: string, close: string): string =>
  open.repeat(levels) + inside + close.repeat(levels);

/** A body as JSON, whatever it holds. */
export const posted = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): MalformedRequest => ({
  kind: 'http',
  method: 'POST',
  path: '/graphql',
  headers: { ...HEADERS, ...headers },
  body,
});
