import type { GraphQLResolveInfo } from 'graphql';
import { InputError, NotFound } from '../base/errors.ts';
import { NotRead, together } from '../base/not-read.ts';
import { eventLoop } from '../base/turns.ts';
import type { List, ListRow, Position } from '../model/list.ts';
import { cursorTag } from './cursor-tag.ts';
import { selects, selectsOnly } from './selection.ts';

const LARGEST_PAGE = 1000;
const DEFAULT_PAGE = 50;

/** A page of a list in Relay's form. What may cost a call is a function: it is called only if it is selected. */
export type Connection<T = unknown> = {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  totalCount(): Promise<number | null>;
};

export type PageInfo = {
  hasNextPage(): Promise<boolean>;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};

type PageArgs = { readonly first?: number | null; readonly after?: string | null };

function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1 || size > LARGEST_PAGE) throw new InputError(`first: 1 to ${LARGEST_PAGE}`);
  return size;
}

function encodeCursor(tag: string, position: Position): string {
  return Buffer.from(JSON.stringify([tag, position])).toString('base64url');
}

function decodeCursor(tag: string, cursor: string): Position {
  const refusal = new InputError('after: a cursor that this field gave out for the same arguments');
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refusal;
  }
  const [owner, position] = Array.isArray(content) ? content : [];
  const isPosition = position !== null && typeof position === 'object' && typeof position.s === 'string';
  if (owner !== tag || !isPosition || encodeCursor(tag, position) !== cursor) throw refusal;
  return position as Position;
}

/** Held rows come without any wait: so many are taken in one turn of the event loop. */
const ROWS_AT_ONCE = 100;
/** A row with its cursor is as much work as two fields. */
const WORK_PER_ROW = 2;

async function take<T>(
  rows: AsyncGenerator<ListRow<T>>,
  size: number,
  taken: ListRow<T>[],
): Promise<readonly ListRow<T>[]> {
  while (taken.length < size) {
    const { done, value } = await rows.next();
    if (done) break;
    // After the first row, not before: look-ups that begin in one tick are decided together.
    if (taken.length % ROWS_AT_ONCE === 0)
      await eventLoop.take(Math.min(size - taken.length, ROWS_AT_ONCE) * WORK_PER_ROW);
    taken.push(value);
  }
  return taken;
}

const EMPTY_PAGE = {
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: async () => false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

type Missing = { readonly info: GraphQLResolveInfo; readonly size: number; readonly taken: number };

/** Full pages of these, so that so many rows come, and one more if somebody asks whether there is one. */
function pagesOf({ reads, onward }: NotRead, { info, size, taken }: Missing): NotRead {
  const further = onward === 'merged' || selects(info, 'pageInfo') ? 1 : 0;
  const rows = onward === 'merged' ? size : size - taken;
  for (const read of reads) {
    const pages = Math.ceil((rows + further) / (read.pageSize ?? 1)) + (read.spare ?? 0);
    read.max = read.max === null ? null : Math.max(read.max, pages);
  }
  return new NotRead(reads, 'ends');
}

/** What a planned operation would have to read for this page of a list, its count included. */
async function allMissing(missing: NotRead, about: Missing, total: () => Promise<unknown>): Promise<NotRead> {
  const known = missing.onward === 'pages' || missing.onward === 'merged' ? pagesOf(missing, about) : missing;
  if (!selects(about.info, 'totalCount')) return known;
  try {
    await total();
    return known;
  } catch (error) {
    if (error instanceof NotRead) return together([known, error]);
    throw error;
  }
}

type PageParts<T> = {
  /** What follows the rows that were taken. */
  readonly rows: AsyncGenerator<ListRow<T>>;
  readonly taken: readonly ListRow<T>[];
  readonly size: number;
  readonly isFirst: boolean;
  readonly tag: string;
  readonly totalCount: () => Promise<number | null>;
};

/** Cursors cost more than rows: only those that are asked for are written. */
class Page<T> implements Connection<T>, PageInfo {
  readonly #parts: PageParts<T>;
  #next: Promise<boolean> | undefined;
  readonly nodes: readonly T[];
  readonly totalCount: () => Promise<number | null>;

  constructor(parts: PageParts<T>) {
    this.#parts = parts;
    this.nodes = parts.taken.map(({ item }) => item);
    this.totalCount = parts.totalCount;
  }

  get pageInfo(): PageInfo {
    return this;
  }

  get edges(): Connection<T>['edges'] {
    const { taken, tag } = this.#parts;
    return taken.map((row) => ({ cursor: encodeCursor(tag, row.position), node: row.item }));
  }

  get hasPreviousPage(): boolean {
    return !this.#parts.isFirst;
  }

  get startCursor(): string | null {
    return this.#cursorOf(0);
  }

  get endCursor(): string | null {
    return this.#cursorOf(-1);
  }

  async hasNextPage(): Promise<boolean> {
    const { taken, size } = this.#parts;
    if (taken.length < size) return false;
    return taken.at(-1)?.more ?? this.#hasNext();
  }

  /** A further row is asked for once, however often the field is selected. */
  #hasNext(): Promise<boolean> {
    this.#next ??= this.#parts.rows.next().then(({ done }) => done !== true);
    return this.#next;
  }

  #cursorOf(place: number): string | null {
    const { taken, tag } = this.#parts;
    const row = taken.at(place);
    return row === undefined ? null : encodeCursor(tag, row.position);
  }
}

/**
 * The page that the arguments ask for; null if what holds the list does not exist. `parent` is the id of the record that the
 * field belongs to, empty for root fields.
 */
export async function connectionOf<T>(
  list: List<T>,
  args: PageArgs,
  { info, parent = '' }: { readonly info: GraphQLResolveInfo; readonly parent?: string },
): Promise<Connection<T> | null> {
  const size = pageSize(args.first);
  const tag = cursorTag(info, parent, args);
  const after = args.after === null || args.after === undefined ? undefined : decodeCursor(tag, args.after);
  const totalCount = (): Promise<number | null> => list.total();
  // A count alone reads no row, and fills no copy.
  if (selectsOnly(info, ['totalCount'])) return { ...EMPTY_PAGE, totalCount };
  const rows = list.rows(after);
  const begun: ListRow<T>[] = [];
  const taken = await take(rows, size, begun).catch(async (error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error instanceof NotRead ? await allMissing(error, { info, size, taken: begun.length }, totalCount) : error;
  });
  return taken === null ? null : new Page({ rows, taken, size, isFirst: after === undefined, tag, totalCount });
}

/** The lazy members, for every connection type. */
export const lazyConnection = { totalCount: (page: Connection) => page.totalCount() };
export const pageInfoResolvers = { hasNextPage: (page: PageInfo) => page.hasNextPage() };
