import { describe, expect, it } from 'vitest';
import type { Upstream } from '../../src/base/upstream.ts';
import { startTrap, under, until } from '../conformance/lab.ts';
import { type Answer, startGateway, type TestGateway } from '../support/gateway.ts';
import { chosen } from '../support/proof.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import { CASES, type Case, MARKER, redirects, throttles } from './faults.ts';
import { ALWAYS, NOTHING_HELD, othersThan, queryOf, simulatorOf, UPSTREAMS } from './upstreams.ts';

/** Longer than the breaker is open, and than the windows of the contracts but for the day's. */
const REST_MS = 1_300_000;
/** In the quick suite. */
const FEW_CASES = 8;
const KEY = { headers: { 'x-api-key': 'test-secret' } };
const ALL = queryOf(UPSTREAMS);

type Stage = { readonly gateway: TestGateway; readonly clock: VirtualClock; readonly upstream: Upstream };

/** What all four answer when nothing is wrong. */
async function whole({ gateway, clock }: Stage, restMs = 0): Promise<Answer['data']> {
  clock.advance(restMs + REST_MS);
  const { data, errors } = await gateway.ask(ALL, { ...KEY, extensions: NOTHING_HELD });
  expect(errors).toEqual([]);
  expect(Object.keys(data ?? {})).toEqual([...UPSTREAMS]);
  return data;
}

/** The answer of one operation over all four. Time moves only when the others have answered, and fast only if the fault hangs. */
async function meet({ gateway, clock, upstream }: Stage, { fault, hangs }: Case): Promise<Answer> {
  const simulator = simulatorOf(gateway.sandbox, upstream);
  clock.advance(1_000);
  simulator.clearCalls();
  simulator.faults.inject(fault, ALWAYS);
  let over = false;
  const asked = gateway.ask(ALL, { ...KEY, extensions: NOTHING_HELD }).finally(() => {
    over = true;
  });
  await until(() => simulator.calls.length > 0, 'the call');
  await gateway.ask(queryOf(othersThan(upstream)), KEY);
  while (!over) {
    await new Promise((next) => setTimeout(next, 1));
    clock.advance(hangs ? 500 : 10);
  }
  simulator.faults.clear();
  return asked;
}

async function expectOwnFieldAlone(stage: Stage, one: Case, right: Answer['data']): Promise<void> {
  const { upstream } = stage;
  const answer = await meet(stage, one);
  expect(answer.status).toBe(200);
  expect(answer.errors.map(({ path }) => path)).toEqual([[upstream]]);
  expect(one.codes).toContain(answer.errors[0]?.extensions.code);
  expect(answer.errors[0]?.extensions.upstream).toBe(upstream);
  expect(answer.data).toEqual({ ...right, [upstream]: null });
  const text = JSON.stringify([answer, [...answer.headers]]);
  expect(text).not.toContain(MARKER);
  expect(text).not.toContain('127.0.0.1');
}

describe.each(UPSTREAMS)('%s at its worst', (upstream) => {
  it('costs its own field alone, whatever the fault, and is back when it is over', { timeout: 300_000 }, async () => {
    const clock = createVirtualClock();
    await using trap = await startTrap();
    await using gateway = await startGateway({ live: true, clock, chance: () => 0 });
    const stage = { gateway, clock, upstream };
    const right = await whole(stage);
    const met = async (one: Case): Promise<void> => {
      await under(one.name, async () => {
        await expectOwnFieldAlone(stage, one, right);
        expect(await whole(stage, (one.pause ?? 0) * 1000)).toEqual(right);
      });
    };
    for (const one of chosen([...CASES, ...redirects(trap.port)], FEW_CASES)) await met(one);
    for (let index = 0; index < throttles(0).length; index += 1) await met(throttles(clock.now())[index] as Case);
    expect([trap.connections(), trap.bytes()]).toEqual([0, '']);
    expect(await (await fetch(new URL('/metrics', gateway.url))).text()).not.toContain(MARKER);
  });
});
