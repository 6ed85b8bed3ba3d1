import { once } from 'node:events';
import { connect } from 'node:net';
import type { Pool } from 'undici';
import type { MalformedRequest } from './well-formed-request.ts';

export type Reply = { readonly status: number; readonly type: string; readonly text: string };

/** The longest that an answer may take to come: nothing hangs. */
export const LONGEST_MS = 20_000;

/** All answers on a connection, one after another. Nothing is what a closed connection says. */
function repliesIn(bytes: Buffer, wasHead: boolean): readonly Reply[] {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) {
    if (bytes.length > 0) throw new Error(`no answer in HTTP: ${bytes.toString('latin1').slice(0, 80)}`);
    return [];
  }
  const head = bytes.subarray(0, end).toString('latin1');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  const header = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const from = end + 4;
  if (status === 100) return repliesIn(bytes.subarray(from), wasHead);
  const to = from + (wasHead ? 0 : Number(header('content-length')));
  const text = wasHead ? 'null' : bytes.subarray(from, to).toString('utf8');
  return [{ status, type: header('content-type'), text }, ...repliesIn(bytes.subarray(to), wasHead)];
}

async function exchangeRaw(origin: URL, bytes: Buffer, stays: boolean): Promise<readonly Reply[]> {
  const socket = connect({ host: origin.hostname, port: Number(origin.port), allowHalfOpen: true });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // The gateway may close while bytes are still being sent to it.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  socket.on('end', () => socket.end());
  socket.setTimeout(LONGEST_MS, () => {
    chunks.push(Buffer.from('it hung'));
    socket.destroy();
  });
  if (stays) socket.write(bytes);
  else socket.end(bytes);
  await closed;
  return repliesIn(Buffer.concat(chunks), bytes.subarray(0, 5).toString('latin1') === 'HEAD ');
}

/** What comes back for a request: one answer, for bytes none or several. */
export async function exchange(pool: Pool, origin: URL, request: MalformedRequest): Promise<readonly Reply[]> {
  if (request.kind === 'raw') return exchangeRaw(origin, request.bytes, request.stays === true);
  const { method, path, headers, body = null } = request;
  const response = await pool.request({
    method,
    path,
    headers,
    body,
    headersTimeout: LONGEST_MS,
    bodyTimeout: LONGEST_MS,
  });
  const text = await response.body.text();
  return [{ status: response.statusCode, type: String(response.headers['content-type']), text }];
}
