import { LIMITS } from '../../src/server/document-limits/limits.ts';

/** What one document does: a refusal names the limit by these words; or it is not valid, or its variables are wrong; or it is answered. */
export type Outcome = { readonly refused: RegExp } | 'not valid' | 'wrong input' | 'answered';

export type HostileDocument = {
  /** What it is, and what there is much of. */
  readonly name: string;
  readonly query: string;
  /** As JSON: some are deeper than JavaScript can write. */
  readonly variables?: string;
  readonly outcome: Outcome;
};

/** Pieces of a text, each made from its number. */
export const many = (count: number, make: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);
export const nest = (levels: number, open: string, inside: string, close: string): string =>
  open.repeat(levels) + inside + close.repeat(levels);
/** Refused with OPERATION_LIMIT_EXCEEDED, the limit in these words. */
export const refused = (what: string): Outcome => ({ refused: new RegExp(`^${what}: at most [\\d,]+, found `) });

/** Fills a text up to 100 kB. */
export function fill(text: string): string {
  return `${text}\n#${'x'.repeat(Math.max(LIMITS.characters - text.length - 40, 0))}`;
}

export const onExpos = (inside: string): string => `{expos(first:2){nodes{${inside}}}}`;
