import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { globalId, parseGlobalId, readExpoRecord, readId, readOptionalId } from '../../../src/domains/global-id.ts';

const EXPO = '0123456789abc';
const OTHER = 'zzzzzzzzzzzzz';
const VISITOR = 'aaaaaaaaaaaaa';

describe('a global id', () => {
  test('is the same text in every version', () => {
    expect(globalId('Visitor', EXPO, VISITOR)).toBe('VmlzaXRvcjowMTIzNDU2Nzg5YWJjOmFhYWFhYWFhYWFhYWE');
    expect(globalId('Person', 'anna@example.com')).toBe('UGVyc29uOmFubmElNDBleGFtcGxlLmNvbQ');
    expect(globalId('CampaignReport', 'a:b', '2026-01-01', '2026-01-31')).toBe(
      'Q2FtcGFpZ25SZXBvcnQ6YSUzQWI6MjAyNi0wMS0wMToyMDI2LTAxLTMx',
    );
  });

  test.each([
    ['nonsense'],
    [''],
    [Buffer.from('Visitor:only-one').toString('base64url')],
    [Buffer.from('Operator:007').toString('base64url')],
    [Buffer.from('Unknown:a').toString('base64url')],
    [Buffer.from('toString:a').toString('base64url')],
    [Buffer.from('Expo:%zz').toString('base64url')],
    [Buffer.from('Expo:a:b').toString('base64url')],
    [Buffer.from('Expo:%61').toString('base64url')],
    [`${globalId('Expo', EXPO)}=`],
    ['A'.repeat(3000)],
  ])('%s is none', (text) => {
    expect(parseGlobalId(text)).toBeUndefined();
  });
});

describe('an ID argument', () => {
  test('takes a global id of its type and a source id', () => {
    expect(readId('id', 'Expo', globalId('Expo', EXPO))).toEqual([EXPO]);
    expect(readId('id', 'Expo', EXPO)).toEqual([EXPO]);
    expect(readId('id', 'Operator', '42')).toEqual(['42']);
    expect(readId('id', 'CampaignReport', 'any text up to 64 characters')).toHaveLength(1);
    expect(readId('id', 'CustomerProfile', globalId('CustomerProfile', '\u{1f600}/:%'.repeat(20)))).toHaveLength(1);
    expect(readOptionalId('id', 'Expo', null)).toBeUndefined();
  });

  test.each([
    ['Expo', globalId('Operator', '1'), 'expoId: an id of the type Expo, not of Operator'],
    ['Expo', 'SHOUT56789ABC', /13 characters of \[0-9a-z\]/],
    ['Expo', `${EXPO}\n`, /13 characters/],
    ['Operator', '-1', /digits/],
    ['Operator', '004100', /digits, the first of them no zero/],
    ['Operator', '1'.repeat(21), /digits/],
    ['CampaignReport', 'x'.repeat(65), /1 to 64 characters/],
    ['CampaignReport', '', /1 to 64 characters/],
    ['CustomerProfile', 'x'.repeat(101), /1 to 100 characters/],
    ['CustomerProfile', '', /1 to 100 characters/],
    ['CustomerProfile', 'half a pair \ud83d', /1 to 100 characters/],
  ] as const)('of %s refuses %j and never repeats it', (type, text, message) => {
    const attempt = () => readId('expoId', type, text);
    expect(attempt).toThrow(InputError);
    expect(attempt).toThrow(message);
    if (text !== '') expect(attempt).not.toThrow(text);
  });

  test('of a record in an expo needs the expo beside a source id alone, and contradicts none', () => {
    const id = globalId('Visitor', EXPO, VISITOR);
    const both = { expoId: EXPO, id: VISITOR };
    expect(readExpoRecord('Visitor', id, undefined)).toEqual(both);
    expect(readExpoRecord('Visitor', id, EXPO)).toEqual(both);
    expect(readExpoRecord('Visitor', VISITOR, globalId('Expo', EXPO))).toEqual(both);
    expect(() => readExpoRecord('Visitor', VISITOR, null)).toThrow('expoId: needed');
    expect(() => readExpoRecord('Visitor', id, OTHER)).toThrow('expoId: contradicts');
  });
});
