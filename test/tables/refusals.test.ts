import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { askTable, CSV, NDJSON } from './ask-table.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    live: true,
    consumers: [{ name: 'reader', secret: 'reader-secret', scopes: new Set(['read:visit']) }],
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const KEY = { 'x-api-key': 'test-secret' };

test.each([
  ['two root fields', '{ expos { nodes { id } } operators { nodes { id } } }', 'BAD_USER_INPUT', 400],
  ['a record', '{ node(id: "x") { id } }', 'BAD_USER_INPUT', 400],
  ['a count alone', '{ expos { totalCount } }', 'BAD_USER_INPUT', 400],
  ['nodes and edges', '{ expos { nodes { id } edges { cursor } } }', 'BAD_USER_INPUT', 400],
  ['no rows at most', '{ expos(first: 0) { nodes { id } } }', 'BAD_USER_INPUT', 400],
  ['a foreign cursor', '{ expos(after: "x") { nodes { id } } }', 'BAD_USER_INPUT', 400],
  ['a field that does not exist', '{ expos { nodes { nothing } } }', 'GRAPHQL_VALIDATION_FAILED', 400],
  ['what is no GraphQL', '{ expos { nodes { id }', 'GRAPHQL_PARSE_FAILED', 400],
])('%s is no table', async (_what, query, code, status) => {
  const refused = await askTable(gateway.url, { query, headers: KEY });
  expect(refused.status).toBe(status);
  const { errors, data } = JSON.parse(refused.text);
  expect(errors[0].extensions.code).toBe(code);
  expect(errors[0].message).not.toContain('weirTable');
  expect(data).toBeUndefined();
});

test('an option that is not allowed is named', async () => {
  for (const [options, name] of [
    ['nested=columns', 'nested'],
    ['bom=yes', 'bom'],
    ['rows=-1&resume=x', 'rows'],
  ]) {
    const refused = await askTable(gateway.url, {
      query: '{ expos { nodes { id } } }',
      options: options ?? '',
      headers: KEY,
    });
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.text).errors[0].message).toContain(`${name}: `);
  }
});

test('a cell that a key may not see ends the table before it begins, with the path', async () => {
  const expo = gateway.sandbox.visit.truth.expos()[1]?.id;
  const query = `{ visitors(expoId: "${expo}") { nodes { contact { email } } } }`;
  const refused = await askTable(gateway.url, { query, headers: { 'x-api-key': 'reader-secret' } });
  expect(refused.status).toBe(403);
  expect(JSON.parse(refused.text).errors[0]).toMatchObject({
    path: ['visitors', 'nodes', 0, 'contact', 'email'],
    extensions: { code: 'FORBIDDEN' },
  });
});

test.each([['*/*'], ['text/*'], [`${CSV};q=0.5, application/json`]])('%s means JSON', async (accept) => {
  const answer = await askTable(gateway.url, { query: '{ expos { nodes { id } } }', accept, headers: KEY });
  expect(answer.headers.get('content-type')).toContain('application/json');
});

test('a table is read in the lane of bulk reading: without room there it is a 503 that says when, while others are answered', async () => {
  const clock = createVirtualClock();
  await using small = await startGateway({
    live: true,
    clock,
    // Half of it is kept for whoever waits for an answer.
    config: { windows: { VISUAL_VISITOR: { 'ip-20m': { limit: 2, seconds: 1_200 } } }, interactiveFloor: 0.5 },
  });
  const query = '{ leads(product: PLUS_EMPLOYEE, first: 20) { nodes { id } } }';
  const other = query.replace('PLUS_EMPLOYEE', 'PLUS_PERSON');
  expect((await askTable(small.url, { query, headers: KEY })).status).toBe(200);
  const refused = await askTable(small.url, { query: other, headers: KEY });
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
  expect(JSON.parse(refused.text).errors[0].extensions.code).toBe('QUOTA_EXCEEDED');
  expect((await small.ask(other, { headers: KEY })).errors).toEqual([]);
  // A refusal counts once, however often its page was tried.
  const { data } = await small.ask('{ health { refusals { code operations } tables { operation } } }', {
    headers: KEY,
  });
  expect(data?.health).toEqual({ refusals: [{ code: 'QUOTA_EXCEEDED', operations: 1 }], tables: [] });
});

test('a format that is not wanted is not given', async () => {
  const query = '{ expos { nodes { id } } }';
  expect((await askTable(gateway.url, { query, accept: `${CSV};q=0`, headers: KEY })).status).toBe(406);
  const csv = await askTable(gateway.url, { query, accept: `${NDJSON};q=0.5, Text/CSV`, headers: KEY });
  expect(csv.headers.get('content-type')).toContain(CSV);
});
