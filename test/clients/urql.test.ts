import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { urqlClient } from './clients.ts';
import { watchRequests } from './requests.ts';

const KEY = { 'x-api-key': 'test-secret' };
const EXPOS = 'query Expos($first: Int!) { expos(first: $first) { nodes { id name } } }';
/** urql sends by GET what fits into an address of 2,047 characters. */
const LONG = EXPOS.replace('name', Array.from({ length: 200 }, (_, index) => `name${index}: name`).join(' '));

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway({ live: true });
});
afterAll(() => gateway[Symbol.asyncDispose]());
afterEach(() => vi.restoreAllMocks());

describe('urql', () => {
  it('reads by GET what is small, and by POST what is not', async () => {
    const requests = watchRequests();
    const client = urqlClient(gateway.url, KEY);
    for (const query of [EXPOS, LONG]) {
      const { data, error } = await client.query(query, { first: 2 });
      expect(error).toBeUndefined();
      expect(data).toMatchObject({ expos: { nodes: [{ id: expect.any(String) }, {}] } });
    }
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  it('answers from its own cache what it has asked before', async () => {
    const requests = watchRequests();
    const client = urqlClient(gateway.url, KEY);
    const first = await client.query(EXPOS, { first: 1 });
    const second = await client.query(EXPOS, { first: 1 });
    expect(first.data).toMatchObject({ expos: { nodes: [{ __typename: 'Expo' }] } });
    expect(second.data).toEqual(first.data);
    expect(requests).toHaveLength(1);
    expect((await client.query(EXPOS, { first: 1 }, { requestPolicy: 'network-only' })).data).toEqual(first.data);
    expect(requests).toHaveLength(2);
  });

  it('is told to send the preflight header, or POST, where it may read without a key', async () => {
    await using open = await startGateway();
    const ask = (headers: Readonly<Record<string, string>>, context = {}) =>
      urqlClient(open.url, headers).query(EXPOS, { first: 1 }, context);
    expect((await ask({})).error?.graphQLErrors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect((await ask({}, { preferGetMethod: false })).data).toMatchObject({ expos: { nodes: [{}] } });
    expect((await ask({ 'apollo-require-preflight': 'true' })).data).toMatchObject({ expos: { nodes: [{}] } });
  });
});
