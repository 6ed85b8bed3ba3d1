import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const EXPOS = '{ expos(first: 1) { nodes { id } } }';

let open: TestGateway;
let closed: TestGateway;

beforeAll(async () => {
  [open, closed] = await Promise.all([startGateway(), startGateway({ env: { WEIR_ANONYMOUS: 'off' } })]);
});
afterAll(async () => {
  await Promise.all([open[Symbol.asyncDispose](), closed[Symbol.asyncDispose]()]);
});

type Sent = { readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> };

async function send(url: string | URL, init: RequestInit): Promise<Sent> {
  const response = await fetch(url, init);
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json\b/);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Sent['body'] };
}

function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method: 'POST', headers: { 'content-type': JSON_TYPE, ...headers }, body: text };
}

function getUrl(parameters: Record<string, string>): URL {
  const url = new URL(open.url);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

function codesOf({ body }: Sent): unknown {
  return (body.errors as { extensions: { code: string } }[] | undefined)?.map(({ extensions }) => extensions.code);
}

const KEY = { 'x-api-key': 'sandbox' };

describe('an answer by media type', () => {
  const cases: readonly (readonly [name: string, body: object, graphql: number, json: number, code: string | null])[] =
    [
      ['with data', { query: EXPOS }, 200, 200, null],
      [
        'with data and errors',
        { query: '{ expos(first: 1) { nodes { id } } expo(id: "?") { id } }' },
        200,
        200,
        'BAD_USER_INPUT',
      ],
      ['all null beside an error', { query: '{ expo(id: "?") { id } }' }, 200, 200, 'BAD_USER_INPUT'],
      ['of a document that cannot be parsed', { query: '{ expos {' }, 400, 200, 'GRAPHQL_PARSE_FAILED'],
      ['of a document that is not valid', { query: '{ nothing }' }, 400, 200, 'GRAPHQL_VALIDATION_FAILED'],
      [
        'of wrong variables',
        { query: 'query($n: Int!) { expos(first: $n) { nodes { id } } }', variables: { n: 'x' } },
        400,
        200,
        'BAD_USER_INPUT',
      ],
      [
        'of an unknown operation name',
        { query: `query A ${EXPOS}`, operationName: 'B' },
        400,
        200,
        'OPERATION_RESOLUTION_FAILURE',
      ],
      [
        'of an unknown hash',
        { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
        200,
        200,
        'PERSISTED_QUERY_NOT_FOUND',
      ],
      ['of a body without a query', { variables: {} }, 400, 400, 'BAD_REQUEST'],
      ['of a query that is no text', { query: 3 }, 400, 400, 'BAD_REQUEST'],
      ['of variables that are no object', { query: EXPOS, variables: '{}' }, 400, 400, 'BAD_REQUEST'],
      ['of a batch', [{ query: EXPOS }, { query: EXPOS }] as unknown as object, 400, 400, 'BAD_REQUEST'],
      ['of a batch of one', [{ query: EXPOS }] as unknown as object, 400, 400, 'BAD_REQUEST'],
    ];

  it.each(cases)('%s', async (_name, body, graphql, json, code) => {
    for (const [accept, status] of [
      [GRAPHQL_TYPE, graphql],
      [JSON_TYPE, json],
      ['*/*', json],
      [`${GRAPHQL_TYPE};charset=utf-8, ${JSON_TYPE};q=0.5`, graphql],
    ] as const) {
      const answer = await send(open.url, post(body, { accept }));
      expect(answer.status, accept).toBe(status);
      expect(codesOf(answer)).toEqual(code === null ? undefined : [code]);
      expect(answer.headers.get('cache-control')).toBe('data' in answer.body ? 'private, no-cache' : 'no-store');
      expect(answer.headers.get('vary')).toBe('Accept, Accept-Encoding, Authorization, X-API-Key, Origin');
    }
  });

  it('is of the type asked for', async () => {
    const typeFor = async (accept: string) =>
      (await send(open.url, post({ query: EXPOS }, { accept }))).headers.get('content-type')?.split(';')[0];
    expect(await typeFor(GRAPHQL_TYPE)).toBe(GRAPHQL_TYPE);
    expect(await typeFor(JSON_TYPE)).toBe(JSON_TYPE);
    expect(await typeFor('*/*')).toBe(JSON_TYPE);
  });

  it('carries cost but no data when the operation is refused', async () => {
    const { body } = await send(open.url, post({ query: '{ nothing }' }, { accept: GRAPHQL_TYPE }));
    expect(body).not.toHaveProperty('data');
    expect(body.extensions).toMatchObject({ cost: { actual: 0, retries: 0, shared: 0, byUpstream: {} } });
  });
});

describe('a request that is refused before GraphQL', () => {
  const huge = JSON.stringify({ query: EXPOS, variables: { x: 'y'.repeat(1_000_000) } });
  const cases: readonly (readonly [name: string, path: string, init: RequestInit, status: number])[] = [
    ['not JSON', '/graphql', post('{'), 400],
    ['an empty body', '/graphql', post(''), 400],
    ['not UTF-8', '/graphql', { ...post(''), body: Buffer.from([0x7b, 0xff, 0x7d]) }, 400],
    ['text/plain', '/graphql', post('{}', { 'content-type': 'text/plain' }), 415],
    ['a form', '/graphql', { method: 'POST', body: new URLSearchParams({ query: EXPOS }) }, 415],
    ['multipart', '/graphql', { method: 'POST', body: new FormData() }, 415],
    ['another charset', '/graphql', post('{}', { 'content-type': 'application/json; charset=latin1' }), 415],
    ['a compressed body', '/graphql', post('{}', { 'content-encoding': 'gzip' }), 415],
    ['no JSON accepted', '/graphql', post({ query: EXPOS }, { accept: 'text/plain' }), 406],
    ['only a page accepted', '/graphql', post({ query: EXPOS }, { accept: 'text/html' }), 406],
    ['too large', '/graphql', post(huge), 413],
    ['PUT', '/graphql', { method: 'PUT', body: '{}' }, 405],
    ['DELETE', '/graphql', { method: 'DELETE' }, 405],
    ['POST to the metrics', '/metrics', post('{}'), 405],
    ['POST to the health', '/health/ready', post('{}'), 405],
    ['an unknown path', '/nothing', {}, 404],
    ['a path outside', '/explorer/../../package.json', {}, 404],
  ];

  it.each(cases)('%s', async (_name, path, init, status) => {
    const answer = await send(new URL(path, open.url), init);
    expect(answer.status).toBe(status);
    expect(codesOf(answer)).toEqual(['BAD_REQUEST']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/GET/);
  });

  it('needs a key where nobody may read without one', async () => {
    const keys = [
      {},
      { 'x-api-key': 'wrong' },
      { authorization: 'Bearer wrong' },
      { authorization: 'Basic c2FuZGJveDo=' },
    ];
    for (const accept of [JSON_TYPE, GRAPHQL_TYPE]) {
      for (const headers of keys) {
        const answer = await send(closed.url, post({ query: EXPOS }, { accept, ...headers }));
        expect(answer.status).toBe(401);
        expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
    }
    for (const headers of [KEY, { authorization: 'Bearer sandbox' }, { authorization: 'bearer sandbox' }])
      expect((await send(closed.url, post({ query: EXPOS }, headers))).status).toBe(200);
    expect((await send(open.url, post({ query: EXPOS }, { 'x-api-key': 'wrong' }))).status).toBe(401);
  });
});

describe('a query by GET', () => {
  it('passes with a key header, with the preflight header, or as JSON', async () => {
    for (const headers of [
      KEY,
      { authorization: 'Bearer sandbox' },
      { 'apollo-require-preflight': 'true' },
      { 'content-type': JSON_TYPE },
    ]) {
      const answer = await send(getUrl({ query: EXPOS }), { headers });
      expect(answer.status).toBe(200);
      expect(answer.body.data).toMatchObject({ expos: { nodes: [{}] } });
    }
  });

  it('is refused where a plain form or link could have sent it', async () => {
    const answer = await send(getUrl({ query: EXPOS }), {});
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('takes variables, operation name and extensions as JSON', async () => {
    const query = 'query A($n: Int!) { expos(first: $n) { nodes { id } } } query B { __typename }';
    const parameters = { query, variables: '{"n":1}', operationName: 'A', extensions: '{"cost":false}' };
    const { status, body } = await send(getUrl(parameters), { headers: KEY });
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { expos: { nodes: [{}] } } });
    expect(body).not.toHaveProperty('extensions');
    const broken = await send(getUrl({ query, variables: '{' }), { headers: KEY });
    expect([broken.status, codesOf(broken)]).toEqual([400, ['BAD_REQUEST']]);
    const none = await send(getUrl({}), { headers: KEY });
    expect([none.status, codesOf(none)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('never runs a mutation', async () => {
    for (const query of ['mutation { x }', 'mutation M { __typename }']) {
      const answer = await send(getUrl({ query }), { headers: { ...KEY, accept: GRAPHQL_TYPE } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toHaveProperty('data');
    }
  });
});

describe('a query by its hash', () => {
  it('is not found, then sent with its text once, then found by POST and by GET', async () => {
    const query = '{ expos(first: 2) { nodes { name } } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const byHash = () => send(open.url, post({ extensions }, { accept: GRAPHQL_TYPE }));
    const byGet = () => send(getUrl({ extensions: JSON.stringify(extensions) }), { headers: KEY });
    for (const answer of [await byHash(), await byGet()]) {
      expect([answer.status, codesOf(answer)]).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect((await send(open.url, post({ query, extensions }))).body.data).toBeDefined();
    for (const answer of [await byHash(), await byGet()])
      expect(answer.body.data).toMatchObject({ expos: { nodes: [{}, {}] } });
  });

  it('must be the hash of the text', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } };
    const answer = await send(open.url, post({ query: EXPOS, extensions }));
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });
});
