import {
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  getArgumentValues,
  type OperationDefinitionNode,
} from 'graphql';
import { InputError, NotFound, UpstreamError } from '../../base/errors.ts';
import { NotRead } from '../../base/not-read.ts';
import type { RequestContext } from '../../context.ts';
import type { AskedOperation, Group } from '../selected-fields.ts';

export type RootResolvers = ReadonlyMap<string, GraphQLFieldResolver<unknown, RequestContext>>;

/** What a root field would have to read, as far as that is known without a call. */
export type RootReads = {
  readonly missing: readonly NotRead[];
  /** What is held of its value; undefined: it is not held. */
  readonly held: { readonly value: unknown } | undefined;
};

type Root = {
  readonly name: string;
  readonly group: Group;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly type: GraphQLObjectType;
};

const NOTHING: RootReads = { missing: [], held: { value: null } };

function isNamedError(error: unknown): boolean {
  return (
    error instanceof InputError ||
    error instanceof NotFound ||
    error instanceof UpstreamError ||
    (error instanceof Error && error.name === 'GraphQLError')
  );
}

/** A field that fails before it reads anything costs nothing; what fails for another reason might read anything. */
function missingIn(error: unknown): readonly NotRead[] {
  if (error instanceof NotRead) return [error];
  return isNamedError(error) ? [] : [new NotRead([])];
}

type Page = {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { hasNextPage(): Promise<boolean> };
  totalCount(): Promise<number | null>;
};

function isPage(value: unknown): value is Page {
  return value !== null && typeof value === 'object' && 'nodes' in value && 'totalCount' in value;
}

/** What a page reads besides its rows: where it ends, and how many there are. */
async function readBeside(page: Page, selected: ReadonlySet<string>): Promise<readonly NotRead[]> {
  const reads = [
    ...(selected.has('pageInfo') ? [page.pageInfo.hasNextPage()] : []),
    ...(selected.has('totalCount') ? [page.totalCount()] : []),
  ];
  const settled = await Promise.allSettled(reads);
  const missing = settled.flatMap((one) => (one.status === 'rejected' ? missingIn(one.reason) : []));
  // One row more takes no more than the page that it stands on.
  return missing.map((one) => (one.onward === 'pages' || one.onward === 'merged' ? one.going('ends') : one));
}

function infoOf({ name, group, definition, type }: Root, asked: AskedOperation, variables: Record<string, unknown>) {
  const fragments: Record<string, FragmentDefinitionNode> = Object.fromEntries(asked.fragments);
  return {
    fieldName: definition.name,
    fieldNodes: group.fields,
    returnType: definition.type,
    parentType: type,
    path: { prev: undefined, key: name, typename: type.name },
    schema: asked.schema,
    fragments,
    rootValue: undefined,
    operation: asked.operation as OperationDefinitionNode,
    variableValues: variables,
  };
}

export type Planning = {
  readonly asked: AskedOperation;
  /** As the schema coerces them. */
  readonly variables: Record<string, unknown>;
  readonly context: RequestContext;
  readonly resolvers: RootResolvers;
};

/** Asks a root field for its value in a context that makes no call. */
export async function readRoot(
  { asked, variables, context, resolvers }: Planning,
  root: Root,
  selected: ReadonlySet<string>,
): Promise<RootReads> {
  const resolve = resolvers.get(root.definition.name);
  const [field] = root.group.fields;
  if (resolve === undefined || field === undefined) return NOTHING;
  try {
    const args = getArgumentValues(root.definition, field, variables);
    const value: unknown = await resolve(undefined, args, context, infoOf(root, asked, variables));
    if (isPage(value)) return { missing: await readBeside(value, selected), held: { value: value.nodes } };
    const members = Array.isArray(value) ? value.filter((one) => one instanceof Error) : [];
    const missing = members.flatMap(missingIn);
    return { missing, held: missing.length === 0 ? { value } : undefined };
  } catch (error) {
    const missing = missingIn(error);
    return missing.length === 0 ? NOTHING : { missing, held: undefined };
  }
}
