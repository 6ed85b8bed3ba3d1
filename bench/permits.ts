import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/base/clock.ts';
import { createLog } from '../src/base/log.ts';
import { openMemoryStore } from '../src/store/memory.ts';
import type { PermitStore, PermitWindow } from '../src/store/permits.ts';
import { openRedisPermits } from '../src/store/redis/permits.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import { HAS_REDIS, startRedisServer } from '../test/support/redis-server.ts';
import { median } from './kit/median.ts';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 7;
const PERMITS = quick ? 480 : 1_920;

/** A call of an upstream with two windows, as Visual Visitor's. */
const windows: readonly PermitWindow[] = [
  { key: 'ip', limit: 1_000_000, lengthMs: 1_200_000 },
  { key: 'day', limit: 1_000_000, lengthMs: 86_400_000 },
];
const request = {
  payers: [{ account: 'VISUAL_VISITOR a', credential: 'key-1', windows }],
  call: { upstream: 'VISUAL_VISITOR', endpoint: 'leads', consumer: 'bench', operation: 'Bench', attempt: 1 },
  timeoutMs: 8_000,
};
const end = { outcome: 'OK', durationMs: 120, bytes: 4_000, answered: true };

async function one(permits: PermitStore): Promise<void> {
  const decision = await permits.take(request);
  if (decision.kind === 'permit') await permits.settle(decision.id, end);
}

type Measured = { readonly cpuUs: number; readonly waitUs: number };

/** CPU of all threads, and waiting, for one permit with its receipt and its end. */
async function measure(permits: PermitStore, group: number): Promise<Measured> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  for (let done = 0; done < PERMITS; done += group)
    await Promise.all(Array.from({ length: group }, () => one(permits)));
  const { user, system } = process.cpuUsage(cpu);
  return { cpuUs: (user + system) / PERMITS, waitUs: ((performance.now() - startedAt) * 1000 * group) / PERMITS };
}

/** On servers of their own, whose CPU is not counted: each shares no data with another. */
async function openRedis() {
  if (!HAS_REDIS) return [];
  return Promise.all(
    (['always', 'everysec'] as const).map(async (fsync) => {
      const server = await startRedisServer({ fsync });
      const { client, close: disconnect } = await server.connect();
      const { permits, ready, close } = openRedisPermits({ client, clock: systemClock, log: createLog('silent') });
      await ready();
      const closeAll = async (): Promise<void> => {
        await close();
        await disconnect();
        await server[Symbol.asyncDispose]();
      };
      return { name: `Redis, appendfsync ${fsync}`, store: { permits, close: closeAll } };
    }),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
const redis = await openRedis();
const stores = [
  { name: 'SQLite', store: await openSqliteStore(join(folder, 'weir.db'), systemClock) },
  { name: 'memory', store: openMemoryStore(systemClock) },
  ...redis,
];
const lines: string[] = [];
for (const { name, store } of stores) {
  for (const group of [1, 16]) {
    const rounds: Measured[] = [];
    for (let round = -1; round < ROUNDS; round += 1) {
      const result = await measure(store.permits, group);
      // The first round only warms up.
      if (round >= 0) rounds.push(result);
    }
    const cpu = median(rounds.map(({ cpuUs }) => cpuUs));
    const wait = median(rounds.map(({ waitUs }) => waitUs));
    lines.push(`| ${name} | ${group} | ${cpu.toFixed(0)} | ${wait.toFixed(0)} |`);
  }
  await store.close();
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `Permit, receipt and end of a call with two windows; medians of ${ROUNDS} rounds of ${PERMITS} permits.\n\n` +
    `| store | at once | CPU µs a permit, all threads of the process | µs until permit and end were written |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`,
);
