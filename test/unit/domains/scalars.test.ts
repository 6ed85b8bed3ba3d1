import { type GraphQLScalarType, Kind } from 'graphql';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { scalars } from '../../../src/domains/scalars.ts';

const { DateTime, Date: Day, EmailAddress, JSON: AnyJson } = scalars;

function literal(scalar: GraphQLScalarType, value: string): unknown {
  return scalar.parseLiteral({ kind: Kind.STRING, value }, {});
}

describe('DateTime', () => {
  test.each([
    ['2026-01-31T10:00:00Z', Date.UTC(2026, 0, 31, 10)],
    ['2026-01-31t10:00:00z', Date.UTC(2026, 0, 31, 10)],
    ['2026-01-31T10:00:00.5-02:30', Date.UTC(2026, 0, 31, 12, 30, 0, 500)],
    ['2024-02-29T00:00:00.123456789Z', Date.UTC(2024, 1, 29, 0, 0, 0, 123)],
  ])('takes %s as variable and as literal', (text, instant) => {
    expect(DateTime.parseValue(text)).toBe(instant);
    expect(literal(DateTime, text)).toBe(instant);
  });

  test.each([
    ['2026-01-31'],
    ['2026-01-31T10:00:00'],
    ['2026-01-31T10:00Z'],
    ['2026-02-30T00:00:00Z'],
    ['2025-02-29T00:00:00Z'],
    ['2026-01-31T24:00:00Z'],
    ['2026-01-31T10:60:00Z'],
    ['2026-01-31T10:00:60Z'],
    ['2026-01-31T10:00:00+24:00'],
    ['yesterday'],
    [1_700_000_000_000],
    [null],
  ])('refuses %j and never repeats it', (value) => {
    const attempt = () => DateTime.parseValue(value);
    expect(attempt).toThrow(InputError);
    expect(attempt).not.toThrow(String(value));
  });

  test('refuses a number literal', () => {
    expect(() => DateTime.parseLiteral({ kind: Kind.INT, value: '1' }, {})).toThrow(InputError);
  });

  test('is given out in UTC, with milliseconds only where there are some', () => {
    expect(DateTime.serialize(Date.UTC(2026, 0, 31, 10))).toBe('2026-01-31T10:00:00Z');
    expect(DateTime.serialize(Date.UTC(2026, 0, 31, 10, 0, 0, 7))).toBe('2026-01-31T10:00:00.007Z');
    expect(() => DateTime.serialize('2026-01-31')).toThrow(TypeError);
    expect(() => DateTime.serialize(Number.NaN)).toThrow(TypeError);
  });
});

describe('Date', () => {
  test('takes and gives out a real day', () => {
    expect(Day.parseValue('2024-02-29')).toBe('2024-02-29');
    expect(literal(Day, '2026-12-31')).toBe('2026-12-31');
    expect(Day.serialize('2026-12-31')).toBe('2026-12-31');
  });

  test.each(['2025-02-29', '2026-04-31', '2026-1-1', '2026-01-01T00:00:00Z', '', 20260101])('refuses %j', (value) => {
    expect(() => Day.parseValue(value)).toThrow(InputError);
  });
});

describe('EmailAddress', () => {
  test('is taken in its normal form', () => {
    expect(EmailAddress.parseValue(' Anna@Example.COM ')).toBe('anna@example.com');
    expect(literal(EmailAddress, 'Anna@Example.COM')).toBe('anna@example.com');
  });

  test.each(['nobody', '', 5, null])('refuses %j', (value) => {
    expect(() => EmailAddress.parseValue(value)).toThrow('an e-mail address');
  });
});

test('JSON is given out as it is', () => {
  const value = { a: ['9007199254740993', null] };
  expect(AnyJson.serialize(value)).toBe(value);
});
