import type { MemberPath } from '../drift/wire-records.ts';

/** What is no key, by the form that the contract gives to keys. */
export const NO_KEYS = {
  /** 13 lower-case letters and digits. */
  visitId: [null, undefined, '', ' ', '..', 'short', 'ABCDEFGHIJKLM', 17, {}, []],
  digits: [null, undefined, '', ' ', '-1', '1.5', 'x', true, {}, []],
  /** Figures are of no resource without an id; that is another answer. */
  resource: ['x', '-1', '1.5', '..'],
  text: [null, undefined, '', ' ', true, {}, []],
  email: [null, undefined, '', ' ', 'nobody', 'nobody@', '@example.com', 17, {}, []],
  domain: [null, undefined, '', ' ', 'no domain', 'localhost', 17, {}, []],
  listOfDigits: [null, undefined, '', [], [''], [null], ['x', '-1'], {}],
} as const satisfies Readonly<Record<string, readonly unknown[]>>;

/** A field that finds a record by a key that an upstream's row names. */
export type Join = {
  /** The endpoints whose rows name it, and where. `*`: in each element of a list. */
  readonly endpoints: readonly string[];
  readonly keys: readonly MemberPath[];
  readonly form: keyof typeof NO_KEYS;
  /** A document that asks for parents, each with `JOIN`; `$expo` is a past expo. */
  readonly parents: string;
  /** The field, with more below it than its ids. */
  readonly join: string;
  /** Whether it has a value without the key, too: times, which then are on the clocks of Paris. */
  readonly otherwise?: true;
};

export type Joins = Readonly<Record<string, Join>>;
