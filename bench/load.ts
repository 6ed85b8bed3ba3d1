import { Pool } from 'undici';

export type Round = { readonly operationsPerSecond: number; readonly p99Ms: number };

/** Sends the same request again and again over `connections` for `ms`; every answer must be good. */
export async function loadRound(
  url: URL,
  body: string,
  { ms, connections }: { readonly ms: number; readonly connections: number },
): Promise<Round> {
  const pool = new Pool(url.origin, { connections });
  const until = performance.now() + ms;
  const times: number[] = [];
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      const answer = await pool.request({
        method: 'POST',
        path: url.pathname,
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200 || text.includes('"errors"'))
        throw new Error(`a bad answer from ${url.href}: ${text.slice(0, 200)}`);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await pool.close();
  times.sort((a, b) => a - b);
  return { operationsPerSecond: (times.length * 1000) / ms, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
