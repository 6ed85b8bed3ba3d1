/**
 * What a document may be. The numbers are several times what the largest ordinary documents need (the introspection query
 * of tools, the pages of Relay applications), and so small that reading, checking and validating a document that keeps to
 * all of them holds the process for some tens of milliseconds at most.
 */
export const LIMITS = {
  /** Characters of text. Texts above are not even parsed: long block strings are slow to read. */
  characters: 100_000,
  /** The place of each mistake is told by line, and found by going through the lines. A token on each is the most needed. */
  lines: 10_000,
  /** As the parser counts them. A document of 10,000 tokens has about 60,000 characters when it is laid out. */
  tokens: 10_000,
  /** Fields inside fields, fragments resolved. Introspection by tools needs 16; the longest joins of the graph about 12. */
  depth: 30,
  /** Fragments inside fragments on one path, inline ones too. */
  nestedFragments: 30,
  /** Lists and objects inside each other in one value. Filters need 2. */
  valueDepth: 10,
  /** Fields and fragment spreads of all operations and fragments, fragments resolved. Full introspection has about 250. */
  selections: 5_000,
  /** Fields under another name, fragments resolved: the way to call one resolver many times. */
  aliases: 250,
  /** Operations and fragments of a document, and variables of one operation. */
  definitions: 500,
  variables: 500,
  /** Directives in all, fragments resolved, and at one place. There are two that a query can use, each once. */
  directives: 500,
  directivesAtOnePlace: 10,
  /**
   * Pairs of selections that validation compares because they share a place and a name in the answer, or are fragments
   * spread at the same place: the only part of validation that is not linear. 100 fragments that all select `id` are 5,000
   * pairs for the spreads and 5,000 for `id`. graphql-js itself gives up later, at a quarter of a million.
   */
  comparisons: 20_000,
} as const;

/** Refusals of one document that are told: whoever mends the first ones sees the next. */
export const MOST_ERRORS = 10;
