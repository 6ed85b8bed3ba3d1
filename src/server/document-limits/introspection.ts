import {
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromASTUntyped,
} from 'graphql';
import type { AskedOperation } from '../selected-fields.ts';

/** What the tools' introspection query asks for, everything included, and a tenth: an own query may differ a little. */
const SPARE = 1.1;

type Field = typeof SchemaMetaFieldDef;
type Count = { total: number; readonly most: number };

/** Introspection's own fields read nothing but the schema from the place that they are resolved at. */
function resolve(field: Field, source: unknown, args: object, schema: GraphQLSchema): readonly unknown[] {
  const info = { schema } as GraphQLResolveInfo;
  const value: unknown = field.resolve?.(source, args, undefined, info);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function fieldOf(parent: Field | undefined, name: string): Field | undefined {
  if (parent === undefined) return [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  const type = getNamedType(parent.type);
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

/** Goes through the schema as the executor would, and ends as soon as it is too much. */
function walk(
  set: SelectionSetNode,
  asked: AskedOperation,
  from: { readonly field?: Field; readonly source?: unknown },
  count: Count,
): void {
  for (const selection of set.selections) {
    if (count.total > count.most) return;
    if (selection.kind !== Kind.FIELD) {
      const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : asked.fragments.get(selection.name.value);
      if (inside !== undefined) walk(inside.selectionSet, asked, from, count);
      continue;
    }
    const field = fieldOf(from.field, selection.name.value);
    if (field === undefined) continue;
    count.total += 1;
    if (selection.selectionSet === undefined) continue;
    const args = (selection.arguments ?? []).map(({ name, value }) => [
      name.value,
      valueFromASTUntyped(value, asked.variables),
    ]);
    // With what is deprecated, whether it is asked for or not.
    const every = { ...Object.fromEntries(args), includeDeprecated: true };
    for (const source of resolve(field, from.source, every, asked.schema))
      walk(selection.selectionSet, asked, { field, source }, count);
  }
}

/** How many fields introspection would answer with; any number above `most` where it is more than that. */
export function countIntrospection(asked: AskedOperation, most: number): number {
  const count: Count = { total: 0, most };
  walk(asked.operation.selectionSet, asked, {}, count);
  return count.total;
}

/** As many fields of introspection as one operation may have: the work grows with the schema, not with the document. */
export function mostIntrospection(schema: GraphQLSchema): number {
  const everything = getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  const { definitions } = parse(everything);
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const asked = definitions.flatMap((operation) =>
    operation.kind === Kind.OPERATION_DEFINITION
      ? [{ schema, operation, fragments: new Map(fragments.map((one) => [one.name.value, one])), variables: {} }]
      : [],
  );
  return Math.ceil(asked.reduce((sum, one) => sum + countIntrospection(one, Number.POSITIVE_INFINITY), 0) * SPARE);
}
