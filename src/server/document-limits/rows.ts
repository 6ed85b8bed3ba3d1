import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

/** An operation of a valid document, with the variables of one request. */
export type AskedOperation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Fields that are one field of the answer, wherever and however often they are selected. */
type Group = { readonly type: GraphQLCompositeType; readonly fields: FieldNode[] };

function withDefaults({ operation, variables }: AskedOperation): Readonly<Record<string, unknown>> {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

const read = (value: ValueNode, { variables }: AskedOperation): unknown => valueFromASTUntyped(value, variables);

/** What `@skip` and `@include` leave out costs nothing. */
function isLeftOut(directives: readonly DirectiveNode[] | undefined, asked: AskedOperation): boolean {
  return (directives ?? []).some(({ name, arguments: [condition] = [] }) => {
    if (condition === undefined || !['skip', 'include'].includes(name.value)) return false;
    return read(condition.value, asked) === (name.value === 'skip');
  });
}

function group(
  set: SelectionSetNode,
  type: GraphQLCompositeType,
  asked: AskedOperation,
  groups: Map<string, Group>,
): void {
  for (const selection of set.selections) {
    if (isLeftOut(selection.directives, asked)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = `${type.name} ${(selection.alias ?? selection.name).value}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { type, fields: [selection] });
      else known.fields.push(selection);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : asked.fragments.get(selection.name.value);
    const named = asked.schema.getType(fragment?.typeCondition?.name.value ?? type.name);
    if (fragment !== undefined && isCompositeType(named)) group(fragment.selectionSet, named, asked, groups);
  }
}

const LARGEST_INT = 0x7fff_ffff;

/** What cannot be a page size is refused by the field itself, or earlier, and reads no rows. */
function pageSize(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LARGEST_INT ? value : 1;
}

/** A field's page size, or for fields that read a required list of ids or addresses, the length of that. Else undefined. */
function multiplierOf(definition: GraphQLField<unknown, unknown>, field: FieldNode, asked: AskedOperation) {
  const given = (name: string): unknown => {
    const argument = field.arguments?.find((one) => one.name.value === name);
    return argument === undefined ? undefined : read(argument.value, asked);
  };
  for (const { name, type, defaultValue } of definition.args) {
    if (name === 'first') return pageSize(given(name) ?? defaultValue);
    if (!isNonNullType(type) || !isListType(type.ofType) || !isListType(definition.type)) continue;
    const members = given(name);
    return Array.isArray(members) ? Math.max(members.length, 1) : 1;
  }
  return undefined;
}

function rowsOf({ type, fields }: Group, asked: AskedOperation): number {
  const [field] = fields;
  const definition = field === undefined || isUnionType(type) ? undefined : type.getFields()[field.name.value];
  if (field === undefined || definition === undefined) return 0;
  const named = getNamedType(definition.type);
  const inside = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
  const below = isCompositeType(named) ? rowsIn(inside, named, asked) : 0;
  const multiplier = multiplierOf(definition, field, asked);
  return multiplier === undefined ? below : multiplier * Math.max(below, 1);
}

function rowsIn(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, asked: AskedOperation): number {
  const groups = new Map<string, Group>();
  for (const set of sets) group(set, type, asked, groups);
  let total = 0;
  for (const one of groups.values()) total += rowsOf(one, asked);
  return total;
}

/**
 * The most rows that an operation can answer with: the product of all page sizes on a path, summed over the paths. A page
 * size is `first` (its default where it is absent or null), or the number of ids or addresses where a field reads a list of
 * them; other lists count once. Fields under two names are two paths, a field selected twice under one name is one.
 */
export function countRows(asked: AskedOperation): number {
  const type = asked.schema.getRootType(asked.operation.operation);
  if (type === undefined || type === null) return 0;
  return rowsIn([asked.operation.selectionSet], type, { ...asked, variables: withDefaults(asked) });
}
