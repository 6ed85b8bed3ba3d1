import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { serve, type TestServer } from '../support/http-server.ts';
import { STOCK_CLIENTS } from './clients.ts';

const KEY = { authorization: 'Bearer test-secret' };

/** One person, as all four upstreams know them. */
const PERSON = `query OnePerson($email: EmailAddress!, $first: Int!) {
  person(email: $email) {
    id
    leads(first: $first) { nodes { id companyName campaignReport { id name } } }
    visitors(first: $first) { nodes { id expo { id name } } pageInfo { hasNextPage } }
    profile { emailOptIn }
    conversations(first: $first) { nodes { id operator { id pseudo } } }
  }
}`;

let gateway: TestGateway;
/** Its iAdvize never answers, and Visit is off. */
let lame: TestGateway;
let iadvize: TestServer;

beforeAll(async () => {
  iadvize = await serve(() => undefined);
  gateway = await startGateway({ live: true });
  lame = await startGateway({
    live: true,
    sandbox: gateway.sandbox,
    env: { IADVIZE_URL: `${iadvize.origin}/api/2`, VISIT_KEYS: '' },
    // No bound of the gateway's own ends a call while a test runs.
    config: { callTimeoutMs: 600_000, deadlineMs: 600_000 },
  });
});
afterAll(async () => {
  await lame[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  await iadvize[Symbol.asyncDispose]();
});

describe.each(Object.entries(STOCK_CLIENTS))('%s with its defaults', (_name, createClient) => {
  it('reads a join over all four upstreams with variables', async () => {
    const variables = { email: gateway.sandbox.world.people.at(0).email, first: 2 };
    const plain = await gateway.ask(PERSON, { variables, headers: KEY });
    expect(plain.errors).toEqual([]);
    const some = expect.arrayContaining([expect.anything()]);
    expect(plain.data).toMatchObject({
      person: { leads: { nodes: some }, visitors: { nodes: some }, profile: {}, conversations: { nodes: some } },
    });
    const { data, errors } = await createClient(gateway.url, KEY).ask(PERSON, variables);
    expect(errors).toEqual([]);
    expect(data).toMatchObject(plain.data ?? {});
  });

  it('passes on the code and the upstream of a field that failed', async () => {
    const { errors } = await createClient(lame.url, KEY).ask('{ expos(first: 1) { nodes { id } } }');
    expect(errors).toMatchObject([
      { path: ['expos'], extensions: { code: 'UPSTREAM_NOT_CONFIGURED', upstream: 'VISIT' } },
    ]);
  });

  it('passes on why an operation was refused', async () => {
    const client = createClient(gateway.url, KEY);
    const codes = async (query: string, variables = {}): Promise<unknown> =>
      (await client.ask(query, variables)).errors.map(({ extensions }) => extensions);
    expect(await codes('{ nothing }')).toMatchObject([{ code: 'GRAPHQL_VALIDATION_FAILED' }]);
    expect(await codes('query ($n: Int!) { expos(first: $n) { nodes { id } } }', { n: 'x' })).toMatchObject([
      { code: 'BAD_USER_INPUT' },
    ]);
  });

  it('tells a missing key from an answer', async () => {
    const { data, errors, status } = await createClient(gateway.url, {}).ask('{ expos(first: 1) { nodes { id } } }');
    expect(status).toBe(401);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('ends the upstream call when it gives up', async () => {
    const before = iadvize.heard.length;
    const leave = createClient(lame.url, KEY).leave('{ operators(first: 1) { nodes { id } } }');
    await iadvize.arrived(before + 1);
    leave();
    await iadvize.closed(before + 1);
  });
});
