import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/sandbox/kit/random.ts';
import { type BanningVendor, startBanningVendor } from '../support/banning-vendor.ts';
import { startGreedy } from '../support/greedy.ts';
import type { GatewayProcess } from '../support/process.ts';
import { PROVING, runs } from '../support/proof.ts';
import { HAS_REDIS, type RedisServer, startRedisServer } from '../support/redis-server.ts';

const WINDOW = { limit: 60, lengthMs: PROVING ? 3_000 : 1_200 };
const TRANSIT_MS = 100;
const PROCESSES = PROVING ? 8 : 3;
const CLIENTS = PROVING ? 50 : 10;
const ROUNDS = PROVING ? 40 : 3;
const MOST_AWAY_MS = PROVING ? 6_000 : 800;
/** More than fit into one window: it is called on after each fault. */
const CALLS_BETWEEN = WINDOW.limit + 10;
const PATIENCE_MS = PROVING ? 1_200_000 : 120_000;
const SEED = runs(1, 1).seed ?? 0;

/** What befalls a server that keeps nothing but what it is told to save. */
const FAULTS = ['flushed', 'paused', 'killed', 'saved, and killed later', 'flushed and killed'] as const;
type Fault = (typeof FAULTS)[number];

describe.skipIf(!HAS_REDIS)('processes that share a Redis', () => {
  let server: RedisServer;
  let vendor: BanningVendor;
  let processes: readonly GatewayProcess[] = [];
  afterEach(async () => {
    for (const process of processes) await process[Symbol.asyncDispose]();
    await vendor[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  async function begin(count: number): Promise<void> {
    server = await startRedisServer({ fsync: 'none' });
    vendor = await startBanningVendor({ ...WINDOW, transitMs: TRANSIT_MS, seed: SEED });
    const { origin } = vendor;
    const options = {
      store: server.url,
      origin,
      ...WINDOW,
      callTimeoutMs: 8_000,
      clients: CLIENTS,
      build: 'right',
    } as const;
    processes = Array.from({ length: count }, () => startGreedy(options));
    await Promise.all(processes.map(({ ready }) => ready));
    await vendor.reached(WINDOW.limit);
  }

  async function command(...words: readonly string[]): Promise<void> {
    const { client, close } = await server.connect();
    await client.sendCommand([...words]);
    await close();
  }

  async function restart(awayMs: number): Promise<void> {
    await server.kill();
    await sleep(awayMs);
    await server.start();
  }

  async function befall(fault: Fault, awayMs: number): Promise<void> {
    if (fault === 'flushed') return command('FLUSHALL');
    if (fault === 'killed') return restart(awayMs);
    if (fault === 'paused') {
      server.signal('SIGSTOP');
      await sleep(awayMs);
      return server.signal('SIGCONT');
    }
    await command(fault === 'flushed and killed' ? 'FLUSHALL' : 'SAVE');
    await sleep(awayMs);
    return restart(awayMs);
  }

  it(
    'never call too often whatever befalls it, and go on by themselves',
    async () => {
      await begin(PROCESSES);
      const random = createRandom(SEED);
      for (let round = 0; round < ROUNDS; round += 1) {
        const fault = FAULTS[round % FAULTS.length] ?? 'flushed';
        await sleep(random.integer('moment', round, WINDOW.lengthMs));
        await befall(fault, random.integer('away', round, MOST_AWAY_MS));
        await vendor.reached(vendor.counted() + CALLS_BETWEEN);
        expect(vendor.banned(), `after it was ${fault} in round ${round}`).toBe(false);
      }
      expect(vendor.most()).toBeLessThanOrEqual(WINDOW.limit);
      process.stderr.write(
        `ledger on Redis: ${ROUNDS} faults, ${vendor.counted()} calls, at most ${vendor.most()} in a window\n`,
      );
    },
    PATIENCE_MS,
  );

  it(
    'are banned where the epoch of the store outlives its data',
    async () => {
      await begin(2);
      const { client, close } = await server.connect();
      const epoch = await client.hGetAll('weir:ledger');
      await client.multi().flushAll().hSet('weir:ledger', epoch).exec();
      await close();
      await vendor.reached(vendor.counted() + CALLS_BETWEEN);
      expect(vendor.banned()).toBe(true);
    },
    PATIENCE_MS,
  );
});
