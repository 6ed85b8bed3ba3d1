import { BREAK, type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { HOISTED_PREFIX } from './hoist-values.ts';

/** Fields that are compiled, each wherever a fragment spreads it: more would be as much code as an attacker likes. */
const MOST_FIELDS = 2_000;

type Fragments = ReadonlyMap<string, { readonly selectionSet: OperationDefinitionNode['selectionSet'] }>;

/** The fields of a set with those of its fragments, counted no further than the bound. */
function countFields(set: OperationDefinitionNode['selectionSet'], fragments: Fragments, most: number): number {
  let count = 0;
  for (const selection of set.selections) {
    if (count > most) return count;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      if (fragment !== undefined) count += countFields(fragment.selectionSet, fragments, most - count);
      continue;
    }
    if (selection.kind === Kind.FIELD) count += 1;
    if (selection.selectionSet !== undefined) count += countFields(selection.selectionSet, fragments, most - count);
  }
  return count;
}

/** What graphql-jit would execute in another way than graphql-js, as the equality tests found. */
function hasPitfall(document: DocumentNode): boolean {
  let [fragments, conditions, other] = [false, false, false];
  visit(document, {
    Field: ({ name, alias }) => {
      const key = (alias ?? name).value;
      // Code of fields whose names join to the same text is mixed up.
      if ((key !== '__typename' && key.includes('_')) || name.value === '__schema' || name.value === '__type')
        other = true;
      return other ? BREAK : undefined;
    },
    VariableDefinition: ({ variable }) => {
      if (variable.name.value.startsWith(HOISTED_PREFIX)) other = true;
    },
    InlineFragment: () => {
      fragments = true;
    },
    FragmentSpread: () => {
      fragments = true;
    },
    Directive: () => {
      conditions = true;
    },
  });
  return other || (fragments && conditions);
}

/** Whether an operation of a valid document is compiled; graphql-js executes the others. */
export function isCompilable(
  document: DocumentNode,
  definition: OperationDefinitionNode,
  fragments: Fragments,
): boolean {
  return !hasPitfall(document) && countFields(definition.selectionSet, fragments, MOST_FIELDS) <= MOST_FIELDS;
}
