import { readFileSync } from 'node:fs';
import { buildSchema as buildSpine, type GraphQLSchema, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/schema.ts';

const spine = buildSpine(readFileSync(new URL('./spine.graphql', import.meta.url), 'utf8'));

/** Every field as `Type.field`, with the reason why it is deprecated, if it is. */
function fieldsOf(schema: GraphQLSchema): ReadonlyMap<string, string | null> {
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const));
  return new Map(fields.map(([at, { deprecationReason }]) => [at, deprecationReason ?? null]));
}

const offered = fieldsOf(buildSchema());

describe('deprecated fields', () => {
  it('are none of the spine, which clients rely on', () => {
    expect([...fieldsOf(spine).keys()].filter((at) => (offered.get(at) ?? null) !== null)).toEqual([]);
  });

  it.each([
    ['Query.clientAccounts', /`client`/],
    ['Query.clientAccount', /`client`/],
    ['Query.websites', /`project`/],
    ['Query.website', /`project`/],
    ['Query.tags', /`conversationTag`/],
    ['Query.tag', /`conversationTag`/],
    ['Operator.role', /`roles`/],
    ['OperatorStatistic.satisfactionGlobalRate', /`satisfactionSurveyResponses`/],
  ])('name what replaces %s', (at, replacement) => {
    expect(offered.get(at)).toMatch(replacement);
  });
});
