import type { GraphQLResolveInfo } from 'graphql';
import { InputError } from '../../base/errors.ts';
import type { RequestContext } from '../../context.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { TransactionFilter } from '../../model/iadvize-figures.ts';
import { readSourceId } from '../global-id.ts';
import { type FilterArgs, transactionFilter } from './filters.ts';
import { identity } from './identity.ts';
import { conversationOf, operatorOf, websiteOf } from './references.ts';
import { type PageArgs, pageOf, type TransactionConnection } from './transaction-page.ts';

type Args = FilterArgs & PageArgs;
type Own = Pick<TransactionFilter, 'websiteId' | 'operatorId' | 'conversationId'>;

function readFilter(args: Args, own: Own): TransactionFilter {
  const filter = { ...transactionFilter(args), ...own };
  if (filter.linked !== undefined && filter.conversationId !== undefined)
    throw new InputError('linked: only where no conversation is asked for');
  return filter;
}

/** The transactions of a parent, or of nobody in particular. */
function transactions(
  own: Own,
  args: Args,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<TransactionConnection | null> {
  const list = context.reads.iadvize.transactions(context.reader(info), readFilter(args, own));
  const [parent] = Object.values(own);
  return pageOf(list, args, { info, ...(parent !== undefined && { parent }) });
}

export const transactionResolvers: Resolvers = {
  Query: {
    transactions: (_query, args, context, info) => transactions({}, args, context, info),
    transaction: (_query, { id }, context, info) =>
      context.reads.iadvize.transaction(context.reader(info), readSourceId('id', 'Transaction', id)),
  },
  Conversation: {
    transactions: ({ id }, args, context, info) => transactions({ conversationId: id }, args, context, info),
  },
  Operator: { transactions: ({ id }, args, context, info) => transactions({ operatorId: id }, args, context, info) },
  Website: { transactions: ({ id }, args, context, info) => transactions({ websiteId: id }, args, context, info) },
  Person: {
    transactions: ({ email }, args, context, info) =>
      pageOf(context.reads.iadvize.transactionsByEmail(context.reader(info), email), args, { info, parent: email }),
  },
  TransactionConnection: { completeUntil: (page) => page.completeUntil() },
  Transaction: {
    ...identity('Transaction'),
    currency: async ({ websiteId }, _args, context, info) =>
      websiteId === null
        ? null
        : ((await context.reads.iadvize.website(context.reader(info), websiteId))?.currency ?? null),
    createdAt: ({ websiteId, createdAtLocal }, _args, context, info) =>
      context.reads.iadvize.instantOf(context.reader(info), websiteId, createdAtLocal),
    visitor: ({ visitorUid }, _args, context, info) =>
      visitorUid === null ? null : context.reads.iadvize.chatVisitorByUniqueId(context.reader(info), visitorUid),
    person: ({ visitorEmail }) => (visitorEmail === null ? null : { email: visitorEmail }),
    conversation: conversationOf,
    operator: operatorOf,
    website: websiteOf,
  },
};
