import { expect } from 'vitest';
import type { Meter } from '../../src/loading/meter.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import {
  type Asked,
  type Bench,
  baseAt,
  check,
  expectFailure,
  type Lab,
  nextWindow,
  pathOf,
  startTrap,
  under,
} from './lab.ts';
import { freePlaces } from './passing-time.ts';
import type { SourceSpec } from './spec.ts';

const AGES = { fresh: 60, usable: 3_600 };

function rowOf<R>({ spec }: Lab<R>, call: { readonly method: string; readonly path: string }): EndpointRow | undefined {
  const fits = Object.values(spec.endpoints).filter((row) => row.method === call.method && pathOf(row).test(call.path));
  // `/website/{id}` also ends like another row: the longest one is meant, and `/operator/live` is no operator.
  const parameters = ({ path }: EndpointRow): number => path.split('{').length;
  return fits.toSorted(
    (a, b) => b.path.split('/').length - a.path.split('/').length || parameters(a) - parameters(b),
  )[0];
}

async function usedOf<R>({ harness }: Bench<R>, label = 'key-1'): Promise<Readonly<Record<string, number>>> {
  await harness.ledger.refresh();
  const own = harness.ledger.windows().filter(({ credential }) => credential === label);
  return Object.fromEntries(own.map(({ name, used }) => [name, used]));
}

/** What the simulator's call log says that each window must hold. */
function spentOf<R>(lab: Lab<R>): Readonly<Record<string, number>> {
  const { spec, simulator } = lab;
  const rows = simulator.calls.map((call) => rowOf(lab, call));
  const spent = (name: string): number => rows.filter((row) => row?.quota.includes(name) === true).length;
  return Object.fromEntries(spec.windows.map(({ name, seconds }) => [name, seconds === 0 ? 0 : spent(name)]));
}

/** Ledger, receipts and call log agree, and again when the read costs nothing. */
async function charged<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const { simulator } = lab;
  const bench = lab.bench();
  simulator.clearCalls();
  for (const _again of [1, 2]) {
    const before = simulator.calls.length;
    const { result, meter } = bench.ask(run);
    await result;
    expect(meter.calls.map(({ endpoint }) => endpoint)).toEqual(
      simulator.calls.slice(before).map((call) => rowOf(lab, call)?.id),
    );
    expect(await usedOf(bench)).toEqual(spentOf(lab));
  }
}

async function failureCharged<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const { simulator } = lab;
  const bench = lab.bench();
  simulator.clearCalls();
  simulator.faults.inject({ kind: 'reset' }, { times: Number.POSITIVE_INFINITY });
  const ask = bench.ask(run);
  const { meter } = ask;
  await Promise.all([expectFailure(lab, ask.result, 'UPSTREAM_UNAVAILABLE'), freePlaces(lab, ask)]);
  await bench.quiet();
  simulator.faults.clear();
  expect(meter.calls.length).toBe(simulator.calls.length);
  // Without an answer a place in flight comes free only after a second.
  lab.clock.advance(1_000);
  expect(await usedOf(bench)).toEqual(spentOf(lab));
}

async function neverLeft<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const trap = await startTrap();
  await trap[Symbol.asyncDispose]();
  const bench = lab.bench({ baseUrl: baseAt(lab, `http://127.0.0.1:${trap.port}`) });
  const { result, meter } = bench.ask(run);
  await expectFailure(lab, result, 'UPSTREAM_UNAVAILABLE');
  await bench.quiet();
  expect(meter.calls).toEqual([]);
  for (const used of Object.values(await usedOf(bench))) expect(used).toBe(0);
}

async function twoConsumers<R>(lab: Lab<R>, { run, kind }: Asked<R>): Promise<void> {
  const { simulator } = lab;
  simulator.clearCalls();
  await lab.bench().ask(run).result;
  const once = simulator.calls.length;
  const bench = lab.bench();
  simulator.clearCalls();
  const asks = [bench.ask(run, { consumer: 'a' }), bench.ask(run, { consumer: 'b' })];
  const [first, second] = await Promise.all(asks.map(({ result }) => result));
  const late = bench.ask(run, { consumer: 'c' });
  expect(await late.result).toEqual(first);
  expect(second).toEqual(first);
  // A batch may go on singly, where one of the two has been served by the pages of the other.
  if (kind === 'batch') expect(simulator.calls.length).toBeLessThanOrEqual(once + 1);
  else expect(simulator.calls.length).toBe(once);
  expect(late.meter.calls).toEqual([]);
  expect(asks.reduce((sum, { meter }) => sum + meter.calls.length, 0)).toBe(simulator.calls.length);
}

async function twoVisibilities<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const { simulator } = lab;
  const bench = lab.bench();
  simulator.clearCalls();
  const first = await bench.ask(run, { keys: [0] }).result;
  const calls = simulator.calls.length;
  const payers = new Set(simulator.calls.map(({ credential }) => credential));
  const second = await bench.ask(run, { keys: [1] }).result;
  expect(second).toEqual(first);
  expect(simulator.calls.length).toBe(2 * calls);
  const others = new Set(simulator.calls.slice(calls).map(({ credential }) => credential));
  expect(payers.isDisjointFrom(others)).toBe(true);

  const fresh = lab.bench();
  await fresh.ask(run, { keys: [0] }).result;
  simulator.faults.inject({ kind: 'status', status: 403 }, { times: Number.POSITIVE_INFINITY });
  await expectFailure(lab, fresh.ask(run, { keys: [1] }).result, 'UPSTREAM_FORBIDDEN');
  await fresh.quiet();
  simulator.faults.clear();
  simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
  await expectFailure(lab, fresh.ask(run, { keys: [1] }).result, 'UPSTREAM_UNAVAILABLE');
  simulator.faults.clear();
}

function reasonsOf({ notes }: Meter): readonly string[] {
  return [...new Set(notes.map(({ reason }) => reason))];
}

async function staleWhenDown<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const { simulator, clock } = lab;
  const bench = lab.bench({ ages: AGES });
  const known = await bench.ask(run).result;
  clock.advance((AGES.fresh + 1) * 1000);
  simulator.faults.inject({ kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
  const stale = bench.ask(run);
  expect(await stale.result).toEqual(known);
  expect(reasonsOf(stale.meter)).toEqual(['UPSTREAM_DOWN']);
  for (const { ageSeconds } of stale.meter.notes) expect(ageSeconds).toBe(AGES.fresh + 1);
  clock.advance(AGES.usable * 1000);
  await expectFailure(lab, bench.ask(run).result, 'UPSTREAM_UNAVAILABLE');
  simulator.faults.clear();
}

/** The counted windows hold no more than the first reading took; without any, the vendor's own 429 stands for it. */
async function staleWithoutQuota<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const { simulator, clock, spec } = lab;
  const hasCounted = spec.windows.some(({ seconds }) => seconds > 0);
  simulator.clearCalls();
  const first = lab.bench();
  await first.ask(run).result;
  const spent = spentOf(lab);
  const windows = spec.windows.map((window) => ({
    ...window,
    ...(window.seconds > 0 && { limit: Math.max(1, spent[window.name] ?? 1), seconds: 86_400 }),
  }));
  const bench = lab.bench({ ages: AGES, windows });
  const known = await bench.ask(run).result;
  clock.advance((AGES.fresh + 1) * 1000);
  if (!hasCounted) simulator.faults.inject({ kind: 'status', status: 429 }, { times: Number.POSITIVE_INFINITY });
  simulator.clearCalls();
  const stale = bench.ask(run);
  expect(await stale.result).toEqual(known);
  expect(reasonsOf(stale.meter)).toEqual(['QUOTA']);
  if (hasCounted) expect(simulator.calls).toEqual([]);
  clock.advance(AGES.usable * 1000);
  const code = hasCounted ? 'QUOTA_EXCEEDED' : 'UPSTREAM_RATE_LIMITED';
  await expectFailure(lab, bench.ask(run).result, code);
  simulator.faults.clear();
}

export function checkQuota<R>(spec: SourceSpec<R>): void {
  const each = (title: string, test: (lab: Lab<R>, asked: Asked<R>) => Promise<void>): void =>
    check(spec, title, async (lab) => {
      for (const asked of lab.tried)
        await under(asked.name, async () => {
          await test(lab, asked);
          nextWindow(lab);
        });
    });
  each('every call is charged as its row says', charged);
  each('a call that failed on the way is charged', failureCharged);
  each('a call that never left is not charged', neverLeft);
  each('same key, two consumers: one call', twoConsumers);
  each('two keys, same arguments: two calls, nothing crosses', twoVisibilities);
  each('the upstream is down: a usable answer with that reason', staleWhenDown);
  each('no quota is left: a usable answer with that reason', staleWithoutQuota);
}
