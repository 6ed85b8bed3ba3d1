import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import { NOW } from '../golden/golden.ts';
import { pastExpo } from '../golden/visit-rows.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';

const DAYS = 86_400_000;

let clock: VirtualClock;
let gateway: TestGateway;
/** How often records were read from copies. */
let reads: number;

beforeEach(async () => {
  clock = createVirtualClock(NOW);
  const store = openMemoryStore(clock);
  const { find, rows } = store.copies;
  const counted =
    <A extends unknown[], T>(read: (...args: A) => T) =>
    (...args: A): T => {
      reads += 1;
      return read(...args);
    };
  gateway = await startGateway({
    clock,
    store: { ...store, copies: { ...store.copies, find: counted(find), rows: counted(rows) } },
  });
});
afterEach(() => gateway[Symbol.asyncDispose]());

type List = { readonly nodes: readonly unknown[]; readonly totalCount: number | null };

async function ask(query: string): Promise<List> {
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  return data?.list as List;
}

/** Field and arguments, and another filter of the same field that needs the whole copy. */
const LISTS: readonly (readonly [field: string, args: string, filling: string])[] = [
  ['visitors', 'expoId: "EXPO"', 'email: "nobody@example.com"'],
  ['visitors', 'expoId: "EXPO", filter: { showDeleted: true }', 'email: "nobody@example.com"'],
  ['visitors', 'expoId: "EXPO", filter: { registrationStates: ["*"] }', 'email: "nobody@example.com"'],
  ['visitors', 'expoId: "EXPO", filter: { registrationStates: ["invited", "denied"] }', 'email: "nobody@example.com"'],
  ['encounters', 'expoId: "EXPO"', 'visitorId: "0000000000000"'],
  ['encounters', 'expoId: "EXPO", filter: { types: ["partner", "touchpoint"] }', 'visitorId: "0000000000000"'],
  ['encounters', 'expoId: "EXPO", filter: { partnerId: "PARTNER" }', 'visitorId: "0000000000000"'],
  ['payments', 'expoId: "EXPO", filter: { states: ["paid", "refunded"] }', 'visitorId: "0000000000000"'],
  ['payments', 'expoId: "EXPO", filter: { states: ["paid"], methods: ["invoice"] }', 'visitorId: "0000000000000"'],
  ['partners', 'expoId: "EXPO"', 'showDeleted: true'],
  ['leads', 'product: PLUS_PERSON', 'utmCampaign: "none"'],
  ['leads', 'product: PLUS_EMPLOYEE, filter: { from: "FROM", to: "TO" }', 'utmCampaign: "none"'],
];

function placesIn(text: string): string {
  const expo = pastExpo(gateway.sandbox);
  const partner = gateway.sandbox.visit.truth.connections(expo)[0]?.partner?.id;
  const day = (back: number): string => new Date(Math.floor(NOW / DAYS - back) * DAYS).toISOString();
  return text.replace('EXPO', expo).replace('PARTNER', String(partner)).replace('FROM', day(40)).replace('TO', day(20));
}

async function fill(field: string, args: string, filling: string): Promise<void> {
  const [first = ''] = args.split(', filter');
  await ask(placesIn(`{ list: ${field}(${first}, filter: { ${filling} }) { nodes { sourceId } } }`));
}

describe('the total of a list in a held copy', () => {
  it.each(LISTS)('%s(%s) is the number of its rows, and reads none', async (field, args, filling) => {
    await fill(field, args, filling);
    gateway.takeCalls();
    const { nodes } = await ask(placesIn(`{ list: ${field}(${args}, first: 1000) { nodes { sourceId } } }`));
    reads = 0;
    const { totalCount } = await ask(placesIn(`{ list: ${field}(${args}) { totalCount } }`));
    expect(totalCount).toBe(nodes.length);
    expect(nodes.length).toBeGreaterThan(0);
    expect(reads).toBe(0);
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('follows what was edited, added and deleted', async () => {
    const { edit, truth } = gateway.sandbox.visit;
    const expo = pastExpo(gateway.sandbox);
    const total = async (): Promise<number | null> =>
      (await ask(`{ list: visitors(expoId: "${expo}") { totalCount } }`)).totalCount;
    const filling = ['visitors', 'expoId: "EXPO"', 'email: "nobody@example.com"'] as const;
    await fill(...filling);
    const before = await total();
    const registered = truth
      .visitors(expo)
      .filter(({ id, deleted }) => !deleted && truth.stateOf(expo, id) === 'registered');
    expect(before).toBe(registered.length);
    const [first, second, third] = registered.map(({ id }) => id);
    edit.deleteVisitor(expo, first ?? '');
    edit.changeVisitor(expo, second ?? '', { registrationState: 'denied' });
    edit.changeVisitor(expo, third ?? '', { notes: 'still here' });
    clock.advance(60_000);
    await fill(...filling);
    expect(await total()).toBe(registered.length - 2);
  });
});
