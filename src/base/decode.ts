import { normaliseDomain, normaliseEmail } from './addresses.ts';

/** Told of every field that did not have the shape that the contract promises. The value is never told. */
export type Drift = (field: string) => void;

export const WRONG: unique symbol = Symbol('not of the expected shape');

/** Reads one JSON value. `field` is its path, for drift: `contact.email`. */
export type Leaf<T> = (input: unknown, drift: Drift, field: string) => T | typeof WRONG;

type Leaves = Readonly<Record<string, Leaf<unknown>>>;
export type ValueOf<L> = L extends Leaf<infer T> ? T : never;
type Required<E extends Leaves> = { readonly [K in keyof E]: ValueOf<E[K]> };
type Optional<E extends Leaves> = { readonly [K in keyof E]: ValueOf<E[K]> | null };

/** Text; a number is taken as its text. Half a surrogate pair, as a cut leaves it, becomes U+FFFD: no path and no id could carry it. */
export const text: Leaf<string> = (input) =>
  typeof input === 'string' ? input.toWellFormed() : typeof input === 'number' ? String(input) : WRONG;

/** A finite number, also as text. */
export const decimal: Leaf<number> = (input) => {
  const isText = typeof input === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(input);
  if (typeof input !== 'number' && !isText) return WRONG;
  return Number.isFinite(Number(input)) ? Number(input) : WRONG;
};

/** An integer that a GraphQL Int can hold, also as text. */
export const integer: Leaf<number> = (input, drift, field) => {
  const number = decimal(input, drift, field);
  return number !== WRONG && Number.isInteger(number) && Math.abs(number) <= 2_147_483_647 ? number : WRONG;
};

/** A boolean; also 1 and 0, as numbers or text. */
export const flag: Leaf<boolean> = (input) => {
  if (typeof input === 'boolean') return input;
  if (input === 1 || input === '1' || input === 'true') return true;
  return input === 0 || input === '0' || input === 'false' ? false : WRONG;
};

/** Text that matches; a number is matched by its text. */
export function textLike(pattern: RegExp): Leaf<string> {
  return (input, drift, field) => {
    const value = text(input, drift, field);
    return value !== WRONG && pattern.test(value) ? value : WRONG;
  };
}

/** A whole number as text, without bound. */
export const digits: Leaf<string> = textLike(/^\d{1,20}$/);

const INSTANT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

/** Whether a text `YYYY-MM-DD` is a day of the calendar: `Date.parse` takes 30 February for 2 March. */
export function isRealDay(day: string): boolean {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  if (month >= 1 && month <= 12 && date >= 1 && date <= 28) return true;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** An instant, RFC 3339 with offset or `Z`, as epoch milliseconds. */
export const instant: Leaf<number> = (input) => {
  const day = typeof input === 'string' ? INSTANT.exec(input)?.[1] : undefined;
  if (day === undefined || !isRealDay(day)) return WRONG;
  const time = Date.parse(String(input).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? WRONG : time;
};

/** An address in its normal form. Empty text is taken as absent. */
export const email: Leaf<string | null> = (input) => {
  if (typeof input !== 'string') return WRONG;
  return input.trim() === '' ? null : (normaliseEmail(input) ?? WRONG);
};

/** A domain in its normal form. Empty text is taken as absent. */
export const domain: Leaf<string | null> = (input) => {
  if (typeof input !== 'string') return WRONG;
  return input.trim() === '' ? null : (normaliseDomain(input) ?? WRONG);
};

/** Any JSON. */
export const anything: Leaf<unknown> = (input) => input;

/** A list; elements of the wrong shape are left out. */
export function listOf<T>(leaf: Leaf<T>): Leaf<readonly T[]> {
  return (input, drift, field) => {
    if (!Array.isArray(input)) return WRONG;
    const values: T[] = [];
    for (const element of input) {
      const value = leaf(element, drift, `${field}[]`);
      if (value === WRONG) drift(`${field}[]`);
      else values.push(value);
    }
    return values;
  };
}

/**
 * An object. It is wrong as a whole only if a required member is; an optional member of the wrong shape is null at its own place
 * and counts as drift. Unknown members are ignored.
 */
export function record<R extends Leaves, O extends Leaves>(required: R, optional: O): Leaf<Required<R> & Optional<O>> {
  const names = Object.entries(optional);
  const needed = Object.entries(required);
  return (input, drift, field) => {
    if (input === null || typeof input !== 'object' || Array.isArray(input)) return WRONG;
    const members = input as Readonly<Record<string, unknown>>;
    const prefix = field === '' ? '' : `${field}.`;
    const output: Record<string, unknown> = {};
    for (const [name, leaf] of needed) {
      const value = leaf(members[name], drift, prefix + name);
      if (value === WRONG) {
        drift(prefix + name);
        return WRONG;
      }
      output[name] = value;
    }
    for (const [name, leaf] of names) {
      const member = members[name];
      const value = member === undefined || member === null ? null : leaf(member, drift, prefix + name);
      if (value === WRONG) drift(prefix + name);
      output[name] = value === WRONG ? null : value;
    }
    return output as Required<R> & Optional<O>;
  };
}
