import { InputError } from '../../base/errors.ts';
import { going } from '../../base/not-read.ts';
import type { List, ListRow, Position } from '../../model/list.ts';
import type { RevisionPage } from '../collections/spec.ts';

export type RevisionList<T> = {
  readonly pageSize: number;
  /** The item's revision as a text that sorts like it. */
  readonly sortOf: (item: T) => string;
  /** The page that begins at a revision, from held answers if it may. */
  readonly read: (fromRevision: string) => Promise<RevisionPage<T>>;
  /** Whether that page costs no call. */
  readonly isFresh: (fromRevision: string) => Promise<boolean>;
  readonly total: () => Promise<number | null>;
};

export type PagedByRevision<T> = List<T> & {
  /** Whether the page that holds a place costs no call. */
  isHeld(after?: Position): Promise<boolean>;
};

function following(revision: string): string {
  return String(BigInt(revision) + 1n);
}

/** Where to begin: at the start of the page that held the last row, if that page is still held, else right after the row. */
async function startAfter<T>(list: RevisionList<T>, after: Position | undefined): Promise<string> {
  if (after === undefined) return '0';
  if (!/^\d{1,20}$/.test(after.s)) throw new InputError('after: a cursor that this field gave out');
  const page = after.p;
  return typeof page === 'string' && /^\d{1,20}$/.test(page) && (await list.isFresh(page))
    ? page
    : following(String(BigInt(after.s)));
}

async function* rowsOf<T>(list: RevisionList<T>, after: Position | undefined): AsyncGenerator<ListRow<T>> {
  let from = await startAfter(list, after);
  for (;;) {
    const page = await going('pages', list.read(from));
    const ended = page.received < list.pageSize;
    const wanted = page.items.filter((item) => after === undefined || list.sortOf(item) > after.s);
    for (const [index, item] of wanted.entries()) {
      const more = index < wanted.length - 1 ? true : ended ? false : undefined;
      yield { item, position: { s: list.sortOf(item), p: from }, more };
    }
    if (ended || page.last === null) return;
    from = following(page.last);
  }
}

/** A list that pages by revision, ascending. Only an empty page can show the end after a full one. */
export function listByRevision<T>(list: RevisionList<T>): PagedByRevision<T> {
  const isHeld = (after?: Position): Promise<boolean> =>
    after === undefined || typeof after.p !== 'string' ? list.isFresh('0') : list.isFresh(after.p);
  return { direction: 'ascending', rows: (after) => rowsOf(list, after), total: list.total, isHeld };
}
