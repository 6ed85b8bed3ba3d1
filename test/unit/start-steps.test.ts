import { pino } from 'pino';
import { expect, it } from 'vitest';
import { watchStart } from '../../src/start-steps.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

function begin() {
  const clock = createVirtualClock();
  const lines: unknown[] = [];
  const log = pino({ base: null, timestamp: false, level: 'info' }, { write: (line) => lines.push(JSON.parse(line)) });
  return { clock, log, lines };
}

it('a step of the start that takes long says so every five seconds, and when it is over', async () => {
  const { clock, log, lines } = begin();
  const { promise, resolve } = Promise.withResolvers<string>();
  const step = watchStart({ clock, log }).run('store', () => promise);
  clock.advance(12_000);
  resolve('open');
  expect(await step).toBe('open');
  clock.advance(60_000);
  expect(lines).toEqual([
    { level: 30, step: 'store', seconds: 5, msg: 'the start is under way' },
    { level: 30, step: 'store', seconds: 10, msg: 'the start is under way' },
    { level: 30, step: 'store', seconds: 12, msg: 'a step of the start is over' },
  ]);
});

it('a step that is quick, or fails soon, needs no line', async () => {
  const { clock, log, lines } = begin();
  const failing = async (): Promise<never> => {
    clock.advance(4_000);
    throw new Error('no');
  };
  await expect(watchStart({ clock, log }).run('store', failing)).rejects.toThrow('no');
  clock.advance(60_000);
  expect(lines).toEqual([]);
});

it('what the start took is told in order, and what is under way', async () => {
  const { clock, log, lines } = begin();
  const start = watchStart({ clock, log });
  await start.run('store', async () => clock.advance(300));
  const { promise, resolve } = Promise.withResolvers<void>();
  const warmed = start.goOn('warm-up', () => promise);
  clock.advance(60_000);
  expect(start.all()).toEqual([
    { name: 'store', durationMs: 300 },
    { name: 'warm-up', durationMs: null },
  ]);
  resolve();
  await warmed;
  expect(start.all()[1]).toEqual({ name: 'warm-up', durationMs: 60_000 });
  expect(lines).toEqual([]);
});
