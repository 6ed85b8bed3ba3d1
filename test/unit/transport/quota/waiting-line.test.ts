import { describe, expect, test } from 'vitest';
import { CallerLeft } from '../../../../src/base/errors.ts';
import { settled, stateOf } from '../../../support/engine.ts';
import { beginLedger, counted, gated } from '../../../support/ledger-use.ts';

describe('who waits for a place in flight', () => {
  test('gets it in order of arrival', async () => {
    const { acquire, settle } = beginLedger([gated(1)]);
    const order: number[] = [];
    const first = await acquire();
    for (const waiter of [1, 2, 3])
      void acquire().then((permit) => {
        order.push(waiter);
        settle(permit);
      });
    await settled();
    expect(order).toEqual([]);
    settle(first);
    await settled();
    expect(order).toEqual([1, 2, 3]);
  });

  test('keeps its turn against one who comes in the very moment in which the place is free', async () => {
    const { acquire, settle } = beginLedger([gated(1)]);
    const order: string[] = [];
    const first = await acquire();
    const join = (name: string) =>
      acquire().then((permit) => {
        order.push(name);
        settle(permit);
      });
    const early = [join('early'), join('next')];
    await settled();
    settle(first);
    await Promise.all([...early, join('late')]);
    expect(order).toEqual(['early', 'next', 'late']);
  });

  test('leaves at once when its signal aborts, and the next one gets the place', async () => {
    const { acquire, settle, used } = beginLedger([gated(1), counted('minute', 9)]);
    const first = await acquire();
    const controller = new AbortController();
    const leaving = acquire({}, controller.signal);
    const staying = acquire();
    await settled();
    controller.abort(new CallerLeft());
    await expect(leaving).rejects.toBeInstanceOf(CallerLeft);
    settle(first);
    settle(await staying);
    expect(await used()).toEqual([0, 2]);
  });

  test('and is refused when its turn comes passes the place on', async () => {
    const { acquire, settle } = beginLedger([gated(1), counted('minute', 2)]);
    const first = await acquire();
    const refused = acquire();
    const served = acquire({ windows: ['in-flight'] });
    refused.catch(() => undefined);
    await settled();
    await acquire({ windows: ['minute'] });
    settle(first);
    await expect(refused).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
    expect(await stateOf(served)).toBe('fulfilled');
  });

  test('at one of two bounds holds no place at the other', async () => {
    const { acquire, used } = beginLedger([{ ...gated(2), name: 'wide' }, gated(1)]);
    await acquire();
    expect(await stateOf(acquire())).toBe('pending');
    expect(await used()).toEqual([1, 1]);
    await acquire({ windows: ['wide'] });
  });

  test('in a pool takes whichever place comes free, and no place is left empty', async () => {
    const { acquire, settle, used } = beginLedger([gated(1)], ['a', 'b']);
    const [a, b] = [await acquire(), await acquire()];
    const waiting = [acquire(), acquire(), acquire()];
    await settled();
    settle(a);
    settle(b);
    await settled();
    expect(await used()).toEqual([1, 1]);
    expect(await Promise.all(waiting.map(stateOf))).toEqual(['fulfilled', 'fulfilled', 'pending']);
  });
});
