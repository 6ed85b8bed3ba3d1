import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/sandbox/kit/random.ts';
import { accountsPath } from '../../src/store/accounts-file.ts';
import { type BanningVendor, startBanningVendor } from '../support/banning-vendor.ts';
import type { GreedyOptions } from '../support/greedy-process.ts';
import { type Folder, type GatewayProcess, makeFolder, NODE, startProcess } from '../support/process.ts';
import { PROVING, runs } from '../support/proof.ts';
import { WRONG_BUILDS, type WrongBuild } from '../support/wrong-permits.ts';

const GREEDY = join(import.meta.dirname, '../support/greedy-process.ts');
/** Kept from one run to the next: each of the many processes reads the same files. */
const COMPILE_CACHE = join(tmpdir(), 'weir-test-compile-cache');
/** 200 calls in 20 minutes with up to two seconds on the way, on a smaller scale. */
const LIMITED = { limit: 60, lengthMs: 3_000 };
/** Enough for a load that does not wait, for all that a few killed processes had under way. */
const LOADED = { limit: 1_000, lengthMs: 1_000 };
const TRANSIT_MS = 100;
/** Not scaled: what a busy machine takes for a way to the vendor is not, either. */
const CALL_TIMEOUT_MS = 8_000;
const PROCESSES = PROVING ? 8 : 3;
const CLIENTS = PROVING ? 50 : 10;
const SPANS = PROVING ? 20 : 2;
/** A busy machine that runs other tests beside these takes its time from the share. */
const LEAST_SHARE = PROVING ? 0.98 : 0.8;
const KILLS = PROVING ? 200 : 5;
/** A wrong build must be found out before so many calls. */
const FOUND_OUT_BY = 10 * LIMITED.limit;
const SEED = runs(1, 1).seed ?? 0;
const PATIENCE_MS = PROVING ? 1_200_000 : 90_000;

let folder: Folder;
let vendor: BanningVendor;
let windows = LIMITED;
const running: GatewayProcess[] = [];
beforeEach(() => {
  folder = makeFolder();
});
afterEach(async () => {
  for (const process of running.splice(0)) await process[Symbol.asyncDispose]();
  await vendor[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function beginVendor(allowed: typeof LIMITED): Promise<void> {
  windows = allowed;
  vendor = await startBanningVendor({ ...allowed, transitMs: TRANSIT_MS, seed: SEED });
}

function storePath(): string {
  return join(folder.path, 'weir.db');
}

function greedy(build: WrongBuild | 'right' = 'right'): GatewayProcess {
  const options: GreedyOptions = {
    storePath: storePath(),
    origin: vendor.origin,
    ...windows,
    callTimeoutMs: CALL_TIMEOUT_MS,
    clients: CLIENTS,
    build,
  };
  const process = startProcess({
    command: [NODE, GREEDY],
    env: { GREEDY: JSON.stringify(options), NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
  running.push(process);
  return process;
}

/** The calls that the ledger has receipts of, those that nobody told the end of apart. */
function receipts(): { readonly all: number; readonly unended: number } {
  const [row] = inAccounts('SELECT count(*) AS every, count(*) - count(outcome) AS unended FROM calls');
  return { all: Number(row?.every), unended: Number(row?.unended) };
}

/** Without an answer in time: a vendor who counts such a call later than that is beyond what a ledger can promise. */
function unanswered(): number {
  return Number(inAccounts("SELECT count(*) AS calls FROM calls WHERE outcome = 'TIMEOUT'")[0]?.calls);
}

function inAccounts(query: string): readonly Record<string, unknown>[] {
  const db = new DatabaseSync(accountsPath(storePath()));
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}

/** The share of all places that calls held, by the receipts, between the first filling of the window and an instant. */
function shareUsed(until: number): number {
  const calls = inAccounts('SELECT at, duration_ms AS ms FROM calls ORDER BY at');
  const since = Number(calls[windows.limit - 1]?.at);
  const held = calls.map(({ at, ms }) => {
    const freeAt = Number(at) + Number(ms) + windows.lengthMs;
    return Math.max(0, Math.min(freeAt, until) - Math.max(Number(at), since));
  });
  return held.reduce((sum, ms) => sum + ms, 0) / (windows.limit * (until - since));
}

describe('processes that share a store', () => {
  it(
    'never make a vendor ban them, whatever the phase of its window, use its whole allowance, and account for every call',
    async () => {
      await beginVendor(LIMITED);
      const all = Array.from({ length: PROCESSES }, () => greedy());
      await Promise.all(all.map(({ ready }) => ready));
      await vendor.reached(windows.limit);
      await sleep(SPANS * windows.lengthMs);
      const until = Date.now();
      for (const process of all) process.kill('SIGTERM');
      for (const { exit, stderr } of all) expect(await exit, stderr()).toMatchObject({ code: 0 });
      expect(unanswered(), 'the machine was held up for longer than a call may take').toBe(0);
      expect([vendor.banned(), vendor.most()]).toEqual([false, windows.limit]);
      const share = shareUsed(until);
      process.stderr.write(
        `ledger: ${vendor.counted()} calls of ${PROCESSES} processes, share used ${share.toFixed(4)}\n`,
      );
      expect(share).toBeGreaterThan(LEAST_SHARE);
      expect(receipts()).toEqual({ all: vendor.counted(), unended: 0 });
    },
    PATIENCE_MS,
  );

  it.each(WRONG_BUILDS)(
    'are banned where the ledger is %s',
    async (build) => {
      await beginVendor(LIMITED);
      greedy(build);
      greedy(build);
      await vendor.reached(FOUND_OUT_BY);
      expect(vendor.banned()).toBe(true);
    },
    PATIENCE_MS,
  );
});

/** Ends a process without any warning at a random moment while it calls; tells how long it took to be ready, and what it had counted. */
async function killAtRandom(build: WrongBuild | 'right', round: number): Promise<number> {
  const random = createRandom(SEED);
  const process = greedy(build);
  const readyMs = Number(await process.ready);
  await vendor.reached(vendor.counted() + 1 + random.integer('calls', round, 2 * CLIENTS));
  await sleep(random.integer('moment', round, 30));
  process.kill('SIGKILL');
  await process.exit;
  // What was on its way to the vendor arrives.
  await sleep(TRANSIT_MS);
  return readyMs;
}

describe('a process that is killed while it calls', () => {
  it(
    'leaves no call without a receipt, at most its permits in flight without a call, and is ready again at once',
    async () => {
      await beginVendor(LOADED);
      const times: number[] = [];
      for (let round = 0; round < KILLS; round += 1) {
        times.push(await killAtRandom('right', round));
        const { all, unended } = receipts();
        expect(all, 'never fewer calls than the vendor saw').toBeGreaterThanOrEqual(vendor.counted());
        expect(all - vendor.counted(), 'over-count').toBeLessThanOrEqual(unended);
        expect(unended, 'permits in flight').toBeLessThanOrEqual((round + 1) * CLIENTS);
      }
      expect(vendor.banned()).toBe(false);
      const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
      const { all } = receipts();
      process.stderr.write(
        `ledger: ${KILLS} kills, ${all} receipts of ${vendor.counted()} calls, ready in ${middle} ms\n`,
      );
      if (PROVING) expect(middle).toBeLessThan(1_000);
    },
    PATIENCE_MS,
  );

  it(
    'is missed by a ledger that records a call when it is over',
    async () => {
      await beginVendor(LOADED);
      for (let round = 0; round < 3; round += 1) await killAtRandom('recorded after the call', round);
      expect(receipts().all).toBeLessThan(vendor.counted());
    },
    PATIENCE_MS,
  );
});
