import { expect, test } from 'vitest';
import { createFlightGate } from '../../../../src/transport/quota/flight-gate.ts';

test('no more enter a gate than there are places', () => {
  const gate = createFlightGate(2);
  expect([gate.tryEnter(), gate.tryEnter(), gate.tryEnter(), gate.used()]).toEqual([true, true, false, 2]);
  gate.leave();
  expect([gate.used(), gate.tryEnter(), gate.tryEnter()]).toEqual([1, true, false]);
});
