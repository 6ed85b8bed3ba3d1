import { NotRead, together } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';

type Source<T> = { readonly rows: AsyncGenerator<ListRow<T>>; head: ListRow<T> | null };

async function pull<T>(source: Source<T>): Promise<void> {
  const { done, value } = await source.rows.next();
  source.head = done ? null : value;
}

/** Where several would have to be read, all of them are missing: each may be asked for one row more than is given out. */
async function pullAll<T>(sources: readonly Source<T>[]): Promise<void> {
  const pulls = sources.map(pull);
  try {
    await Promise.all(pulls);
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    const settled = await Promise.allSettled(pulls);
    const reasons = settled.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
    const missing = together(reasons.filter((one) => one instanceof NotRead));
    throw missing.onward === 'pages' ? missing.going('merged') : missing;
  }
}

async function* rowsOf<T>(
  lists: readonly List<T>[],
  direction: List<T>['direction'],
  after: Position | undefined,
): AsyncGenerator<ListRow<T>> {
  const before = (a: string, b: string): boolean => (direction === 'ascending' ? a < b : a > b);
  const place = after === undefined ? undefined : { s: after.s };
  const sources = lists.map((list): Source<T> => ({ rows: list.rows(place), head: null }));
  await pullAll(sources);
  for (;;) {
    const heads = sources.filter((source): source is Source<T> & { head: ListRow<T> } => source.head !== null);
    const [first, ...others] = heads;
    if (first === undefined) return;
    const next = others.reduce(
      (best, source) => (before(source.head.position.s, best.head.position.s) ? source : best),
      first,
    );
    const { item, position, more } = next.head;
    const equal = heads.filter(({ head }) => head.position.s === position.s);
    yield {
      item,
      position: { s: position.s },
      more: heads.length > equal.length ? true : equal.length === 1 ? more : undefined,
    };
    await pullAll(equal);
  }
}

/** Several lists of one order as one list. A record that stands in more than one of them appears once. */
export function mergeLists<T>(lists: readonly List<T>[], direction: List<T>['direction']): List<T> {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const total = async (): Promise<number | null> => {
    const totals = await Promise.all(lists.map((list) => list.total()));
    return totals.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  };
  return { direction, rows: (after) => rowsOf(lists, direction, after), total };
}

async function* nothing(): AsyncGenerator<never> {}

/** A list without records. */
export function emptyList<T>(direction: List<T>['direction']): List<T> {
  return { direction, rows: nothing, total: async () => 0 };
}
