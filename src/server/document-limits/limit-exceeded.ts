import type { GraphQLError } from 'graphql';
import { refusal } from '../refusal.ts';

/** English digits in groups, whatever the locale of the process. */
const DIGITS = new Intl.NumberFormat('en');
/** Fragments can multiply beyond any number worth telling. */
const LARGEST_TOLD = 1_000_000_000;

/** How many there are: counted to the end, or given up as soon as there were too many. */
export type Found = number | { readonly atLeast: number };

function describe(found: Found): string {
  if (typeof found !== 'number') return `${DIGITS.format(found.atLeast)} or more`;
  return found > LARGEST_TOLD ? `more than ${DIGITS.format(LARGEST_TOLD)}` : DIGITS.format(found);
}

/** Refuses an operation: what there is too much of, the limit, and what was found. Never a text of the caller's. */
export function limitExceeded(what: string, limit: number, found: Found): GraphQLError {
  return refusal('OPERATION_LIMIT_EXCEEDED', `${what}: at most ${DIGITS.format(limit)}, found ${describe(found)}`);
}
