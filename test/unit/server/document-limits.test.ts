import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/server/document-limits/limits.ts';
import { createReadDocument } from '../../../src/server/document-limits/read-document.ts';
import { GOLDENS } from '../../golden/all.ts';
import { many, nest } from '../../hostile/writing.ts';

const read = createReadDocument();
const chain = (length: number): string =>
  `{...F1} ${many(length, (i) => `fragment F${i + 1} on Q{a ${i + 1 < length ? `...F${i + 2}` : ''}}`)}`;

/** A document with so much of something, and the words for it. */
const KINDS: readonly (readonly [what: string, limit: number, make: (count: number) => string])[] = [
  ['Characters', LIMITS.characters, (count) => `{a}#${'x'.repeat(count - 4)}`],
  ['Lines', LIMITS.lines, (count) => `{a}${'\n'.repeat(count - 1)}`],
  ['Lines', LIMITS.lines, (count) => `{a(b:"""${'\r'.repeat(count - 1)}""")}`],
  ['Tokens', LIMITS.tokens, (count) => `{a(b:[${'1 '.repeat(count - 9)}])}`],
  ['Depth of fields', LIMITS.depth, (count) => nest(count - 1, '{a', '{a}', '}')],
  ['Fragments inside fragments', LIMITS.nestedFragments, (count) => `{${nest(count, '...{', 'a', '}')}}`],
  ['Fragments inside fragments', LIMITS.nestedFragments, chain],
  [
    'Lists and objects inside each other in a value',
    LIMITS.valueDepth,
    (count) => `{a(b:${nest(count, '[', '', ']')})}`,
  ],
  [
    'Lists and objects inside each other in a value',
    LIMITS.valueDepth,
    (count) => `query($b:X=${nest(count, '{c:', '1', '}')}){a @d(b:[${'1'}])}`,
  ],
  ['Fields and fragments', LIMITS.selections, (count) => `{${many(count, (i) => `a${i}`)}}`],
  // A fragment counts by itself, and wherever it is spread.
  [
    'Fields and fragments',
    LIMITS.selections,
    (count) => `{${many(count - 13, (i) => `a${i}`)} b{...F} c{...F} d{...F} e{...F}} fragment F on X{x}`,
  ],
  ['Aliases', LIMITS.aliases, (count) => `{${many(count, (i) => `a${i}:b`)}}`],
  ['Aliases', LIMITS.aliases, (count) => `{${many(count - 1, (i) => `a${i}:b`)} ...F} fragment F on Q{x:y}`],
  ['Operations and fragments', LIMITS.definitions, (count) => many(count, (i) => `query A${i}{a}`)],
  ['Variables', LIMITS.variables, (count) => `query(${many(count, (i) => `$a${i}:Int`)}){a}`],
  [
    'Directives',
    LIMITS.directives,
    (count) => `{${many(count / 5, () => 'a @b @b @b @b @b ')} c${count % 5 ? ' @b' : ''}}`,
  ],
  ['Directives at one place', LIMITS.directivesAtOnePlace, (count) => `{a ${'@b '.repeat(count)}}`],
  ['Directives at one place', LIMITS.directivesAtOnePlace, (count) => `query ${'@b '.repeat(count)}{a}`],
  ['Directives at one place', LIMITS.directivesAtOnePlace, (count) => `query($x:Int ${'@b '.repeat(count)}){a}`],
];

describe('a document', () => {
  it.each(KINDS)('%s: passes at %i and is refused one above', (what, limit, make) => {
    expect(read(make(limit))?.message).toBeUndefined();
    const refusal = read(make(limit + 1));
    expect(refusal?.extensions.code).toBe('OPERATION_LIMIT_EXCEEDED');
    const number = new Intl.NumberFormat('en').format;
    expect(refusal?.message).toBe(`${what}: at most ${number(limit)}, found ${refusal?.message.split('found ')[1]}`);
    expect(refusal?.message).toMatch(new RegExp(`found ${number(limit + 1)}( or more)?$`));
  });

  it('may compare so many selections in validation, and not more', () => {
    const repeated = (count: number): string => `{${'a '.repeat(count)}}`;
    // 200 of one name are 19,900 pairs.
    expect(read(repeated(200))).toBeUndefined();
    expect(read(repeated(201))?.message).toBe(
      'Pairs of fields or fragments at one place: at most 20,000, found 20,100',
    );
    const inTwoSets = `{a{${'b '.repeat(100)}} a{${'b '.repeat(101)}}}`;
    expect(read(inTwoSets)?.message).toMatch(/^Pairs .* found 20,101$/);
  });

  it('is refused for fragments that spread themselves, directly or by way of others', () => {
    for (const text of [
      '{...F} fragment F on Q{...F}',
      '{...F} fragment F on Q{a{...G}} fragment G on Q{b{...F}}',
      '{a} fragment F on Q{a{...F}}',
    ])
      expect(read(text)?.message).toMatch(/^Fragments that spread themselves: /);
  });

  it('is refused by numbers that no fragment had to be walked for', () => {
    const doubling = `{...F0}${many(30, (i) => `fragment F${i} on Q{...F${i + 1} ...F${i + 1}}`)}fragment F30 on Q{a}`;
    expect(read(doubling)?.message).toMatch(/^Fragments inside fragments: at most 30, found 31/);
    const wide = `{...A}fragment A on Q{${'...B '.repeat(900)}} fragment B on Q{${'...C '.repeat(900)}} fragment C on Q{${many(900, (i) => `a${i}`)}}`;
    expect(read(wide)?.message).toBe('Fields and fragments: at most 5,000, found more than 1,000,000,000');
  });

  it('is refused when its brackets are deeper than the parser can go', () => {
    for (const text of [nest(40_000, '{a', '', '}'), `{a(b:${nest(40_000, '[', '', ']')})}`])
      expect(read(text)?.extensions.code).toBe('OPERATION_LIMIT_EXCEEDED');
  });

  it('that is no GraphQL, or not valid, is left to those who say so', () => {
    for (const text of ['', '{', 'query', '{a} }', '{...Missing}', 'type A{b:C}', '\u0000'])
      expect(read(text)).toBeUndefined();
  });

  it('is never quoted', () => {
    const text = `{${many(400, (i) => `secret${i}:person(email:"secret@x.example"){secret}`)}}`;
    expect(read(text)?.message).toBe('Aliases: at most 250, found 400');
  });
});

describe('ordinary documents', () => {
  it('pass: the introspection query of tools, and every golden', () => {
    const texts = [
      getIntrospectionQuery({
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
      ...Object.values(GOLDENS)
        .flat()
        .map(({ query }) => query),
    ];
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expect(read(text)?.message, text).toBeUndefined();
  });

  it('pass with a third of every limit at once', () => {
    const fields = (prefix: string, count: number): string => many(count, (i) => `${prefix}${i}`);
    const fragment = (i: number): string => `fragment F${i} on Q{id name ${fields(`f${i}x`, 8)}}`;
    const text = `query Page(${many(60, (i) => `$v${i}:Int`)}){${many(60, (i) => `...F${i}`)} ${nest(10, 'a{', 'b', '}')} ${many(80, (i) => `c${i}:d @include(if:true)`)}} ${many(60, fragment)}`;
    expect(read(text)?.message).toBeUndefined();
  });
});
