import { describe, expect, test } from 'vitest';
import { canonicalJson, digest } from '../../../src/base/canonical.ts';

describe('canonical JSON', () => {
  test('sorts the members of every object and leaves lists as they are', () => {
    expect(canonicalJson({ b: 1, a: { d: [3, { y: 1, x: 2 }, 1], c: null } })).toBe(
      '{"a":{"c":null,"d":[3,{"x":2,"y":1},1]},"b":1}',
    );
  });

  test('takes an absent member and an undefined one as the same', () => {
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
  });

  test('tells null from absent, text from number and a list from its only element', () => {
    const values = [{ a: null }, {}, { a: '1' }, { a: 1 }, { a: [1] }, { a: '' }, { a: false }];
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  });

  test('keeps members with names that objects have by themselves', () => {
    const value = JSON.parse('{"__proto__":{"a":1},"constructor":2}');
    expect(canonicalJson(value)).toBe('{"__proto__":{"a":1},"constructor":2}');
  });
});

describe('a digest', () => {
  test('is the beginning of the SHA-256 in hex', () => {
    expect(digest('abc', 12)).toBe('ba7816bf8f01');
    expect(digest('abc', 64)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
