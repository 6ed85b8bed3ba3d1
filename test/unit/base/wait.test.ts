import { expect, test } from 'vitest';
import { untilAborted, wait } from '../../../src/base/wait.ts';
import { gate, stateOf } from '../../support/engine.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

test('a wait ends when its time is over and not before', async () => {
  const clock = createVirtualClock();
  const waiting = wait(clock, 100, new AbortController().signal);
  clock.advance(99);
  expect(await stateOf(waiting)).toBe('pending');
  clock.advance(1);
  expect(await stateOf(waiting)).toBe('fulfilled');
});

test("a wait is given up with the signal's reason as soon as it aborts", async () => {
  const clock = createVirtualClock();
  const controller = new AbortController();
  const waiting = wait(clock, 100, controller.signal);
  const reason = new Error('gone');
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  clock.advance(1000);
  await expect(wait(clock, 0, controller.signal)).rejects.toBe(reason);
});

test('a wait that is given up leaves no timer behind', async () => {
  let timers = 0;
  const clock = {
    now: () => 0,
    after: () => {
      timers += 1;
      return () => {
        timers -= 1;
      };
    },
  };
  const controller = new AbortController();
  const waiting = wait(clock, 100, controller.signal);
  expect(timers).toBe(1);
  controller.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  expect(timers).toBe(0);
});

test('what is waited for goes on when the signal aborts, and its later failure disturbs nobody', async () => {
  const controller = new AbortController();
  const work = gate<string>();
  const waiting = untilAborted(work.promise, controller.signal);
  controller.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  work.fail(new Error('later'));
  await expect(work.promise).rejects.toThrow('later');
  await expect(untilAborted(work.promise, controller.signal)).rejects.toThrow('gone');
});

test('an outcome before the abort is passed on', async () => {
  const { signal } = new AbortController();
  await expect(untilAborted(Promise.resolve(7), signal)).resolves.toBe(7);
  await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
});
