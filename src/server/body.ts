import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

/** No sensible document comes near it. */
const LARGEST_BODY_BYTES = 1_000_000;

function checkMediaType(contentType: string | undefined): void {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') throw new Problem(415, 'BAD_REQUEST', 'The body must be application/json');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && charset.replace(/["']/g, '') !== 'charset=utf-8') {
    throw new Problem(415, 'BAD_REQUEST', 'The body must be in UTF-8');
  }
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const tooLarge = new Problem(413, 'BAD_REQUEST', `The body is larger than ${LARGEST_BODY_BYTES} bytes`, {
    connection: 'close',
  });
  if (Number(message.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The JSON body of a request, read whole. Problem 413, 415 or 400. */
export async function readJsonBody(message: IncomingMessage): Promise<unknown> {
  checkMediaType(message.headers['content-type']);
  if (message.headers['content-encoding'] !== undefined)
    throw new Problem(415, 'BAD_REQUEST', 'The body must not be compressed');
  const bytes = await readAll(message);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Problem(400, 'BAD_REQUEST', 'The body is not JSON in UTF-8');
  }
}
