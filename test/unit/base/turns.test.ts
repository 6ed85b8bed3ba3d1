import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/base/turns.ts';

describe('turns of the event loop', () => {
  it('let work that fits go on at once, and the rest wait in the order of asking', async () => {
    const turns = createTurns(10);
    const begun: string[] = [];
    const take = (name: string, work: number): void => {
      const turn = turns.take(work);
      if (turn === undefined) begun.push(name);
      else void turn.then(() => begun.push(name));
    };
    take('a', 6);
    take('b', 4);
    take('c', 7);
    // It would fit, but others wait.
    take('d', 1);
    take('e', 7);
    expect(begun).toEqual(['a', 'b']);
    await setImmediate();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    await setImmediate();
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('give work that is larger than a turn one of its own', async () => {
    const turns = createTurns(10);
    expect(turns.take(3)).toBeUndefined();
    const begun: number[] = [];
    for (const work of [25, 25]) void turns.take(work)?.then(() => begun.push(work));
    await setImmediate();
    expect(begun).toEqual([25]);
    await setImmediate();
    expect(begun).toEqual([25, 25]);
    await setImmediate();
    expect(turns.take(10)).toBeUndefined();
  });
});
