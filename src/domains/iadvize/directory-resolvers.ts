import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { readSourceId } from '../global-id.ts';
import { allReferred, referred } from '../reference.ts';
import { conversationsOf } from './conversations-of.ts';
import { groupFilter, skillFilter, tagFilter } from './filters.ts';
import { identity } from './identity.ts';

const groupResolvers: Resolvers = {
  Query: {
    operatorGroups: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.groups(context.reader(info), groupFilter(args)), args, { info }),
    operatorGroup: (_query, { id }, context, info) =>
      context.reads.iadvize.group(context.reader(info), readSourceId('id', 'OperatorGroup', id)),
    skills: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.skills(context.reader(info), skillFilter(args)), args, { info }),
    skill: (_query, { id }, context, info) =>
      context.reads.iadvize.skill(context.reader(info), readSourceId('id', 'Skill', id)),
  },
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
    conversations: ({ id }, args, context, info) => conversationsOf(id, { skillId: id }, args, { context, info }),
  },
};

const websiteResolvers: Resolvers = {
  Query: {
    clientAccounts: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.clientAccounts(context.reader(info)), args, { info }),
    clientAccount: (_query, { id }, context, info) =>
      context.reads.iadvize.clientAccount(context.reader(info), readSourceId('id', 'ClientAccount', id)),
    websites: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.websites(context.reader(info), {}), args, { info }),
    website: (_query, { id }, context, info) =>
      context.reads.iadvize.website(context.reader(info), readSourceId('id', 'Website', id)),
  },
  ClientAccount: {
    ...identity('ClientAccount'),
    websites: ({ id }, args, context, info) =>
      connectionOf(context.reads.iadvize.websites(context.reader(info), { clientId: id }), args, { info, parent: id }),
  },
  Website: {
    ...identity('Website'),
    clientAccount: ({ clientId }, _args, context, info) =>
      referred(info, clientId, (id) => context.reads.iadvize.clientAccount(context.reader(info), id)),
    operators: ({ id }, args, context, info) =>
      connectionOf(context.reads.iadvize.operators(context.reader(info), { websiteId: id }), args, {
        info,
        parent: id,
      }),
    tags: ({ id }, args, context, info) =>
      connectionOf(context.reads.iadvize.tags(context.reader(info), { websiteId: id }), args, { info, parent: id }),
    conversations: ({ id }, args, context, info) => conversationsOf(id, { websiteId: id }, args, { context, info }),
    chatVisitors: ({ id }, args, context, info) =>
      connectionOf(context.reads.iadvize.chatVisitors(context.reader(info), { websiteId: id }), args, {
        info,
        parent: id,
      }),
  },
};

const tagResolvers: Resolvers = {
  Query: {
    tags: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.tags(context.reader(info), tagFilter(args)), args, { info }),
    tag: (_query, { id }, context, info) =>
      context.reads.iadvize.tag(context.reader(info), readSourceId('id', 'Tag', id)),
  },
  Tag: {
    ...identity('Tag'),
    websites: ({ websiteIds }, _args, context, info) =>
      allReferred(info, websiteIds, (id) => context.reads.iadvize.website(context.reader(info), id)),
    conversations: ({ id }, args, context, info) => conversationsOf(id, { tagId: id }, args, { context, info }),
  },
};

export const directoryResolvers: readonly Resolvers[] = [groupResolvers, websiteResolvers, tagResolvers];
