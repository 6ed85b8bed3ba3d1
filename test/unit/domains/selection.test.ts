import { buildSchema, type GraphQLObjectType, type GraphQLResolveInfo, graphql } from 'graphql';
import { expect, test } from 'vitest';
import { selectsOnly } from '../../../src/domains/selection.ts';

async function isEnough(query: string): Promise<boolean | undefined> {
  const schema = buildSchema('type Query { thing: Thing } type Thing { id: ID name: String }');
  const field = (schema.getType('Query') as GraphQLObjectType).getFields().thing;
  let enough: boolean | undefined;
  Object.assign(field ?? {}, {
    resolve: (_root: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
      enough = selectsOnly(info, ['id']);
      return {};
    },
  });
  const { errors } = await graphql({ schema, source: query });
  expect(errors).toBeUndefined();
  return enough;
}

test.each([
  ['{ thing { id } }', true],
  ['{ thing { other: id __typename } }', true],
  ['{ thing { ... { id } ...on Thing { id } ...F } } fragment F on Thing { id }', true],
  ['{ thing { id name } }', false],
  ['{ thing { ... { name } } }', false],
  ['{ thing { id ...F } } fragment F on Thing { name }', false],
  ['{ thing { id } thing { name } }', false],
])('a record need not be read where nothing more is selected than is known: %s', async (query, enough) => {
  expect(await isEnough(query)).toBe(enough);
});
