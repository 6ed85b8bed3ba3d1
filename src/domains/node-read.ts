import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context.ts';
import type { ResolversTypes } from '../generated/resolvers.ts';
import type { NodeType } from './global-id.ts';

export type NodeRecord = Awaited<ResolversTypes['Node']>;

/** How a type is read by the parts of its id, and what a key needs for it. */
type NodeRead = {
  readonly scopes: readonly string[];
  readonly read: (
    parts: readonly string[],
    context: RequestContext,
    info: GraphQLResolveInfo,
  ) => NodeRecord | null | Promise<NodeRecord | null>;
};

/** The types of one domain that `node` can read. */
export type NodeReads<T extends NodeType> = Readonly<Record<T, NodeRead>>;
