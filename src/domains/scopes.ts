import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import type { RequestContext } from '../context.ts';
import type { Consumer, ScopeName } from '../model/consumer.ts';

/** FORBIDDEN unless the consumer's key has every scope. */
export function requireScopes(consumer: Consumer, names: readonly string[]): void {
  const missing = names.filter((name) => !consumer.scopes.has(name));
  if (missing.length === 0) return;
  throw new GraphQLError(`The key needs ${missing.length > 1 ? 'the scopes' : 'the scope'} ${missing.join(', ')}`, {
    extensions: { code: 'FORBIDDEN' },
  });
}

/** A filter on a person's data tells whether that person exists: it needs the same scope as the data. */
export function requireContactScope(
  consumer: Consumer,
  filter: Readonly<Record<string, unknown>>,
  names: readonly string[],
): void {
  if (names.some((name) => filter[name] !== null && filter[name] !== undefined))
    requireScopes(consumer, ['read:contact'] satisfies ScopeName[]);
}

/** The scopes that a field's `@scope` directives name. */
function scopesOf(field: GraphQLField<unknown, unknown>): readonly string[] {
  const directives = field.astNode?.directives ?? [];
  return directives
    .filter(({ name }) => name.value === 'scope')
    .flatMap(({ arguments: args = [] }) =>
      args.flatMap(({ value }) => (value.kind === 'StringValue' ? [value.value] : [])),
    );
}

function guard(field: GraphQLField<unknown, RequestContext>): void {
  const names = scopesOf(field as GraphQLField<unknown, unknown>);
  if (names.length === 0) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    requireScopes(context.consumer, names);
    return resolve(source, args, context, info);
  };
}

/** Puts the guard that `@scope` asks for in front of every resolver. */
export function guardScopes(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type));
  for (const type of types) {
    for (const field of Object.values(type.getFields())) guard(field);
  }
  return schema;
}
