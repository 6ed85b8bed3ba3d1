import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context.ts';
import { referred } from '../reference.ts';

type WithOperator = { readonly operatorId: string | null };
type WithGroup = { readonly groupId: string | null };
type WithWebsite = { readonly websiteId: string | null };
type WithSkill = { readonly skillId: string | null };
type WithConversation = { readonly conversationId: string | null };

type Info = GraphQLResolveInfo;

export const operatorOf = ({ operatorId }: WithOperator, _args: object, context: RequestContext, info: Info) =>
  referred(info, operatorId, (id) => context.reads.iadvize.operator(context.reader(info), id));

export const groupOf = ({ groupId }: WithGroup, _args: object, context: RequestContext, info: Info) =>
  referred(info, groupId, (id) => context.reads.iadvize.group(context.reader(info), id));

export const websiteOf = ({ websiteId }: WithWebsite, _args: object, context: RequestContext, info: Info) =>
  referred(info, websiteId, (id) => context.reads.iadvize.website(context.reader(info), id));

export const skillOf = ({ skillId }: WithSkill, _args: object, context: RequestContext, info: Info) =>
  referred(info, skillId, (id) => context.reads.iadvize.skill(context.reader(info), id));

export const conversationOf = (
  { conversationId }: WithConversation,
  _args: object,
  context: RequestContext,
  info: Info,
) => referred(info, conversationId, (id) => context.reads.iadvize.referredConversation(context.reader(info), id));
