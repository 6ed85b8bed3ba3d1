import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { accountsPath } from '../../../src/store/accounts-file.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import type { PermitDecision, PermitRequest, PermitWindow } from '../../../src/store/permits.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { KEY_TABLES } from '../../../src/store/sqlite-keys.ts';
import { PERMIT_TABLES } from '../../../src/store/sqlite-places.ts';
import { RESERVATION_TABLES } from '../../../src/store/sqlite-reservations.ts';
import { RECEIPT_TABLES, ROLL_UP_TABLES } from '../../../src/store/sqlite-usage.ts';
import { makeFolder } from '../../support/process.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const MINUTE: PermitWindow = { key: 'VISIT minute', limit: 3, lengthMs: 60_000 };
const END = { outcome: 'OK', durationMs: 5, bytes: 10, answered: true };
const REQUEST: PermitRequest = {
  payers: [{ account: 'VISIT a', credential: 'key-1', windows: [MINUTE] }],
  call: { upstream: 'VISIT', endpoint: 'visitors', consumer: 'c', operation: 'o', attempt: 1 },
  timeoutMs: 8_000,
};

function idOf(decision: PermitDecision): string {
  if (decision.kind !== 'permit') throw new TypeError(decision.kind);
  return decision.id;
}

test('an end that is told twice, or of a permit that was given back, moves no place of the same instant', async () => {
  const clock = createVirtualClock();
  const { permits, close } = openMemoryStore(clock);
  const ids = await Promise.all([1, 2, 3].map(async () => idOf(await permits.take(REQUEST))));
  const [ended = '', never = ''] = ids;
  await permits.settle(ended, END);
  await permits.settle(ended, END);
  await permits.giveBack(ended);
  await permits.giveBack(never);
  await permits.giveBack(never);
  await permits.settle(never, END);
  await permits.settle('an id of nobody', END);
  expect(await permits.states([MINUTE])).toMatchObject([{ used: 2, freeAt: clock.now() + 60_000 }]);
  clock.advance(60_000);
  // The third was never ended: it counts from its time bound.
  expect(await permits.states([MINUTE])).toMatchObject([{ used: 1, freeAt: clock.now() + 8_000 }]);
  await close();
});

/** What an earlier build has left: three calls, of which the last two still hold places. */
function writeEarlierFile(path: string, now: number): void {
  const db = new DatabaseSync(path);
  for (const tables of [KEY_TABLES, PERMIT_TABLES, RECEIPT_TABLES, RESERVATION_TABLES, ROLL_UP_TABLES]) db.exec(tables);
  db.exec(`
    PRAGMA user_version = 5; PRAGMA application_id = ${0x77656163};
    INSERT INTO windows VALUES (1, 'VISIT minute', 2);
    INSERT INTO places (window, free_at, permit, length_ms) VALUES (1, ${now + 10}, 7, 60000), (1, ${now + 10}, 9, 60000);
    INSERT INTO calls SELECT value, ${now} - 60000, 'VISIT', 'e', 'key-1', 'c', 'o', 1, 'OK', 5, 10
      FROM json_each('[5, 7, 8]');`);
  db.close();
}

test('the places and receipts of an earlier build count on, and no number is given again', async () => {
  const clock = createVirtualClock();
  using folder = makeFolder();
  const path = join(folder.path, 'weir.db');
  writeEarlierFile(accountsPath(path), clock.now());
  const { permits, usage, close } = await openSqliteStore(path, clock);
  await permits.take(REQUEST);
  expect(await permits.take(REQUEST)).toMatchObject({ kind: 'full' });
  expect((await usage.between(0, clock.now() + 1)).reduce((sum, { calls }) => sum + calls, 0)).toBe(4);
  clock.advance(10);
  expect(await permits.states([MINUTE])).toMatchObject([{ used: 1 }]);
  await close();
  const db = new DatabaseSync(accountsPath(path));
  expect(db.prepare('SELECT max(id) AS newest FROM calls').get()).toMatchObject({ newest: 10 });
  db.close();
});
