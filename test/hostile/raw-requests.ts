import type { Draws } from './draws.ts';

const BODY = '{"query":"{__typename}"}';
const HOST = 'Host: 127.0.0.1';
const TYPE = 'Content-Type: application/json';

const request = (headers: readonly string[], body: string, line = 'POST /graphql HTTP/1.1'): string =>
  `${[line, ...headers].join('\r\n')}\r\n\r\n${body}`;
const length = (bytes: number | string): string => `Content-Length: ${bytes}`;
const SECOND = request([HOST, TYPE, length(BODY.length)], BODY);

/** Bytes that are no HTTP, or HTTP of which two readers might think differently. The socket's other half then closes. */
const RAW: readonly ((draws: Draws) => string | Buffer)[] = [
  (draws) => draws.bytes(1 + draws.below(300)),
  (draws) => `${draws.text(30)}\r\n\r\n`,
  () => '\r\n\r\n\r\n',
  () => 'GET\r\n\r\n',
  () => 'GET /graphql\r\n\r\n',
  () => 'GET /graphql HTTP/9.9\r\n\r\n',
  () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  () => `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n\r\n`,
  () => request([TYPE, length(BODY.length)], BODY),
  () => request([HOST, HOST, TYPE, length(BODY.length)], BODY),
  () => request([HOST, TYPE, length(BODY.length), 'Expect: the-unexpected'], BODY),
  () => request([HOST, TYPE, length(BODY.length), 'Expect: 100-continue'], BODY),
  () => request([HOST, TYPE, length(BODY.length), 'Connection: Upgrade', 'Upgrade: websocket'], BODY),
  (draws) =>
    request([HOST, TYPE, length(draws.pick(['-1', '1e3', '0x10', '', 'abc', '18446744073709551616', '+5']))], BODY),
  // Shorter and longer than the body is.
  (draws) => request([HOST, TYPE, length(draws.below(BODY.length))], BODY),
  (draws) => request([HOST, TYPE, length(BODY.length + 1 + draws.below(1_000))], BODY),
  (draws) => request([HOST, TYPE, length(BODY.length), length(draws.below(99))], BODY),
  () => request([HOST, TYPE, length(5), 'Transfer-Encoding: chunked'], `0\r\n\r\n${SECOND}`),
  () => request([HOST, TYPE, 'Transfer-Encoding: chunked, identity'], `0\r\n\r\n${SECOND}`),
  () => request([HOST, TYPE, 'Transfer-Encoding : chunked'], '0\r\n\r\n'),
  (draws) =>
    request(
      [HOST, TYPE, 'Transfer-Encoding: chunked'],
      `${draws.pick(['zz', '-1', 'ffffffffffffffffff', '5;x="', ''])}\r\n${BODY}\r\n0\r\n\r\n`,
    ),
  (draws) =>
    request(
      [HOST, TYPE, 'Transfer-Encoding: chunked'],
      `${BODY.length.toString(16)}\r\n${BODY}\r\n${draws.pick(['', '0', '5\r\nab', '0\r\nX: y'])}`,
    ),
  (draws) =>
    request([HOST, TYPE, length(BODY.length), `X: ${'x'.repeat(draws.pick([10_000, 20_000, 100_000]))}`], BODY),
  (draws) =>
    request(
      [HOST, TYPE, length(BODY.length), ...Array.from({ length: draws.below(3_000) }, (_, i) => `X${i}: y`)],
      BODY,
    ),
  () => request([HOST, TYPE, length(BODY.length), 'X: a\r\n b', 'Y:\u0001'], BODY),
  () => request([HOST, TYPE, length(BODY.length)], BODY, 'POST http://evil.example/graphql HTTP/1.1'),
  () => request([HOST, TYPE, length(BODY.length)], BODY, 'POST //[ HTTP/1.1'),
  () => request([HOST, TYPE, length(BODY.length)], BODY, 'POST /graphql HTTP/1.0'),
  (draws) => request([HOST, TYPE, length(BODY.length)], BODY, `POST ${'/a'.repeat(draws.below(20_000))} HTTP/1.1`),
  // A second request on the same connection, and what is none.
  () => SECOND + SECOND,
  (draws) => Buffer.concat([Buffer.from(SECOND), draws.bytes(50)]),
  (draws) =>
    request(
      [HOST, 'Connection: close'],
      '',
      `${draws.pick(['TRACE', 'HEAD', 'PROPFIND', 'get', 'POSTT'])} /graphql HTTP/1.1`,
    ),
];

export function rawRequest(draws: Draws): { readonly kind: 'raw'; readonly bytes: Buffer } {
  const made = draws.pick(RAW)(draws);
  return { kind: 'raw', bytes: typeof made === 'string' ? Buffer.from(made) : made };
}
