import { InvalidArgumentError } from 'commander';
import { normaliseEmail } from '../base/addresses.ts';
import { LANES, type Lane } from '../base/lane.ts';
import { UPSTREAMS } from '../base/upstream.ts';
import { type Budget, SCOPES, type ScopeName } from '../model/consumer.ts';

/** Names of accounts that are nobody's key. */
const RESERVED: ReadonlySet<string> = new Set(['anonymous', 'weir']);
const MOST_CALLS = 10_000_000;
const MOST_SECONDS = 31_622_400;

export function choice<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((one) => one === text);
    if (found === undefined) throw new InvalidArgumentError(`Allowed: ${choices.join(', ')}.`);
    return found;
  };
}

/** Gathers an option that may be given several times. */
export function repeated<T>(
  read: (text: string) => T,
): (text: string, before: readonly T[] | undefined) => readonly T[] {
  return (text, before = []) => [...before, read(text)];
}

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`Allowed: a whole number from ${least} to ${most}.`);
    return number;
  };
}

export const toScope: (text: string) => ScopeName = choice(SCOPES);
export const toLane: (text: string) => Lane = choice(LANES);

/** `500/86400` or `100/1200:VISUAL_VISITOR`. */
export function toBudget(text: string): Budget {
  const [, calls, seconds, upstream] = /^(\d{1,9})\/(\d{1,9})(?::(.+))?$/.exec(text) ?? [];
  const [count, length] = [Number(calls), Number(seconds)];
  if (!(count >= 1 && count <= MOST_CALLS && length >= 1 && length <= MOST_SECONDS))
    throw new InvalidArgumentError('Allowed: CALLS/SECONDS or CALLS/SECONDS:UPSTREAM, such as 500/86400:VISIT.');
  return { calls: count, seconds: length, upstream: upstream === undefined ? null : choice(UPSTREAMS)(upstream) };
}

export function toName(text: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text))
    throw new InvalidArgumentError('Allowed: 1 to 64 letters, digits, dots, hyphens and underscores.');
  if (RESERVED.has(text))
    throw new InvalidArgumentError('It is the name of an account of the gateway itself. Allowed: any other.');
  return text;
}

/** A day (its start) or an instant, UTC: `2027-01-31`, `2027-01-31T18:00:00Z`. */
export function toInstant(text: string): number {
  const at = Date.parse(text);
  const [day] = text.split('T');
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.test(text) && !Number.isNaN(at);
  // Date.parse takes 31 February for 3 March.
  if (!isDate || new Date(at).toISOString().slice(0, 10) !== day)
    throw new InvalidArgumentError('Allowed: a day such as 2027-01-31, or an instant such as 2027-01-31T18:00:00Z.');
  return at;
}

/** An instant that lies ahead. */
export function toExpiry(now: () => number): (text: string) => number {
  return (text) => {
    const at = toInstant(text);
    if (at <= now()) throw new InvalidArgumentError('It has passed. Allowed: a day or an instant to come.');
    return at;
  };
}

/** In its normal form. */
export function toAddress(text: string): string {
  const address = normaliseEmail(text);
  if (address === null) throw new InvalidArgumentError('Allowed: an e-mail address.');
  return address;
}
