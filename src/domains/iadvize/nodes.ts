import type { NodeReads } from '../node-read.ts';

const scopes = ['read:iadvize'];

export const iadvizeNodes: NodeReads<
  | 'Operator'
  | 'OperatorGroup'
  | 'Skill'
  | 'Website'
  | 'ClientAccount'
  | 'Tag'
  | 'Conversation'
  | 'ChatVisitor'
  | 'Transaction'
  | 'Satisfaction'
  | 'CallMeeting'
> = {
  Operator: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.operator(reader(info), id) },
  OperatorGroup: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.group(reader(info), id) },
  Skill: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.skill(reader(info), id) },
  Website: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.website(reader(info), id) },
  ClientAccount: {
    scopes,
    read: ([id = ''], { reads, reader }, info) => reads.iadvize.clientAccount(reader(info), id),
  },
  Tag: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.tag(reader(info), id) },
  Conversation: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.conversation(reader(info), id) },
  ChatVisitor: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.chatVisitor(reader(info), id) },
  Transaction: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.transaction(reader(info), id) },
  Satisfaction: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.satisfaction(reader(info), id) },
  CallMeeting: { scopes, read: ([id = ''], { reads, reader }, info) => reads.iadvize.callMeeting(reader(info), id) },
};
