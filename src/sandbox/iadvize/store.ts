import type { World } from '../world.ts';
import { type CallMeetings, createCallMeetings } from './call-meetings.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createOperators, type Operators } from './operators.ts';
import { createSatisfactions, type Satisfactions } from './satisfactions.ts';
import { createTransactions, type Transactions } from './transactions.ts';
import { createVisitors, type Visitors } from './visitors.ts';

/** The data of one running simulator. */
export type Store = {
  readonly world: World;
  readonly operators: Operators;
  readonly visitors: Visitors;
  readonly conversations: Conversations;
  readonly transactions: Transactions;
  readonly satisfactions: Satisfactions;
  readonly callMeetings: CallMeetings;
};

export function createStore(world: World): Store {
  const visitors = createVisitors(world);
  const operators = createOperators(world);
  const conversations = createConversations(world, visitors, operators);
  return {
    ...{ world, visitors, operators, conversations },
    transactions: createTransactions(world, visitors, conversations),
    satisfactions: createSatisfactions(world, conversations),
    callMeetings: createCallMeetings(world, visitors),
  };
}
