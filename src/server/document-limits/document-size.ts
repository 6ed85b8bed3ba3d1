import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { limitExceeded } from './limit-exceeded.ts';
import { LIMITS } from './limits.ts';

/** Counts with fragments resolved: a fragment counts wherever it is spread. */
type Size = { selections: number; aliases: number; directives: number; depth: number; nestedFragments: number };

/** How far inside a walk is. */
type Place = Pick<Readonly<Size>, 'depth' | 'nestedFragments'>;

type Walk = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Each fragment is counted once, however often it is spread: chains of them multiply. */
  readonly counted: Map<string, Size>;
  /** Fragments that the walk is inside of. */
  readonly open: Set<string>;
};

const nothing = (): Size => ({ selections: 0, aliases: 0, directives: 0, depth: 0, nestedFragments: 0 });

function add(total: Size, part: Size): void {
  total.selections += part.selections;
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.depth = Math.max(total.depth, part.depth);
  total.nestedFragments = Math.max(total.nestedFragments, part.nestedFragments);
}

function checkValue(value: ValueNode, depth: number): void {
  if (value.kind !== Kind.LIST && value.kind !== Kind.OBJECT) return;
  if (depth > LIMITS.valueDepth)
    throw limitExceeded('Lists and objects inside each other in a value', LIMITS.valueDepth, { atLeast: depth });
  if (value.kind === Kind.LIST) for (const member of value.values) checkValue(member, depth + 1);
  else for (const field of value.fields) checkValue(field.value, depth + 1);
}

/** The directives at one place and the values of its arguments. */
function readArguments(node: ASTNode): number {
  const directives = 'directives' in node ? (node.directives ?? []) : [];
  if (directives.length > LIMITS.directivesAtOnePlace)
    throw limitExceeded('Directives at one place', LIMITS.directivesAtOnePlace, directives.length);
  for (const directive of directives) for (const { value } of directive.arguments ?? []) checkValue(value, 1);
  return directives.length;
}

function sizeOfField(field: FieldNode, place: Place, walk: Walk): Size {
  for (const { value } of field.arguments ?? []) checkValue(value, 1);
  const inside = field.selectionSet;
  const size = inside === undefined ? nothing() : sizeOf(inside, { ...place, depth: place.depth + 1 }, walk);
  return { ...size, depth: size.depth + 1, aliases: size.aliases + (field.alias === undefined ? 0 : 1) };
}

function sizeOfFragment(name: string, place: Place, walk: Walk): Size {
  const known = walk.counted.get(name);
  if (known !== undefined) return known;
  const fragment = walk.fragments.get(name);
  // Validation says that it is missing.
  if (fragment === undefined) return nothing();
  if (walk.open.has(name)) throw limitExceeded('Fragments that spread themselves', 0, { atLeast: 1 });
  walk.open.add(name);
  const size = sizeOf(fragment.selectionSet, place, walk);
  size.directives += readArguments(fragment);
  walk.open.delete(name);
  walk.counted.set(name, size);
  return size;
}

function sizeOfSelection(selection: SelectionNode, place: Place, walk: Walk): Size {
  if (selection.kind === Kind.FIELD) return sizeOfField(selection, place, walk);
  const inside = { ...place, nestedFragments: place.nestedFragments + 1 };
  const size =
    selection.kind === Kind.INLINE_FRAGMENT
      ? sizeOf(selection.selectionSet, inside, walk)
      : sizeOfFragment(selection.name.value, inside, walk);
  return { ...size, nestedFragments: size.nestedFragments + 1 };
}

/** Fields and fragments are few levels deep, or the walk has ended: it cannot exhaust the stack. */
function sizeOf(set: SelectionSetNode, place: Place, walk: Walk): Size {
  if (place.depth >= LIMITS.depth) throw limitExceeded('Depth of fields', LIMITS.depth, { atLeast: place.depth + 1 });
  if (place.nestedFragments > LIMITS.nestedFragments)
    throw limitExceeded('Fragments inside fragments', LIMITS.nestedFragments, { atLeast: place.nestedFragments });
  const total = nothing();
  for (const selection of set.selections) {
    add(total, sizeOfSelection(selection, place, walk));
    total.selections += 1;
    total.directives += readArguments(selection);
  }
  return total;
}

const START: Place = { depth: 0, nestedFragments: 0 };

function sizeOfOperation(operation: OperationDefinitionNode, walk: Walk): Size {
  const variables = operation.variableDefinitions ?? [];
  if (variables.length > LIMITS.variables) throw limitExceeded('Variables', LIMITS.variables, variables.length);
  const size = sizeOf(operation.selectionSet, START, walk);
  size.directives += readArguments(operation);
  for (const variable of variables) {
    size.directives += readArguments(variable);
    if (variable.defaultValue !== undefined) checkValue(variable.defaultValue, 1);
  }
  return size;
}

function checkNumbers(size: Size): void {
  const { depth, nestedFragments, aliases, directives } = size;
  if (depth > LIMITS.depth) throw limitExceeded('Depth of fields', LIMITS.depth, depth);
  if (nestedFragments > LIMITS.nestedFragments)
    throw limitExceeded('Fragments inside fragments', LIMITS.nestedFragments, nestedFragments);
  if (aliases > LIMITS.aliases) throw limitExceeded('Aliases', LIMITS.aliases, aliases);
  if (directives > LIMITS.directives) throw limitExceeded('Directives', LIMITS.directives, directives);
}

/** Refuses a document that is too large in any direction. Its time is linear in the text, whatever fragments multiply to. */
export function checkSize({ definitions }: DocumentNode): void {
  if (definitions.length > LIMITS.definitions)
    throw limitExceeded('Operations and fragments', LIMITS.definitions, definitions.length);
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const walk: Walk = {
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    counted: new Map(),
    open: new Set(),
  };
  // Validation goes through each definition by itself, execution through one operation.
  let selections = 0;
  for (const { name } of fragments) selections += sizeOfFragment(name.value, START, walk).selections;
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizeOfOperation(definition, walk);
    checkNumbers(size);
    selections += size.selections;
  }
  if (selections > LIMITS.selections) throw limitExceeded('Fields and fragments', LIMITS.selections, selections);
}
