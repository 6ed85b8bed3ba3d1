import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  separateOperations,
  visit,
} from 'graphql';
import type { AskedTable } from './asked-table.ts';

/** The operation that reads one page of a table. */
export type PageQuery = {
  readonly text: string;
  /** The operation that counts the records of the whole list. */
  readonly countText: string;
  readonly operationName: string | undefined;
} & Pick<AskedTable, 'rootName' | 'rowsName' | 'rows' | 'rowType' | 'selecting' | 'most' | 'after'>;

/** Names of ours in the page's operation. */
export const TABLE = 'weirTable';
export const PAGE_INFO = 'weirPage';
export const FIRST = 'weirFirst';
export const AFTER = 'weirAfter';
export const COUNT = 'weirCount';

const PAGE_FIELDS = parse(
  `query ($${FIRST}: Int!, $${AFTER}: String) { ${PAGE_INFO}: pageInfo { hasNextPage endCursor } ${COUNT}: totalCount }`,
).definitions[0] as OperationDefinitionNode;
const [PAGE_FIELD, COUNT_FIELD] = PAGE_FIELDS.selectionSet.selections as readonly [FieldNode, FieldNode];

/** The list with other arguments for its paging and another selection. */
function asked(field: FieldNode, paging: readonly ArgumentNode[], selections: readonly FieldNode[]): FieldNode {
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after');
  return {
    ...field,
    alias: { kind: Kind.NAME, value: TABLE },
    arguments: [...others, ...paging],
    directives: [],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function paged(field: FieldNode, rows: FieldNode): FieldNode {
  const variable = (argumentName: string, name: string): ArgumentNode => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: argumentName },
    value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
  });
  return asked(field, [variable('first', FIRST), variable('after', AFTER)], [rows, PAGE_FIELD]);
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

/** The operation that reads a page of a table, from the one that the request has. */
export function pageQuery(table: AskedTable): PageQuery {
  const { operation, fragments, field, rows } = table;
  const [first = field] = rows;
  const list: FieldNode = { ...first, directives: [], selectionSet: merged(rows) };
  const only = (root: FieldNode): OperationDefinitionNode => ({
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(PAGE_FIELDS.variableDefinitions ?? [])],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [root] },
  });
  return {
    ...table,
    text: textOf(only(paged(field, list)), fragments),
    countText: textOf(only(asked(field, [], [COUNT_FIELD])), fragments),
    operationName: operation.name?.value,
  };
}
