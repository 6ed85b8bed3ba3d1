import { expect, test } from 'vitest';
import type { Places } from '../../../src/store/decide-permit.ts';
import { decideReservation } from '../../../src/store/decide-reservation.ts';
import type { Payer } from '../../../src/store/permits.ts';

const NOW = 1_000_000;
const LIMIT = 5_000;

test('when thousands of calls would find room in five full keys is told at once: all who want permits wait for it', () => {
  const payers = [1, 2, 3, 4, 5].map((key): Payer => {
    const windows = [
      { key: 'address', limit: 2 * LIMIT, lengthMs: 60_000 },
      { key: `day ${key}`, limit: LIMIT, lengthMs: 86_400_000 },
    ];
    return { account: `key-${key}`, credential: `key-${key}`, windows };
  });
  const freeings = Array.from({ length: 2 * LIMIT }, (_none, index) => NOW + 1 + index);
  let looks = 0;
  const places: Places = {
    used: (key) => {
      looks += 1;
      return key === 'address' ? 2 * LIMIT : LIMIT;
    },
    reserved: () => 0,
    keptFor: () => 0,
    freeings: (_key, count) => freeings.slice(0, count),
    pausedUntil: () => 0,
  };
  expect(decideReservation(places, [{ payers, calls: LIMIT }], NOW)).toEqual({
    kind: 'full',
    at: NOW,
    key: 'address',
    freeAt: NOW + LIMIT,
  });
  // As often as instants are tried, whatever the number of calls.
  expect(looks).toBeLessThan(500);
});
