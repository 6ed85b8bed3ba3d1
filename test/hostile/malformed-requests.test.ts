import { Pool } from 'undici';
import { describe, expect, it } from 'vitest';
import { PUBLIC_CODES } from '../../src/server/problem.ts';
import { PROVING, runs } from '../support/proof.ts';
import { createDraws } from './draws.ts';
import { exchange, type Reply } from './exchange.ts';
import { malformedRequest } from './malformed-requests.ts';
import { startMeasuredGateway } from './measured-gateway.ts';
import { type MalformedRequest, SECRET } from './well-formed-request.ts';

const { seed = 0, numRuns: CASES = 0 } = runs(2_000, 100_000);
const AT_ONCE = 16;
/** From here on memory is compared: what is remembered of texts has its size by then. */
const SETTLED = 25_000;
const LOOK_EVERY = 5_000;
const MOST_GROWTH_BYTES = 8_000_000;
/** Ready bytes are held for a minute, 2,000 answers at most, each with a request of some 3 KB: what is lost besides shows without them. */
const READY_BYTES = 2_000 * 8_000;
const GATEWAYS = [
  { name: 'a gateway', env: {}, mostGrowth: MOST_GROWTH_BYTES + READY_BYTES },
  ...(PROVING
    ? [{ name: 'a gateway without ready bytes', env: { WEIR_SHORT_WAY: 'off' }, mostGrowth: MOST_GROWTH_BYTES }]
    : []),
];

const INSIDES =
  /node_modules|\bat [\w.<>]+ \(|\/src\/|file:\/\/|\.[jt]s:\d|127\.0\.0\.1|Maximum call stack|[Ii]nternal/;

/** Why the answer is not one that a malformed request may get; undefined if it is. */
function faultOf({ status, type, text }: Reply): string | undefined {
  if (!(status >= 200 && status < 500)) return `status ${status}`;
  if (text === '' && status === 204) return undefined;
  if (!/^application\/(graphql-response\+)?json\b/.test(type)) return `type ${type}`;
  if (text.includes(SECRET)) return 'a value of the caller';
  if (INSIDES.test(text)) return `${INSIDES.exec(text)?.[0]} in it`;
  const body = JSON.parse(text) as { errors?: { extensions: { code: string } }[] } | null;
  return body?.errors?.map(({ extensions }) => extensions.code).find((code) => !PUBLIC_CODES.has(code));
}

function describeRequest(request: MalformedRequest): string {
  return request.kind === 'raw'
    ? request.bytes.toString('latin1').slice(0, 500)
    : JSON.stringify(request).slice(0, 1_000);
}

describe.each(GATEWAYS)('a malformed request to $name', ({ env, mostGrowth }) => {
  it(`is answered in JSON, without a crash, for ${CASES} of them`, async () => {
    await using gateway = await startMeasuredGateway(env);
    const origin = new URL(gateway.url);
    await using open = new AsyncDisposableStack();
    const pool = new Pool(origin.origin, { connections: AT_ONCE });
    open.defer(() => pool.close());
    const drawsOf = createDraws(seed);
    const heaps: number[] = [];
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const tryOne = async (number: number): Promise<void> => {
      const request = malformedRequest(drawsOf(number));
      const replies = await exchange(pool, origin, request).catch((error: Error) => error);
      const wrong = replies instanceof Error ? replies.message : replies.map(faultOf).find((one) => one !== undefined);
      if (wrong !== undefined) faults.push(`case ${number}: ${wrong}: ${describeRequest(request)}`);
      if (replies instanceof Error) return;
      for (const { status } of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    let next = 0;
    const worker = async (until: number): Promise<void> => {
      while (next < until) {
        next += 1;
        await tryOne(next);
      }
    };
    while (next < CASES) {
      const until = Math.min(next + LOOK_EVERY, CASES);
      await Promise.all(Array.from({ length: AT_ONCE }, () => worker(until)));
      if (next >= SETTLED) heaps.push(await gateway.heapBytes());
    }
    process.stdout.write(
      `statuses ${JSON.stringify([...statuses])}, heaps ${heaps.map((bytes) => (bytes / 1e6).toFixed(1))}\n`,
    );
    expect(faults, `with WEIR_SEED=${seed}`).toEqual([]);
    // It still serves, and many of the requests were as wrong as they were meant to be.
    expect((await gateway.post({ query: '{ __typename }' })).status).toBe(200);
    expect(statuses.get(400)).toBeGreaterThan(CASES / 3);
    const [settled = 0] = heaps;
    for (const bytes of heaps) expect(bytes - settled).toBeLessThan(mostGrowth);
  });
});
