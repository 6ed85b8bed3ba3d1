import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsIn } from '../../src/loading/record-names.ts';
import type { AnswerStore } from '../../src/store/answers.ts';
import { createRedisAnswers } from '../../src/store/redis/answers.ts';
import { createEngine, endpoint } from '../support/engine.ts';
import { runs } from '../support/proof.ts';
import { HAS_REDIS } from '../support/redis-server.ts';
import { shareRedis } from '../support/shared-redis.ts';

const ids = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e'), { maxLength: 4 });
/** Pages of a list, each under its number, some read a second time with other rows. */
const pages = fc.array(fc.record({ page: fc.integer({ min: 1, max: 4 }), ids }), { minLength: 1, maxLength: 8 });

const row = endpoint();
const question = (page: number) => ({ row, visibility: 'keys', args: { expoId: 'e1', page } });
const pageOf = (rows: readonly string[]) => ({ items: rows.map((id) => ({ id })) });
const nameOf = (id: string): string => recordsIn(question(1), pageOf([id]))[0] ?? '';

/** Of each page, the rows that were read last. */
function latest(read: readonly { readonly page: number; readonly ids: readonly string[] }[]) {
  return new Map(read.map(({ page, ids: rows }) => [page, rows]));
}

describe('dropping by record', () => {
  test('drops exactly the answers that came from it, here', async () => {
    const property = fc.asyncProperty(pages, ids, async (read, dropped) => {
      const { answers, clock, operation } = createEngine();
      for (const { page, ids: rows } of read) {
        clock.advance(1);
        answers.hold(question(page), pageOf(rows), clock.now());
      }
      await answers.dropRecords(dropped.map(nameOf));
      clock.advance(1);
      const { scope } = operation();
      for (const [page, rows] of latest(read)) {
        const isLeft = rows.every((id) => !dropped.includes(id));
        expect(await answers.isFresh(scope, question(page))).toBe(isLeft);
      }
    });
    await fc.assert(property, runs(200, 2_000));
  });

  test('keeps what is being read now from being held, if it tells of the record', async () => {
    const property = fc.asyncProperty(ids, ids, ids, async (rows, before, meanwhile) => {
      const { answers, clock, operation } = createEngine();
      await answers.dropRecords(before.map(nameOf));
      await answers.read(operation().reader, question(1), async () => {
        await answers.dropRecords(meanwhile.map(nameOf));
        return pageOf(rows);
      });
      clock.advance(1);
      const isHeld = rows.every((id) => !meanwhile.includes(id));
      expect(await answers.isFresh(operation().scope, question(1))).toBe(isHeld);
    });
    await fc.assert(property, runs(200, 2_000));
  });

  test('knows records by their place: another expo and another customer have others of the same id', () => {
    const of = (args: Record<string, string>) => recordsIn({ row, args }, pageOf(['a']));
    const names = [of({}), of({ expoId: 'e1' }), of({ expoId: 'e2' }), of({ customer: '7' })].flat();
    expect(new Set(names).size).toBe(4);
    expect(recordsIn({ row, args: { id: 'gone' } }, null)).toEqual(['visit.things gone']);
  });
});

describe.skipIf(!HAS_REDIS)('dropping by record in Redis', () => {
  const theRedis = shareRedis();

  const heldOf = async (store: AnswerStore, page: number) => (await store.get(`page ${page}`)).answer;
  const toAnswer = (rows: readonly string[], asOf: number) => ({
    value: JSON.stringify(rows),
    asOf,
    bytes: 1,
    records: rows.map(nameOf),
  });

  test('drops exactly the answers that came from it, and keeps no reading that began before', async () => {
    const { client } = await theRedis();
    const property = fc.asyncProperty(pages, ids, ids, async (read, dropped, late) => {
      await client.flushAll();
      const [store, other] = [createRedisAnswers(client, '1'), createRedisAnswers(client, '1')];
      for (const [index, { page, ids: rows }] of read.entries())
        await store.put(`page ${page}`, toAnswer(rows, index), { era: '0', drops: 0, ms: 60_000 });
      const { drops } = await store.get('late');
      await other.dropRecords(dropped.map(nameOf));
      await store.put('late', toAnswer(late, 9), { era: '0', drops, ms: 60_000 });
      for (const [page, rows] of latest(read)) {
        const isLeft = rows.every((id) => !dropped.includes(id));
        const held = await heldOf(store, page);
        expect(held?.value ?? null).toBe(isLeft ? JSON.stringify(rows) : null);
      }
      const isKept = late.every((id) => !dropped.includes(id));
      expect((await store.get('late')).answer !== null).toBe(isKept);
      const names = (await client.keys('weir:*')).map(String);
      expect(names.filter((name) => name.includes('things'))).toEqual([]);
    });
    await fc.assert(property, runs(60, 600));
  });
});
