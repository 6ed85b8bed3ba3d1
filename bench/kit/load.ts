import { Pool } from 'undici';
import { CONSUMER_KEY } from './keys.ts';

export type Load = {
  readonly url: string;
  /** The body of the next request. */
  readonly body: () => string;
  readonly ms: number;
  readonly connections: number;
};

export type Loaded = { readonly operations: number; readonly ms: number; readonly p99Ms: number };

const ERRORS = Buffer.from('"errors"');
const HEADERS = { 'content-type': 'application/json', 'x-api-key': CONSUMER_KEY };

/** One POST, its bytes read and looked through. Undici's own dispatch: what stands above it would take as long as the fastest server. */
export function post(pool: Pool, path: string, body: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    pool.dispatch(
      { method: 'POST', path, headers: HEADERS, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_controller, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          const bytes = Buffer.concat(chunks);
          if (status === 200 && !bytes.includes(ERRORS)) resolve(bytes);
          else reject(new Error(`a bad answer, ${status}: ${bytes.toString('utf8', 0, 300)}`));
        },
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

/** On a busy machine a store may be too slow for a permit, and the gateway refuses: so many of the answers at most. */
const MOST_REFUSED = 0.05;

/** Sends requests over some connections, each again as soon as it is answered. Refused ones are told, and do not count; too many fail. */
export async function load({ url, body, ms, connections }: Load): Promise<Loaded> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const from = performance.now();
  const times: number[] = [];
  const refused: Error[] = [];
  const worker = async (): Promise<void> => {
    while (performance.now() - from < ms) {
      const start = performance.now();
      const isGood = await post(pool, pathname, body()).then(
        () => true,
        (error: Error) => {
          refused.push(error);
          return false;
        },
      );
      if (isGood) times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const took = performance.now() - from;
  await pool.close();
  if (refused.length > times.length * MOST_REFUSED) throw refused[0];
  if (refused.length > 0)
    process.stderr.write(`${refused.length} refused beside ${times.length}: ${refused[0]?.message}\n`);
  times.sort((a, b) => a - b);
  return { operations: times.length, ms: took, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}
