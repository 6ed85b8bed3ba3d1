import type { GraphQLResolveInfo } from 'graphql';
import type { Transaction } from '../../model/iadvize-figures.ts';
import type { List } from '../../model/list.ts';
import { type Connection, connectionOf } from '../connection.ts';

/** A page that also tells how far the list is complete. */
export type TransactionConnection = Connection<Transaction> & { completeUntil(): Promise<number | null> };

export type PageArgs = { readonly first?: number | null; readonly after?: string | null };
type Completable = List<Transaction> & { completeUntil(): Promise<number | null> };

/** The page that the arguments ask for; null if what holds the list does not exist. */
export async function pageOf(
  list: Completable,
  args: PageArgs,
  where: { readonly info: GraphQLResolveInfo; readonly parent?: string },
): Promise<TransactionConnection | null> {
  const page = await connectionOf(list, args, where);
  return page === null ? null : Object.assign(page, { completeUntil: () => list.completeUntil() });
}
