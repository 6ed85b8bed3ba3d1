import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerBrokenRequest } from '../../src/server/broken-request.ts';
import { exchange } from '../hostile/exchange.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const BODY = '{"query":"{__typename}"}';
const LENGTH = `Content-Length: ${BODY.length}`;
const TYPE = 'Content-Type: application/json';
const HOST = 'Host: x';

let gateway: TestGateway;
let pool: Pool;

beforeAll(async () => {
  gateway = await startGateway();
  pool = new Pool(new URL(gateway.url).origin);
});
afterAll(async () => {
  await pool.close();
  await gateway[Symbol.asyncDispose]();
});

/** What comes back for these bytes, after which the caller sends nothing more. */
function send(headers: readonly string[], body: string, origin = new URL(gateway.url)) {
  const bytes = Buffer.from(['POST /graphql HTTP/1.1', ...headers, '', body].join('\r\n'));
  return exchange(pool, origin, { kind: 'raw', bytes });
}

const SECOND = ['POST /graphql HTTP/1.1', HOST, TYPE, LENGTH, '', BODY].join('\r\n');

describe('bytes that no client would send', () => {
  const CASES: readonly (readonly [
    name: string,
    headers: readonly string[],
    body: string,
    statuses: readonly number[],
  ])[] = [
    ['a request as it should be', [HOST, TYPE, LENGTH], BODY, [200]],
    ['two requests on one connection', [HOST, TYPE, LENGTH], BODY + SECOND, [200, 200]],
    ['an expectation that nobody knows', [HOST, TYPE, LENGTH, 'Expect: x'], BODY, [200]],
    ['a wish to speak another protocol', [HOST, TYPE, LENGTH, 'Connection: Upgrade', 'Upgrade: x'], BODY, [200]],
    ['no Host', [TYPE, LENGTH], BODY, [400]],
    ['two lengths', [HOST, TYPE, LENGTH, 'Content-Length: 5'], BODY, [400]],
    [
      'a length and chunks',
      [HOST, TYPE, 'Content-Length: 5', 'Transfer-Encoding: chunked'],
      `0\r\n\r\n${SECOND}`,
      [400],
    ],
    ['chunks that are none', [HOST, TYPE, 'Transfer-Encoding: chunked'], `zz\r\n${BODY}`, [400]],
    ['a length too long', [HOST, TYPE, 'Content-Length: 99'], BODY, [400]],
    ['rubbish behind a length too short', [HOST, TYPE, 'Content-Length: 2'], '{}rubbish', [400]],
    ['headers without end', [HOST, TYPE, `X: ${'x'.repeat(20_000)}`], '', [431]],
  ];

  it.each(CASES)('are answered in JSON or not at all: %s', async (_name, headers, body, statuses) => {
    const replies = await send(headers, body);
    expect(replies.map(({ status }) => status)).toEqual(statuses);
    for (const { status, type, text } of replies) {
      expect(type).toMatch(/^application\/json\b/);
      const answer = JSON.parse(text) as object;
      if (status === 200) expect(answer).toMatchObject({ data: { __typename: 'Query' } });
      else expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
  });

  it('that come too slowly are answered in JSON when their time is over', async () => {
    const patience = { headersTimeout: 20, requestTimeout: 40, connectionsCheckingInterval: 5 };
    const server = createServer(patience, () => undefined).on('clientError', answerBrokenRequest);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const replies = await exchange(pool, new URL(`http://127.0.0.1:${port}`), {
      kind: 'raw',
      bytes: Buffer.from('POST /graphql HTTP/1.1\r\nHost: x\r\n'),
      stays: true,
    });
    expect(replies).toMatchObject([{ status: 408, type: 'application/json; charset=utf-8' }]);
    server.close();
  });
});
