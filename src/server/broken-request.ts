import type { Duplex } from 'node:stream';
import { Problem } from './problem.ts';

/** Node's words for what is wrong with the bytes, where it is more than that they are no HTTP. */
const PROBLEMS: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: new Problem(431, 'BAD_REQUEST', 'The headers are too large'),
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(408, 'BAD_REQUEST', 'The request did not arrive in time'),
};
const NO_HTTP = new Problem(400, 'BAD_REQUEST', 'The request is not HTTP');
const PHRASES: Readonly<Record<number, string>> = { 431: 'Request Header Fields Too Large', 408: 'Request Timeout' };

/** A request that cannot be read gets an answer in JSON, too, and the connection ends: what follows cannot be told from it. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = PROBLEMS[error.code ?? ''] ?? NO_HTTP;
  const body = problem.toBody();
  const head = [
    `HTTP/1.1 ${problem.status} ${PHRASES[problem.status] ?? 'Bad Request'}`,
    'content-type: application/json; charset=utf-8',
    'cache-control: no-store',
    'connection: close',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
