import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { type Folder, makeFolder } from '../support/process.ts';

const KEY = { 'x-api-key': 'test-secret' };
const EXPOS = '{ expos(first: 1) { nodes { sourceId } } }';
const NOW = { headers: KEY, extensions: { cache: { maxAge: 0 } } };

let folder: Folder;
let gateway: TestGateway;
beforeEach(async () => {
  folder = makeFolder();
  gateway = await startGateway({ live: true, env: { WEIR_STORE: `sqlite:${folder.path}/weir.db` } });
});
afterEach(async () => {
  await gateway[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

it('while nobody can write to the store, nothing leaves to an upstream with limits, and held answers are still given', async () => {
  const first = await gateway.ask(EXPOS, { headers: KEY });
  expect(first.errors).toEqual([]);
  gateway.takeCalls();
  const other = new DatabaseSync(`${folder.path}/weir-accounts.db`);
  other.exec('BEGIN IMMEDIATE');

  const held = await gateway.ask(EXPOS, NOW);
  expect(held).toMatchObject({ data: first.data, errors: [] });
  expect(held.extensions.freshness).toMatchObject([{ path: ['expos'], reason: 'QUOTA' }]);
  const refused = await gateway.ask('{ leads(product: PLUS_PERSON, first: 1) { nodes { id } } }', NOW);
  expect([refused.status, refused.data]).toEqual([503, undefined]);
  expect(refused.errors).toMatchObject([
    { extensions: { code: 'QUOTA_EXCEEDED', window: 'ip-20m', retryAfterSeconds: 1 } },
  ]);
  expect(gateway.takeCalls()).toEqual([]);

  other.exec('ROLLBACK');
  other.close();
  const again = await gateway.ask(EXPOS, NOW);
  expect(again).toMatchObject({ data: first.data, errors: [] });
  expect(again.extensions.freshness).toEqual([]);
  expect(gateway.takeCalls()).toHaveLength(1);
});
