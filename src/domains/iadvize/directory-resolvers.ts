import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { allReferred, referred } from '../reference.ts';
import { identity } from './identity.ts';

export const directoryResolvers: Resolvers = {
  OperatorGroup: {
    ...identity('OperatorGroup'),
    parent: ({ parentId }, _args, context, info) =>
      referred(info, parentId, (id) => context.reads.iadvize.group(context.reader(info), id)),
    parents: ({ parentIds }, _args, context, info) =>
      allReferred(info, parentIds, (id) => context.reads.iadvize.group(context.reader(info), id)),
    operators: ({ id }, args, context, info) =>
      connectionOf(context.reads.iadvize.operators(context.reader(info), { groupId: id }), args, { info, parent: id }),
  },
  Skill: {
    ...identity('Skill'),
    parent: ({ parentId }, _args, context, info) =>
      referred(info, parentId, (id) => context.reads.iadvize.skill(context.reader(info), id)),
    operators: ({ id }, args, context, info) =>
      connectionOf(context.reads.iadvize.operators(context.reader(info), { skillId: id }), args, { info, parent: id }),
  },
  Website: identity('Website'),
};
