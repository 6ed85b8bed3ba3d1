import { describe, expect, it } from 'vitest';
import { awaited, createBatches } from '../../../src/base/batches.ts';
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

  it('wait for look-ups in a store that are under way, and for those to which they lead', async () => {
    const { batches, numbers } = watched();
    const steps = async (number: number, turns: number): Promise<number> => {
      for (let turn = 0; turn < turns; turn += 1) await awaited(new Promise((done) => setImmediate(done)));
      return numbers.load(number);
    };
    await Promise.all([numbers.load(1), steps(2, 1), steps(3, 3)]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('do not wait for a store without end', async () => {
    const { batches, numbers } = watched();
    let ended = false;
    const forEver = async (): Promise<void> => {
      while (!ended) await awaited(new Promise((done) => setImmediate(done)));
    };
    const others = forEver();
    await numbers.load(1);
    ended = true;
    await others;
    expect(batches).toEqual([[1]]);
  });
});
