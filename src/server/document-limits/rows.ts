import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import { type AskedOperation, type Group, readValue, selectedFields, withDefaults } from '../selected-fields.ts';

const LARGEST_INT = 0x7fff_ffff;

/** What cannot be a page size is refused by the field itself, or earlier, and reads no rows. */
function pageSize(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LARGEST_INT ? value : 1;
}

/** A field's page size, or for fields that read a required list of ids or addresses, the length of that. Else undefined. */
export function multiplierOf(definition: GraphQLField<unknown, unknown>, field: FieldNode, asked: AskedOperation) {
  const given = (name: string): unknown => {
    const argument = field.arguments?.find((one) => one.name.value === name);
    return argument === undefined ? undefined : readValue(argument.value, asked);
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
  let total = 0;
  for (const one of selectedFields(sets, type, asked).values()) total += rowsOf(one, asked);
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
  return rowsIn([asked.operation.selectionSet], type, withDefaults(asked));
}
