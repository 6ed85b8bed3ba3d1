import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createHeldLook } from '../../../src/server/ready/held-look.ts';

/** How often it was looked at what is held. */
function counted() {
  const counts = { looks: 0 };
  const look = createHeldLook(() => {
    counts.looks += 1;
    return String(counts.looks);
  });
  return { counts, look };
}

it('looks once for all requests that arrive in one turn of the event loop', () => {
  const { counts, look } = counted();
  for (let request = 0; request < 3; request += 1) look.arrive();
  expect([look.version(), look.version()]).toEqual(['1', '1']);
  look.arrive();
  expect(look.version()).toBe('1');
  expect(counts.looks).toBe(1);
});

it('looks anew in the next turn', async () => {
  const { look } = counted();
  look.arrive();
  expect(look.version()).toBe('1');
  await setImmediate();
  look.arrive();
  expect(look.version()).toBe('2');
});

it('looks each time in a turn in which no request has arrived', async () => {
  const { look } = counted();
  look.arrive();
  expect(look.version()).toBe('1');
  await setImmediate();
  expect([look.version(), look.version()]).toEqual(['2', '3']);
});

it('does not look before it is asked to', () => {
  const { counts, look } = counted();
  look.arrive();
  expect(counts.looks).toBe(0);
});

it('looks once where only a call could tell, too', () => {
  let looks = 0;
  const look = createHeldLook(() => {
    looks += 1;
    return undefined;
  });
  look.arrive();
  expect([look.version(), look.version()]).toEqual([undefined, undefined]);
  expect(looks).toBe(1);
});
