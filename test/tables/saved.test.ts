import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { ndjsonRows } from './ask-table.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ live: true });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const basic = (user: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const KEY = basic('anybody', 'test-secret');
const get = (path: string, headers: Record<string, string> = KEY): Promise<Response> =>
  fetch(new URL(path, gateway.url), { headers });
const expo = (): string => gateway.sandbox.visit.truth.expos()[1]?.id ?? '';

type Listed = {
  readonly name: string;
  readonly variables: readonly { readonly name: string; readonly required: boolean }[];
  readonly columns: readonly { readonly name: string }[] | null;
  readonly urls: readonly string[];
};

describe('GET /tables', () => {
  test('lists the saved queries with their variables and columns, which are those of the tables', async () => {
    const { tables } = (await (await get('/tables')).json()) as { tables: readonly Listed[] };
    const listed = tables.find(({ name }) => name === 'visitors');
    expect(listed?.variables).toContainEqual(expect.objectContaining({ name: 'expoId', required: true }));
    expect(tables.filter(({ columns }) => columns === null).every(({ urls }) => urls.length === 0)).toBe(true);
    const [csv = '', ndjson = ''] = listed?.urls ?? [];
    const header = (await (await get(`${csv}?expoId=${expo()}`)).text()).split('\r\n')[0];
    expect(header).toBe(listed?.columns?.map(({ name }) => name).join(','));
    expect(ndjsonRows(await (await get(`${ndjson}?expoId=${expo()}&first=7`)).text())).toHaveLength(7);
  });

  test('gives a file under its name, in every format', async () => {
    for (const extension of ['csv', 'ndjson', 'arrow']) {
      const answer = await get(`/tables/expos.${extension}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="expos.${extension}"`);
      expect(answer.headers.get('weir-table')).toMatch(/./);
      await answer.arrayBuffer();
    }
  });

  test.each([
    ['/tables/nothing.csv', 404, 'BAD_REQUEST'],
    ['/tables/expos.xlsx', 404, 'BAD_REQUEST'],
    ['/tables/expos.csv?expo=1', 400, 'BAD_USER_INPUT'],
    ['/tables/expos.csv?first=many', 400, 'BAD_USER_INPUT'],
    ['/tables/expos.csv?first=1&first=2', 400, 'BAD_USER_INPUT'],
    ['/tables/visitors.csv', 400, 'BAD_USER_INPUT'],
  ])('%s is refused with %i', async (path, status, code) => {
    const refused = await get(path);
    expect(refused.status).toBe(status);
    const { errors } = (await refused.json()) as { errors: readonly { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe(code);
  });
});

test.each([
  ['no key', {}],
  ['a wrong password', basic('test', 'other-secret')],
  ['no colon', { authorization: `Basic ${Buffer.from('test-secret').toString('base64')}` }],
])('%s is asked for one by HTTP Basic', async (_what, headers) => {
  const refused = await get('/tables/expos.csv', headers);
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toBe('Basic realm="weir"');
  expect(JSON.stringify(await refused.json())).not.toContain('other-secret');
});

test('a key as a header opens tables, and HTTP Basic opens nothing else', async () => {
  expect((await get('/tables', { 'x-api-key': 'test-secret' })).status).toBe(200);
  const refused = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...KEY },
    body: '{"query":"{ __typename }"}',
  });
  expect(refused.status).toBe(401);
});
