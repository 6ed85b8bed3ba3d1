import type { Draws } from './draws.ts';
import { rawRequest } from './raw-requests.ts';

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

const VALID = {
  query:
    'query Expos($first: Int, $reference: String) { expos(first: $first, reference: $reference) { nodes { id } } }',
  variables: { first: 1, reference: SECRET },
  operationName: 'Expos',
  extensions: { cache: { maxAge: 60 } },
};
const VALID_TEXT = JSON.stringify(VALID);
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
  'x-api-key': 'test-secret',
};

const nest = (levels: number, open: string, inside: string, close: string): string =>
  open.repeat(levels) + inside + close.repeat(levels);

/** A body as JSON, whatever it holds. */
const posted = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): MalformedRequest => ({
  kind: 'http',
  method: 'POST',
  path: '/graphql',
  headers: { ...HEADERS, ...headers },
  body,
});

/** Some of its bytes lost, doubled or replaced. */
function damage(text: string, draws: Draws): Buffer {
  let bytes = Buffer.from(text);
  for (let times = 1 + draws.below(6); times > 0; times -= 1) {
    const at = draws.below(bytes.length + 1);
    const length = draws.below(8);
    const put = draws.pick([draws.bytes(length), bytes.subarray(at, at + length), Buffer.alloc(0)]);
    bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + draws.pick([0, 1, length]))]);
  }
  return bytes;
}

/** JSON texts for where another kind of value belongs. Numbers beyond all bounds and repeated keys have no value to print. */
function wrongValue(draws: Draws): string {
  return draws.pick<() => string>([
    () =>
      draws.pick(['null', 'true', '0', '-1', '1e999', '1e-999', '123456789012345678901234567890', '""', '[]', '{}']),
    () => JSON.stringify(draws.text(draws.below(40))),
    () => `"${SECRET}"`,
    () => `["${SECRET}", {"${SECRET}": null}]`,
    () => `{"__proto__": {"query": "${SECRET}"}, "constructor": {"prototype": {"data": 1}}, "toString": null}`,
    () => nest(1 + draws.below(3_000), '[', '', ']'),
    () => nest(1 + draws.below(3_000), '{"a":', '1', '}'),
    () =>
      `{"first": ${draws.pick(['1.5', '-1', '1e99', '"1"', '[1]', '{"a":1}', 'null', 'true'])}, "reference": ["${SECRET}"]}`,
    () => `{"first": 1, "first": "${SECRET}"}`,
    () => `"${'x'.repeat(draws.below(5_000))}"`,
    () => '"\\ud800"',
    () => '"\\u0000"',
    () => VALID_TEXT,
  ])();
}

function wrongMembers(draws: Draws): MalformedRequest {
  const members = Object.entries(VALID).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const wrong = members.map(([name, text]) => `"${name}":${draws.below(3) === 0 ? wrongValue(draws) : text}`);
  const kept = wrong.filter(() => draws.below(8) > 0);
  const extra =
    draws.below(4) === 0 ? [`"${draws.pick(['__proto__', 'constructor', 'id', 'saved'])}":${wrongValue(draws)}`] : [];
  return posted(`{${[...kept, ...extra].join(',')}}`);
}

function wrongExtensions(draws: Draws): MalformedRequest {
  const name = draws.pick(['cache', 'persistedQuery', 'cost', 'dryRun', 'admission', 'saved', '__proto__']);
  const inside = draws.pick(['maxAge', 'staleIfError', 'mode', 'version', 'sha256Hash', '__proto__']);
  const value = draws.pick([wrongValue(draws), `{"${inside}":${wrongValue(draws)}}`]);
  const query = draws.pick([`"query":${JSON.stringify(VALID.query)},`, '']);
  return posted(`{${query}"extensions":{"${name}":${value}}}`);
}

const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '=',
  '|',
  '&',
  '...',
  '@',
  '$',
  '"',
  '"""',
  '#',
  ',',
  '\\',
  '\n',
  '\u0000',
  '\ufeff',
  'query',
  'mutation',
  'subscription',
  'fragment F on Query',
  'on',
  'expos',
  'nodes',
  'id',
  '__typename',
  '__schema',
  'first',
  '1',
  '1.5e',
  '-0',
  'null',
  'true',
  '$first',
  '@skip(if: true)',
  '@include',
  'extend',
  'type',
  'schema',
  '"text"',
  '\ud800',
  '\u{1f600}',
] as const;

/** Words of GraphQL in an order of their own. */
function wordSalad(draws: Draws): MalformedRequest {
  const start = draws.pick(['', '{ expos { nodes { id ', 'query Q($first: Int) { ', VALID.query]);
  const words = Array.from({ length: draws.below(60) }, () => draws.pick(PIECES)).join(draws.pick(['', ' ']));
  return posted(JSON.stringify({ query: start + words, variables: draws.pick([null, { first: 1 }]) }));
}

function encoded(draws: Draws): MalformedRequest {
  return draws.pick<() => MalformedRequest>([
    () => posted(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(VALID_TEXT)])),
    () => posted(Buffer.from(VALID_TEXT, 'utf16le')),
    () => posted(Buffer.concat([Buffer.from('{"query":"'), draws.bytes(20), Buffer.from('"}')])),
    () => posted(VALID_TEXT.replace(SECRET, `\\ud800${SECRET}\\udfff`)),
    () => posted(VALID_TEXT, { 'content-encoding': draws.pick(['gzip', 'br', 'identity', 'x', '']) }),
    () =>
      posted(VALID_TEXT, {
        'content-type': `application/json; charset=${draws.pick(['utf-16', 'latin1', '"utf-8"', '', 'utf-8; charset=x'])}`,
      }),
  ])();
}

const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/json/x',
  ';',
  'APPLICATION/JSON',
  'application/json;;;',
  'application/*',
  '*/*',
  '',
  'x'.repeat(2_000),
] as const;
const ACCEPTS = [
  'text/html',
  'image/*',
  'multipart/mixed',
  'application/json;q=0',
  'application/json;q=x',
  '*/*;q=0',
  ';;;',
  ',',
  '/',
  'application/graphql-response+json;charset=utf-16',
  '*',
  'application/json, text/html;q=0.5',
  'a/b,'.repeat(300),
] as const;

function wrongHeaders(draws: Draws): MalformedRequest {
  return posted(
    VALID_TEXT,
    draws.pick<() => Record<string, string>>([
      () => ({ 'content-type': draws.pick(TYPES) }),
      () => ({ accept: draws.pick(ACCEPTS) }),
      () => ({ 'x-api-key': draws.pick([SECRET, '', `test-secret ${SECRET}`, 'x'.repeat(4_000)]) }),
      () => ({
        authorization: draws.pick([
          SECRET,
          `Bearer ${SECRET}`,
          'Bearer',
          'Bearer a b',
          `Basic ${SECRET}`,
          'Bearer test-secret',
        ]),
      }),
      () => ({
        'cache-control': draws.pick([
          `max-age=${SECRET}`,
          'max-age=-1',
          'only-if-cached, no-cache, x="',
          '=,=,='.repeat(100),
        ]),
      }),
      () => ({ origin: draws.pick(['null', 'x', `https://${SECRET}.example`, 'https://a b']) }),
      () => ({
        cookie: `a=${SECRET}`,
        range: 'bytes=0-1',
        'if-none-match': '*',
        'x-http-method-override': 'DELETE',
        te: 'trailers',
      }),
      () => ({ 'apollo-require-preflight': '', 'x-apollo-operation-name': SECRET }),
    ])(),
  );
}

/** What may stand in a request line: everything else is for raw sockets. */
const inLine = (text: string): string => encodeURI(text.toWellFormed()).slice(0, 6_000);

function wrongQueryString(draws: Draws): MalformedRequest {
  const parts = ['query', 'variables', 'operationName', 'extensions', 'query', 'x'].filter(() => draws.below(3) > 0);
  const valueFor = (name: string): string =>
    draws.pick([
      encodeURIComponent(name === 'query' ? VALID.query : wrongValue(draws).toWellFormed().slice(0, 1_000)),
      encodeURIComponent(JSON.stringify(VALID.variables)),
      draws.pick(['', '%', '%zz', '%ff%fe', '+', '%00', '{', SECRET]),
      encodeURIComponent(draws.text(20).toWellFormed()),
    ]);
  const query = parts
    .map((name) => `${name}${draws.pick(['=', '', '=='])}${valueFor(name)}`)
    .join(draws.pick(['&', '&&', ';']));
  const { accept, 'x-api-key': key } = HEADERS;
  const type = draws.pick<Record<string, string>>([
    {},
    { 'content-type': 'application/json' },
    { 'content-type': draws.pick(TYPES) || 'x' },
  ]);
  return { kind: 'http', method: 'GET', path: `/graphql?${query}`, headers: { accept, 'x-api-key': key, ...type } };
}

function wrongPlace(draws: Draws): MalformedRequest {
  const paths = [
    '/graphql/',
    '//graphql',
    '/graphql/../metrics/x',
    '/%67raphql',
    '/explorer/../../package.json',
    '/explorer/%2e%2e/x',
    '/..%5c..%5cpackage.json',
    '/health',
    '/GRAPHQL',
    '/graphql%00',
    inLine(`/${draws.text(30)}`),
    `/${'a'.repeat(4_000)}`,
    '/?query={__typename}',
  ];
  const method = draws.pick(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const);
  const path = draws.pick(['/graphql', '/health/live', '/metrics', ...paths]);
  // A well-formed query is an answer, too.
  return { kind: 'http', method, path, headers: HEADERS, ...(method !== 'OPTIONS' && { body: VALID_TEXT }) };
}

function large(draws: Draws): MalformedRequest {
  return posted(
    draws.pick<() => string>([
      () => `{"query":"{__typename}","variables":{"x":"${'x'.repeat(draws.below(1_200_000))}"}}`,
      () => nest(draws.below(100_000), '[', '', ']'),
      () => nest(draws.below(50_000), '{"query":', '1', '}'),
      () => `{"query":"${'{a'.repeat(draws.below(50_000))}"}`,
      () => `{"query":"{__typename}","variables":{"x":[${'1e999,'.repeat(draws.below(50_000))}1]}}`,
      () =>
        `{"query":"query($x:[ID!]!){nodes(ids:$x){id}}","variables":{"x":[${'{"a":1},'.repeat(draws.below(20_000))}1]}}`,
      () => `[${`${VALID_TEXT},`.repeat(draws.below(500))}${VALID_TEXT}]`,
    ])(),
  );
}

/** How often of a hundred each kind comes. */
const KINDS: readonly (readonly [weight: number, make: (draws: Draws) => MalformedRequest])[] = [
  [4, (draws) => posted(draws.bytes(draws.below(200)))],
  [10, (draws) => posted(VALID_TEXT.slice(0, draws.below(VALID_TEXT.length)))],
  [4, (draws) => posted(VALID_TEXT.repeat(2 + draws.below(3)))],
  [15, (draws) => posted(damage(VALID_TEXT, draws))],
  [5, (draws) => posted(wrongValue(draws))],
  [15, wrongMembers],
  [6, wrongExtensions],
  [12, wordSalad],
  [5, encoded],
  [8, wrongHeaders],
  [6, wrongQueryString],
  [3, wrongPlace],
  [1, large],
  [6, rawRequest],
];

export function malformedRequest(draws: Draws): MalformedRequest {
  let left = draws.below(KINDS.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, make] of KINDS) {
    left -= weight;
    if (left < 0) return make(draws);
  }
  throw new RangeError('the weights do not add up');
}
