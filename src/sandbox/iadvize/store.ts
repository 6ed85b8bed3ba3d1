import type { World } from '../world.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { createOperators, type Operators } from './operators.ts';
import { createVisitors, type Visitors } from './visitors.ts';

/** The data of one running simulator. */
export type Store = {
  readonly world: World;
  readonly operators: Operators;
  readonly visitors: Visitors;
  readonly conversations: Conversations;
};

export function createStore(world: World): Store {
  const visitors = createVisitors(world);
  const operators = createOperators(world);
  return { world, visitors, operators, conversations: createConversations(world, visitors, operators) };
}
