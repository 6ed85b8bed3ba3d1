import { NOT_JSON } from './call.ts';

/** Deeper JSON than any documented record: whoever reads it by recursion may overflow on more. */
const DEEPEST_JSON = 64;

/** A text or a number; a number is taken whole, so that the digits behind its point are not seen as an integer. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** What keeps parsed JSON from being taken as it is; the larger counts. */
const ODD = { nothing: 0, largeNumber: 1, tooDeep: 2 } as const;

/** One walk over what was parsed: it costs a fraction of one over the text. */
function oddityIn(value: unknown, depthLeft: number): number {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER ? ODD.largeNumber : ODD.nothing;
  if (typeof value !== 'object' || value === null) return ODD.nothing;
  if (depthLeft === 0) return ODD.tooDeep;
  let worst: number = ODD.nothing;
  if (Array.isArray(value)) for (const member of value) worst = Math.max(worst, oddityIn(member, depthLeft - 1));
  // What was parsed has own members only.
  else for (const name in value) worst = Math.max(worst, oddityIn(value[name as never], depthLeft - 1));
  return worst;
}

/** Integers that a double cannot hold are given on as text, digit by digit. */
function quoteUnsafeIntegers(text: string): string {
  return text.replace(TEXT_OR_NUMBER, (match) =>
    /^-?\d{16,}$/.test(match) && !Number.isSafeInteger(Number(match)) ? `"${match}"` : match,
  );
}

/**
 * The body of an answer: what its JSON holds, undefined where it is empty, `NOT_JSON` where it is no JSON or nested deeper than 64 levels.
 * Integers beyond what a double holds come as text.
 */
export function parseBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const oddity = oddityIn(value, DEEPEST_JSON);
    if (oddity === ODD.tooDeep) return NOT_JSON;
    return oddity === ODD.nothing ? value : JSON.parse(quoteUnsafeIntegers(text));
  } catch {
    return NOT_JSON;
  }
}
