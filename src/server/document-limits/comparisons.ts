import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { limitExceeded } from './limit-exceeded.ts';
import { LIMITS } from './limits.ts';

/** All that is selected at one place of the answer, with fragments resolved, whatever the types. */
type Level = { spreads: number; readonly names: Map<string, { count: number; readonly below: Level }> };

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const emptyLevel = (): Level => ({ spreads: 0, names: new Map() });

function collect(set: SelectionSetNode, level: Level, fragments: Fragments): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const known = level.names.get(name) ?? { count: 0, below: emptyLevel() };
      level.names.set(name, known);
      known.count += 1;
      if (selection.selectionSet !== undefined) collect(selection.selectionSet, known.below, fragments);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) level.spreads += 1;
    const inside =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragments.get(selection.name.value)?.selectionSet;
    if (inside !== undefined) collect(inside, level, fragments);
  }
}

const pairs = (count: number): number => (count * (count - 1)) / 2;

function comparisonsAt({ spreads, names }: Level): number {
  let total = pairs(spreads);
  for (const { count, below } of names.values()) total += pairs(count) + comparisonsAt(below);
  return total;
}

/**
 * Refuses a document of which validation would compare too many selections with one another. It walks all fragments where
 * they are spread: `checkSize` has found the document small enough for that.
 */
export function checkComparisons({ definitions }: DocumentNode): void {
  const named = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const fragments: Fragments = new Map(named.map((fragment) => [fragment.name.value, fragment]));
  let total = 0;
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION && definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const level = emptyLevel();
    collect(definition.selectionSet, level, fragments);
    total += comparisonsAt(level);
  }
  if (total > LIMITS.comparisons)
    throw limitExceeded('Pairs of fields or fragments at one place', LIMITS.comparisons, total);
}
