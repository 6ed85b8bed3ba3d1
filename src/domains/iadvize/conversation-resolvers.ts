import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { readSourceId } from '../global-id.ts';
import { present } from '../present.ts';
import { allReferred, referred } from '../reference.ts';
import { selects } from '../selection.ts';
import { conversationsOf } from './conversations-of.ts';
import { chatVisitorFilter, conversationFilter } from './filters.ts';
import { identity } from './identity.ts';

export const conversationResolvers: Resolvers = {
  Query: {
    conversations: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.conversations(context.reader(info), conversationFilter(args)), args, { info }),
    conversation: (_query, { id }, context, info) =>
      context.reads.iadvize.conversation(context.reader(info), readSourceId('id', 'Conversation', id)),
    chatVisitors: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.chatVisitors(context.reader(info), chatVisitorFilter(args)), args, { info }),
    chatVisitor: (_query, { id }, context, info) =>
      context.reads.iadvize.chatVisitor(context.reader(info), readSourceId('id', 'ChatVisitor', id)),
  },
  Conversation: {
    ...identity('Conversation'),
    createdAt: async (conversation, _args, context, info) =>
      (await context.reads.iadvize.conversationTimes(context.reader(info), conversation)).createdAt,
    closedAt: async (conversation, _args, context, info) =>
      (await context.reads.iadvize.conversationTimes(context.reader(info), conversation)).closedAt,
    operator: ({ operatorId }, _args, context, info) =>
      referred(info, operatorId, (id) => context.reads.iadvize.operator(context.reader(info), id)),
    visitor: ({ visitorUid }, _args, context, info) =>
      visitorUid === null ? null : context.reads.iadvize.chatVisitorByUniqueId(context.reader(info), visitorUid),
    website: ({ websiteId }, _args, context, info) =>
      referred(info, websiteId, (id) => context.reads.iadvize.website(context.reader(info), id)),
    skill: ({ skillId }, _args, context, info) =>
      referred(info, skillId, (id) => context.reads.iadvize.skill(context.reader(info), id)),
    tags: ({ tagIds }, _args, context, info) =>
      allReferred(info, tagIds, (id) => context.reads.iadvize.tag(context.reader(info), id)),
    messages: (conversation, _args, context, info) =>
      context.reads.iadvize.messages(context.reader(info), conversation, { times: selects(info, 'sentAt') }),
    rawHistory: (conversation, _args, context, info) =>
      context.reads.iadvize.rawHistory(context.reader(info), conversation),
  },
  ChatVisitor: {
    ...identity('ChatVisitor'),
    createdAt: (visitor, _args, context, info) =>
      context.reads.iadvize.chatVisitorCreatedAt(context.reader(info), visitor),
    websites: ({ websiteIds }, _args, context, info) =>
      allReferred(info, websiteIds, (id) => context.reads.iadvize.website(context.reader(info), id)),
    conversations: (visitor, args, context, info) => {
      const party = { visitorId: visitor.id, ...present({ visitorUid: visitor.uniqueId }) };
      return conversationsOf(visitor.id, party, args, { context, info });
    },
    person: ({ email }) => (email === null ? null : { email }),
  },
};
