import { createHash, randomInt } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyDesk } from '../../src/consumers/key-desk.ts';
import { SCOPES } from '../../src/model/consumer.ts';
import { readSavedQueries, type SavedQueries } from '../../src/server/saved/saved-queries.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { product } from '../support/product-schema.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { waysOf } from '../support/ways.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const OTHER = '{ expos(first: 1) { nodes { id } } }';

const clock = createVirtualClock(Date.UTC(2026, 0, 15, 9, 30, 0, 250));
let queries: SavedQueries;
let gateway: TestGateway;
/** Of a key that opens everything, and of one that opens saved queries only. */
const keys = { open: '', savedOnly: '' };

beforeAll(async () => {
  queries = readSavedQueries(product);
  const store = openMemoryStore(clock);
  const desk = createKeyDesk(store.keys, clock, randomInt);
  const wish = { scopes: SCOPES, lane: 'interactive', budgets: [], maxCost: null, expiresAt: null } as const;
  keys.open = (await desk.create({ ...wish, name: 'open' })).secret;
  keys.savedOnly = (await desk.create({ ...wish, name: 'report', savedOnly: true })).secret;
  gateway = await startGateway({ clock, store });
});
afterAll(() => gateway[Symbol.asyncDispose]());

type Sent = Pick<RequestInit, 'method' | 'body'> & {
  readonly key?: string;
  readonly accept?: string;
  readonly search?: string;
};

async function send({ key = keys.open, accept = GRAPHQL_TYPE, search = '', ...request }: Sent): Promise<Answer> {
  const headers = { 'content-type': JSON_TYPE, 'x-api-key': key, accept };
  const response = await fetch(gateway.url + search, { ...request, headers });
  const body = (await response.json()) as Partial<Answer>;
  return { errors: [], ...body, status: response.status, headers: response.headers } as Answer;
}

const post = (body: object, as: Pick<Sent, 'key' | 'accept'> = {}): Promise<Answer> =>
  send({ method: 'POST', body: JSON.stringify(body), ...as });

const get = (parameters: Record<string, unknown>, as: Pick<Sent, 'key'> = {}): Promise<Answer> => {
  const texts = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return send({ method: 'GET', search: `?${new URLSearchParams(texts)}`, ...as });
};

const byName = (saved: unknown, variables: object = {}) => ({ extensions: { saved }, variables });
const hashOf = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
});
const told = ({ status, errors }: Answer) => [status, errors.map(({ extensions }) => extensions.code)];

async function expoId(): Promise<string> {
  const { data } = await post({ query: OTHER });
  return (data as { expos: { nodes: [{ id: string }] } }).expos.nodes[0].id;
}

describe('the queries that ship', () => {
  it('all run in the sandbox, with nothing but what they require, and say what they are for', async () => {
    const given: Record<string, unknown> = {
      expoId: await expoId(),
      from: '2026-01-05',
      to: '2026-01-12',
      email: 'david.andersson2@iron-river-33.example',
    };
    expect(queries.size).toBeGreaterThan(4);
    for (const { name, description, variables } of queries.values()) {
      const required = variables.filter((variable) => variable.required);
      const values = required.map((variable) => [
        variable.name,
        variable.type === 'DateTime!' ? `${given[variable.name]}T00:00:00Z` : given[variable.name],
      ]);
      const { data, errors } = await post(byName(name, Object.fromEntries(values)));
      expect(errors, name).toEqual([]);
      const [root] = Object.values(data ?? {}) as [{ nodes?: readonly unknown[] }];
      expect(root.nodes?.length ?? 1, name).toBeGreaterThan(0);
      expect(description.length, name).toBeGreaterThan(20);
    }
  });
});

describe('a saved query', () => {
  it('answers as its text does: through Apollo, the short way, from ready bytes, and by GET', async () => {
    const text = queries.get('expos')?.text;
    const before = await waysOf(gateway);
    const answers: Answer[] = [];
    for (let time = 0; time < 4; time += 1) {
      answers.push(await post(byName('expos', { first: 2 })));
      clock.advance(1);
    }
    answers.push(await get({ extensions: { saved: 'expos' }, variables: { first: 2 } }));
    const asText = await post({ query: text, variables: { first: 2 } });
    expect(asText.data).toMatchObject({ expos: { nodes: [{}, {}] } });
    for (const { status, data, errors } of answers)
      expect({ status, data, errors }).toEqual({ status: 200, data: asText.data, errors: [] });
    const after = await waysOf(gateway);
    for (const way of ['ready', 'short']) expect(after[way]).toBeGreaterThan(before[way] ?? 0);
  });

  it('takes the other wishes of its request', async () => {
    const { data, extensions } = await post({ extensions: { saved: 'expos', dryRun: true } });
    expect([data, extensions.plan]).toEqual([null, expect.any(Array)]);
  });

  it('is refused where its name is unknown, or where a text comes besides', async () => {
    const { errors, ...unknown } = await post(byName('nothing'));
    expect(told({ errors, ...unknown })).toEqual([400, ['BAD_USER_INPUT']]);
    expect(errors[0]?.message).toContain(`extensions.saved: one of ${[...queries.keys()].join(', ')} (see `);
    expect(unknown.extensions.cost).toMatchObject({ actual: 0 });
    expect(told(await post(byName('nothing'), { accept: JSON_TYPE }))).toEqual([200, ['BAD_USER_INPUT']]);
    for (const wrong of [5, null, true, '__proto__', {}])
      expect(told(await post(byName(wrong)))).toEqual([400, ['BAD_USER_INPUT']]);
    expect(told(await get({ extensions: { saved: 'nothing' } }))).toEqual([400, ['BAD_USER_INPUT']]);
    const both = [
      await post({ ...byName('expos'), query: OTHER }),
      await post({ extensions: { saved: 'expos', ...hashOf(OTHER) } }),
      await get({ query: OTHER, extensions: { saved: 'expos' } }),
      await send({ method: 'GET', search: '?query={a}&query={b}&extensions={"saved":"expos"}' }),
    ];
    expect(both.map(told)).toEqual(both.map(() => [400, ['BAD_REQUEST']]));
  });
});

describe('a key that opens saved queries only', () => {
  it('is answered by name and by the text of one', async () => {
    const as = { key: keys.savedOnly };
    const text = queries.get('expos')?.text ?? '';
    const answers = [
      await post(byName('expos'), as),
      await get({ extensions: { saved: 'expos' } }, as),
      await post({ query: text }, as),
      await get({ query: text }, as),
    ];
    expect(answers.map(told)).toEqual(answers.map(() => [200, []]));
  });

  it('is given tables of saved queries, and of nothing else', async () => {
    const csv = async (parameters: Record<string, string>) => {
      const headers = { 'x-api-key': keys.savedOnly, accept: 'text/csv' };
      const response = await fetch(`${gateway.url}?${new URLSearchParams(parameters)}`, { headers });
      return { status: response.status, text: await response.text() };
    };
    const table = await csv({ extensions: '{"saved":"expos"}' });
    expect(table.status, table.text).toBe(200);
    expect(table.text).toMatch(/^id,sourceId,name,reference,start,end,timezone\r\n\w/);
    const byAddress = await fetch(new URL('/tables/expos.csv', gateway.url), {
      headers: { 'x-api-key': keys.savedOnly },
    });
    expect([byAddress.status, await byAddress.text()]).toEqual([200, table.text]);
    expect(await csv({ query: OTHER })).toEqual({
      status: 403,
      text: expect.stringContaining('"code":"OPERATION_NOT_TRUSTED"'),
    });
  });

  it('is refused any other text, known, ready, wrong, persisted or of introspection', async () => {
    // Others have asked it before: it is known, lies ready, and is found by its hash.
    for (let time = 0; time < 3; time += 1) {
      await post({ query: OTHER });
      await get({ query: OTHER });
      clock.advance(1);
    }
    await post({ query: OTHER, extensions: hashOf(OTHER) });
    expect(told(await post({ extensions: hashOf(OTHER) }))).toEqual([200, []]);
    gateway.takeCalls();
    const as = { key: keys.savedOnly };
    const refused = [
      await post({ query: OTHER }, as),
      await post({ query: OTHER, extensions: { saved: false } }, as),
      await post({ query: OTHER, extensions: hashOf(OTHER) }, as),
      await post({ extensions: hashOf(OTHER) }, as),
      await get({ extensions: hashOf(OTHER) }, as),
      await get({ query: OTHER }, as),
      await post({ query: getIntrospectionQuery() }, as),
      await post({ query: '{ __typename }' }, as),
      await post({ query: '{ nothing' }, as),
      await post({ query: `${queries.get('expos')?.text} ` }, as),
      await post([{ query: OTHER }], as),
    ];
    expect(refused.map(told)).toEqual(refused.map(() => [403, ['OPERATION_NOT_TRUSTED']]));
    for (const { data, extensions } of refused)
      expect([data, extensions.cost]).toEqual([undefined, expect.objectContaining({ actual: 0 })]);
    expect(told(await post({ query: OTHER }, { ...as, accept: JSON_TYPE }))).toEqual([200, ['OPERATION_NOT_TRUSTED']]);
    expect(gateway.takeCalls()).toEqual([]);
  });
});

describe('persisted queries', () => {
  it('are remembered up to a bound; the longest unused go first', async () => {
    const texts = Array.from({ length: 11 }, (_, index) => `# ${index} ${'x'.repeat(99_000)}\n${OTHER}`);
    for (const query of texts) expect(told(await post({ query, extensions: hashOf(query) }))).toEqual([200, []]);
    const [first = '', last = ''] = [texts[0], texts.at(-1)];
    expect(told(await post({ extensions: hashOf(last) }))).toEqual([200, []]);
    expect(told(await post({ extensions: hashOf(first) }))).toEqual([200, ['PERSISTED_QUERY_NOT_FOUND']]);
  });
});
