import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { openMemoryStore } from '../../../src/store/memory.ts';
import { openSqliteStore } from '../../../src/store/sqlite.ts';
import { oldUsage, rollUpUsage } from '../../../src/usage/roll-up.ts';
import { reportUsage } from '../../../src/usage/usage-report.ts';

const NAMES = { upstream: 'VISIT', credential: 'key-1', consumer: 'c', endpoint: 'e', operation: 'o', outcome: 'OK' };
const ENTRY = { upstream: 'VISIT', endpoint: 'e', consumer: 'c', operation: 'o', attempt: 1 };
const END = { outcome: 'OK', durationMs: 1, bytes: 1, answered: true };
const AGES = { detailDays: 7, hourDays: 90 };
const NEVER = new AbortController().signal;

function begin(start: string, lengthMs = 0) {
  let now = Date.parse(start);
  const { usage, permits } = openMemoryStore({ now: () => now, after: () => () => undefined });
  const payers = [
    { account: 'a', credential: 'key-1', windows: lengthMs > 0 ? [{ key: 'w', limit: 9, lengthMs }] : [] },
  ];
  return {
    usage,
    permits,
    setTime: (at: string) => {
      now = Date.parse(at);
    },
    take: async (): Promise<string> => {
      const decision = await permits.take({ payers, call: ENTRY, timeoutMs: 8_000 });
      if (decision.kind !== 'permit') throw new Error(decision.kind);
      return decision.id;
    },
    used: async () => (await permits.states(payers[0]?.windows ?? []))[0]?.used,
    rollUp: (signal = NEVER) => rollUpUsage(usage, oldUsage(AGES, now), signal),
    spans: async () => (await usage.between(0, 1e13)).map(({ span, start, calls }) => [span, start, calls]),
    report: (from: string, to: string, resolution: 'MINUTE' | 'HOUR' | 'DAY' | 'MONTH', consumer?: string) =>
      reportUsage(
        usage,
        { flush: async () => undefined },
        {
          from: Date.parse(from),
          to: Date.parse(to),
          resolution,
          groupBy: [],
          filter: consumer === undefined ? {} : { consumer },
        },
      ),
  };
}

test('old are whole hours and whole days of UTC that lie as far back as is kept, and no later instant', () => {
  expect(oldUsage(AGES, Date.parse('2027-06-30T10:59:59.999Z'))).toEqual({
    hoursBefore: Date.parse('2027-06-23T10:00:00Z'),
    daysBefore: Date.parse('2027-04-01T00:00:00Z'),
  });
});

test('what is exactly as old as is kept is detail, and a millisecond older an hour', async () => {
  const { take, setTime, rollUp, spans } = begin('2027-06-23T09:59:59.999Z');
  await take();
  setTime('2027-06-23T10:00:00Z');
  await take();
  await take();
  setTime('2027-06-30T10:00:00Z');
  await rollUp();
  expect(await spans()).toEqual([
    ['MINUTE', Date.parse('2027-06-23T10:00:00Z'), 2],
    ['HOUR', Date.parse('2027-06-23T09:00:00Z'), 1],
  ]);
});

test('a history of many steps is rolled up whole, each step of some hundred rows; ending early leaves every count', async () => {
  const { usage, setTime, rollUp, spans } = begin('2027-01-01T00:00:00Z');
  const first = Date.parse('2027-01-01T00:00:00Z');
  const rows = Array.from({ length: 1_300 }, (_, minute) => ({
    minute: first + minute * 60_000,
    ...NAMES,
    calls: 1,
    shared: 0,
    cacheHits: 0,
  }));
  await usage.add(rows);
  setTime('2027-12-31T00:00:00Z');
  const ended = AbortSignal.abort();
  await rollUp(ended);
  expect(await spans()).toHaveLength(1_300);
  const moved = await usage.rollUp(oldUsage(AGES, Date.parse('2027-12-31T00:00:00Z')));
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThan(1_000);
  expect((await spans()).reduce((sum, [, , calls]) => sum + Number(calls), 0)).toBe(1_300);
  await rollUp();
  expect(await spans()).toEqual([['DAY', first, 1_300]]);
});

test('what is gathered late is added to what has been rolled up already', async () => {
  const { usage, setTime, rollUp, spans } = begin('2027-06-01T10:30:00Z');
  const minute = Date.parse('2027-06-01T10:30:00Z');
  const late = { minute, ...NAMES, calls: 2, shared: 0, cacheHits: 0 };
  await usage.add([late]);
  setTime('2027-06-20T00:00:00Z');
  await rollUp();
  await usage.add([late]);
  await rollUp();
  expect(await spans()).toEqual([['HOUR', Date.parse('2027-06-01T10:00:00Z'), 4]]);
});

test('numbers of permits are never given twice: ending a new call leaves the place of an old one', async () => {
  const { take, permits, used, setTime, rollUp } = begin('2027-01-01T00:00:00Z', 300 * 86_400_000);
  const old = await take();
  await permits.settle(old, END);
  setTime('2027-06-01T00:00:00Z');
  await rollUp();
  const fresh = await take();
  await permits.giveBack(fresh);
  expect(fresh).not.toBe(old);
  expect(await used()).toBe(1);
});

test('a question for finer counts than are kept is refused with what is kept and since when, never answered with less', async () => {
  const { take, setTime, rollUp, report } = begin('2027-01-10T10:20:00Z');
  await take();
  setTime('2027-04-20T10:20:00Z');
  await take();
  await take();
  setTime('2027-05-01T00:00:00Z');
  await rollUp();
  await expect(report('2027-04-20T10:30:00Z', '2027-04-20T10:31:00Z', 'MINUTE')).rejects.toThrow(
    'usage: before 2027-04-20T11:00:00.000Z only hours are kept; ask from then on, or for a coarser resolution',
  );
  await expect(report('2027-01-10T23:00:00Z', '2027-01-11T00:00:00Z', 'HOUR')).rejects.toThrow(
    'usage: before 2027-01-11T00:00:00.000Z only days are kept',
  );
  expect(await report('2027-01-11T00:00:00Z', '2027-05-01T00:00:00Z', 'HOUR')).toMatchObject([{ calls: 2 }]);
});

test('finer counts are told where nothing of the question has been rolled up', async () => {
  const { take, setTime, rollUp, report } = begin('2027-04-20T10:20:00Z');
  await take();
  await take();
  setTime('2027-05-01T00:00:00Z');
  await rollUp();
  expect(await report('2027-04-20T11:00:00Z', '2027-05-01T00:00:00Z', 'MINUTE')).toEqual([]);
  expect(await report('2027-04-20T10:00:00Z', '2027-04-20T11:00:00Z', 'MINUTE', 'another')).toEqual([]);
});

test('processes that roll up one file at the same time lose nothing and count nothing twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weir-roll-up-'));
  const open = () => openSqliteStore(join(folder, 'weir.db'), systemClock);
  const [one, other] = [await open(), await open()];
  const day = Date.parse('2027-01-01T00:00:00Z');
  const rows = Array.from({ length: 1_300 }, (_, minute) => ({
    minute: day + minute * 60_000,
    ...NAMES,
    calls: 1,
    shared: 2,
    cacheHits: 3,
  }));
  await one.usage.add(rows);
  const old = oldUsage(AGES, Date.parse('2027-12-31T00:00:00Z'));
  await Promise.all([one, other].map(({ usage }) => rollUpUsage(usage, old, NEVER)));
  expect(await one.usage.between(0, 1e13)).toEqual([
    { span: 'DAY', start: day, ...NAMES, calls: 1_300, shared: 2_600, cacheHits: 3_900 },
  ]);
  await Promise.all([one.close(), other.close()]);
  await rm(folder, { recursive: true });
});

test('a permit that is given back takes no place of a call with it whose receipt was rolled up', async () => {
  const { take, permits, setTime, rollUp, used } = begin('2027-06-01T00:00:00Z', 30 * 86_400_000);
  await permits.settle(await take(), END);
  setTime('2027-06-20T00:00:00Z');
  const given = await take();
  await rollUp();
  await permits.giveBack(given);
  await permits.giveBack(await take());
  expect(await used()).toBe(1);
});
