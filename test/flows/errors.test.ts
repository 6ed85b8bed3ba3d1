import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { PUBLIC_CODES } from '../../src/server/problem.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';

/** Every wrong value carries a part of it. */
const MARKS = ['annasecret', '77777'];
const TEXT = 'annasecret@person.example';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

function expectDiscreet({ errors }: Answer, secrets: readonly string[] = MARKS): void {
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) {
    expect(PUBLIC_CODES.has(String(error.extensions.code)), String(error.extensions.code)).toBe(true);
    const text = JSON.stringify(error);
    for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret);
    expect(text).not.toMatch(/127\.0\.0\.1|https?:|node_modules|\/src\/|\.ts\b|\bat \w+ \(/);
    expect(Object.keys(error).every((name) => ['message', 'path', 'locations', 'extensions'].includes(name))).toBe(
      true,
    );
  }
}

const LEADS = (filter: string): string => `{ leads(product: PLUS_PERSON, filter: ${filter}) { nodes { id } } }`;

const WRONG_LITERALS: readonly string[] = [
  `{ expos(first: "${TEXT}") { nodes { id } } }`,
  '{ expos(first: 777777777777) { nodes { id } } }',
  '{ expos(first: 1.77777) { nodes { id } } }',
  '{ expos(first: 77777) { nodes { id } } }',
  `{ expos(after: "${TEXT}") { nodes { id } } }`,
  '{ leads(product: ANNASECRET) { nodes { id } } }',
  `{ leads(product: "${TEXT}") { nodes { id } } }`,
  LEADS(`{ from: "${TEXT}" }`),
  LEADS('{ from: 77777 }'),
  LEADS('{ from: "2026-02-30T00:00:00Z", email: "annasecret" }'),
  LEADS('{ email: "annasecret" }'),
  LEADS('{ email: ["annasecret"] }'),
  LEADS(`{ emial: "${TEXT}" }`),
  LEADS(`"${TEXT}"`),
  LEADS('{ minPageViews: "annasecret" }'),
  `{ person(email: "${TEXT}; x") { id } }`,
  '{ person(email: 77777) { id } }',
  `{ person(email: { a: "${TEXT}" }) { id } }`,
  `{ people(emails: ["a@b.example", "annasecret"]) { id } }`,
  `{ node(id: "${TEXT}") { id } }`,
  `{ nodes(ids: ["${TEXT}"]) { id } }`,
  `{ visitor(id: "${TEXT}") { id } }`,
  `{ visitors(expoId: "${TEXT}") { nodes { id } } }`,
  `{ campaignReports(filter: { from: "${TEXT}" }) { nodes { id } } }`,
  `{ campaignReports(filter: { channel: "${TEXT}" }) { nodes { id } } }`,
  `{ conversations(filter: { channel: "${TEXT}", from: "x" }) { nodes { id } } }`,
  `{ usage(from: "${TEXT}", to: "x", resolution: ANNASECRET) { calls } }`,
  `query($x: Int = "${TEXT}") { expos(first: $x) { nodes { id } } }`,
  `{ expos @skip(if: "${TEXT}") { nodes { id } } }`,
  `{ "${TEXT}" }`,
  `query "${TEXT}" { expos { nodes { id } } }`,
  '{ expos(reference: "annasecret) { nodes { id } } }',
  '{ expos(first: 1annasecret) { nodes { id } } }',
  '{ person(email: annasecret@person.example) { id } }',
  '{ __typename } annasecret',
  '{ __typename } "annasecret"',
  '{ __typename } 77777',
  '{ expos(reference: "\\uannasecret") { nodes { id } } }',
  '{ expos(reference: """annasecret',
];

/** The type of one variable, a field that takes it, and values that are wrong for it. */
const WRONG_VARIABLES: readonly (readonly [type: string, field: string, values: readonly unknown[]])[] = [
  [
    'EmailAddress!',
    'person(email: $x) { id }',
    ['annasecret', 'foo; annasecret@x', 'x" at "annasecret"; annasecret', ['annasecret@x'], { annasecret: 1 }, 77777],
  ],
  [
    'LeadFilter',
    'leads(product: PLUS_PERSON, filter: $x) { nodes { id } }',
    [
      { email: 'annasecret' },
      { 'annasecret@person.example': 1 },
      { 'annasecret; annasecret': 1 },
      { email: { email: 'annasecret' } },
      'annasecret',
      { minPageViews: 'annasecret: x' },
      { minPageViews: 7.7777777 },
      { from: 'annasecret, found x' },
      { from: '2026-01-01', to: 'annasecret' },
    ],
  ],
  [
    'LeadProduct!',
    'leads(product: $x) { nodes { id } }',
    ['ANNASECRET', 'x" does not exist in annasecret', 77777, { a: 'annasecret' }, ['PLUS_PERSON', 'annasecret']],
  ],
  ['[ID!]!', 'nodes(ids: $x) { id }', [[{ a: 'annasecret' }], ['annasecret'], [['annasecret']], 'annasecret']],
  ['Int', 'expos(first: $x) { nodes { id } }', ['annasecret', 1.77777, 777777777777, { a: 'annasecret' }, 77777]],
  ['String', 'expos(reference: $x) { nodes { id } }', [77777, ['annasecret'], { a: 'annasecret' }]],
  ['Boolean!', 'expos @skip(if: $x) { nodes { id } }', ['annasecret', 77777]],
  ['Date', 'campaignReports(filter: { from: $x }) { nodes { id } }', ['annasecret', 77777, '2026-02-30 annasecret']],
];

describe('what a caller sent wrong', () => {
  it.each(WRONG_LITERALS)('is not repeated: %s', async (query) => {
    const answer = await gateway.ask(query);
    expectDiscreet(answer);
    expect(answer.extensions.cost.actual).toBe(0);
  });

  it.each(WRONG_VARIABLES)('is not repeated from a variable of type %s', async (type, field, values) => {
    for (const x of values) {
      const answer = await gateway.ask(`query($x: ${type}) { ${field} }`, { variables: { x } });
      expectDiscreet(answer);
      expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      if (answer.status === 400) expect(answer.errors[0]?.message).toMatch(/^Variable "\$x"/);
    }
  });

  it('is named by argument and type', async () => {
    const messageOf = async (query: string, variables = {}) =>
      (await gateway.ask(query, { variables })).errors[0]?.message;
    expect(await messageOf('{ person(email: "x") { id } }')).toBe(
      'email: an e-mail address (see /docs/errors#BAD_USER_INPUT)',
    );
    expect(await messageOf(LEADS('{ from: "x" }'))).toMatch(/^filter\.from: an RFC 3339 instant/);
    expect(await messageOf('{ leads(product: X) { nodes { id } } }')).toMatch(/^product: .*"LeadProduct"/);
    const byVariable = 'query($f: LeadFilter) { leads(product: PLUS_PERSON, filter: $f) { nodes { id } } }';
    expect(await messageOf(byVariable, { f: { minPageViews: 'x' } })).toMatch(
      /^Variable "\$f" of type LeadFilter, at f\.minPageViews: Int cannot represent/,
    );
  });

  it('is not repeated from the names beside the query', async () => {
    const body = { query: 'query A { __typename }', operationName: 'annasecret' };
    const named = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expectDiscreet((await named.json()) as Answer);
    for (const extensions of [
      { cache: { annasecret: 1 } },
      { cache: { maxAge: 'annasecret' } },
      { cache: 'annasecret' },
      { cache: { mode: 'annasecret' } },
    ]) {
      const answer = await gateway.ask('{ __typename }', { extensions });
      expectDiscreet(answer, ['annasecret'].slice('annasecret' in Object(extensions.cache) ? 1 : 0));
    }
  });
});

const PERSONAL = 'Q-annasecret-Q';
const FAULTS: readonly (readonly [name: string, fault: Fault, code: string])[] = [
  ['a 400 with words', { kind: 'status', status: 400, body: `{"message":"${PERSONAL}"}` }, 'UPSTREAM_REJECTED'],
  ['a 401', { kind: 'status', status: 401, body: PERSONAL }, 'UPSTREAM_UNAUTHORIZED'],
  ['a 403', { kind: 'status', status: 403, body: PERSONAL }, 'UPSTREAM_FORBIDDEN'],
  ['a 429', { kind: 'status', status: 429, headers: { 'retry-after': '7' } }, 'UPSTREAM_RATE_LIMITED'],
  [
    'a 500 with a stack',
    { kind: 'status', status: 500, body: `Error: ${PERSONAL}\n at x (/src/y.ts)` },
    'UPSTREAM_UNAVAILABLE',
  ],
  [
    'a redirect',
    { kind: 'status', status: 302, headers: { location: `http://${PERSONAL}/` } },
    'UPSTREAM_BAD_RESPONSE',
  ],
  [
    'a page instead of JSON',
    { kind: 'body', body: `<p>${PERSONAL}</p>`, contentType: 'text/html' },
    'UPSTREAM_BAD_RESPONSE',
  ],
  ['JSON of another shape', { kind: 'body', body: `{"${PERSONAL}":[1]}` }, 'UPSTREAM_BAD_RESPONSE'],
  ['half an answer', { kind: 'truncated' }, 'UPSTREAM_UNAVAILABLE'],
  ['a closed connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
  ['a deep answer', { kind: 'deep', depth: 5_000 }, 'UPSTREAM_BAD_RESPONSE'],
  ['an endless answer', { kind: 'huge', bytes: 20_000_000 }, 'UPSTREAM_BAD_RESPONSE'],
  ['a bomb', { kind: 'bomb', bytes: 50_000_000, encoding: 'gzip' }, 'UPSTREAM_BAD_RESPONSE'],
];

describe('what an upstream did wrong', () => {
  it.each(FAULTS)('%s', async (_name, fault, code) => {
    await using own = await startGateway();
    own.sandbox.visit.faults.inject(fault, { times: Number.POSITIVE_INFINITY });
    const answer = await own.ask('{ expos(reference: "annasecret") { nodes { id } } }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ expos: null });
    expect(answer.errors).toMatchObject([{ path: ['expos'], extensions: { code, upstream: 'VISIT' } }]);
    expectDiscreet(answer);
    const allowed = ['code', 'upstream', ...(code === 'UPSTREAM_RATE_LIMITED' ? ['retryAfterSeconds'] : [])];
    expect(Object.keys(answer.errors[0]?.extensions ?? {}).sort()).toEqual(allowed.sort());
  });
});
