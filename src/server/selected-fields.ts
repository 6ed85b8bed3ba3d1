import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
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
export type Group = { readonly type: GraphQLCompositeType; readonly fields: FieldNode[] };

/** With the defaults of its own variables where a request leaves them out. */
export function withDefaults({ operation, variables, ...asked }: AskedOperation): AskedOperation {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...asked, operation, variables: { ...Object.fromEntries(defaults), ...variables } };
}

export const readValue = (value: ValueNode, { variables }: AskedOperation): unknown =>
  valueFromASTUntyped(value, variables);

/** What `@skip` and `@include` leave out costs nothing. */
function isLeftOut(directives: readonly DirectiveNode[] | undefined, asked: AskedOperation): boolean {
  return (directives ?? []).some(({ name, arguments: [condition] = [] }) => {
    if (condition === undefined || !['skip', 'include'].includes(name.value)) return false;
    return readValue(condition.value, asked) === (name.value === 'skip');
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

/** The fields that are selected in any of these sets, each once however often it is selected. */
export function selectedFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  asked: AskedOperation,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const set of sets) group(set, type, asked, groups);
  return groups;
}
