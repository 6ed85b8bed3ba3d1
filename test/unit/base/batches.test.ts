import { describe, expect, it } from 'vitest';
import { createBatches } from '../../../src/base/batches.ts';
import { eventLoop, WORK_PER_TURN } from '../../../src/base/turns.ts';

/** Loads numbers, and tells which were loaded together. */
function watched() {
  const batches: (readonly number[])[] = [];
  const load = async (keys: readonly number[]): Promise<readonly number[]> => {
    batches.push(keys);
    return keys;
  };
  return { batches, numbers: createBatches(load, { cache: false }) };
}

describe('batches', () => {
  it('hold what is wanted in one tick', async () => {
    const { batches, numbers } = watched();
    await Promise.all([numbers.load(1), Promise.resolve().then(() => numbers.load(2))]);
    await numbers.load(3);
    expect(batches).toEqual([[1, 2], [3]]);
  });

  it('wait for the rows that had to wait for a turn of the event loop', async () => {
    const { batches, numbers } = watched();
    const turns = [1, 2, 3, 4].map((number) => ({ number, turn: eventLoop.take(WORK_PER_TURN) }));
    const rows = turns.map(({ number, turn }) => turn?.then(() => numbers.load(number)) ?? numbers.load(number));
    expect(await Promise.all(rows)).toEqual([1, 2, 3, 4]);
    expect(batches).toEqual([[1, 2, 3, 4]]);
  });
});
