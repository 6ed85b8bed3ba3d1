import { request as httpRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { READ_SCOPES, SCOPES } from '../../src/model/consumer.ts';
import { type AskOptions, startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { documentsOf, waysOf } from '../support/ways.ts';

const NOW = Date.UTC(2026, 0, 15, 9, 30, 0, 250);
const LIST = '{ expos(first: 5) { nodes { id sourceId name } } }';
const LEADS = '{ leads(product: PLUS_PERSON, first: 50) { nodes { id companyName } } }';
/** Fresh for five minutes. */
const EXPOS_FRESH_MS = 300_000;

const CONSUMERS = [
  { name: 'one', secret: 'secret-one', scopes: new Set<string>(SCOPES) },
  { name: 'twin', secret: 'secret-twin', scopes: new Set<string>(SCOPES) },
  { name: 'narrow', secret: 'secret-narrow', scopes: new Set<string>(READ_SCOPES) },
];
const as = (name: string, headers: Record<string, string> = {}): AskOptions => ({
  headers: { 'x-api-key': `secret-${name}`, ...headers },
});

let clock: VirtualClock;
let gateway: TestGateway;
beforeEach(async () => {
  clock = createVirtualClock(NOW);
  gateway = await startGateway({ clock, consumers: CONSUMERS });
});
afterEach(() => gateway[Symbol.asyncDispose]());

/** Asks until the answer lies ready: through Apollo, then from held data alone. */
async function makeReady(query: string, options: AskOptions = as('one')): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await gateway.ask(query, options);
    // What was read in this very millisecond counts as just read.
    clock.advance(1);
  }
  gateway.takeCalls();
}

async function readyCount(): Promise<number> {
  return (await waysOf(gateway)).ready ?? 0;
}

/** Whether the next answer comes from ready bytes. */
async function isReady(query: string, options: AskOptions = as('one')): Promise<boolean> {
  const before = await readyCount();
  const { errors } = await gateway.ask(query, options);
  expect(errors).toEqual([]);
  return (await readyCount()) > before;
}

describe('an answer that held data gave whole', () => {
  it('is sent again from ready bytes, with ages of its own time, and costs no call', async () => {
    await makeReady(LIST);
    const before = await gateway.ask(LIST, as('one'));
    clock.advance(1_400);
    const later = await gateway.ask(LIST, as('one'));
    expect(await readyCount()).toBe(2);
    expect(later.data).toEqual(before.data);
    expect([before, later].map(({ extensions }) => extensions.freshness)).toEqual([
      [{ path: ['expos'], ageSeconds: 0, reason: 'CACHE' }],
      [{ path: ['expos'], ageSeconds: 1, reason: 'CACHE' }],
    ]);
    expect(later.extensions.cost).toMatchObject({ actual: 0, cacheHits: 1 });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('counts each time in the accounts of who asks', async () => {
    await makeReady(LIST);
    for (const name of ['one', 'twin', 'twin']) await gateway.ask(LIST, as(name));
    const usage = `{ usage(from: "2026-01-15T00:00:00Z", to: "2026-01-16T00:00:00Z", resolution: DAY, groupBy: [CONSUMER]) { consumer cacheHits } }`;
    const { data } = await gateway.ask(usage, as('one'));
    expect(data?.usage).toEqual(
      expect.arrayContaining([
        { consumer: 'one', cacheHits: 2 },
        { consumer: 'twin', cacheHits: 2 },
      ]),
    );
  });

  it('is shared by consumers who may see the same, and by no others', async () => {
    await makeReady(LIST);
    expect(await isReady(LIST, as('twin'))).toBe(true);
    expect(await isReady(LIST, as('narrow'))).toBe(false);
  });

  it('is not sent for another wish, in the body or in a header', async () => {
    await makeReady(LIST);
    expect(await isReady(LIST, as('one', { 'cache-control': 'max-age=600' }))).toBe(false);
    expect(await isReady(LIST, { ...as('one'), extensions: { cache: { maxAge: 600 } } })).toBe(false);
    expect(await isReady(LIST)).toBe(true);
  });

  it('is not sent once a part of it is not fresh any more', async () => {
    await makeReady(LIST);
    clock.advance(EXPOS_FRESH_MS + 1);
    expect(await isReady(LIST)).toBe(false);
    expect(gateway.takeCalls()).toHaveLength(1);
  });

  it('is made anew in the next minute, in which a day may have begun', async () => {
    await makeReady(LIST);
    clock.advance(59_747);
    expect(await isReady(LIST)).toBe(true);
    clock.advance(1);
    expect(await isReady(LIST)).toBe(false);
    expect(await isReady(LIST)).toBe(true);
  });

  it('is not sent once anything held has changed', async () => {
    await makeReady(LIST);
    await gateway.ask(LEADS, as('one'));
    expect(await isReady(LIST)).toBe(false);
    expect(await isReady(LIST)).toBe(true);
  });
});

describe('the metric of documents', () => {
  it('counts each operation that is executed once, whichever way it goes', async () => {
    for (let time = 0; time < 2; time += 1) await gateway.ask(LEADS, as('one'));
    await gateway.ask(LEADS, { ...as('one'), extensions: { dryRun: true } });
    await gateway.ask('{ nothing }', as('one'));
    expect(await documentsOf(gateway)).toEqual({ false: 1, true: 1 });
    await using through = await startGateway({ clock, env: { WEIR_SHORT_WAY: 'off' } });
    for (let time = 0; time < 3; time += 1) await through.ask(LEADS);
    expect(await documentsOf(through)).toEqual({ false: 1, true: 2 });
  });
});

describe('an answer that takes no data at all', () => {
  it.each([
    ['introspection', '{ __schema { types { name } } }'],
    ['an address', '{ person(email: "anna@example.com") { email } }'],
  ])('is ready the second time: %s', async (_name, query) => {
    await gateway.ask(query, as('one'));
    expect(await isReady(query)).toBe(true);
  });

  it('is refused again where it was refused', async () => {
    const query = '{ person(email: "nobody") { email } }';
    for (let time = 0; time < 3; time += 1) expect((await gateway.ask(query, as('one'))).errors).toHaveLength(1);
    expect(await readyCount()).toBe(0);
  });
});

describe('never ready is', () => {
  it('a dry run', async () => {
    const dry = { ...as('one'), extensions: { dryRun: true } };
    await makeReady(LIST, dry);
    expect(await isReady(LIST, dry)).toBe(false);
  });

  it('what tells of this moment', async () => {
    const query = '{ expos(first: 5) { nodes { id } } quota { consumer { name } } }';
    await makeReady(query);
    expect(await isReady(query)).toBe(false);
  });

  it('what stands in for a call that was not possible', async () => {
    await makeReady(LIST);
    clock.advance(EXPOS_FRESH_MS + 1);
    gateway.sandbox.visit.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
    for (let time = 0; time < 3; time += 1)
      expect((await gateway.ask(LIST, as('one'))).extensions.freshness).toMatchObject([{ reason: 'UPSTREAM_DOWN' }]);
    expect(await readyCount()).toBe(0);
  });

  it('chat text, which is held in one place', async () => {
    const query = '{ conversations(first: 5) { nodes { id messages { text } } } }';
    await makeReady(query);
    expect(await isReady(query)).toBe(false);
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('an answer with an error', async () => {
    const query = `{ expos(first: 5) { nodes { id } } lead(id: "none") { id } }`;
    for (let time = 0; time < 3; time += 1) await gateway.ask(query, as('one'));
    expect(await readyCount()).toBe(0);
  });

  it('anything where the short way is off', async () => {
    await using through = await startGateway({ clock, env: { WEIR_SHORT_WAY: 'off' } });
    for (let time = 0; time < 3; time += 1) await through.ask(LIST);
    expect(await waysOf(through)).toEqual({ apollo: 3 });
  });
});

type Raw = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer };

/** Without a client that decodes by itself. */
function raw(headers: Record<string, string>, search?: string): Promise<Raw> {
  const { url } = gateway;
  return new Promise((resolve, reject) => {
    const asking = httpRequest(search === undefined ? url : `${url}?${search}`, {
      method: search === undefined ? 'POST' : 'GET',
      headers: {
        'x-api-key': 'secret-one',
        ...(search === undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    asking.on('response', async (response) => {
      const chunks = await response.toArray();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    });
    asking.on('error', reject);
    asking.end(search === undefined ? JSON.stringify({ query: LEADS }) : undefined);
  });
}

describe('content coding', () => {
  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('%s is sent to who accepts it, ready or not', async (coding, decode) => {
    await makeReady(LEADS);
    const plain = await raw({});
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (let time = 0; time < 2; time += 1) {
      const coded = await raw({ 'accept-encoding': `${coding}, identity;q=0.1` });
      expect(coded.headers).toMatchObject({
        'content-encoding': coding,
        vary: expect.stringContaining('Accept-Encoding'),
      });
      expect(coded.body.length).toBeLessThan(plain.body.length / 2);
      expect(decode(coded.body)).toEqual(plain.body);
    }
  });

  it('is none where nothing is accepted, or the answer is small', async () => {
    expect((await raw({ 'accept-encoding': 'zstd, gzip;q=0' })).headers['content-encoding']).toBeUndefined();
    const small = await raw({ 'accept-encoding': 'gzip' }, `query=${encodeURIComponent('{__typename}')}`);
    expect(small.headers['content-encoding']).toBeUndefined();
  });
});

describe('the entity tag of a GET', () => {
  const search = `query=${encodeURIComponent(LEADS)}`;

  it('is weak, stays while data and errors do, and is answered with 304', async () => {
    const first = await raw({}, search);
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    clock.advance(2_000);
    // The first of these is executed, the second one is ready.
    for (let time = 0; time < 2; time += 1) {
      const again = await raw({ 'if-none-match': `"other", ${etag}` }, search);
      expect([again.status, again.headers.etag, again.body.length]).toEqual([304, etag, 0]);
      expect(again.headers['cache-control']).toBe('private, no-cache');
      expect(again.headers['content-length']).toBeUndefined();
    }
    expect((await raw({ 'if-none-match': '"other"' }, search)).status).toBe(200);
  });

  it('is another one for other data, and none for a refusal or a POST', async () => {
    const [leads, expos, wrong, posted] = [
      await raw({}, search),
      await raw({}, `query=${encodeURIComponent(LIST)}`),
      await raw({}, 'query={nothing}'),
      await raw({}),
    ];
    expect(leads.headers.etag).not.toBe(expos.headers.etag);
    expect([wrong.headers.etag, posted.headers.etag]).toEqual([undefined, undefined]);
  });
});
