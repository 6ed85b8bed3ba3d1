import { isMembers } from './wire-records.ts';

/** Stands in every planted text, and a number in every planted number: neither may be told by anything but an answer. */
export const MARKER = 'PLANTED-VALUE';
const PLANTED_NUMBER = 777_123_456_789;
export const PLANTED: readonly string[] = [MARKER, String(PLANTED_NUMBER)];

/** One thing that an upstream may send in place of what it used to. */
export type Mutation = {
  readonly name: string;
  /** Undefined: the member is left out. */
  readonly value: unknown;
  /**
   * What the contract makes of it. `same`: another spelling of the same value. `nothing`: no value, which is no drift either. `wrong`: not
   * of the promised shape, so that it counts as no value and as drift. `open`: another value, which may be right or wrong.
   */
  readonly meaning: 'same' | 'nothing' | 'wrong' | 'open';
};

export const LEFT_OUT: Mutation = { name: 'left out', value: undefined, meaning: 'nothing' };
export const NULL: Mutation = { name: 'null', value: null, meaning: 'nothing' };
const AN_OBJECT: Mutation = { name: 'an object', value: { [MARKER]: MARKER }, meaning: 'wrong' };
const A_LIST: Mutation = { name: 'a list', value: [[MARKER]], meaning: 'wrong' };
const A_TEXT: Mutation = { name: 'a text', value: MARKER, meaning: 'wrong' };

function forText(value: string): readonly Mutation[] {
  const number = Number(value);
  const isNumber = value !== '' && String(number) === value && Number.isFinite(number);
  return [
    { name: 'another text', value: `${value}${MARKER}`, meaning: 'open' },
    { name: 'a number for a text', value: PLANTED_NUMBER, meaning: 'open' },
    { name: 'a text without sense', value: `\u0000${MARKER}\ud800`, meaning: 'open' },
    ...(isNumber ? [{ name: 'a number for its digits', value: number, meaning: 'same' } as const] : []),
  ];
}

function forNumber(value: number): readonly Mutation[] {
  const text = String(value);
  return [
    { name: 'a huge number', value: PLANTED_NUMBER * 1e290, meaning: 'open' },
    { name: 'a number of many digits', value: PLANTED_NUMBER * 1e6, meaning: 'open' },
    { name: 'a negative fraction', value: -PLANTED_NUMBER / 1e3, meaning: 'open' },
    { name: 'a text for a number', value: MARKER, meaning: 'open' },
    ...(/e/.test(text) ? [] : [{ name: 'its digits as text', value: text, meaning: 'same' } as const]),
  ];
}

/** All that may come in the place of a value. Of one that is null it is not known what would be right or wrong. */
export function mutationsOf(value: unknown): readonly Mutation[] {
  if (value === null) return [LEFT_OUT];
  if (isMembers(value)) {
    const extra = { ...value, weirUnknown: { [MARKER]: [MARKER] } };
    return [LEFT_OUT, NULL, A_TEXT, A_LIST, { name: 'more members', value: extra, meaning: 'same' }];
  }
  if (Array.isArray(value)) return [LEFT_OUT, NULL, A_TEXT, AN_OBJECT];
  const open = typeof value === 'string' ? forText(value) : typeof value === 'number' ? forNumber(value) : [];
  if (typeof value !== 'boolean') return [LEFT_OUT, NULL, AN_OBJECT, A_LIST, ...open];
  return [
    LEFT_OUT,
    NULL,
    AN_OBJECT,
    A_LIST,
    A_TEXT,
    { name: 'a text for a flag', value: String(value), meaning: 'same' },
  ];
}
