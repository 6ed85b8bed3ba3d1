import { InputError } from '../../base/errors.ts';
import { sortPair } from '../../loading/lists/sort-text.ts';
import type { Lead } from '../../model/leads.ts';

const SORT_TEXT = /^(\d{20})\.\d{20}\.[12]$/;

/**
 * Latest visit first, then the higher id. Ids of the two products overlap, so that the product stands last: without it a lead of one
 * would hide a lead of the other in a list of both.
 */
export function sortOf({ listedAt, id, product }: Lead): string {
  return `${sortPair(Math.max(0, listedAt), id)}.${product === 'PLUS_EMPLOYEE' ? 2 : 1}`;
}

/** The instant at which a sort text stands, epoch milliseconds. It may come from a cursor: InputError if it is none. */
export function instantOf(sort: string): number {
  const instant = Number(SORT_TEXT.exec(sort)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(instant)) throw new InputError('after: a cursor that this field gave out');
  return instant;
}
