import type { Draws } from './draws.ts';
import { damage, encoded, large, wordSalad, wrongExtensions, wrongMembers, wrongValue } from './malformed-bodies.ts';
import { rawRequest } from './raw-requests.ts';
import { HEADERS, type MalformedRequest, posted, SECRET, VALID, VALID_TEXT } from './well-formed-request.ts';

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
