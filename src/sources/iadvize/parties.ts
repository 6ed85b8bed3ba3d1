import { createBatches } from '../../base/batches.ts';
import { canonicalJson, type Json } from '../../base/canonical.ts';
import { standInReason } from '../../loading/fallback.ts';
import { deferredList } from '../../loading/lists/deferred.ts';
import { filterList } from '../../loading/lists/filtered.ts';
import type { Reader } from '../../loading/reader.ts';
import type { List } from '../../model/list.ts';
import { PAGE_SIZE } from './endpoints.ts';
import type { TimeRange } from './periods.ts';
import type { HeldList } from './ranged.ts';

/** What a list may be narrowed to beside a range of time. */
type Filter = TimeRange & { readonly [name: string]: Json | undefined };
type ListAll<T, F> = (reader: Reader, filter: F) => HeldList<T>;

/** One party to the records of a list: an operator, say. */
export type Party<T, F> = {
  /** Whether a row tells that it is the party's. */
  readonly has: (row: T) => boolean;
  /** What is asked besides. */
  readonly rest: F;
};

export async function countOf<T>(list: List<T>): Promise<number> {
  let count = 0;
  for await (const _row of list.rows()) count += 1;
  return count;
}

type Asked<T, F> = { readonly reader: Reader; readonly filter: F; readonly party: Party<T, F> };

/** Whether the list of all takes no more pages than the parties that are asked for in this tick take lists which are not held. */
async function isCheaper<T, F>(all: ListAll<T, F>, asked: readonly Asked<T, F>[]): Promise<boolean> {
  const [first] = asked;
  if (first === undefined || asked.length < 2) return false;
  const held = await Promise.all(asked.map(({ reader, filter }) => all(reader, filter).isHeld()));
  const missing = held.filter((isHeld) => !isHeld).length;
  if (missing < 2) return false;
  try {
    const count = await all(first.reader, first.party.rest).total();
    return count !== null && count <= missing * PAGE_SIZE;
  } catch (error) {
    if (standInReason(error) === undefined) throw error;
    return false;
  }
}

/**
 * Records by one of their parties, in the default range: those of several parties come from the list of all of them, where that has no
 * more pages than there are parties. Other lists are asked for as they are. `partyOf` is undefined where a filter asks for no party, or
 * where rows cannot tell.
 */
export function listByParty<T, F extends Filter>(
  all: ListAll<T, F>,
  partyOf: (filter: F) => Party<T, F> | undefined,
): (reader: Reader, filter: F) => List<T> {
  const loader = createBatches<Asked<T, F>, boolean, string>(
    async (asked) => {
      const groups = Map.groupBy(asked, ({ party }) => canonicalJson(party.rest));
      const cheaper = new Map(
        await Promise.all(
          [...groups].map(async ([key, group]) => {
            const decided = await isCheaper(all, group).catch((error: Error) => error);
            return [key, decided] as const;
          }),
        ),
      );
      return asked.map(({ party }) => cheaper.get(canonicalJson(party.rest)) ?? false);
    },
    { cacheKeyFn: ({ filter }) => canonicalJson(filter) },
  );
  return (reader, filter) => {
    const own = all(reader, filter);
    const party = partyOf(filter);
    if (party === undefined || filter.from !== undefined || filter.to !== undefined) return own;
    return deferredList('descending', async () => {
      if (!(await loader.load({ reader, filter, party }))) return own;
      const rows = filterList(all(reader, party.rest), party.has);
      return { ...rows, total: () => countOf(rows) };
    });
  };
}
