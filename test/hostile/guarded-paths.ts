import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { buildSchema } from '../../src/schema.ts';

const schema: GraphQLSchema = buildSchema();

type Field = GraphQLField<unknown, unknown>;

/** The scopes that a field asks for. */
function scopesOf(field: Field | null | undefined): readonly string[] {
  return (field?.astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'scope')
    .flatMap(({ arguments: args = [] }) => args.map(({ value }) => String(valueFromASTUntyped(value))));
}

/** What `node` needs for a record of a type: what the type's own root field needs. People are personal data. */
function scopesOfRecord(typeName: string): readonly string[] {
  if (typeName === 'Person') return ['read:contact'];
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const own = roots.find(({ type }) => [typeName, `${typeName}Connection`].includes(getNamedType(type).name));
  return scopesOf(own);
}

/** Every field that asks for a scope of data, as `Type.field`. */
export const GUARDED_FIELDS: readonly string[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => scopesOf(field).some((scope) => scope.startsWith('read:')))
      .map((field) => `${type.name}.${field.name}`),
  );

type Guards = {
  /** Every selected field, as `Type.field`. */
  readonly fields: ReadonlySet<string>;
  /** Response paths without list indices, each with the scopes that a key must have to see what is there: one set for each type. */
  readonly paths: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** What a document selects, and what of it is guarded. Named fragments are not followed. */
export function guardsOf(query: string): Guards {
  const fields = new Set<string>();
  const paths = new Map<string, readonly (readonly string[])[]>();
  const info = new TypeInfo(schema);
  const names: string[] = [];
  const trail: string[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      FragmentSpread: () => {
        throw new RangeError('a named fragment: its fields would not be seen');
      },
      Field: {
        enter: ({ alias, name }) => {
          names.push(name.value);
          trail.push(alias?.value ?? name.value);
          const parent = info.getParentType()?.name ?? '';
          fields.add(`${parent}.${name.value}`);
          const ofRecord = trail.length === 2 && /^nodes?$/.test(names[0] ?? '') ? scopesOfRecord(parent) : [];
          const at = trail.join('.');
          paths.set(at, [...(paths.get(at) ?? []), [...scopesOf(info.getFieldDef()), ...ofRecord]]);
        },
        leave: () => {
          names.pop();
          trail.pop();
        },
      },
    }),
  );
  return { fields, paths };
}

type Leaf = { readonly path: string; readonly value: unknown };

/** Every value of an answer that is no list, no object and not null, at its path without list indices. */
export function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, path));
  if (typeof value !== 'object') return [{ path: path.join('.'), value }];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]));
}

/** Whether a path lies at or below one that needs a scope which is missing. */
export function isClosed({ paths }: Guards, path: string, has: (scope: string) => boolean): boolean {
  const steps = path.split('.');
  return steps.some((_step, index) => {
    const byType = paths.get(steps.slice(0, index + 1).join('.')) ?? [[]];
    return byType.every((needed) => needed.some((scope) => !has(scope)));
  });
}
