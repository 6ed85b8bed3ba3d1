import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { readSourceId } from '../global-id.ts';
import { allReferred, referred } from '../reference.ts';
import { requireContactScope } from '../scopes.ts';
import { conversationsOf } from './conversations-of.ts';
import { operatorFilter } from './filters.ts';
import { identity } from './identity.ts';

export const operatorResolvers: Resolvers = {
  Query: {
    operators: (_query, args, context, info) => {
      requireContactScope(context.consumer, args.filter ?? {}, ['email', 'name']);
      return connectionOf(context.reads.iadvize.operators(context.reader(info), operatorFilter(args)), args, { info });
    },
    operator: (_query, { id }, context, info) =>
      context.reads.iadvize.operator(context.reader(info), readSourceId('id', 'Operator', id)),
    liveOperators: (_query, args, context, info) => {
      requireContactScope(context.consumer, args.filter ?? {}, ['email', 'name']);
      return context.reads.iadvize.liveOperators(context.reader(info), operatorFilter(args));
    },
  },
  OperatorLive: {
    operator: ({ operatorId }, _args, context, info) =>
      referred(info, operatorId, (id) => context.reads.iadvize.operator(context.reader(info), id)),
  },
  Operator: {
    ...identity('Operator'),
    group: ({ groupId }, _args, context, info) =>
      referred(info, groupId, (id) => context.reads.iadvize.group(context.reader(info), id)),
    skills: ({ skillIds }, _args, context, info) =>
      allReferred(info, skillIds, (id) => context.reads.iadvize.skill(context.reader(info), id)),
    websites: ({ websiteIds }, _args, context, info) =>
      allReferred(info, websiteIds, (id) => context.reads.iadvize.website(context.reader(info), id)),
    live: ({ id }, _args, context, info) => context.reads.iadvize.live(context.reader(info), id),
    statistic: ({ id }, _args, context, info) => context.reads.iadvize.statistic(context.reader(info), id),
    profile: ({ id }, _args, context, info) => context.reads.iadvize.profile(context.reader(info), id),
    conversations: ({ id }, args, context, info) => conversationsOf(id, { operatorId: id }, args, { context, info }),
    person: ({ email }) => (email === null ? null : { email }),
  },
};
