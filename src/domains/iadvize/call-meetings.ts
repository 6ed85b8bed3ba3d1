import type { Resolvers } from '../../generated/resolvers.ts';
import { connectionOf } from '../connection.ts';
import { readSourceId } from '../global-id.ts';
import { callMeetingFilter } from './filters.ts';
import { identity } from './identity.ts';
import { skillOf, websiteOf } from './references.ts';

export const callMeetingResolvers: Resolvers = {
  Query: {
    callMeetings: (_query, args, context, info) =>
      connectionOf(context.reads.iadvize.callMeetings(context.reader(info), callMeetingFilter(args)), args, { info }),
    callMeeting: (_query, { id }, context, info) =>
      context.reads.iadvize.callMeeting(context.reader(info), readSourceId('id', 'CallMeeting', id)),
  },
  ChatVisitor: {
    callMeetings: ({ id, uniqueId }, args, context, info) =>
      connectionOf(context.reads.iadvize.callMeetingsOf(context.reader(info), uniqueId), args, { info, parent: id }),
  },
  Website: {
    callMeetings: ({ id }, args, context, info) => {
      const filter = { ...callMeetingFilter(args), websiteId: id };
      return connectionOf(context.reads.iadvize.callMeetings(context.reader(info), filter), args, { info, parent: id });
    },
  },
  CallMeeting: {
    ...identity('CallMeeting'),
    visitor: ({ visitorUid }, _args, context, info) =>
      visitorUid === null ? null : context.reads.iadvize.chatVisitorByUniqueId(context.reader(info), visitorUid),
    startAt: ({ websiteId, startAtLocal }, _args, context, info) =>
      context.reads.iadvize.instantOf(context.reader(info), websiteId, startAtLocal),
    website: websiteOf,
    skill: skillOf,
  },
};
