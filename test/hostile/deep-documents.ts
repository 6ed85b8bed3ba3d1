import { fill, type HostileDocument, many, nest, refused } from './writing.ts';

const DEPTH = refused('Depth of fields');
const STACK = refused('Fields, lists and objects inside each other');
const VALUES = refused('Lists and objects inside each other in a value');
const ROWS = refused('Rows');

const deepJoin = (levels: number, inside: string): string =>
  `{operators(first:1){nodes{${nest(levels, 'conversations(first:1){nodes{operator{', inside, '}}}')}}}}`;

export const deepDocuments: readonly HostileDocument[] = [
  { name: 'deep nesting: 24,000 fields', query: nest(24_000, '{a', '', '}'), outcome: STACK },
  { name: 'deep nesting: 49,000 fields that never close', query: '{a'.repeat(49_000), outcome: STACK },
  { name: 'deep nesting: 400 fields', query: fill(nest(400, '{a', '', '}')), outcome: DEPTH },
  { name: 'deep nesting: 120 joins', query: fill(deepJoin(120, 'id')), outcome: DEPTH },
  {
    name: 'deep nesting: 9 joins, in three fragments',
    query: fill(
      `{...A}fragment A on Query{operators(first:1){nodes{...B}}} fragment B on Operator{${nest(5, 'conversations(first:1){nodes{operator{', '...C', '}}}')}} fragment C on Operator{${nest(5, 'conversations(first:1){nodes{operator{', 'id', '}}}')}}`,
    ),
    outcome: DEPTH,
  },
  { name: 'deep nesting: 9 joins, as deep as may be', query: fill(deepJoin(9, 'id')), outcome: 'answered' },
  {
    name: 'deep nesting: 500 inline fragments',
    query: fill(`{${nest(500, '...{', '__typename', '}')}}`),
    outcome: refused('Fragments inside fragments'),
  },
  { name: 'nested lists: 49,000 levels', query: `{nodes(ids:${nest(49_000, '[', '', ']')}){id}}`, outcome: STACK },
  { name: 'nested lists: 400 levels', query: fill(`{nodes(ids:${nest(400, '[', '', ']')}){id}}`), outcome: VALUES },
  {
    name: 'nested lists: 11 levels in a default value',
    query: fill(`query($x:[ID!]!=${nest(11, '[', '', ']')}){nodes(ids:$x){id}}`),
    outcome: VALUES,
  },
  {
    name: 'nested lists: 10 levels, many times',
    query: fill(`{nodes(ids:[${many(400, () => nest(9, '[', '', ']'))}]){id}}`),
    outcome: 'not valid',
  },
  {
    name: 'nested lists: a list type of 400 levels',
    query: fill(`query($x:${nest(400, '[', 'ID', ']')}){nodes(ids:$x){id}}`),
    outcome: 'not valid',
  },
  {
    name: 'nested objects: 12,000 levels',
    query: `{leads(product:PLUS_PERSON,filter:${nest(19_000, '{a:', '1', '}')}){nodes{id}}}`,
    outcome: STACK,
  },
  {
    name: 'nested objects: 400 levels',
    query: fill(`{leads(product:PLUS_PERSON,filter:${nest(400, '{a:', '1', '}')}){nodes{id}}}`),
    outcome: VALUES,
  },
  {
    name: 'nested lists of the graph: a thousand rows of a thousand rows',
    query: fill('{expos(first:1000){nodes{visitors(first:1000){nodes{id}}}}}'),
    outcome: ROWS,
  },
  {
    name: 'nested lists of the graph: defaults, five times inside each other',
    query: fill(`{operators{nodes{${nest(4, 'conversations{nodes{operator{', 'id', '}}}')}}}}`),
    outcome: ROWS,
  },
  {
    name: 'nested lists of the graph: 200 lists of a thousand rows',
    query: fill(`{${many(200, (i) => `a${i}:leads(product:PLUS_PERSON,first:1000){nodes{id}}`)}}`),
    outcome: ROWS,
  },
  {
    name: 'nested lists of the graph: many ids, each with many rows',
    query: fill(`query($ids:[ID!]!){nodes(ids:$ids){...on Expo{visitors(first:1000){nodes{id}}}}}`),
    variables: JSON.stringify({ ids: Array.from({ length: 101 }, () => 'RXhwbzo') }),
    outcome: ROWS,
  },
  {
    name: 'a list of 24,000 ids in the variables',
    query: 'query($ids:[ID!]!){nodes(ids:$ids){id}}',
    variables: JSON.stringify({ ids: Array.from({ length: 24_000 }, () => 'x') }),
    outcome: 'answered',
  },
  {
    name: 'lists of 20,000 levels in the variables',
    query: 'query($ids:[ID!]!){nodes(ids:$ids){id}}',
    variables: `{"ids":${nest(20_000, '[', '', ']')}}`,
    outcome: 'wrong input',
  },
  {
    name: '5,000 wrong members of a list in the variables',
    query: 'query($ids:[ID!]!){nodes(ids:$ids){id}}',
    variables: JSON.stringify({ ids: Array.from({ length: 5_000 }, () => ({ id: 'x' })) }),
    outcome: 'wrong input',
  },
  {
    name: '7,000 variables that the document does not know',
    query: '{__typename}',
    variables: `{${many(7_000, (i) => `"v${i}":${i}`, ',')}}`,
    outcome: 'answered',
  },
  {
    name: 'an address of 90,000 characters in the variables',
    query: 'query($e:EmailAddress!){person(email:$e){id}}',
    variables: JSON.stringify({ e: '" at "x"; Expected '.repeat(4_300) }),
    outcome: 'wrong input',
  },
];
