import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../context.ts';
import type { ConversationFilter } from '../../model/iadvize.ts';
import { type Connection, connectionOf } from '../connection.ts';
import { conversationFilter } from './filters.ts';

type Args = {
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly first?: number | null;
  readonly after?: string | null;
};

/** The conversations of a record: those that `party` names, filtered further by the field's arguments. */
export function conversationsOf(
  parent: string,
  party: ConversationFilter,
  args: Args,
  { context, info }: { readonly context: RequestContext; readonly info: GraphQLResolveInfo },
): Promise<Connection | null> {
  const filter = { ...conversationFilter(args), ...party };
  return connectionOf(context.reads.iadvize.conversations(context.reader(info), filter), args, { info, parent });
}
