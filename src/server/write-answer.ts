import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { HttpAnswer } from './http-answer.ts';

const VARY = 'Accept, Accept-Encoding, Authorization, X-API-Key, Origin';
/** Statuses of answers that have no content, nor a length of it (RFC 9110). */
const WITHOUT_CONTENT: ReadonlySet<number> = new Set([204, 304]);

/**
 * Writes an answer with further headers. One in parts goes out as fast as it is taken; where a part cannot be made the connection is cut,
 * without the chunk that would end it, and the failure is the caller's to tell.
 */
export async function writeAnswer(
  response: ServerResponse,
  { status, headers, body, encoding = 'utf8' }: HttpAnswer,
  extra: Readonly<Record<string, string>>,
): Promise<void> {
  if (response.destroyed) return;
  const all = { ...headers, ...extra, vary: VARY };
  if (typeof body !== 'string' && !Buffer.isBuffer(body)) {
    response.writeHead(status, all);
    await pipeline(body, response);
    return;
  }
  const length = WITHOUT_CONTENT.has(status) ? {} : { 'content-length': Buffer.byteLength(body, encoding) };
  response.writeHead(status, { ...all, ...length });
  response.end(body, encoding);
}
