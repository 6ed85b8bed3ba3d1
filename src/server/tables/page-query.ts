import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  separateOperations,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { refusal } from '../refusal.ts';
import { type Selecting, selectedFields } from './selected.ts';

/** The operation that reads one page of a table. */
export type PageQuery = {
  readonly text: string;
  /** The response name of the request's root field. */
  readonly rootName: string;
  readonly operationName: string | undefined;
  /** The list that holds the rows, in the connection: its response name. */
  readonly rowsName: string;
  /** What the rows are, for their columns. */
  readonly row: { readonly type: GraphQLOutputType; readonly nodes: readonly FieldNode[] };
  readonly selecting: Selecting;
  /** As many rows as the request wants at most; undefined: to the end. */
  readonly most: number | undefined;
  /** The cursor after which the request wants to begin. */
  readonly after: string | undefined;
};

/** Names of ours in the page's operation. */
export const TABLE = 'weirTable';
export const PAGE_INFO = 'weirPage';
export const FIRST = 'weirFirst';
export const AFTER = 'weirAfter';

const PAGE_FIELDS = parse(
  `query ($${FIRST}: Int!, $${AFTER}: String) { ${PAGE_INFO}: pageInfo { hasNextPage endCursor } }`,
).definitions[0] as OperationDefinitionNode;
const [PAGE_FIELD] = PAGE_FIELDS.selectionSet.selections;

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

function paged(field: FieldNode, rows: FieldNode): FieldNode {
  const variable = (argumentName: string, name: string): ArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argumentName },
    value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
  });
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after');
  return {
    ...field,
    alias: { kind: Kind.NAME, value: TABLE },
    arguments: [...others, variable('first', FIRST), variable('after', AFTER)],
    directives: [],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: PAGE_FIELD === undefined ? [rows] : [rows, PAGE_FIELD],
    },
  };
}

/** Only the fragments and variables that the page's operation uses: others would not be valid. */
function textOf(operation: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]): string {
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  const [pruned = whole] = Object.values(separateOperations(whole));
  const used = new Set<string>();
  visit(pruned, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return print(
    visit(pruned, {
      VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    }) as DocumentNode,
  );
}

function merged(nodes: readonly FieldNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []) };
}

/**
 * The operation that reads a page of a table, from the one that the request has. What is not valid may pass here, and is refused when the
 * page is read. GraphQLError `BAD_USER_INPUT` for what is no table.
 */
export function pageQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  given: Selecting['variables'],
): PageQuery {
  const operation = theOperation(document, operationName);
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const variables = withDefaults(operation, given);
  const selecting = { fragments: new Map(fragments.map((one) => [one.name.value, one])), variables };
  const [found, ...otherRoots] = [...selectedFields(selecting, [operation.selectionSet])];
  const [rootName, root] = found ?? [];
  const [field] = root ?? [];
  if (rootName === undefined || root === undefined || field === undefined || otherRoots.length > 0) throw wrong();
  const connection = getNamedType(schema.getQueryType()?.getFields()[field.name.value]?.type);
  const members = isObjectType(connection) ? connection.getFields() : {};
  if (members.pageInfo === undefined) throw wrong();
  const fields = selectedFields(
    selecting,
    root.map(({ selectionSet }) => selectionSet),
  );
  const lists = [...fields].filter(([, [one]]) => one?.name.value === 'nodes' || one?.name.value === 'edges');
  const [list, ...otherLists] = lists;
  const [rowsName, nodes = []] = list ?? [];
  const [first] = nodes;
  const rowType = first && getNamedType(members[first.name.value]?.type);
  if (rowsName === undefined || first === undefined || !isObjectType(rowType) || otherLists.length > 0) throw wrong();
  const rows: FieldNode = { ...first, directives: [], selectionSet: merged(nodes) };
  const page: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(PAGE_FIELDS.variableDefinitions ?? [])],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [paged({ ...field }, rows)] },
  };
  return {
    text: textOf(page, fragments),
    operationName: operation.name?.value,
    rowsName,
    rootName,
    row: { type: rowType, nodes },
    selecting,
    ...pagingOf(field, variables),
  };
}
