import { expect, test } from 'vitest';
import { NOW } from '../golden/golden.ts';
import { pastExpo } from '../golden/visit-rows.ts';
import { startGateway } from '../support/gateway.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const KEY = 'key-1';
const ALWAYS = { times: Number.POSITIVE_INFINITY };

async function start() {
  const clock = createVirtualClock(NOW);
  const gateway = await startGateway({ clock });
  const { visit } = gateway.sandbox;
  const expo = pastExpo(gateway.sandbox);
  const ask = async (query: string): Promise<Record<string, unknown>> => {
    const { data, errors } = await gateway.ask(query.replaceAll('EXPO', expo));
    expect(errors).toEqual([]);
    return data ?? {};
  };
  return { gateway, clock, expo, ask, ...visit, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

const PAYMENTS =
  '{ payments(expoId: "EXPO", filter: { states: ["refunded"] }, first: 1000) { nodes { sourceId state } } }';
const ACTIVITIES = '{ activities(expoId: "EXPO") { nodes { sourceId name } totalCount } }';
const nodes = (data: Record<string, unknown>, list: string) => (data[list] as { nodes: { sourceId: string }[] }).nodes;

test('a list by revision catches up with one call, and sees what was edited and added', async () => {
  await using one = await start();
  const { edit, truth, expo, ask, clock, gateway } = one;
  const before = nodes(
    await ask('{ payments(expoId: "EXPO", filter: { partnerId: "0000000000000" }) { nodes { sourceId } } }'),
    'payments',
  );
  expect(before).toEqual([]);
  const [first] = truth.payments(expo).filter(({ state }) => state === 'paid');
  edit.changeRecord('payments', expo, first?.id ?? '', { state: 'refunded' });
  const { id } = edit.addRecord('payments', expo, { state: 'refunded' });
  gateway.takeCalls();
  clock.advance(31_000);
  const after = nodes(await ask(PAYMENTS), 'payments');
  const refunded = truth.payments(expo).filter(({ state }) => state === 'refunded');
  expect(after.map(({ sourceId }) => sourceId)).toEqual(refunded.map((one) => one.id));
  expect(after.map(({ sourceId }) => sourceId)).toEqual(expect.arrayContaining([first?.id, id]));
  expect(gateway.takeCalls().length).toBe(1);
});

test('a list that comes whole is read again whole, and what was removed is gone', async () => {
  await using one = await start();
  const { edit, truth, expo, ask, clock, gateway } = one;
  await ask(ACTIVITIES);
  const [first, second] = truth.activities(expo);
  edit.removeRecord('activities', expo, first?.id ?? '');
  edit.changeRecord('activities', expo, second?.id ?? '', { name: 'Moved' });
  clock.advance(30_000);
  expect(nodes(await ask(ACTIVITIES), 'activities').map(({ sourceId }) => sourceId)).toContain(first?.id);
  clock.advance(1_000);
  gateway.takeCalls();
  const data = await ask(ACTIVITIES);
  const left = truth.activities(expo);
  expect(nodes(data, 'activities')).toEqual(left.map(({ id, name }) => ({ sourceId: id, name })));
  expect(data.activities).toMatchObject({ totalCount: left.length });
  expect(nodes(data, 'activities').at(-1)).toEqual({ sourceId: second?.id, name: 'Moved' });
  expect(gateway.takeCalls()).toEqual([`VISIT GET /create/v2/activities/${expo}`]);
});

test('who took part is read again when the list has been, and not before', async () => {
  await using one = await start();
  const { edit, truth, expo, ask, clock, gateway } = one;
  const [first] = truth.activities(expo);
  const query = `{ activity(id: "${first?.id}", expoId: "EXPO") { participants { visitor { sourceId } } } }`;
  await ask(query);
  edit.changeRecord('activities', expo, first?.id ?? '', {
    participants: [{ entry: null, exit: null, id: 'abcdefghijklm' }],
  });
  gateway.takeCalls();
  await ask(query);
  expect(gateway.takeCalls()).toEqual([]);
  clock.advance(31_000);
  expect(await ask(query)).toEqual({ activity: { participants: [{ visitor: { sourceId: 'abcdefghijklm' } }] } });
  expect(gateway.takeCalls()).toEqual([`VISIT GET /create/v2/activities/${expo}/${first?.id}`]);
  await ask(`{ activities(expoId: "EXPO") { nodes { sourceId } } }`);
  gateway.takeCalls();
  expect(await ask(query)).toEqual({ activity: { participants: [{ visitor: { sourceId: 'abcdefghijklm' } }] } });
  // The list has replaced the row by one that says less.
  expect(gateway.takeCalls()).toEqual([`VISIT GET /create/v2/activities/${expo}/${first?.id}`]);
});

test('a webhook that is gone is null, and its log is that of now', async () => {
  await using one = await start();
  const { edit, truth, expo, ask, clock } = one;
  const [first, second] = truth.webhooks(expo, KEY);
  const query = (id = ''): string => `{ webhook(id: "${id}", expoId: "EXPO") { state log { status error } } }`;
  await ask(query(first?.id));
  edit.changeWebhook(expo, KEY, first?.id ?? '', {
    state: 'retry',
    log: [{ error: 'refused', status: '503', time: null }],
  });
  edit.removeWebhook(expo, KEY, second?.id ?? '');
  clock.advance(31_000);
  expect(await ask(query(first?.id))).toEqual({
    webhook: { state: 'retry', log: [{ status: 503, error: 'refused' }] },
  });
  expect(await ask(query(second?.id))).toEqual({ webhook: null });
});

test('a list that carries what the item adds costs no read of items', async () => {
  await using one = await start();
  const { faults, ask, gateway } = one;
  faults.inject(
    {
      kind: 'change',
      change: (body) => (body as object[]).map((row) => ({ ...row, participants: [{ id: 'abcdefghijklm' }] })),
    },
    { ...ALWAYS, path: /\/activities\/[^/]+$/ },
  );
  const data = await ask(
    '{ activities(expoId: "EXPO", first: 2) { nodes { participants { visitor { sourceId } entry } } } }',
  );
  const [shown] = nodes(data, 'activities');
  expect(shown).toEqual({ participants: [{ visitor: { sourceId: 'abcdefghijklm' }, entry: null }] });
  expect(gateway.takeCalls().length).toBe(1);
});

test('a record without an item endpoint stands in for itself while the upstream is down', async () => {
  await using one = await start();
  const { truth, expo, ask, clock, faults, gateway } = one;
  const [tap] = truth.touchpoints(expo);
  const query = `{ touchpoint(id: "${tap?.id}", expoId: "EXPO") { name } }`;
  const held = await ask(query);
  clock.advance(60_000);
  faults.inject({ kind: 'status', status: 503 }, ALWAYS);
  const answer = await gateway.ask(query.replaceAll('EXPO', expo));
  expect(answer.data).toEqual(held);
  expect(answer.extensions.freshness).toEqual([{ path: ['touchpoint'], ageSeconds: 60, reason: 'UPSTREAM_DOWN' }]);
  const other = await gateway.ask(`{ touchpoint(id: "0000000000000", expoId: "${expo}") { name } }`);
  expect(other.data).toEqual({ touchpoint: null });
});
