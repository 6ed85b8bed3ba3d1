/** A process of many clients that call as often as the ledger lets them, until SIGTERM. Run by the tests as a program of its own. */
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../src/base/clock.ts';
import { UpstreamError } from '../../src/base/errors.ts';
import { createLog } from '../../src/base/log.ts';
import { redisAddress } from '../../src/config/redis-address.ts';
import { connectRedis } from '../../src/store/redis/connection.ts';
import { openRedisPermits } from '../../src/store/redis/permits.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import type { CallRecord, Outcome } from '../../src/transport/call.ts';
import type { Permit } from '../../src/transport/quota/ledger.ts';
import { createTestLedger, permitRequest } from './ledger.ts';
import { type WrongBuild, wrongPermits } from './wrong-permits.ts';

export type GreedyOptions = {
  /** `sqlite:PATH` or `redis://…` */
  readonly store: string;
  readonly origin: string;
  readonly limit: number;
  readonly lengthMs: number;
  readonly callTimeoutMs: number;
  readonly clients: number;
  readonly build: WrongBuild | 'right';
};

/** How long after a refusal one of the clients looks again; the others wait for it. */
const LOOK_MS = 10;

const {
  store: where,
  origin,
  limit,
  lengthMs,
  callTimeoutMs,
  clients,
  build,
} = JSON.parse(process.env.GREEDY ?? '{}') as GreedyOptions;
const startedAt = performance.now();
const store = await openPermits();
const permits = build === 'right' ? store.permits : wrongPermits(build, store.permits, systemClock.now);
const windows = [{ name: 'all', limit, seconds: lengthMs / 1000, per: 'credential' }] as const;
const ledger = createTestLedger({ clock: systemClock, windows, permits, callTimeoutMs });
const never = new AbortController().signal;
let stopping = false;
let looking = false;
const queue: (() => void)[] = [];

async function openPermits(): Promise<Pick<Store, 'permits' | 'close'>> {
  if (where.startsWith('sqlite:')) return openSqliteStore(where.slice('sqlite:'.length), systemClock);
  const { client, close: disconnect } = await connectRedis(redisAddress('GREEDY', where));
  const { permits, ready, close } = openRedisPermits({ client, clock: systemClock, log: createLog('silent') });
  await ready();
  return {
    permits,
    close: async () => {
      await close();
      await disconnect();
    },
  };
}

/** Resolves with the status of the answer; rejects if none comes by the permit's end. */
function call(endsAt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(origin, { signal: AbortSignal.timeout(Math.max(1, endsAt - Date.now())) }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject).end();
  });
}

async function nextPermit(): Promise<Permit | undefined> {
  while (!stopping) {
    if (looking) await new Promise<void>((resolve) => queue.push(resolve));
    try {
      const permit = await ledger.acquire(permitRequest({ windows: ['all'], credentials: ['key-1'] }), never);
      queue.shift()?.();
      return permit;
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      if (looking) continue;
      looking = true;
      await sleep(LOOK_MS);
      looking = false;
    }
  }
  return undefined;
}

const entry: Omit<CallRecord, 'at' | 'durationMs' | 'outcome'> = {
  upstream: 'VISIT',
  endpoint: 'visit.things.list',
  credential: 'key-1',
  consumer: 'test',
  operation: 'test',
  bytes: 2,
  attempt: 1,
};

async function beGreedy(): Promise<void> {
  for (let permit = await nextPermit(); permit !== undefined; permit = await nextPermit()) {
    const { takenAt, endsAt } = permit;
    const outcome: Outcome = await call(endsAt).then(
      (status) => (status === 429 ? 'THROTTLED' : 'OK'),
      () => 'TIMEOUT',
    );
    permit.settle({ ...entry, at: takenAt, durationMs: Date.now() - takenAt, outcome });
  }
}

process.once('SIGTERM', () => {
  stopping = true;
  for (const wake of queue.splice(0)) wake();
});
await ledger.refresh();
process.stdout.write(`ready ${Math.round(performance.now() - startedAt)}\n`);
await Promise.all(Array.from({ length: clients }, beGreedy));
await store.close();
