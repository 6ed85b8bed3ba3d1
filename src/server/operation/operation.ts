import type { GraphQLRequestContext } from '@apollo/server';
import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../../context.ts';

/** One operation of a valid document with what its request says, whichever way it came. */
export type Operation = {
  readonly source: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** As the request names it; the document may have one without a name. */
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** The request's `Cache-Control`. */
  readonly cacheControl: string | undefined;
  readonly context: RequestContext;
};

export function fragmentsOf({ definitions }: DocumentNode): Operation['fragments'] {
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((one) => [one.name.value, one]));
}

/** Undefined before Apollo knows the operation. */
export function ofApollo(asked: GraphQLRequestContext<RequestContext>): Operation | undefined {
  const { request, source, document, operation: definition, contextValue: context } = asked;
  if (source === undefined || document === undefined || definition === undefined) return undefined;
  return {
    source,
    document,
    definition,
    fragments: fragmentsOf(document),
    operationName: request.operationName ?? undefined,
    variables: request.variables ?? {},
    extensions: request.extensions ?? {},
    cacheControl: request.http?.headers.get('cache-control'),
    context,
  };
}

export function isDryRun({ extensions }: Pick<Operation, 'extensions'>): boolean {
  return extensions.dryRun === true;
}
