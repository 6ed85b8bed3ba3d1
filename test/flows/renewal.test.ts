import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let clock: VirtualClock;
let gateway: TestGateway;

beforeEach(async () => {
  clock = createVirtualClock();
  gateway = await startGateway({ clock, store: openMemoryStore(clock) });
});
afterEach(() => gateway[Symbol.asyncDispose]());

/** Makes the calls of an operation known, its estimate held against them. */
async function callsOf(query: string): Promise<readonly string[]> {
  gateway.takeCalls();
  const { errors, extensions } = await gateway.ask(query);
  expect(errors).toEqual([]);
  const calls = gateway.takeCalls();
  expect(gateway.violations()).toEqual([]);
  const { min, max } = extensions.cost.estimated as { readonly min: number; readonly max: number | null };
  expect(calls.length).toBeGreaterThanOrEqual(min);
  if (max !== null) expect(calls.length).toBeLessThanOrEqual(max);
  return calls;
}

const expoOf = (): string => gateway.sandbox.visit.truth.expos()[1]?.id ?? '';
const partnersOf = (): readonly string[] =>
  gateway.sandbox.visit.truth.partners(expoOf()).flatMap(({ id, deleted }) => (deleted ? [] : [id]));
const onePartner = (index: number): string =>
  `{ partner(expoId: "${expoOf()}", id: "${partnersOf()[index]}") { boothNumber } }`;
const partnersList = (): string => `{ partners(expoId: "${expoOf()}") { nodes { sourceId } totalCount } }`;
const hosts = (): string =>
  `{ visitors(expoId: "${expoOf()}", first: 50) { nodes { partner { sourceId boothNumber } } } }`;

function renewing(calls: readonly string[]): readonly string[] {
  return calls.filter((call) => /fromRevision=[1-9]/.test(call));
}

describe('a copy in Visit that was complete a minute ago', () => {
  beforeEach(async () => {
    // Many partners of visitors are read by pages: of a small expo that is all of them.
    await callsOf(hosts());
    clock.advance(MINUTE_MS);
  });

  it('is renewed by the call that one missing record takes, and answers the next ones', async () => {
    const calls = await callsOf(onePartner(0));
    expect(calls).toHaveLength(1);
    expect(renewing(calls)).toHaveLength(1);
    expect(await callsOf(onePartner(1))).toEqual([]);
    expect(await callsOf(partnersList())).toEqual([]);
  });

  it('is renewed by the call that a list takes, with what has changed', async () => {
    const [first = ''] = partnersOf();
    gateway.sandbox.visit.edit.changePartner(expoOf(), first, { name: 'Renamed' });
    const calls = await callsOf(partnersList());
    expect(calls).toHaveLength(1);
    expect(renewing(calls)).toHaveLength(1);
    const one = `{ partner(expoId: "${expoOf()}", id: "${first}") { name } }`;
    expect(await callsOf(one)).toEqual([]);
    expect((await gateway.ask(one)).data).toEqual({ partner: { name: 'Renamed' } });
  });

  it('costs a call that was too much where more has changed than a page holds, and the estimate allows for it', async () => {
    const { edit, truth } = gateway.sandbox.visit;
    await callsOf(`{ person(email: "nobody@x.example") { visitors(expoId: "${expoOf()}") { nodes { sourceId } } } }`);
    clock.advance(MINUTE_MS);
    const [first = '', ...others] = truth
      .visitors(expoOf())
      .flatMap(({ id, deleted }) => (!deleted && truth.stateOf(expoOf(), id) === 'registered' ? [id] : []));
    for (const id of [...others.slice(0, 100), first]) edit.changeVisitor(expoOf(), id, { reference: 'changed' });
    const one = `{ visitor(expoId: "${expoOf()}", id: "${first}") { reference } }`;
    const calls = await callsOf(one);
    expect(calls).toHaveLength(2);
    expect(renewing(calls)).toHaveLength(1);
    expect((await gateway.ask(one)).data).toEqual({ visitor: { reference: 'changed' } });
  });

  it('is not relied on where it was complete too long ago', async () => {
    clock.advance(25 * HOUR_MS);
    expect(renewing(await callsOf(onePartner(0)))).toEqual([]);
  });
});

describe('leads of which all of the last 90 days are held', () => {
  const leadsOf = (index: number): string =>
    `{ person(email: "${gateway.sandbox.world.people.at(index).email}") { leads { nodes { sourceId } } } }`;

  it('are renewed by the call that one search takes, and answer the next ones', async () => {
    const emails = Array.from({ length: 20 }, (_, index) => gateway.sandbox.world.people.at(index).email);
    await callsOf(`{ people(emails: ${JSON.stringify(emails)}) { leads { nodes { sourceId } } } }`);
    clock.advance(10 * MINUTE_MS);
    expect(await callsOf(leadsOf(30))).toHaveLength(1);
    expect(await callsOf(leadsOf(31))).toEqual([]);
    expect(await callsOf(leadsOf(32))).toEqual([]);
  });
});

describe('messages', () => {
  it('cost no web site where nobody selects their times', async () => {
    const [id] = gateway.sandbox.iadvize.truth.conversationIds();
    const calls = await callsOf(`{ conversation(id: "${id}") { messages { author text } } }`);
    expect(calls).toHaveLength(1);
    const timed = await callsOf(`{ conversation(id: "${id}") { messages { sentAt } } }`);
    expect(timed.every((call) => call.includes('/website/'))).toBe(true);
  });
});
