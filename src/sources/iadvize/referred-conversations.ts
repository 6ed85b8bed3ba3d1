import { createBatches } from '../../base/batches.ts';
import { standInReason } from '../../loading/fallback.ts';
import type { Reader } from '../../loading/reader.ts';
import type { Conversation } from '../../model/iadvize.ts';
import { type ConversationOps, chatAtHand, listConversations, readConversation } from './conversations.ts';
import { PAGE_SIZE } from './endpoints.ts';

type Asked = { readonly reader: Reader; readonly id: string };

/** Reads pages of the last 3 months until all are met, but no more than are still missing: then single reads are as cheap. */
async function meetByPages(ops: ConversationOps, reader: Reader, ids: readonly string[]): Promise<void> {
  const missing = new Set(ids);
  const lowest = Math.min(...ids.map(Number));
  let rows = 0;
  for await (const { item } of listConversations(ops, reader, {}).rows()) {
    missing.delete(item.id);
    rows += 1;
    const pages = rows / PAGE_SIZE;
    // The list is by id descending: behind the lowest there is nothing to be found.
    if (missing.size === 0 || Number(item.id) <= lowest) return;
    if (Number.isInteger(pages) && missing.size <= Math.max(1, pages)) return;
  }
}

/** A conversation that other records refer to: most came of late, so that several are found on few pages. */
export function createReferredConversations(
  ops: ConversationOps,
): (reader: Reader, id: string) => Promise<Conversation | null> {
  const loader = createBatches<Asked, Conversation | null, string>(
    async (asked) => {
      const missing = asked.filter(({ reader, id }) => chatAtHand(ops, reader, id) === undefined);
      const [first] = missing;
      if (first !== undefined && missing.length > 1 && ops.operation.scope.wish.mode !== 'only-held') {
        const ids = missing.map(({ id }) => id);
        await meetByPages(ops, first.reader, ids).catch((error: unknown) => {
          // The single reads may still find held answers of their own.
          if (standInReason(error) === undefined) throw error;
        });
      }
      return Promise.all(
        asked.map(({ reader, id }) => readConversation(ops, reader, id).catch((error: Error) => error)),
      );
    },
    { cacheKeyFn: ({ id }) => id },
  );
  return (reader, id) => loader.load({ reader, id });
}
