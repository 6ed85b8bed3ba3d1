import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

/** No sensible document comes near it. */
const LARGEST_BODY_BYTES = 1_000_000;

function checkMediaType(contentType: string | undefined): void {
  if (contentType === 'application/json') return;
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') throw new Problem(415, 'BAD_REQUEST', 'The body must be application/json');
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && charset.replace(/["']/g, '') !== 'charset=utf-8') {
    throw new Problem(415, 'BAD_REQUEST', 'The body must be in UTF-8');
  }
}

function notJson(): Problem {
  return new Problem(400, 'BAD_REQUEST', 'The body is not JSON in UTF-8');
}

/** A sender of too much is told at once; the rest is taken in and dropped, since one that is cut off while it writes may never see why. */
function readAll(message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = Number(message.headers['content-length'] ?? 0) > LARGEST_BODY_BYTES ? Number.POSITIVE_INFINITY : 0;
    const refuseTooLarge = (): void => {
      chunks.length = 0;
      reject(new Problem(413, 'BAD_REQUEST', `The body is larger than ${LARGEST_BODY_BYTES} bytes`));
    };
    if (size > LARGEST_BODY_BYTES) refuseTooLarge();
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_BODY_BYTES) refuseTooLarge();
      else chunks.push(chunk);
    });
    message.once('end', () => {
      const [first] = chunks;
      resolve(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks));
    });
    message.once('error', reject);
  });
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a request's JSON body, read whole. Problem 413, 415 or 400. */
export async function readBody(message: IncomingMessage): Promise<string> {
  checkMediaType(message.headers['content-type']);
  if (message.headers['content-encoding'] !== undefined)
    throw new Problem(415, 'BAD_REQUEST', 'The body must not be compressed');
  const bytes = await readAll(message);
  try {
    return UTF_8.decode(bytes);
  } catch {
    throw notJson();
  }
}

/** What such a text says. Problem 400. */
export function parseJsonBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw notJson();
  }
}
