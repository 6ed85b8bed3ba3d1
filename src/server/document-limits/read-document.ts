import { GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { checkComparisons } from './comparisons.ts';
import { checkSize } from './document-size.ts';
import { limitExceeded } from './limit-exceeded.ts';
import { LIMITS } from './limits.ts';

/** Tells why a text may not be handed on; undefined if it may, also for what is no GraphQL at all. */
export type ReadDocument = (text: string) => GraphQLError | undefined;

/** How much text is remembered as checked, in characters. */
const REMEMBERED_CHARACTERS = 5_000_000;

function linesIn(text: string): number {
  let lines = 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x0a || code === 0x0d) lines += 1;
  }
  return lines;
}

function parseWithin(text: string) {
  try {
    return parse(text, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch (error) {
    // The parser is recursive: thousands of levels of brackets exhaust the stack.
    if (error instanceof RangeError)
      return limitExceeded('Fields, lists and objects inside each other', LIMITS.depth, { atLeast: 1_000 });
    const isTooLong = error instanceof GraphQLError && error.message.includes('Parsing aborted');
    return isTooLong ? limitExceeded('Tokens', LIMITS.tokens, { atLeast: LIMITS.tokens + 1 }) : undefined;
  }
}

function check(text: string): GraphQLError | undefined {
  if (text.length > LIMITS.characters) return limitExceeded('Characters', LIMITS.characters, text.length);
  const lines = linesIn(text);
  if (lines > LIMITS.lines) return limitExceeded('Lines', LIMITS.lines, lines);
  const document = parseWithin(text);
  if (document === undefined || document instanceof GraphQLError) return document;
  try {
    checkSize(document);
    checkComparisons(document);
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** The checks in the order of what they cost, each relying on those before it. What they found is remembered by text. */
export function createReadDocument(): ReadDocument {
  const verdicts = new LRUCache<string, { readonly refusal: GraphQLError | undefined }>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_verdict, text) => text.length + 100,
  });
  return (text) => {
    const known = verdicts.get(text);
    if (known !== undefined) return known.refusal;
    const refusal = check(text);
    verdicts.set(text, { refusal });
    return refusal;
  };
}
