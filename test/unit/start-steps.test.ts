import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startStep } from '../../src/start-steps.ts';
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
  const step = startStep({ clock, log }, 'store', () => promise);
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
  await expect(startStep({ clock, log }, 'store', failing)).rejects.toThrow('no');
  clock.advance(60_000);
  expect(lines).toEqual([]);
});
