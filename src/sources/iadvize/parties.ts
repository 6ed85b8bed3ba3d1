import DataLoader from 'dataloader';
import { canonicalJson } from '../../base/canonical.ts';
import { standInReason } from '../../loading/fallback.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import type { Reader } from '../../loading/reader.ts';
import type { Conversation, ConversationFilter } from '../../model/iadvize.ts';
import type { List } from '../../model/list.ts';
import { PAGE_SIZE } from './endpoints.ts';

type ListAll = (reader: Reader, filter: ConversationFilter) => List<Conversation>;

/** Who took part, and whether a row tells it. Undefined if the filter asks for no party, or for two. */
function partyOf({
  operatorId,
  visitorId,
  visitorUid,
}: ConversationFilter): ((row: Conversation) => boolean) | undefined {
  if (operatorId !== undefined && visitorId === undefined) return (row) => row.operatorId === operatorId;
  if (visitorUid !== undefined && operatorId === undefined) return (row) => row.visitorUid === visitorUid;
  return undefined;
}

/** What is asked besides the party. */
function withoutParty({
  operatorId: _operator,
  visitorId: _visitor,
  visitorUid: _uid,
  ...rest
}: ConversationFilter): ConversationFilter {
  return rest;
}

async function countOf<T>(list: List<T>): Promise<number> {
  let count = 0;
  for await (const _row of list.rows()) count += 1;
  return count;
}

type Asked = { readonly reader: Reader; readonly filter: ConversationFilter };

/** Whether the list of all takes no more pages than the parties that are asked for in this tick take lists. */
async function isCheaper(all: ListAll, asked: readonly Asked[]): Promise<boolean> {
  const [first] = asked;
  if (first === undefined || asked.length < 2) return false;
  try {
    const count = await all(first.reader, withoutParty(first.filter)).total();
    return count !== null && count <= asked.length * PAGE_SIZE;
  } catch (error) {
    if (standInReason(error) === undefined) throw error;
    return false;
  }
}

/**
 * Conversations by operator or by visitor, in the last 3 months: those of several parties come from the list of all of them, where that
 * has no more pages than there are parties. Other lists are asked for as they are.
 */
export function listByParty(all: ListAll): ListAll {
  const loader = new DataLoader<Asked, boolean, string>(
    async (asked) => {
      const groups = Map.groupBy(asked, ({ filter }) => canonicalJson(withoutParty(filter)));
      const cheaper = new Map(
        await Promise.all(
          [...groups].map(async ([key, group]) => {
            const decided = await isCheaper(all, group).catch((error: Error) => error);
            return [key, decided] as const;
          }),
        ),
      );
      return asked.map(({ filter }) => cheaper.get(canonicalJson(withoutParty(filter))) ?? false);
    },
    { cacheKeyFn: ({ filter }) => canonicalJson(filter) },
  );
  return (reader, filter) => {
    const own = all(reader, filter);
    const isOf = partyOf(filter);
    if (isOf === undefined || filter.from !== undefined || filter.to !== undefined) return own;
    return deferredList('descending', async () => {
      if (!(await loader.load({ reader, filter }))) return own;
      const rows = filterList(all(reader, withoutParty(filter)), isOf);
      return { ...rows, total: () => countOf(rows) };
    });
  };
}
