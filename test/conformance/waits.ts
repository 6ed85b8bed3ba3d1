import { expect } from 'vitest';
import { CallerLeft, DeadlineReached } from '../../src/base/errors.ts';
import type { Fault } from '../../src/sandbox/kit/faults.ts';
import {
  type Ask,
  type Asked,
  type Bench,
  baseAt,
  batchOf,
  CALL_TIMEOUT_MS,
  check,
  expectFailure,
  type Lab,
  nextWindow,
  startTrap,
  turns,
  under,
  until,
  watchWire,
} from './lab.ts';
import type { SourceSpec } from './spec.ts';

/** How long the vendor may still count a call whose connection was closed. */
const CLOSING_MS = 1_000;
/** First tries that earn the right to one repeat. */
const TRIES_FOR_A_REPEAT = 11;

/** The reason comes back at once, itself, and without any time passing. */
async function leaves(ask: Ask<unknown>): Promise<void> {
  const reason = new CallerLeft();
  ask.result.catch(() => undefined);
  expect(ask.over(), 'was waiting').toBe(false);
  ask.abort(reason);
  await turns(3);
  expect(ask.over(), 'returns at once').toBe(true);
  await expect(ask.result).rejects.toBe(reason);
}

async function inFlight<R>({ harness }: Bench<R>): Promise<number> {
  await harness.ledger.refresh();
  return harness.ledger.windows().reduce((sum, { windowSeconds, used }) => sum + (windowSeconds === 0 ? used : 0), 0);
}

/** Nothing is held back, and the same read goes through. */
async function isFreeAgain<R>(lab: Lab<R>, bench: Bench<R>, { run }: Asked<R>): Promise<void> {
  lab.simulator.faults.clear();
  lab.clock.advance(CLOSING_MS);
  expect(await inFlight(bench)).toBe(0);
  expect((await bench.ask(run).result).length).toBeGreaterThan(0);
  expect(await inFlight(bench)).toBe(0);
}

async function duringAnswer<R>(lab: Lab<R>, asked: Asked<R>, fault: Fault): Promise<void> {
  const { simulator } = lab;
  using wire = watchWire(simulator);
  const bench = lab.bench();
  simulator.clearCalls();
  simulator.faults.inject(fault, { times: Number.POSITIVE_INFINITY });
  const ask = bench.ask(asked.run);
  await until(() => simulator.calls.length > 0, 'the call');
  if (fault.kind === 'delay-body') await until(() => wire.heads() > 0, 'the headers');
  await leaves(ask);
  await until(() => wire.open() === 0, 'the end of the connections');
  expect(new Set(ask.meter.calls.map(({ outcome }) => outcome))).toEqual(new Set(['ABORTED']));
  expect(ask.meter.calls.length, 'nothing more leaves').toBeGreaterThanOrEqual(simulator.calls.length);
  await isFreeAgain(lab, bench, asked);
}

async function duringConnect<R>(lab: Lab<R>, asked: Asked<R>): Promise<void> {
  await using mute = await startTrap();
  // A handshake that the other side never answers.
  const bench = lab.bench({ baseUrl: baseAt(lab, `https://127.0.0.1:${mute.port}`) });
  const ask = bench.ask(asked.run);
  await until(() => mute.connections() > 0, 'the connection');
  await leaves(ask);
  await turns();
  expect(ask.meter.calls, 'nothing left').toEqual([]);
  await bench.harness.ledger.refresh();
  for (const { used } of bench.harness.ledger.windows()) expect(used).toBe(0);
}

/** A connection that does not come about is given up in the call's own time, and costs nothing. */
async function connectTimesOut<R>(lab: Lab<R>, { kind, run }: Asked<R>): Promise<void> {
  if (kind === 'batch') return;
  await using mute = await startTrap();
  const bench = lab.bench({ baseUrl: baseAt(lab, `https://127.0.0.1:${mute.port}`) });
  const ask = bench.ask(run);
  ask.result.catch(() => undefined);
  await until(() => mute.connections() > 0, 'the connection');
  lab.clock.advance(CALL_TIMEOUT_MS - 1);
  await turns();
  expect(ask.over(), 'gives up before its time').toBe(false);
  lab.clock.advance(1);
  await expectFailure(lab, ask.result, 'UPSTREAM_TIMEOUT');
  expect(ask.meter.calls, 'nothing left').toEqual([]);
  lab.clock.advance(CLOSING_MS);
  await bench.harness.ledger.refresh();
  for (const { used } of bench.harness.ledger.windows()) expect(used).toBe(0);
}

async function duringBackoff<R>(lab: Lab<R>): Promise<void> {
  const { simulator, clock } = lab;
  const [item] = lab.items;
  if (item === undefined) throw new Error('a source without items');
  const bench = lab.bench();
  for (const id of item.ids.slice(0, TRIES_FOR_A_REPEAT)) await bench.ask(batchOf(item, [id])).result;
  const fault: Fault = { kind: 'status', status: 503, headers: { 'retry-after': '3' } };
  simulator.faults.inject(fault, { times: Number.POSITIVE_INFINITY });
  simulator.clearCalls();
  const [id = ''] = item.ids.slice(TRIES_FOR_A_REPEAT);
  const run = batchOf(item, [id]);
  const ask = bench.ask(run);
  await until(() => ask.meter.calls.length === 1, 'the first try');
  await turns();
  expect(await inFlight(bench), 'a place is free while nothing is sent').toBe(0);
  await leaves(ask);
  clock.advance(10_000);
  await turns();
  expect(simulator.calls.length, 'no repeat for nobody').toBe(1);
  await isFreeAgain(lab, bench, { name: item.name, kind: 'item', paged: false, run });
}

/** As many calls as may be in flight hang; one more waits for its turn. */
async function duringQueue<R>(lab: Lab<R>, limit: number): Promise<void> {
  const { simulator } = lab;
  using wire = watchWire(simulator);
  const [item] = lab.items;
  if (item === undefined) throw new Error('a source without items');
  const bench = lab.bench();
  simulator.clearCalls();
  simulator.faults.inject({ kind: 'black-hole' }, { times: Number.POSITIVE_INFINITY });
  const [waiting, ...hanging] = item.ids
    .slice(0, limit + 1)
    .toReversed()
    .map((id) => batchOf(item, [id]));
  if (waiting === undefined) throw new Error('too few ids');
  const asks = hanging.map((run) => bench.ask(run));
  await until(() => simulator.calls.length === limit, 'the calls that hang');
  const queued = bench.ask(waiting);
  await turns();
  expect(simulator.calls.length).toBe(limit);
  await leaves(queued);
  expect(queued.meter.calls).toEqual([]);
  expect(await inFlight(bench)).toBe(limit);
  for (const ask of asks) await leaves(ask);
  await until(() => wire.open() === 0, 'the end of the connections');
  expect(simulator.calls.length, 'its turn never comes').toBe(limit);
  await isFreeAgain(lab, bench, { name: item.name, kind: 'item', paged: false, run: waiting });
}

/** One who leaves does not take the answer from another who waits for the same. */
async function oneOfTwoLeaves<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const { simulator } = lab;
  using wire = watchWire(simulator);
  const bench = lab.bench();
  simulator.clearCalls();
  simulator.faults.inject({ kind: 'delay-headers', ms: 500 });
  const [first, second] = [bench.ask(run), bench.ask(run, { consumer: 'other' })];
  await until(() => simulator.calls.length > 0, 'the call');
  await leaves(first);
  expect(wire.open()).toBeGreaterThan(0);
  expect((await second.result).length).toBeGreaterThan(0);
}

async function atDeadline<R>(lab: Lab<R>, { run }: Asked<R>): Promise<void> {
  const { simulator } = lab;
  simulator.clearCalls();
  simulator.faults.inject({ kind: 'black-hole' }, { times: Number.POSITIVE_INFINITY });
  const ask = lab.bench().ask(run);
  await until(() => simulator.calls.length > 0, 'the call');
  ask.abort(new DeadlineReached());
  await expectFailure(lab, ask.result, 'DEADLINE_EXCEEDED');
  simulator.faults.clear();
}

export function checkWaits<R>(spec: SourceSpec<R>): void {
  const each = (title: string, test: (lab: Lab<R>, asked: Asked<R>) => Promise<void>): void =>
    check(spec, title, async (lab) => {
      for (const asked of lab.tried) {
        await under(asked.name, () => test(lab, asked));
        nextWindow(lab);
      }
    });
  each('leaving while it connects', duringConnect);
  each('a connection that does not come about: timeout, not charged', connectTimesOut);
  each('leaving while it waits for headers', (lab, asked) => duringAnswer(lab, asked, { kind: 'black-hole' }));
  each('leaving while the body comes', (lab, asked) => duringAnswer(lab, asked, { kind: 'delay-body', ms: 600_000 }));
  check(spec, 'leaving while it waits before a repeat', duringBackoff);
  for (const { seconds, limit, name } of spec.windows)
    if (seconds === 0) check(spec, `leaving the queue of ${name}`, (lab) => duringQueue(lab, limit));
  check(spec, 'one of two who wait leaves', async (lab) => {
    for (const wanted of ['item', 'list'])
      for (const asked of lab.asked.filter(({ kind }) => kind === wanted).slice(0, 1))
        await under(asked.name, () => oneOfTwoLeaves(lab, asked));
  });
  each('the deadline while it waits', atDeadline);
}
