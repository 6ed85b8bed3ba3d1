import { describe, expect, it } from 'vitest';
import type { Upstream } from '../../src/base/upstream.ts';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import { turns, under, until } from '../conformance/lab.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { ALWAYS, distinctQuery, othersThan, queryOf, ROOMY, simulatorOf, UPSTREAMS } from './upstreams.ts';

const KEY = { headers: { 'x-api-key': 'test-secret' } };
const CALL_TIMEOUT_MS = 200;
/** No repeat comes inside the deadline: each operation is one call. */
const SETTINGS = { ...ROOMY, callTimeoutMs: CALL_TIMEOUT_MS, deadlineMs: 300 };
const chance = (): number => 0.9;
const OPEN_MS = 10_000;
/** Older than every answer that is fresh, younger than every one that is usable. */
const STALE_MS = 400_000;

const WINDOWS = '{ quota { upstreams { credentials { windows { limit used remaining } } } } }';
type Window = { readonly limit: number; readonly used: number; readonly remaining: number };

type Stage = {
  readonly upstream: Upstream;
  readonly gateway: TestGateway;
  readonly clock: VirtualClock;
  readonly calls: () => number;
  /** One call to that upstream alone, which no other question shares. */
  ask(): Promise<Answer>;
};

function stageOf(gateway: TestGateway, clock: VirtualClock, upstream: Upstream): Stage {
  const simulator = simulatorOf(gateway.sandbox, upstream);
  let asked = 0;
  return {
    upstream,
    gateway,
    clock,
    calls: () => simulator.calls.length,
    ask: () => {
      asked += 1;
      return gateway.ask(distinctQuery(asked, [upstream]), KEY);
    },
  };
}

function extensionsOf({ errors }: Answer): readonly Answer['errors'][0]['extensions'][] {
  return errors.map(({ extensions }) => extensions);
}

async function available({ gateway, upstream }: Stage): Promise<boolean> {
  const text = await (await fetch(new URL('/metrics', gateway.url))).text();
  return text.includes(`weir_upstream_available{upstream="${upstream}"} 1`);
}

async function failTimes(stage: Stage, fault: Fault, times: number): Promise<void> {
  const { upstream, gateway, clock, calls } = stage;
  const simulator = simulatorOf(gateway.sandbox, upstream);
  simulator.clearCalls();
  simulator.faults.inject(fault, ALWAYS);
  for (let time = 1; time <= times; time += 1) {
    expect(await available(stage)).toBe(true);
    const asked = stage.ask();
    await until(() => calls() === time, 'the call');
    if (fault.kind === 'black-hole') clock.advance(CALL_TIMEOUT_MS);
    await asked;
    // Without an answer its place in flight comes free only after a second.
    if (fault.kind !== 'status') clock.advance(1_000);
  }
}

/** Own fields fail at once and without a call, the others are whole, and what is held stands in. */
async function isOpen(stage: Stage, held: Answer): Promise<void> {
  const { upstream, gateway, calls } = stage;
  const before = calls();
  const answer = await gateway.ask(distinctQuery(0), KEY);
  expect(answer.errors.map(({ path, extensions }) => ({ path, ...extensions }))).toEqual([
    { path: [upstream], code: 'UPSTREAM_UNAVAILABLE', upstream, retryAfterSeconds: expect.any(Number) },
  ]);
  const seconds = Number(extensionsOf(answer)[0]?.retryAfterSeconds);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(OPEN_MS / 1000);
  const stale = await gateway.ask(queryOf([upstream]), KEY);
  expect([stale.data, stale.errors]).toEqual([held.data, []]);
  expect(new Set(stale.extensions.freshness.map(({ reason }) => reason))).toEqual(new Set(['UPSTREAM_DOWN']));
  expect((await gateway.ask(queryOf(othersThan(upstream)), KEY)).errors).toEqual([]);
  expect(calls()).toBe(before);
}

/** Of many who come when the pause is over one is the probe, and the others are refused until it is answered. */
async function isProbedOnce(stage: Stage): Promise<void> {
  const { upstream, gateway, clock, calls, ask } = stage;
  const { faults } = simulatorOf(gateway.sandbox, upstream);
  faults.clear();
  faults.inject({ kind: 'black-hole' }, ALWAYS);
  const before = calls();
  clock.advance(OPEN_MS);
  const asked = Array.from({ length: 10 }, ask);
  let refused = 0;
  for (const one of asked) void one.then(() => (refused += 1));
  await until(() => refused === 9, 'the refusals');
  await turns();
  expect(calls()).toBe(before + 1);
  clock.advance(CALL_TIMEOUT_MS);
  const codes = (await Promise.all(asked)).flatMap(extensionsOf).map(({ code }) => code);
  expect(codes.toSorted()).toEqual(['UPSTREAM_TIMEOUT', ...Array(9).fill('UPSTREAM_UNAVAILABLE')]);
  faults.clear();
  expect((await ask()).errors).toHaveLength(1);
  clock.advance(OPEN_MS);
  expect((await ask()).errors).toEqual([]);
  expect((await Promise.all([ask(), ask(), ask()])).flatMap(({ errors }) => errors)).toEqual([]);
}

const SICK: readonly (readonly [name: string, fault: Fault, times: number])[] = [
  ['5xx', { kind: 'status', status: 500 }, 5],
  ['resets', { kind: 'reset' }, 5],
  ['timeouts', { kind: 'black-hole' }, 2],
];

describe.each(UPSTREAMS)('%s', (upstream) => {
  it('is asked no more after timeouts, resets or 5xx in a row, then by one probe', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({ live: true, clock, chance, config: SETTINGS });
    const stage = stageOf(gateway, clock, upstream);
    for (const [name, fault, times] of SICK)
      await under(name, async () => {
        const held = await gateway.ask(queryOf([upstream]), KEY);
        clock.advance(STALE_MS);
        await failTimes(stage, fault, times);
        expect(await available(stage)).toBe(false);
        await isOpen(stage, held);
        await isProbedOnce(stage);
      });
  });

  it('is believed about its limit downwards alone, and is not taken to be down for a 429', async () => {
    const clock = createVirtualClock();
    await using gateway = await startGateway({ live: true, clock, chance, config: SETTINGS });
    const { calls, ask, ...stage } = stageOf(gateway, clock, upstream);
    const { faults } = simulatorOf(gateway.sandbox, upstream);
    const limited = (retryAfter: string): Fault => ({
      kind: 'status',
      status: 429,
      headers: { 'retry-after': retryAfter, 'x-ratelimit-remaining': '999999' },
    });
    // The second one, under way at the same time, is told less: the longer pause holds.
    faults.inject(limited('30'));
    faults.inject(limited('1'));
    for (const answer of await Promise.all([ask(), ask()]))
      expect(extensionsOf(answer)).toMatchObject([{ code: 'UPSTREAM_RATE_LIMITED', upstream }]);
    const sent = calls();
    for (const seconds of [30, 20, 10]) {
      expect(extensionsOf(await ask())).toEqual([
        { code: 'UPSTREAM_RATE_LIMITED', upstream, retryAfterSeconds: seconds },
      ]);
      clock.advance(10_000);
    }
    expect(calls()).toBe(sent);
    faults.inject(limited('7'), ALWAYS);
    for (let time = 0; time < 10; time += 1) {
      expect(extensionsOf(await ask())).toMatchObject([{ code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: 7 }]);
      clock.advance(7_000);
    }
    expect(calls()).toBe(sent + 10);
    expect(await available({ ...stage, calls, ask })).toBe(true);
    faults.clear();
    expect((await ask()).errors).toEqual([]);
    // What the header says is left raises nothing.
    const view = await gateway.ask(WINDOWS, KEY);
    const { quota } = view.data as { quota: { upstreams: { credentials: { windows: Window[] }[] }[] } };
    for (const { limit, used, remaining } of quota.upstreams
      .flatMap(({ credentials }) => credentials)
      .flatMap(({ windows }) => windows))
      expect(remaining).toBeLessThanOrEqual(limit - used);
  });
});
