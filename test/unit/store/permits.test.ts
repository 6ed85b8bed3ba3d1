import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PermitDecision, PermitRequest, PermitWindow } from '../../../src/store/permits.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Folder, makeFolder } from '../../support/process.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

const TIMEOUT_MS = 8_000;
const MINUTE: PermitWindow = { key: 'minute', limit: 2, lengthMs: 60_000 };
const FLIGHT: PermitWindow = { key: 'in-flight', limit: 1, lengthMs: 0 };
const ANSWERED = { outcome: 'OK', durationMs: 5, bytes: 10, answered: true };

let folder: Folder;
let clock: VirtualClock;
const open: Store[] = [];
beforeEach(() => {
  folder = makeFolder();
  clock = createVirtualClock();
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  folder[Symbol.dispose]();
});

/** A process's own way to the file. */
async function process(): Promise<Store> {
  const store = await openSqliteStore(`${folder.path}/weir.db`, clock);
  open.push(store);
  return store;
}

function request(...windows: readonly PermitWindow[]): PermitRequest {
  const call = { upstream: 'VISIT', endpoint: 'visit.things.list', consumer: 'c', operation: 'o', attempt: 1 };
  return { payers: [{ account: 'VISIT a', credential: 'key-1', windows }], call, timeoutMs: TIMEOUT_MS };
}

function idOf(decision: PermitDecision): string {
  if (decision.kind !== 'permit') throw new Error(`no permit, but ${decision.kind}`);
  return decision.id;
}

/** Looks into the file as nobody of the program does. */
function inFile<T>(work: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(`${folder.path}/weir-accounts.db`);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

test('what one process takes, ends and is told to leave alone counts for the others', async () => {
  const [one, other] = [await process(), await process()];
  const first = idOf(await one.permits.take(request(MINUTE, FLIGHT)));
  expect(await other.permits.take(request(MINUTE, FLIGHT))).toMatchObject({ kind: 'busy' });
  await one.permits.settle(first, ANSWERED);
  await other.permits.take(request(MINUTE));
  const freeAt = clock.now() + 60_000;
  expect(await one.permits.take(request(MINUTE))).toMatchObject({
    kind: 'full',
    payers: [{ full: [{ key: 'minute', freeAt }] }],
  });
  await other.permits.pause('VISIT a', 5_000);
  await other.permits.pause('VISIT a', 1_000);
  expect(await one.permits.take(request())).toMatchObject({
    kind: 'full',
    payers: [{ pausedUntil: clock.now() + 5_000 }],
  });
  expect(await one.permits.states([MINUTE, FLIGHT])).toEqual([
    { key: 'minute', used: 2, reserved: 0, freeAt },
    { key: 'in-flight', used: 0, reserved: 0, freeAt: null },
  ]);
});

test('the last place is given once, however many ask for it at one time', async () => {
  const processes = await Promise.all([process(), process(), process()]);
  const asked = processes.flatMap(({ permits }) => Array.from({ length: 10 }, () => permits.take(request(MINUTE))));
  const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'permit')).toHaveLength(2);
});

test('what a process that died had under way counts to its time bound and one window, in flight to a second after it', async () => {
  const dying = await process();
  await dying.permits.take(request(MINUTE, FLIGHT));
  await dying.close();
  open.length = 0;
  const { permits, usage } = await process();
  expect(await usage.between(0, clock.now() + 60_000)).toMatchObject([{ calls: 1, outcome: 'ABORTED' }]);
  clock.advance(TIMEOUT_MS + 999);
  expect(await permits.take(request(FLIGHT))).toMatchObject({ kind: 'busy' });
  clock.advance(1);
  const next = idOf(await permits.take(request(FLIGHT)));
  await permits.giveBack(next);
  clock.advance(60_000 - 1_001);
  expect(await permits.states([MINUTE])).toMatchObject([{ used: 1, freeAt: clock.now() + 1 }]);
  clock.advance(1);
  expect(await permits.states([MINUTE])).toMatchObject([{ used: 0, freeAt: null }]);
});

test('a lowered limit tells when there is room again, not when the first place comes free', async () => {
  const { permits } = await process();
  for (const _call of [1, 2]) {
    await permits.take(request(MINUTE));
    clock.advance(1_000);
  }
  expect(await permits.take(request({ ...MINUTE, limit: 1 }))).toMatchObject({
    payers: [{ full: [{ freeAt: clock.now() - 1_000 + TIMEOUT_MS + 60_000 }] }],
  });
});

test('places that have come free are deleted, receipts are kept', async () => {
  const { permits } = await process();
  for (let call = 0; call < 5; call += 1) {
    await permits.settle(idOf(await permits.take(request(MINUTE, FLIGHT))), ANSWERED);
    clock.advance(60_000);
  }
  await permits.states([MINUTE]);
  const count = (table: string) => inFile((db) => Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n));
  expect([count('place_counts'), count('calls')]).toEqual([0, 5]);
});

test('a transaction of somebody else is waited for', async () => {
  const { permits } = await process();
  const other = new DatabaseSync(`${folder.path}/weir-accounts.db`);
  other.exec('BEGIN IMMEDIATE');
  const asked = permits.take(request(MINUTE));
  const late = new Promise((resolve) => setImmediate(() => setImmediate(resolve))).then(() => other.exec('COMMIT'));
  expect(await asked).toMatchObject({ kind: 'permit' });
  await late;
  other.close();
});

test('a job that fails does so alone, and the store goes on', async () => {
  const { permits, usage } = await process();
  const broken = { ...request(MINUTE), call: { ...request().call, consumer: undefined as never } };
  const [good, bad, after] = await Promise.allSettled([
    permits.take(request(MINUTE)),
    permits.take(broken),
    permits.take(request(MINUTE)),
  ]);
  expect([good, bad, after]).toMatchObject([
    { value: { kind: 'permit' } },
    { status: 'rejected' },
    { value: { kind: 'permit' } },
  ]);
  expect(await permits.states([MINUTE])).toMatchObject([{ used: 2 }]);
  expect(await usage.between(0, clock.now() + 60_000)).toMatchObject([{ calls: 2 }]);
});

test('what an operation reserved is kept from other processes, spent by its own calls, and lapses with a process that died', async () => {
  const [dying, other] = [await process(), await process()];
  const demands = [{ payers: request(MINUTE).payers, calls: 2 }];
  const kept = await dying.permits.reserve(demands, 10_000);
  if (kept.kind !== 'reserved') throw new Error('not reserved');
  const freeAt = clock.now() + 10_000;
  expect(await other.permits.take(request(MINUTE))).toMatchObject({ kind: 'full', payers: [{ full: [{ freeAt }] }] });
  expect(await other.permits.reserve(demands, 10_000)).toMatchObject({ kind: 'full', key: 'minute', freeAt });
  const mine = { ...request(MINUTE), reservation: kept.id };
  await dying.permits.giveBack(idOf(await dying.permits.take(mine)));
  await dying.permits.take(mine);
  expect(await other.permits.states([MINUTE])).toMatchObject([{ used: 1, reserved: 1 }]);
  await dying.close();
  open.splice(open.indexOf(dying), 1);
  clock.advance(9_999);
  expect(await other.permits.take(request(MINUTE))).toMatchObject({ kind: 'full' });
  clock.advance(1);
  expect(await other.permits.take(request(MINUTE))).toMatchObject({ kind: 'permit' });
  expect(inFile((db) => db.prepare('SELECT count(*) AS n FROM reserved').get())).toMatchObject({ n: 0 });
});

test('more than there ever is has no instant to wait for', async () => {
  const { permits } = await process();
  const decision = await permits.reserve([{ payers: request(MINUTE).payers, calls: 3 }], 10_000);
  expect(decision).toMatchObject({ kind: 'full', key: 'minute', freeAt: null });
});
