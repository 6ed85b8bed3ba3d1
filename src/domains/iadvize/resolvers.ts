import type { Resolvers } from '../../generated/resolvers.ts';
import { callMeetingResolvers } from './call-meetings.ts';
import { conversationResolvers } from './conversation-resolvers.ts';
import { directoryResolvers } from './directory-resolvers.ts';
import { operatorResolvers } from './operator-resolvers.ts';
import { satisfactionResolvers } from './satisfactions.ts';
import { statisticResolvers } from './statistics.ts';
import { transactionResolvers } from './transactions.ts';

/** iAdvize's part of the graph, by subject. */
export const iadvizeResolvers: readonly Resolvers[] = [
  operatorResolvers,
  ...directoryResolvers,
  conversationResolvers,
  transactionResolvers,
  satisfactionResolvers,
  callMeetingResolvers,
  statisticResolvers,
];
