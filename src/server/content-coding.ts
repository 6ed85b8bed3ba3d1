import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** The content codings that answers are sent in. */
const CODINGS = ['br', 'gzip', 'identity'] as const;

export type Coding = (typeof CODINGS)[number];

/** What fits into one packet gains nothing. */
const SMALLEST_BYTES = 1_400;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The coding for a body of so many bytes by the request's `Accept-Encoding`; without one nothing is compressed. */
export function codingFor(acceptEncoding: string | undefined, bytes: number): Coding {
  if (acceptEncoding === undefined || bytes < SMALLEST_BYTES) return 'identity';
  const headers = { 'accept-encoding': acceptEncoding };
  return (new Negotiator({ headers }).encoding([...CODINGS]) ?? 'identity') as Coding;
}

/** A body in a coding. Quick levels: an answer is sent once or a few times. */
export async function encode(body: string | Buffer, coding: Coding): Promise<Buffer> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (coding === 'identity') return bytes;
  if (coding === 'gzip') return zip(bytes, { level: 4 });
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

export function codingHeaders(coding: Coding): Readonly<Record<string, string>> {
  return coding === 'identity' ? {} : { 'content-encoding': coding };
}
