import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../src/sandbox/kit/random.ts';

export type BanningVendorOptions = {
  readonly limit: number;
  readonly lengthMs: number;
  /** The longest way of a call there and back, together. */
  readonly transitMs: number;
  readonly seed: number;
};

/** A vendor who counts in a sliding window and in a hundred fixed ones of random phase at once, and bans for good on the first call too many. */
export type BanningVendor = AsyncDisposable & {
  readonly origin: string;
  /** Calls that it has counted. */
  counted(): number;
  banned(): boolean;
  /** Resolves when so many have been counted, or it has banned. */
  reached(count: number): Promise<void>;
  /** The most calls that it has found in one sliding window. */
  most(): number;
};

const PHASES = 100;

/** Counts a call; tells how many it found in the sliding window and in the fullest of the fixed ones. */
function createCounter({ lengthMs, seed }: BanningVendorOptions) {
  const random = createRandom(seed);
  const fixed = Array.from({ length: PHASES }, (_none, index) => ({
    phase: random.integer('phase', index, lengthMs),
    period: -1,
    calls: 0,
  }));
  const sliding: number[] = [];
  return (now: number): readonly [sliding: number, fixed: number] => {
    sliding.push(now);
    while ((sliding[0] ?? now) <= now - lengthMs) sliding.shift();
    for (const window of fixed) {
      const period = Math.floor((now + window.phase) / lengthMs);
      if (period !== window.period) window.calls = 0;
      window.period = period;
      window.calls += 1;
    }
    return [sliding.length, Math.max(...fixed.map(({ calls }) => calls))];
  };
}

export async function startBanningVendor(options: BanningVendorOptions): Promise<BanningVendor> {
  const { limit, transitMs, seed } = options;
  const random = createRandom(seed);
  const count = createCounter(options);
  let arrived = 0;
  let counted = 0;
  let most = 0;
  let banned = false;
  const waiting = new Set<() => void>();
  const server = createServer(async (_request, response) => {
    const serial = arrived;
    arrived += 1;
    await sleep(random.integer('there', serial, transitMs / 2));
    counted += 1;
    const [sliding, fixed] = count(Date.now());
    most = Math.max(most, sliding);
    banned ||= Math.max(sliding, fixed) > limit;
    for (const look of waiting) look();
    await sleep(random.integer('back', serial, transitMs / 2));
    response.writeHead(banned ? 429 : 200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counted: () => counted,
    banned: () => banned,
    reached: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (counted < count && !banned) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    most: () => most,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
