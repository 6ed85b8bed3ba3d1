import { describe, expect, test } from 'vitest';
import {
  anything,
  decimal,
  digits,
  domain,
  email,
  flag,
  from,
  instant,
  integer,
  type Leaf,
  listOf,
  record,
  text,
  textLike,
  WRONG,
} from '../../../src/base/decode.ts';

function read<T>(leaf: Leaf<T>, input: unknown): { value: T | typeof WRONG; drifts: string[] } {
  const drifts: string[] = [];
  return { value: leaf(input, (field) => drifts.push(field), 'here'), drifts };
}

const LEAVES = { text, decimal, integer, flag, digits, instant, email, domain, anything, textLike: textLike(/^a+$/) };

describe('a leaf', () => {
  test.each<[keyof typeof LEAVES, unknown, unknown]>([
    ['text', 'a', 'a'],
    ['text', '', ''],
    ['text', 12, '12'],
    ['text', 'cut \ud83d', 'cut \ufffd'],
    ['decimal', 1.5, 1.5],
    ['decimal', ' -1.50 ', -1.5],
    ['integer', '007', 7],
    ['integer', 2_147_483_647, 2_147_483_647],
    ['integer', 3.0, 3],
    ['flag', true, true],
    ['flag', 0, false],
    ['flag', '1', true],
    ['flag', 'false', false],
    ['digits', 42, '42'],
    ['digits', '12345678901234567890', '12345678901234567890'],
    ['instant', '2026-01-31T10:00:00Z', Date.UTC(2026, 0, 31, 10)],
    ['instant', '2026-01-31T10:00:00.250+02:00', Date.UTC(2026, 0, 31, 8, 0, 0, 250)],
    ['instant', '2026-01-31T10:00+0200', Date.UTC(2026, 0, 31, 8)],
    ['instant', '2024-02-29T23:59:59-01:00', Date.UTC(2024, 2, 1, 0, 59, 59)],
    ['email', ' A@Example.com', 'a@example.com'],
    ['email', '  ', null],
    ['domain', 'https://www.Example.com/x', 'example.com'],
    ['domain', '', null],
    ['anything', { a: [1] }, { a: [1] }],
    ['textLike', 'aa', 'aa'],
  ])('%s takes %j', (name, input, value) => {
    expect(read<unknown>(LEAVES[name], input)).toEqual({ value, drifts: [] });
  });

  test.each<[keyof typeof LEAVES, unknown]>([
    ['text', null],
    ['text', true],
    ['text', {}],
    ['text', ['a']],
    ['decimal', ''],
    ['decimal', 'twelve'],
    ['decimal', '1e3'],
    ['decimal', '1.'],
    ['decimal', Number.POSITIVE_INFINITY],
    ['decimal', '9'.repeat(400)],
    ['decimal', true],
    ['integer', 1.5],
    ['integer', 2_147_483_648],
    ['integer', -2_147_483_649],
    ['flag', 2],
    ['flag', 'yes'],
    ['flag', null],
    ['digits', '-1'],
    ['digits', '1\n'],
    ['digits', ''],
    ['digits', '1'.repeat(21)],
    ['digits', 1.5],
    ['instant', '2026-01-31'],
    ['instant', '2026-01-31T10:00:00'],
    ['instant', '2026-01-31 10:00:00Z'],
    ['instant', '2026-13-01T00:00:00Z'],
    ['instant', '2026-02-30T00:00:00Z'],
    ['instant', '2026-01-31T24:00:00Z'],
    ['instant', '2026-01-31T10:60:00Z'],
    ['instant', 1_700_000_000_000],
    ['email', 'nobody'],
    ['email', 5],
    ['domain', 'nowhere'],
    ['domain', null],
    ['textLike', 'ab'],
  ])('%s refuses %j', (name, input) => {
    expect(read<unknown>(LEAVES[name], input).value).toBe(WRONG);
  });
});

describe('a record', () => {
  const leaf = record({ id: digits }, { name: text, age: integer, inner: record({ key: text }, { note: text }) });

  test('ignores what it does not know and gives null for what is absent or null', () => {
    expect(read(leaf, { id: 1, name: null, surplus: 'x' })).toEqual({
      value: { id: '1', name: null, age: null, inner: null },
      drifts: [],
    });
  });

  test('gives null for an optional member of the wrong shape and tells its path, never its value', () => {
    const { value, drifts } = read(leaf, { id: 1, age: 'old', inner: { key: 'k', note: {} } });
    expect(value).toEqual({ id: '1', name: null, age: null, inner: { key: 'k', note: null } });
    expect(drifts).toEqual(['here.age', 'here.inner.note']);
  });

  test('is null as a whole where it is optional and lacks what it requires', () => {
    const { value, drifts } = read(leaf, { id: 1, inner: { note: 'n' } });
    expect(value).toMatchObject({ inner: null });
    expect(drifts).toEqual(['here.inner.key', 'here.inner']);
  });

  test.each([[{}], [{ id: null }], [{ id: 'x' }], [null], [[]], ['text'], [undefined]])(
    'is wrong without what it requires: %j',
    (input) => {
      expect(read(leaf, input).value).toBe(WRONG);
    },
  );

  test('does not take what an object inherits for its members', () => {
    expect(read(record({ constructor: text }, {}), {}).value).toBe(WRONG);
  });

  test('may give a member another name; drift is told of the one in the input', () => {
    const renamed = record({ sourceId: from('id', digits) }, { size: from('length', integer) });
    expect(read(renamed, { id: 7, length: '3', sourceId: 'other' })).toEqual({
      value: { sourceId: '7', size: 3 },
      drifts: [],
    });
    expect(read(renamed, { id: 7, length: 'long' })).toEqual({
      value: { sourceId: '7', size: null },
      drifts: ['here.length'],
    });
    expect(read(renamed, { sourceId: 7 })).toEqual({ value: WRONG, drifts: ['here.id'] });
  });

  test('may have members of any name', () => {
    const odd = record({ '"]; throw 1; //': text }, { 'a-b': text, '\u2028': text });
    expect(read(odd, { '"]; throw 1; //': '1', 'a-b': '2', '\u2028': '3' }).value).toEqual({
      '"]; throw 1; //': '1',
      'a-b': '2',
      '\u2028': '3',
    });
  });
});

describe('a list', () => {
  test('leaves out elements of the wrong shape and counts each', () => {
    expect(read(listOf(integer), [1, 'x', 3, null])).toEqual({ value: [1, 3], drifts: ['here[]', 'here[]'] });
  });

  test.each([[null], [{}], ['abc'], [undefined]])('is not %j', (input) => {
    expect(read(listOf(anything), input).value).toBe(WRONG);
  });
});
