import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Satisfaction, SatisfactionFilter } from '../../model/iadvize-figures.ts';
import { type Connection, connectionOf } from '../connection.ts';
import { readSourceId } from '../global-id.ts';
import { type FilterArgs, satisfactionFilter } from './filters.ts';
import { identity } from './identity.ts';
import { conversationOf, operatorOf, websiteOf } from './references.ts';

type Args = FilterArgs & { readonly first?: number | null; readonly after?: string | null };
type Own = Pick<SatisfactionFilter, 'websiteId' | 'operatorId' | 'conversationId'>;

/** The answers to the survey of a parent, or of nobody in particular. */
function satisfactions(
  own: Own,
  args: Args,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<Satisfaction> | null> {
  const filter = { ...satisfactionFilter(args), ...own };
  const [parent] = Object.values(own);
  const list = context.reads.iadvize.satisfactions(context.reader(info), filter);
  return connectionOf(list, args, { info, ...(parent !== undefined && { parent }) });
}

export const satisfactionResolvers: Resolvers = {
  Query: {
    satisfactions: (_query, args, context, info) => satisfactions({}, args, context, info),
    satisfaction: (_query, { id }, context, info) =>
      context.reads.iadvize.satisfaction(context.reader(info), readSourceId('id', 'Satisfaction', id)),
  },
  Conversation: {
    satisfactions: ({ id }, args, context, info) => satisfactions({ conversationId: id }, args, context, info),
  },
  Operator: { satisfactions: ({ id }, args, context, info) => satisfactions({ operatorId: id }, args, context, info) },
  Website: { satisfactions: ({ id }, args, context, info) => satisfactions({ websiteId: id }, args, context, info) },
  Satisfaction: {
    ...identity('Satisfaction'),
    createdAt: ({ websiteId, createdAtLocal }, _args, context, info) =>
      context.reads.iadvize.instantOf(context.reader(info), websiteId, createdAtLocal),
    conversation: conversationOf,
    operator: operatorOf,
    website: websiteOf,
  },
};
