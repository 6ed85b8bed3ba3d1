import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const ORIGIN = 'https://app.example';
const EXPOSED = 'RateLimit, RateLimit-Policy, Retry-After, ETag';
const EXPOS = JSON.stringify({ query: '{ expos(first: 1) { nodes { id } } }' });

let everywhere: TestGateway;
let somewhere: TestGateway;

beforeAll(async () => {
  [everywhere, somewhere] = await Promise.all([
    startGateway(),
    startGateway({ env: { WEIR_CORS_ORIGINS: `https://other.example,${ORIGIN}` } }),
  ]);
});
afterAll(async () => {
  await Promise.all([everywhere[Symbol.asyncDispose](), somewhere[Symbol.asyncDispose]()]);
});

function preflight({ url }: TestGateway, origin: string): Promise<Response> {
  return fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-api-key,x-custom',
    },
  });
}

function ask({ url }: TestGateway, headers: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: EXPOS });
}

describe('another origin', () => {
  it('may ask for ten minutes after a preflight, with any header', async () => {
    for (const [gateway, allowed] of [
      [everywhere, '*'],
      [somewhere, ORIGIN],
    ] as const) {
      const { status, headers } = await preflight(gateway, ORIGIN);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(allowed);
      expect(headers.get('access-control-max-age')).toBe('600');
      expect(headers.get('access-control-allow-methods')).toMatch(/GET.*POST|POST.*GET/);
      for (const name of ['content-type', 'x-api-key', 'x-custom'])
        expect(headers.get('access-control-allow-headers')?.toLowerCase()).toContain(name);
      expect(headers.has('access-control-allow-credentials')).toBe(false);
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  it('reads the answer and its exposed headers, also a refusal', async () => {
    for (const headers of [{}, { 'x-api-key': 'wrong' }]) {
      const answer = await ask(everywhere, { origin: ORIGIN, ...headers });
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-expose-headers')).toBe(EXPOSED);
      expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
      await answer.arrayBuffer();
    }
  });

  it('gets no permission if it is not among the configured ones', async () => {
    for (const answer of [
      await preflight(somewhere, 'https://evil.example'),
      await ask(somewhere, { origin: 'null' }),
    ]) {
      expect(answer.headers.has('access-control-allow-origin')).toBe(false);
      expect(answer.headers.has('access-control-allow-headers')).toBe(false);
      await answer.arrayBuffer();
    }
  });

  it('is allowed nowhere by default in live mode', async () => {
    await using live = await startGateway({ live: true });
    const { headers } = await preflight(live, ORIGIN);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('the paths of an operator', () => {
  it('says that it lives and is ready, as JSON that nobody keeps', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const answer = await fetch(new URL(path, everywhere.url));
      expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect((await fetch(new URL(path, everywhere.url), { method: 'HEAD' })).status).toBe(200);
    }
  });

  it('shows calls and windows to Prometheus, without a key on a loopback address', async () => {
    await using closed = await startGateway({ env: { WEIR_ANONYMOUS: 'off' } });
    const headers = { 'x-api-key': 'sandbox' };
    await closed.ask('{ expos { nodes { id } } leads(product: PLUS_PERSON, first: 1) { nodes { id } } }', { headers });
    const answer = await fetch(new URL('/metrics', closed.url));
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const lines = (await answer.text()).split('\n');
    const line = (start: string) => lines.find((one) => one.startsWith(start));
    expect(line('weir_upstream_calls_total{upstream="VISIT"')).toMatch(
      /endpoint="visit.expos.list".*outcome="OK"\} 1$/,
    );
    expect(line('weir_quota_remaining{upstream="VISUAL_VISITOR",credential="key-1",window="ip-20m"}')).toMatch(/ 199$/);
    expect(line('weir_upstream_available{upstream="VISIT"}')).toMatch(/ 1$/);
  });

  it('shows the metrics elsewhere only to a key with the scope', async () => {
    await using open = await startGateway({ live: true, env: { HOST: '0.0.0.0', WEIR_ANONYMOUS: 'on' } });
    const url = new URL('/metrics', open.url.replace('0.0.0.0', '127.0.0.1'));
    const refused = await fetch(url);
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
    expect((await fetch(url, { headers: { 'x-api-key': 'wrong' } })).status).toBe(401);
    expect((await fetch(url, { headers: { 'x-api-key': 'test-secret' } })).status).toBe(200);
  });
});

describe('a client that keeps to no rule', () => {
  const open = () => connect(Number(new URL(everywhere.url).port), '127.0.0.1');

  it.each([
    ['no HTTP', 400, 'hello\r\n\r\n'],
    ['endless headers', 431, `GET /graphql HTTP/1.1\r\nhost: x\r\nx-long: ${'y'.repeat(100_000)}\r\n\r\n`],
    ['two lengths', 400, 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}'],
  ])('gets JSON, too: %s', async (_name, status, bytes) => {
    const socket = open();
    socket.on('error', () => undefined);
    socket.write(bytes);
    const reply = await text(socket);
    expect(reply.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    expect(JSON.parse(reply.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('is told that its body is too large while it still sends', async () => {
    const sending = request(everywhere.url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    const answered = new Promise<unknown>((resolve, reject) => {
      sending.once('response', (response) => resolve(json(response).then((body) => [response.statusCode, body])));
      sending.once('error', reject);
    });
    // One byte more than is read, and no end.
    sending.write(Buffer.alloc(1_000_001, 0x20));
    expect(await answered).toMatchObject([413, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
    sending.destroy();
  });

  it('is told that its body is too large and may send the rest of it', async () => {
    const socket = open();
    const bytes = 10_000_000;
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n`,
    );
    const [reply] = await once(socket, 'data');
    expect(String(reply)).toMatch(/^HTTP\/1\.1 413 /);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.write(Buffer.alloc(bytes, 0x20), () => resolve());
    });
    // The same connection serves what comes next.
    socket.write('GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(await text(socket)).toMatch(/HTTP\/1\.1 200 /);
  });
});

describe('a browser', () => {
  it('gets the page at /graphql, all of it from here', async () => {
    const page = await fetch(everywhere.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    const paths = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths) {
      expect(path).toMatch(/^\/explorer\//);
      expect((await fetch(new URL(path, everywhere.url))).status).toBe(200);
    }
  });

  it('gets an answer instead when it brings a query', async () => {
    const url = new URL(everywhere.url);
    url.searchParams.set('query', '{ __typename }');
    const headers = { accept: 'text/html,*/*;q=0.8', 'x-api-key': 'sandbox' };
    expect(await (await fetch(url, { headers })).json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});
