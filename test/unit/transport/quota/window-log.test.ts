import { expect, test } from 'vitest';
import { createWindowLog } from '../../../../src/transport/quota/window-log.ts';

test('a slot comes free one full window after its call completed', () => {
  const log = createWindowLog(1, 1_000);
  log.take(5_000);
  expect(log.hasRoom(100_000)).toBe(false);
  log.settle(300, 5_000);
  expect([log.hasRoom(1_299), log.hasRoom(1_300)]).toEqual([false, true]);
});

test('calls that complete out of order free their slots in the order of completion', () => {
  const log = createWindowLog(3, 1_000);
  for (let call = 0; call < 3; call += 1) log.take(9_000);
  log.settle(300, 9_000);
  log.settle(100, 9_000);
  log.settle(200, 9_000);
  expect([1_099, 1_100, 1_200, 1_299, 1_300].map((now) => log.used(now))).toEqual([3, 2, 1, 1, 0]);
});

test('a slot that is given back is free at once', () => {
  const log = createWindowLog(1, 1_000);
  log.take(500);
  log.giveBack(500);
  expect([log.used(0), log.hasRoom(0), log.nextFree(0)]).toEqual([0, true, null]);
});

test('the next free slot is the soonest of those used, a call in flight counting from its time bound', () => {
  const log = createWindowLog(3, 1_000);
  log.take(500);
  log.take(700);
  expect(log.nextFree(0)).toBe(1_500);
  expect(log.nextFree(400)).toBe(1_500);
  log.giveBack(500);
  expect(log.nextFree(400)).toBe(1_700);
  log.settle(450, 700);
  expect(log.nextFree(450)).toBe(1_450);
  expect(log.nextFree(1_450)).toBeNull();
});

test('stays exact over many thousand calls', () => {
  const log = createWindowLog(2_000, 1_000);
  for (let now = 0; now < 10_000; now += 1) {
    expect(log.hasRoom(now)).toBe(true);
    log.take(now);
    log.settle(now, now);
    expect(log.used(now)).toBe(Math.min(now + 1, 1_000));
  }
});
