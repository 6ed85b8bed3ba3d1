import { normaliseDomain, normaliseEmail } from './addresses.ts';
import { compileMembers, type Member, type MembersReader } from './compile-record.ts';

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

const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

const SHORT_MONTHS: ReadonlySet<number> = new Set([4, 6, 9, 11]);

function daysIn(year: number, month: number): number {
  if (month !== 2) return SHORT_MONTHS.has(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Whether a text `YYYY-MM-DD` is a day of the calendar: `Date.parse` takes 30 February for 2 March. */
export function isRealDay(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

/** An instant, RFC 3339 with offset or `Z`, as epoch milliseconds. */
export const instant: Leaf<number> = (input) => {
  if (typeof input !== 'string' || !INSTANT.test(input) || !isRealDay(input.slice(0, 10))) return WRONG;
  const sign = input.at(-5);
  const isBare = sign === '+' || sign === '-';
  const time = Date.parse(isBare ? `${input.slice(0, -2)}:${input.slice(-2)}` : input);
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

/** What follows from a field's path, worked out once: the paths are as many as our decoders have places. */
function perField<T>(make: (field: string) => T): (field: string) => T {
  const known = new Map<string, T>();
  return (field) => {
    let found = known.get(field);
    if (found === undefined) {
      found = make(field);
      known.set(field, found);
    }
    return found;
  };
}

/** A list; elements of the wrong shape are left out. */
export function listOf<T>(leaf: Leaf<T>): Leaf<readonly T[]> {
  const pathIn = perField((field) => `${field}[]`);
  return (input, drift, field) => {
    if (!Array.isArray(input)) return WRONG;
    const path = pathIn(field);
    const values: T[] = [];
    for (const element of input) {
      const value = leaf(element, drift, path);
      if (value === WRONG) drift(path);
      else values.push(value);
    }
    return values;
  };
}

type Renamed<T> = Leaf<T> & { readonly from: string };

/** In a record: the member that the input calls by another name. Drift is told of the input's name. */
export function from<T>(name: string, leaf: Leaf<T>): Leaf<T> {
  const renamed: Leaf<T> = (input, drift, field) => leaf(input, drift, field);
  return Object.assign(renamed, { from: name }) satisfies Renamed<T>;
}

function membersOf(leaves: Leaves, required: boolean): readonly Member[] {
  return Object.entries<Leaf<unknown> | Renamed<unknown>>(leaves).map(([name, leaf]) => ({
    name,
    from: 'from' in leaf ? leaf.from : name,
    leaf,
    required,
  }));
}

/**
 * An object. It is wrong as a whole only if a required member is; an optional member of the wrong shape is null at its own place
 * and counts as drift. Unknown members are ignored.
 */
export function record<R extends Leaves, O extends Leaves>(required: R, optional: O): Leaf<Required<R> & Optional<O>> {
  const members = [...membersOf(required, true), ...membersOf(optional, false)];
  const pathsIn = perField((field) => members.map(({ from: name }) => (field === '' ? name : `${field}.${name}`)));
  // Most kinds of records are never read by a process: each is compiled with its first.
  let read: MembersReader | undefined;
  return (input, drift, field) => {
    if (input === null || typeof input !== 'object' || Array.isArray(input)) return WRONG;
    read ??= compileMembers(members, WRONG);
    return read(input as Readonly<Record<string, unknown>>, drift, pathsIn(field)) as Required<R> & Optional<O>;
  };
}
