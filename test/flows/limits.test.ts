import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const KEY = { 'x-api-key': 'sandbox' };
const LONG = `{${'id '.repeat(20_000)}}`;

let gateway: TestGateway;
let narrow: TestGateway;

beforeAll(async () => {
  [gateway, narrow] = await Promise.all([startGateway(), startGateway({ config: { maxRows: 100 } })]);
});
afterAll(async () => {
  await Promise.all([gateway[Symbol.asyncDispose](), narrow[Symbol.asyncDispose]()]);
});

const LINK = ' (see /docs/errors#OPERATION_LIMIT_EXCEEDED)';

/** Refused before anything is executed. */
async function expectRefused(one: TestGateway, query: string, message: string | RegExp, variables = {}): Promise<void> {
  one.takeCalls();
  const answer = await one.ask(query, { variables });
  expect(Object.keys(answer)).not.toContain('data');
  expect(answer.status).toBe(400);
  const told = answer.errors.map((error) => ({ ...error, message: error.message.replace(LINK, '') }));
  expect(told).toEqual([{ message: expect.stringMatching(message), extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } }]);
  expect(answer.extensions.cost).toMatchObject({ actual: 0, byUpstream: {} });
  expect(one.takeCalls()).toEqual([]);
}

describe('an operation above a limit', () => {
  it('is refused with its own status by answer type, by POST and by GET', async () => {
    const get = new URL(gateway.url);
    get.searchParams.set('query', `{${'id '.repeat(4_000)}}`.replace('{', '{...F '));
    for (const [accept, status] of [
      ['application/graphql-response+json', 400],
      ['application/json', 200],
    ] as const) {
      const headers = { accept, 'content-type': 'application/json', ...KEY };
      const posted = await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify({ query: LONG }) });
      for (const response of [posted, await fetch(get, { headers })]) {
        expect(response.status).toBe(status);
        expect(response.headers.get('content-type')).toContain(accept);
        expect(response.headers.get('cache-control')).toBe('no-store');
        const body = (await response.json()) as Record<string, unknown>;
        expect(body).toMatchObject({
          errors: [{ extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } }],
          extensions: { cost: { actual: 0 } },
        });
        expect(body).not.toHaveProperty('data');
      }
    }
  });

  it('is refused again, and with a hash beside its text', async () => {
    await expectRefused(gateway, LONG, /^Tokens: at most 10,000, found 10,001 or more$/);
    await expectRefused(gateway, LONG, /^Tokens: /);
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(LONG).digest('hex') };
    const answer = await gateway.ask(LONG, { extensions: { persistedQuery } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } }]);
    const byHash = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions: { persistedQuery } }),
    });
    expect(await byHash.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
  });

  it('is refused by its text even where another part of the request is wrong', async () => {
    const body = JSON.stringify({ query: LONG, operationName: 'Nothing' });
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_LIMIT_EXCEEDED' } }] });
  });
});

describe('maxRows', () => {
  const nested = (outer: string, inner: string): string =>
    `expos(first: ${outer}) { nodes { visitors(first: ${inner}) { nodes { id } } } }`;

  it('refuses what may answer with more rows, and answers what may just have as many', async () => {
    expect((await narrow.ask(`{ ${nested('10', '10')} }`)).errors).toEqual([]);
    await expectRefused(narrow, `{ ${nested('10', '11')} }`, /^Rows: at most 100, found 110$/);
    await expectRefused(narrow, '{ expos(first: 101) { totalCount } }', /^Rows: at most 100, found 101$/);
    // Two lists of the default 50.
    expect((await narrow.ask('{ a: expos { totalCount } b: expos(first: null) { totalCount } }')).errors).toEqual([]);
    await expectRefused(narrow, '{ a: expos { totalCount } b: expos(first: 51) { totalCount } }', /found 101$/);
  });

  it('looks at the variables of each request, not of the first with this text', async () => {
    const query = `query($n: Int) { ${nested('2', '$n')} }`;
    for (const round of [1, 2]) {
      expect((await narrow.ask(query, { variables: { n: 3 + round } })).errors).toEqual([]);
      await expectRefused(narrow, query, /^Rows: at most 100, found 102$/, { n: 51 });
    }
  });

  it('counts ids and addresses', async () => {
    const ids = Array.from({ length: 101 }, (_, i) => `x${i}`);
    await expectRefused(narrow, 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', /found 101$/, { ids });
    const emails = ids.map((id) => `${id}@a.example`);
    await expectRefused(narrow, 'query($e: [EmailAddress!]!) { people(emails: $e) { email } }', /found 101$/, {
      e: emails,
    });
  });

  it('is 100,000 by default', async () => {
    await expectRefused(gateway, `{ ${nested('1000', '101')} }`, /^Rows: at most 100,000, found 101,000$/);
    expect((await gateway.ask(`{ ${nested('100', '1000')} }`)).errors).toEqual([]);
  });
});

describe('introspection', () => {
  const everything = getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });

  it('by tools is answered, whatever they leave out', async () => {
    for (const query of [everything, getIntrospectionQuery(), getIntrospectionQuery({ descriptions: false })])
      expect((await gateway.ask(query)).errors).toEqual([]);
    const aside = everything.replace('{', '{ expos(first: 1) { nodes { id } } type: __type(name: "Expo") { name } ');
    expect((await gateway.ask(aside)).errors).toEqual([]);
  });

  it('of the whole schema a second time in one operation is refused', async () => {
    const twice = `${everything.replace('{', '{ ...Again ')} fragment Again on Query { b: __schema { types { ...FullType } } }`;
    await expectRefused(gateway, twice, /^Fields of introspection: at most [\d,]+, found [\d,]+ or more$/);
  });
});

describe('a document with very many mistakes', () => {
  it('is told the first ones', async () => {
    const query = `{ expos { nodes { ${Array.from({ length: 3_000 }, (_, i) => `wrong${i}`).join(' ')} } } }`;
    const { errors, status } = await gateway.ask(query);
    expect(status).toBe(400);
    expect(errors).toHaveLength(11);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  });

  it('in its variables is told the first ones', async () => {
    const x = Array.from({ length: 3_000 }, () => ({ no: 'id' }));
    const { errors } = await gateway.ask('query($x: [ID!]!) { nodes(ids: $x) { id } }', { variables: { x } });
    expect(errors.length).toBeLessThanOrEqual(11);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  });

  it('does not repeat texts of any length', async () => {
    const long = 'annasecret'.repeat(5_000);
    for (const query of [
      `{${long}}`,
      `{expos(first:"${long}"){nodes{id}}}`,
      `{expos(first:${long}){nodes{id}}}`,
      `{leads(product:${long}){nodes{id}}}`,
      `query ${long}($x:Int){__typename}`,
    ]) {
      const { errors } = await gateway.ask(query);
      expect(JSON.stringify(errors)).not.toContain('annasecret');
      expect(JSON.stringify(errors).length).toBeLessThan(2_000);
    }
    const answer = await gateway.ask('query($x: EmailAddress!) { person(email: $x) { email } }', {
      variables: { x: `${long}" at "x"; Expected` },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(answer.errors)).not.toContain('annasecret');
  });
});
