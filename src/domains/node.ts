import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../base/errors.ts';
import type { RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { campaignNodes } from './campaigns/nodes.ts';
import { type GlobalId, type NodeType, parseGlobalId } from './global-id.ts';
import { iadvizeNodes } from './iadvize/nodes.ts';
import type { NodeReads, NodeRecord } from './node-read.ts';
import { peopleNodes } from './people/nodes.ts';
import { requireScopes } from './scopes.ts';
import { visitNodes } from './visit/nodes.ts';
import { visualVisitorNodes } from './visual-visitor/nodes.ts';

const MOST_NODES = 1000;

/** Which type a record was read as. Records carry no type of their own. */
const typeOfRecord = new WeakMap<object, NodeType>();

const NODES: NodeReads<NodeType> = {
  ...peopleNodes,
  ...visualVisitorNodes,
  ...visitNodes,
  ...iadvizeNodes,
  ...campaignNodes,
};

function parse(argument: string, id: string): GlobalId {
  const known = parseGlobalId(id);
  if (known === undefined) throw new InputError(`${argument}: a global id as this gateway gives them out`);
  return known;
}

async function readNode(
  { type, parts }: GlobalId,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<NodeRecord | null> {
  const { scopes, read } = NODES[type];
  requireScopes(context.consumer, scopes);
  const record = await read(parts, context, info);
  if (record !== null) typeOfRecord.set(record, type);
  return record;
}

export const nodeResolvers: Resolvers = {
  Query: {
    node: (_query, { id }, context, info) => readNode(parse('id', id), context, info),
    nodes: (_query, { ids }, context, info) => {
      if (ids.length < 1 || ids.length > MOST_NODES) throw new InputError(`ids: 1 to ${MOST_NODES} global ids`);
      const known = ids.map((id) => parse('ids', id));
      // Errors are values: one id that fails costs its own place only.
      return Promise.all(known.map((one) => readNode(one, context, info).catch((error: Error) => error as never)));
    },
  },
  Node: {
    __resolveType: (record) => {
      const type = typeOfRecord.get(record);
      if (type === undefined) throw new TypeError('a record of no known type');
      return type;
    },
  },
};
