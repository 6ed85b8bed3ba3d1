import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** A member of a record that is told as it lies there. */
type Member = {
  /** Its name in the answer with quotes, colon and comma, in characters. */
  readonly around: number;
  readonly name: string;
  /** Of a record inside the record; null: a leaf. */
  readonly members: readonly Member[] | null;
};

const AROUND_NAME = 4;
const SMALL_VALUE = 4;

/** A value as JSON, in characters: never more than its bytes. */
export function jsonSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return SMALL_VALUE;
  if (Array.isArray(value)) return value.reduce((sum: number, member) => sum + jsonSize(member) + 1, 2);
  return JSON.stringify(value)?.length ?? SMALL_VALUE;
}

function read(
  set: SelectionSetNode,
  type: GraphQLNamedType,
  info: GraphQLResolveInfo,
  members: Map<string, Member>,
): void {
  for (const selection of set.selections) {
    // What may be left out is not counted.
    if (selection.directives !== undefined && selection.directives.length > 0) continue;
    if (selection.kind === Kind.FIELD) {
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      // A field with a resolver counts what it tells, as it does.
      if (field === undefined || field.resolve !== undefined) continue;
      const named = getNamedType(field.type);
      const key = (selection.alias ?? selection.name).value;
      const inner = isLeafType(named) ? null : membersOf(selection.selectionSet, named, info);
      members.set(key, { around: key.length + AROUND_NAME, name: field.name, members: inner });
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    // Of another type the record may not be.
    if (fragment !== undefined && (fragment.typeCondition?.name.value ?? type.name) === type.name)
      read(fragment.selectionSet, type, info, members);
  }
}

function membersOf(
  set: SelectionSetNode | undefined,
  type: GraphQLNamedType,
  info: GraphQLResolveInfo,
): readonly Member[] {
  const members = new Map<string, Member>();
  if (set !== undefined) read(set, type, info, members);
  return [...members.values()];
}

function sizeOfMembers(record: unknown, members: readonly Member[]): number {
  if (Array.isArray(record)) return record.reduce((sum: number, one) => sum + sizeOfMembers(one, members), 2);
  if (record === null || typeof record !== 'object') return SMALL_VALUE;
  let size = 2;
  for (const { around, name, members: inner } of members) {
    const value = (record as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'function' || value instanceof Promise) continue;
    size += around + (inner === null ? jsonSize(value) : sizeOfMembers(value, inner));
  }
  return size;
}

/** Of documents, which are remembered: each field is read once. */
const known = new WeakMap<FieldNode, readonly Member[]>();

/** What is selected of a record and lies in it, as JSON, in characters: never more than its bytes. Other fields count by themselves. */
export function recordSize(record: unknown, info: GraphQLResolveInfo): number {
  const [first] = info.fieldNodes;
  if (first === undefined) return 0;
  let members = known.get(first);
  if (members === undefined) {
    const type = getNamedType(info.returnType);
    const all = new Map<string, Member>();
    for (const { selectionSet } of info.fieldNodes) if (selectionSet !== undefined) read(selectionSet, type, info, all);
    members = [...all.values()];
    known.set(first, members);
  }
  return sizeOfMembers(record, members);
}
