import type { Resolvers } from '../../generated/resolvers.ts';
import { conversationResolvers } from './conversation-resolvers.ts';
import { directoryResolvers } from './directory-resolvers.ts';
import { operatorResolvers } from './operator-resolvers.ts';

/** iAdvize's part of the graph, by subject. */
export const iadvizeResolvers: readonly Resolvers[] = [operatorResolvers, directoryResolvers, conversationResolvers];
