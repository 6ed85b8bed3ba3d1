import { readdirSync, readFileSync } from 'node:fs';
import {
  buildASTSchema,
  concatAST,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
} from 'graphql';

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);

function readProduct(): GraphQLSchema {
  const files = readdirSync(SCHEMA_FOLDER).filter((name) => name.endsWith('.graphql'));
  return buildASTSchema(
    concatAST(files.sort().map((name) => parse(readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8')))),
  );
}

/** The schema as it is written, without anything that executes it. */
export const product = readProduct();

/** Types that a schema defines by itself. */
export function ownTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

export function fieldsOf(type: GraphQLNamedType): readonly GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}
