import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

function* fieldsOf(set: SelectionSetNode, info: GraphQLResolveInfo): Generator<FieldNode> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, info);
    else {
      const fragment = info.fragments[selection.name.value];
      if (fragment !== undefined) yield* fieldsOf(fragment.selectionSet, info);
    }
  }
}

/** Whether a member is selected below the field. */
export function selects(info: GraphQLResolveInfo, name: string): boolean {
  return info.fieldNodes.some(
    ({ selectionSet }) =>
      selectionSet !== undefined && fieldsOf(selectionSet, info).some((field) => field.name.value === name),
  );
}

/** Whether nothing is selected below the field but these members: then what is already known answers, and no record is read. */
export function selectsOnly(info: GraphQLResolveInfo, names: readonly string[]): boolean {
  const known = new Set(['__typename', ...names]);
  return info.fieldNodes.every(
    ({ selectionSet }) =>
      selectionSet !== undefined && [...fieldsOf(selectionSet, info)].every(({ name }) => known.has(name.value)),
  );
}

/** A record of which only what its referrer says is selected: it need not be read. To be used behind `selectsOnly` alone. */
export function known<T>(members: Partial<T>): T {
  return members as T;
}
