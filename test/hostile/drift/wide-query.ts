import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { declaresCalls, schema } from '../../golden/endpoint-calls.ts';

/** How deep value objects within a record are followed. */
const DEEPEST = 4;

/** Types of the graph itself: their members are no upstream's. */
function isFrame({ name }: GraphQLObjectType): boolean {
  return name === 'Query' || /(?:Connection|Edge|PageInfo)$/.test(name);
}

/** Costs nothing and asks nothing: a value that the record's own row carries. */
function isOwn(field: GraphQLField<unknown, unknown>): boolean {
  return !declaresCalls(field) && field.args.length === 0;
}

function fieldNode(name: string, selections: readonly SelectionNode[]): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(selections.length > 0 && { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
  };
}

/** Every value of a type, those of its value objects included. */
function everyValue(type: GraphQLObjectType, deep: number): readonly FieldNode[] {
  return Object.values(type.getFields())
    .filter(isOwn)
    .flatMap((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [fieldNode(field.name, [])];
      if (!isObjectType(named) || isFrame(named) || deep === 0) return [];
      const inner = everyValue(named, deep - 1);
      return inner.length === 0 ? [] : [fieldNode(field.name, inner)];
    });
}

/** A selection with the missing values of its type; what is there stays as it is. */
function widen(set: SelectionSetNode, type: GraphQLObjectType, deep: number): SelectionSetNode {
  const present = set.selections.filter((one) => one.kind === Kind.FIELD);
  const taken = new Set(present.map(({ alias, name }) => (alias ?? name).value));
  const missing = everyValue(type, deep).filter(({ name }) => !taken.has(name.value));
  return { ...set, selections: [...set.selections, ...missing] };
}

/** The query with every value of every record that it selects, as far as none of them costs a call. */
export function wideQuery(query: string): string {
  const info = new TypeInfo(schema);
  return print(
    visit(
      parse(query),
      visitWithTypeInfo(info, {
        SelectionSet: {
          leave: (set) => {
            const type = info.getParentType();
            return isObjectType(type) && !isFrame(type) ? widen(set, type, DEEPEST) : undefined;
          },
        },
      }),
    ),
  );
}

/** What stands at a place of an answer, indices left out: `Visitor.language` at `visitors.nodes.language`. */
export type Places = ReadonlyMap<
  string,
  { readonly coordinate: string; readonly isLeaf: boolean; readonly type: string }
>;

export function placesOf(query: string): Places {
  const info = new TypeInfo(schema);
  const places = new Map<string, { coordinate: string; isLeaf: boolean; type: string }>();
  const path: string[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(info, {
      Field: {
        enter: ({ alias, name, selectionSet }) => {
          path.push((alias ?? name).value);
          const coordinate = `${info.getParentType()?.name}.${name.value}`;
          const type = getNamedType(info.getType())?.name ?? '';
          places.set(path.join('.'), { coordinate, isLeaf: selectionSet === undefined, type });
        },
        leave: () => {
          path.pop();
        },
      },
    }),
  );
  return places;
}
