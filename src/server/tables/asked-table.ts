import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { refusal } from '../refusal.ts';
import { type Selecting, selectedFields } from './selected.ts';

/** What a request asks for as a table: one connection, and the list in it that holds the rows. */
export type AskedTable = {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly selecting: Selecting;
  /** The one root field, and its response name. */
  readonly field: FieldNode;
  readonly rootName: string;
  /** The list, `nodes` or `edges`, wherever it is selected, and its response name. */
  readonly rows: readonly FieldNode[];
  readonly rowsName: string;
  readonly rowType: GraphQLObjectType;
  /** As many rows as the request wants at most; undefined: to the end. */
  readonly most: number | undefined;
  /** The cursor after which the request wants to begin. */
  readonly after: string | undefined;
};

const ONE_LIST = 'A table has exactly one root field, a connection, of which it selects nodes or edges';

function wrong(): Error {
  return refusal('BAD_USER_INPUT', ONE_LIST);
}

function theOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const named = operations.filter((one) => name === undefined || one.name?.value === name);
  const [only] = named;
  if (only === undefined || named.length > 1)
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'operationName: one of the document');
  if (only.operation !== 'query')
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'This graph is for reading: there are queries only');
  return only;
}

function argument({ arguments: given = [] }: FieldNode, name: string): ValueNode | undefined {
  return given.find((one) => one.name.value === name)?.value;
}

/** The variables of a request with those that have a default. */
function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Selecting['variables']) {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

function inputOf(value: ValueNode | undefined, variables: Selecting['variables']): unknown {
  return value === undefined ? undefined : (valueFromASTUntyped(value, variables) ?? undefined);
}

function pagingOf(field: FieldNode, variables: Selecting['variables']) {
  const most = inputOf(argument(field, 'first'), variables);
  if (most !== undefined && !(typeof most === 'number' && Number.isSafeInteger(most) && most >= 1))
    throw refusal('BAD_USER_INPUT', 'first: a whole number, 1 or more');
  const after = inputOf(argument(field, 'after'), variables);
  if (after !== undefined && typeof after !== 'string')
    throw refusal('BAD_USER_INPUT', 'after: a cursor that this field gave out');
  return { most, after };
}

type Selected = { readonly name: string; readonly nodes: readonly FieldNode[]; readonly field: FieldNode };

/** The only one of some fields; fails where there are others, or none. */
function only(fields: Iterable<readonly [string, readonly FieldNode[]]>): Selected {
  const [found, ...others] = fields;
  const [name, nodes = []] = found ?? [];
  const [field] = nodes;
  if (name === undefined || field === undefined || others.length > 0) throw wrong();
  return { name, nodes, field };
}

function isList([, [field]]: readonly [string, readonly FieldNode[]]): boolean {
  return field?.name.value === 'nodes' || field?.name.value === 'edges';
}

/** What is not valid may pass here, and is refused when a page is read. GraphQLError `BAD_USER_INPUT` for what is no table. */
export function askedTable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  given: Selecting['variables'],
): AskedTable {
  const operation = theOperation(document, operationName);
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const variables = withDefaults(operation, given);
  const selecting = { fragments: new Map(fragments.map((one) => [one.name.value, one])), variables };
  const root = only(selectedFields(selecting, [operation.selectionSet]));
  const connection = getNamedType(schema.getQueryType()?.getFields()[root.field.name.value]?.type);
  const members = isObjectType(connection) ? connection.getFields() : {};
  if (members.pageInfo === undefined) throw wrong();
  const sets = root.nodes.map(({ selectionSet }) => selectionSet);
  const list = only([...selectedFields(selecting, sets)].filter(isList));
  const rowType = getNamedType(members[list.field.name.value]?.type);
  if (!isObjectType(rowType)) throw wrong();
  const { field, name: rootName } = root;
  const paging = pagingOf(field, variables);
  return {
    operation,
    fragments,
    selecting,
    field,
    rootName,
    rows: list.nodes,
    rowsName: list.name,
    rowType,
    ...paging,
  };
}
