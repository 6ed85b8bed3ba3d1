import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What the selection of a document depends on. */
export type Selecting = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Fields by the names under which they are answered, in the order of the document. */
export type SelectedFields = ReadonlyMap<string, readonly FieldNode[]>;

function isLeftOut(selection: SelectionNode, variables: Selecting['variables']): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return skip?.if === true || include?.if === false;
}

/** The fields that are selected of an object, whatever its type turns out to be: those of fragments on any of its types are among them. */
export function selectedFields(
  { fragments, variables }: Selecting,
  sets: readonly (SelectionSetNode | undefined)[],
): SelectedFields {
  const found = new Map<string, FieldNode[]>();
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const known = found.get(name);
        if (known === undefined) found.set(name, [selection]);
        else known.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      else visit(fragments.get(selection.name.value)?.selectionSet);
    }
  };
  for (const set of sets) visit(set);
  return found;
}
