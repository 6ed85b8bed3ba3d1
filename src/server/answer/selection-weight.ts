import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** A field that looks something up is as much work as so many that are at hand. */
const LOOK_UP = 12;

function workOf(field: GraphQLField<unknown, unknown> | undefined): number {
  const looksUp = field?.astNode?.directives?.some(({ name }) => name.value === 'calls') === true;
  return looksUp ? LOOK_UP : 1;
}

function weigh(set: SelectionSetNode, type: GraphQLNamedType, info: GraphQLResolveInfo): number {
  let weight = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      weight += workOf(field);
      if (selection.selectionSet !== undefined && field !== undefined)
        weight += weigh(selection.selectionSet, getNamedType(field.type), info);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    const condition = fragment?.typeCondition?.name.value;
    const named = condition === undefined ? type : info.schema.getType(condition);
    if (fragment !== undefined && named !== undefined) weight += weigh(fragment.selectionSet, named, info);
  }
  return weight;
}

/** Of documents, which are remembered: each field is weighed once. */
const weights = new WeakMap<FieldNode, number>();

/** The work that is selected in one record of a field. Rows of lists inside it take turns of their own, and count once. */
export function weightOf(info: GraphQLResolveInfo): number {
  const [first] = info.fieldNodes;
  const known = first === undefined ? 1 : weights.get(first);
  if (first === undefined || known !== undefined) return known ?? 1;
  const type = getNamedType(info.returnType);
  const weight = info.fieldNodes.reduce(
    (sum, { selectionSet }) => sum + (selectionSet === undefined ? 0 : weigh(selectionSet, type, info)),
    1,
  );
  weights.set(first, weight);
  return weight;
}
