import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { AskedTable } from './asked-table.ts';
import { selectedFields } from './selected.ts';

/** What the cells of a column hold, beside null. `json`: any JSON value, as an API gave it or as a list became. */
export type CellType = 'text' | 'int' | 'float' | 'boolean' | 'instant' | 'day' | 'json';

export type Column = {
  /** The response names from the row down to the cell: `contact.email`. */
  readonly name: string;
  readonly type: CellType;
};

/** How a record becomes cells; `column` is the place of a cell in its row. */
export type CellPlan =
  | { readonly kind: 'cell'; readonly column: number }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, plan: CellPlan])[] }
  /** Each element becomes a row of its own. */
  | { readonly kind: 'each'; readonly element: CellPlan };

export type TableShape = { readonly columns: readonly Column[]; readonly plan: CellPlan };

/** What becomes of lists inside a row: one cell with JSON, or a row for each element. */
export type NestedLists = 'json' | 'rows';

const CELL_TYPES: Readonly<Record<string, CellType>> = {
  Int: 'int',
  Float: 'float',
  Boolean: 'boolean',
  DateTime: 'instant',
  Date: 'day',
  JSON: 'json',
};

function fieldOf(schema: GraphQLSchema, parents: readonly GraphQLObjectType[], [node]: readonly FieldNode[]) {
  const name = node?.name.value ?? '';
  const owner = parents.find((type) => name in type.getFields());
  return owner?.getFields()[name]?.type ?? (name === '__typename' ? schema.getType('String') : undefined);
}

function objectsOf(schema: GraphQLSchema, type: unknown): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** The columns that the rows of a table have, from what a valid document selects of them. */
export function tableShape(
  schema: GraphQLSchema,
  { selecting, rows, rowType }: Pick<AskedTable, 'selecting' | 'rows' | 'rowType'>,
  nested: NestedLists,
): TableShape {
  const columns: Column[] = [];
  const cell = (path: readonly string[], type: CellType): CellPlan => {
    columns.push({ name: path.join('.'), type });
    return { kind: 'cell', column: columns.length - 1 };
  };
  const planOf = (given: GraphQLOutputType, nodes: readonly FieldNode[], path: readonly string[]): CellPlan => {
    const type = getNullableType(given);
    if (isListType(type)) {
      if (nested === 'json') return cell(path, 'json');
      return { kind: 'each', element: planOf(type.ofType as GraphQLOutputType, nodes, path) };
    }
    const named = getNamedType(type);
    if (isLeafType(named)) return cell(path, CELL_TYPES[named.name] ?? 'text');
    const parents = objectsOf(schema, named);
    const fields = selectedFields(
      selecting,
      nodes.map(({ selectionSet }) => selectionSet),
    );
    const members = [...fields].flatMap(([name, found]) => {
      const field = fieldOf(schema, parents, found) as GraphQLOutputType | undefined;
      return field === undefined ? [] : [[name, planOf(field, found, [...path, name])] as const];
    });
    return { kind: 'object', members };
  };
  const plan = planOf(rowType, rows, []);
  return { columns, plan };
}
