import { fill, type HostileDocument, many, nest, onExpos, refused } from './writing.ts';

const TOKENS = refused('Tokens');
const SELECTIONS = refused('Fields and fragments');
const COMPARISONS = refused('Pairs of fields or fragments at one place');
const CHAIN = refused('Fragments inside fragments');

export const overlappingDocuments: readonly HostileDocument[] = [
  {
    name: 'overlapping fragments: 1,000 at one place, each with its own field',
    query: `{${many(1_000, (i) => `...F${i}`)}}${many(1_000, (i) => `fragment F${i} on Query{a${i}:__typename}`)}`,
    outcome: TOKENS,
  },
  {
    name: 'overlapping fragments: 450 at one place, all with the same field',
    query: fill(`{${many(450, (i) => `...F${i}`)}}${many(450, (i) => `fragment F${i} on Query{__typename}`)}`),
    outcome: COMPARISONS,
  },
  {
    name: 'overlapping fragments: two trees of fragments side by side',
    query: fill(
      `{...A0 ...B0}${many(25, (i) => `fragment A${i} on Query{...A${i + 1} ...B${i + 1}} fragment B${i} on Query{...B${i + 1} ...A${i + 1}}`)}fragment A25 on Query{__typename} fragment B25 on Query{__typename}`,
    ),
    outcome: SELECTIONS,
  },
  {
    name: 'overlapping fragments: 3,000 spreads of one fragment',
    query: fill(`${onExpos('...F '.repeat(3_000))}fragment F on Expo{id name}`),
    outcome: SELECTIONS,
  },
  {
    name: 'overlapping fragments: 2,000 inline fragments with the same field',
    query: fill(onExpos('...on Expo{id} '.repeat(1_600))),
    outcome: COMPARISONS,
  },
  {
    name: 'overlapping fragments: as many as may be',
    query: fill(`{${many(140, (i) => `...F${i}`)}}${many(140, (i) => `fragment F${i} on Query{__typename}`)}`),
    outcome: 'answered',
  },
  {
    name: 'overlapping fields: one field 5,000 times',
    query: fill(onExpos('id '.repeat(4_990))),
    outcome: COMPARISONS,
  },
  {
    name: 'overlapping fields: one field 200 times',
    query: fill(onExpos('id '.repeat(200))),
    outcome: 'answered',
  },
  {
    name: 'overlapping fields: the same subtrees 300 times',
    query: fill(`{${'expos(first:1){nodes{id name visitors(first:1){nodes{id}}}} '.repeat(300)}}`),
    outcome: COMPARISONS,
  },
];

export const conflictingDocuments: readonly HostileDocument[] = [
  {
    name: 'conflicting arguments: 1,000 page sizes of one field',
    query: fill(`{${many(1_000, (i) => `expos(first:${i + 1}){nodes{id}}`)}}`),
    outcome: TOKENS,
  },
  {
    name: 'conflicting arguments: 600 page sizes of one field',
    query: fill(`{${many(600, (i) => `expos(first:${i + 1}){nodes{id}}`)}}`),
    outcome: COMPARISONS,
  },
  {
    name: 'conflicting arguments: 110 page sizes of one field, as many as may be',
    query: fill(`{${many(110, (i) => `expos(first:${i + 1}){totalCount}`)}}`),
    outcome: 'not valid',
  },
  {
    name: 'conflicting arguments: at the end of the same path of 20 fields',
    query: fill(
      `{${many(60, (i) => `${nest(9, 'operators(first:1){nodes{conversations(first:1){nodes{operator{', `conversations(first:${i + 1}){nodes{id}}`, '}}}}}')}`)}}`,
    ),
    outcome: refused('(Depth of fields|Tokens)'),
  },
  {
    name: 'conflicting arguments: long lists, compared with one another',
    query: fill(`{${many(90, (i) => `nodes(ids:[${many(90, () => `"${'a'.repeat(i % 9)}"`, ',')}]){id}`)}}`),
    outcome: 'not valid',
  },
  {
    name: 'conflicting names: 110 fields under one alias',
    query: fill(onExpos(many(110, (i) => `x:${i % 2 === 0 ? 'id' : 'name'}`))),
    outcome: 'not valid',
  },
];

export const chainDocuments: readonly HostileDocument[] = [
  {
    name: 'a fragment chain of 2,000',
    query: `{...F0}${many(1_400, (i) => `fragment F${i} on Query{...F${i + 1}}`)}fragment F1400 on Query{__typename}`,
    outcome: TOKENS,
  },
  {
    name: 'a fragment chain of 480',
    query: fill(
      `{...F0}${many(480, (i) => `fragment F${i} on Query{...F${i + 1}}`)}fragment F480 on Query{__typename}`,
    ),
    outcome: CHAIN,
  },
  {
    name: 'a fragment chain of 480, defined from its end',
    query: fill(
      `fragment F480 on Query{__typename} ${many(480, (i) => `fragment F${479 - i} on Query{...F${480 - i}}`)}{...F0}`,
    ),
    outcome: CHAIN,
  },
  {
    name: 'fragments that double 29 times',
    query: fill(
      `{...F0}${many(29, (i) => `fragment F${i} on Query{...F${i + 1} ...F${i + 1}}`)}fragment F29 on Query{__typename}`,
    ),
    outcome: SELECTIONS,
  },
  {
    name: 'fragments that grow a hundredfold, five times, with fields between',
    query: fill(
      `{...F0}${many(5, (i) => `fragment F${i} on Query{${many(40, () => 'quota{upstreams{upstream}}')} ${`...F${i + 1} `.repeat(100)}}`)}fragment F5 on Query{__typename}`,
    ),
    outcome: SELECTIONS,
  },
  {
    name: 'a fragment that spreads itself',
    query: fill(`{...F}fragment F on Query{__typename ...F}`),
    outcome: refused('Fragments that spread themselves'),
  },
  {
    name: 'a ring of 30 fragments, each of which spreads all others',
    query: fill(`{...F0}${many(30, (i) => `fragment F${i} on Query{__typename ${many(30, (j) => `...F${j}`)}}`)}`),
    outcome: refused('Fragments that spread themselves'),
  },
  {
    name: 'a fragment chain of 28, as long as may be',
    query: fill(`{...F0}${many(28, (i) => `fragment F${i} on Query{...F${i + 1}}`)}fragment F28 on Query{__typename}`),
    outcome: 'answered',
  },
  {
    name: '1,300 fragments that nothing spreads',
    query: fill(`{__typename}${many(1_300, (i) => `fragment F${i} on Query{id}`)}`),
    outcome: refused('Operations and fragments'),
  },
  {
    name: '490 fragments that nothing spreads',
    query: fill(`{__typename}${many(490, (i) => `fragment F${i} on Query{id}`)}`),
    outcome: 'not valid',
  },
];
