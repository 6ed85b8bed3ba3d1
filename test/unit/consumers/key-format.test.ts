import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKey, isLikeKey, isWholeKey } from '../../../src/consumers/key-format.ts';
import { runs } from '../../support/proof.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Any key that can come out. */
const keys = fc.array(fc.nat(61), { minLength: 22, maxLength: 22 }).map((draws) => {
  const left = [...draws];
  return createKey(() => left.shift() ?? 0);
});

test('a key holds at least 128 random bits, evenly drawn', () => {
  let bits = 0;
  createKey((below) => {
    bits += Math.log2(below);
    return randomInt(below);
  });
  expect(bits).toBeGreaterThanOrEqual(128);
});

test('every key is whole, bears the prefix, and different draws give different keys', () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      expect(one).toMatch(/^weir_[0-9A-Za-z]{28}$/);
      expect(isWholeKey(one)).toBe(true);
      const [secret, otherSecret] = [one.slice(5, 27), other.slice(5, 27)];
      expect(secret === otherSecret).toBe(one === other);
    }),
    runs(200, 20_000),
  );
});

test('a wrong, missing, doubled or swapped character is told by the checksum', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 5, max: 32 }), fc.constantFrom(...DIGITS), (key, place, digit) => {
      const [before, at, after] = [key.slice(0, place), key.charAt(place), key.slice(place + 1)];
      if (digit !== at) expect(isWholeKey(before + digit + after)).toBe(false);
      expect(isWholeKey(before + after)).toBe(false);
      expect(isWholeKey(before + at + at + after)).toBe(false);
      // Inside the secret or inside the checksum: a swap of both may hit by chance, once in 62 to the 6th.
      const next = after.charAt(0);
      if (next !== '' && next !== at && place !== 26)
        expect(isWholeKey(before + next + at + after.slice(1))).toBe(false);
    }),
    runs(500, 50_000),
  );
});

test('a mistyped key still looks like one, another text does not', () => {
  expect(isLikeKey('weir_0')).toBe(true);
  expect(isLikeKey('ghp_0123456789')).toBe(false);
  expect(isWholeKey('ghp_0123456789')).toBe(false);
});
