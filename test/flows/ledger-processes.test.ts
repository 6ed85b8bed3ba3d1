import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/sandbox/kit/random.ts';
import { type BanningVendor, startBanningVendor } from '../support/banning-vendor.ts';
import { startGreedy } from '../support/greedy.ts';
import { LEDGER_STORES, type LedgerStore } from '../support/ledger-stores.ts';
import type { GatewayProcess } from '../support/process.ts';
import { PROVING, runs } from '../support/proof.ts';
import { WRONG_BUILDS, type WrongBuild } from '../support/wrong-permits.ts';

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
const KILLS = PROVING ? 200 : 2;
/** A wrong build must be found out before so many calls. */
const FOUND_OUT_BY = 10 * LIMITED.limit;
const SEED = runs(1, 1).seed ?? 0;
const PATIENCE_MS = PROVING ? 1_200_000 : 90_000;

let store: LedgerStore;
let vendor: BanningVendor;
let windows = LIMITED;
const running: GatewayProcess[] = [];
afterEach(async () => {
  for (const process of running.splice(0)) await process[Symbol.asyncDispose]();
  await vendor[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
});

async function beginVendor(allowed: typeof LIMITED): Promise<void> {
  windows = allowed;
  vendor = await startBanningVendor({ ...allowed, transitMs: TRANSIT_MS, seed: SEED });
}

function greedy(build: WrongBuild | 'right' = 'right'): GatewayProcess {
  const { origin } = vendor;
  const options = { store: store.where, origin, ...windows, callTimeoutMs: CALL_TIMEOUT_MS, clients: CLIENTS, build };
  const process = startGreedy(options);
  running.push(process);
  return process;
}

/** The checker is the same for each store: in the quick suite it is checked on one. */
function isLater(name: string): boolean {
  return !PROVING && name !== 'SQLite';
}

/** The calls that the ledger has receipts of, those that nobody told the end of apart. */
async function receipts(): Promise<{ readonly all: number; readonly unended: number }> {
  const all = await store.receipts();
  return { all: all.length, unended: all.filter(({ outcome }) => outcome === null).length };
}

/** Without an answer in time: a vendor who counts such a call later than that is beyond what a ledger can promise. */
async function unanswered(): Promise<number> {
  return (await store.receipts()).filter(({ outcome }) => outcome === 'TIMEOUT').length;
}

/** The share of all places that calls held, by the receipts, between the first filling of the window and an instant. */
async function shareUsed(until: number): Promise<number> {
  const calls = await store.receipts();
  const since = calls[windows.limit - 1]?.at ?? until;
  const held = calls.map(({ at, durationMs }) => {
    const freeAt = at + (durationMs ?? 0) + windows.lengthMs;
    return Math.max(0, Math.min(freeAt, until) - Math.max(at, since));
  });
  return held.reduce((sum, ms) => sum + ms, 0) / (windows.limit * (until - since));
}

describe.each(LEDGER_STORES)('processes that share a store on $name', ({ name, open }) => {
  beforeEach(async () => {
    store = await open();
  });

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
      expect(await unanswered(), 'the machine was held up for longer than a call may take').toBe(0);
      expect([vendor.banned(), vendor.most()]).toEqual([false, windows.limit]);
      const share = await shareUsed(until);
      process.stderr.write(
        `ledger on ${name}: ${vendor.counted()} calls of ${PROCESSES} processes, share used ${share.toFixed(4)}\n`,
      );
      expect(share).toBeGreaterThan(LEAST_SHARE);
      expect(await receipts()).toEqual({ all: vendor.counted(), unended: 0 });
    },
    PATIENCE_MS,
  );

  it.skipIf(isLater(name)).each(WRONG_BUILDS)(
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

describe.each(LEDGER_STORES)('a process on $name that is killed while it calls', ({ name, open }) => {
  beforeEach(async () => {
    store = await open();
  });

  it(
    'leaves no call without a receipt, at most its permits in flight without a call, and is ready again at once',
    async () => {
      await beginVendor(LOADED);
      const times: number[] = [];
      for (let round = 0; round < KILLS; round += 1) {
        times.push(await killAtRandom('right', round));
        const { all, unended } = await receipts();
        expect(all, 'never fewer calls than the vendor saw').toBeGreaterThanOrEqual(vendor.counted());
        expect(all - vendor.counted(), 'over-count').toBeLessThanOrEqual(unended);
        expect(unended, 'permits in flight').toBeLessThanOrEqual((round + 1) * CLIENTS);
      }
      expect(vendor.banned()).toBe(false);
      const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
      const { all } = await receipts();
      process.stderr.write(
        `ledger on ${name}: ${KILLS} kills, ${all} receipts of ${vendor.counted()} calls, ready in ${middle} ms\n`,
      );
      if (PROVING) expect(middle).toBeLessThan(1_000);
    },
    PATIENCE_MS,
  );

  it.skipIf(isLater(name))(
    'is missed by a ledger that records a call when it is over',
    async () => {
      await beginVendor(LOADED);
      for (let round = 0; round < 3; round += 1) await killAtRandom('recorded after the call', round);
      expect((await receipts()).all).toBeLessThan(vendor.counted());
    },
    PATIENCE_MS,
  );
});
