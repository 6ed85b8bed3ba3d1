import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { ConfigError } from '../../../../src/config/variables.ts';
import { readSavedQueries } from '../../../../src/server/saved/saved-queries.ts';
import { makeFolder } from '../../../support/process.ts';

const SCHEMA = buildSchema(
  'input Filter { name: String } type Query { items(ids: [ID!], filter: Filter, first: Int): [ID!] }',
);

const WRONG: readonly (readonly [file: string, text: string, says: string])[] = [
  ['a.graphql', '{ items', 'queries/a.graphql is wrong in line 1: Syntax Error'],
  ['a.graphql', '# why\n\n{ nothing }', 'queries/a.graphql is wrong in line 3: Cannot query field "nothing"'],
  ['a.graphql', '', 'queries/a.graphql is wrong in line 1: Syntax Error'],
  ['a.graphql', '{ items } query B { items }', 'exactly one operation'],
  ['a.graphql', 'fragment Part on Query { items }', 'exactly one operation'],
  ['a.graphql', 'mutation { items }', 'exactly one operation, a query'],
  ['a.graphql', `{ items ${'\n'.repeat(10_001)} }`, 'queries/a.graphql is above a limit: Lines'],
  ['a b.graphql', '{ items }', 'queries/a b.graphql has a wrong name; allowed: letters, digits'],
  ['.graphql.graphql', '{ nothing }', ''],
];

test('a wrong file is told in one line that names it, and what is wrong; hidden ones are no queries', () => {
  for (const [file, text, says] of WRONG) {
    using folder = makeFolder();
    folder.write('z.graphql', '{ items }');
    folder.write(file, text);
    const read = () => readSavedQueries(SCHEMA, folder.path);
    if (says === '') {
      expect([...read().keys()]).toEqual(['z']);
      continue;
    }
    expect(read, text).toThrow(ConfigError);
    expect(read, text).toThrow(says);
    expect(read, text).not.toThrow('\n');
  }
});

test('a file that is no text, and a folder that is not there, are told', () => {
  using folder = makeFolder();
  mkdirSync(join(folder.path, 'a.graphql'));
  expect(() => readSavedQueries(SCHEMA, folder.path)).toThrow('queries/a.graphql cannot be read as text');
  expect(() => readSavedQueries(SCHEMA, join(folder.path, 'none'))).toThrow('WEIR_CONFIG');
});

test('a query has the comment of its top and its variables', () => {
  using folder = makeFolder();
  const text = `# All items,
#   or some.

# Of no concern.
query Items($ids: [ID!]!, $filter: Filter = { name: "a" }, $first: Int! = 5, $last: Int) {
  items(ids: $ids, filter: $filter, first: $first) # inside
  more: items(first: $last)
}
`;
  folder.write('Some-items_2.graphql', text);
  folder.write('plain.graphql', '\uFEFF{ items }');
  folder.write('README.md', 'no query');
  const queries = readSavedQueries(SCHEMA, folder.path);
  expect([...queries.keys()]).toEqual(['Some-items_2', 'plain']);
  expect(queries.get('Some-items_2')).toMatchObject({
    name: 'Some-items_2',
    description: 'All items, or some.',
    text,
    operation: { name: { value: 'Items' } },
    variables: [
      { name: 'ids', type: '[ID!]!', required: true, default: undefined },
      { name: 'filter', type: 'Filter', required: false, default: { name: 'a' } },
      { name: 'first', type: 'Int!', required: false, default: 5 },
      { name: 'last', type: 'Int', required: false, default: undefined },
    ],
  });
  expect(queries.get('plain')).toMatchObject({ description: '', variables: [] });
});
