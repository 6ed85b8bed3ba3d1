import { NotRead } from '../../base/not-read.ts';
import { eventLoop } from '../../base/turns.ts';
import type { HeldRow } from '../../store/rows.ts';
import type { Reader, Reading } from '../reader.ts';
import { settleReading } from '../reader.ts';
import type { Collection } from './collection.ts';
import type { CopySource, Marks } from './spec.ts';

export type CopyQuery<T> = {
  /** The index to look in; absent: the whole copy. */
  readonly term?: readonly [term: string, value: string];
  /** What must be true of a record's marks: how many there are is then known without reading any. For collections that have marks. */
  readonly marks?: (marks: Marks) => boolean;
  /** What else must be true of a record. */
  readonly where?: (item: T) => boolean;
};

export type CopyPage<T> = {
  readonly items: readonly { readonly item: T; readonly sort: string }[];
  readonly more: boolean;
};

/** Rows that are read from the store at once, at most. */
const CHUNK = 200;
/** A look-up, and a row that is read from the store and parsed, are as much work as so many fields of an answer. */
const LOOK_UP_WORK = 20;
const ROW_WORK = 4;

/** Nothing to wait for where the work fits into this turn of the event loop. */
async function turnFor(work: number): Promise<void> {
  const turn = eventLoop.take(work);
  if (turn !== undefined) await turn;
}

/** Whether a record passes; undefined where all do. */
function testOf<T>({ spec }: Collection<T>, { marks, where }: CopyQuery<T>): ((item: T) => boolean) | undefined {
  const { marksOf } = spec;
  if (marks === undefined) return where;
  if (marksOf === undefined) throw new RangeError(`${spec.name} has no marks`);
  return (item) => marks(marksOf(item)) && (where?.(item) ?? true);
}

type Matching<T> = { readonly item: T; readonly sort: string };

type Looked = { readonly reads: number; readonly limit: number; readonly rows: number; readonly passed: number };

/**
 * How many rows hold as many matches as are wanted, if the rest is like what was read. Where that was too few, twice as many: matches may
 * lie together, and then the rest is not.
 */
function rowsFor(wanted: number, { reads, limit, rows, passed }: Looked): number {
  const likely = Math.ceil((wanted * (rows + 1)) / (passed + 1));
  return Math.min(CHUNK, reads < 2 ? likely : Math.max(likely, 2 * limit));
}

/** The matches of one read of the store after the other. */
async function* matching<T>(
  collection: Collection<T>,
  name: string,
  query: CopyQuery<T>,
  { after, most = Number.POSITIVE_INFINITY }: { readonly after?: string | undefined; readonly most?: number },
): AsyncGenerator<readonly Matching<T>[]> {
  const passes = testOf(collection, query);
  const { direction } = collection.spec;
  const term = query.term === undefined ? {} : { term: query.term };
  let place = after;
  let looked: Looked = { reads: 0, limit: 0, rows: 0, passed: 0 };
  while (looked.passed < most) {
    const limit = rowsFor(most - looked.passed, looked);
    // How many rows a term leads to only they tell; mostly they are few.
    await turnFor(LOOK_UP_WORK + (query.term === undefined ? limit * ROW_WORK : 0));
    const rows: readonly HeldRow[] = await collection.copies.find(name, { ...term, direction, after: place, limit });
    if (query.term !== undefined) await turnFor(rows.length * ROW_WORK);
    const found: Matching<T>[] = [];
    for (const row of rows) {
      const item = collection.parse(row);
      if (item !== null && (passes?.(item) ?? true)) found.push({ item, sort: row.sort });
    }
    yield found;
    const last = rows.at(-1);
    if (rows.length < limit || last === undefined) return;
    place = last.sort;
    looked = {
      reads: looked.reads + 1,
      limit,
      rows: looked.rows + rows.length,
      passed: looked.passed + found.length,
    };
  }
}

/** Records of a copy in its order, from a place on, once the copy is up to date. */
export async function listCopy<T>(
  collection: Collection<T>,
  reader: Reader,
  source: CopySource<T>,
  query: CopyQuery<T> & { readonly after?: string | undefined; readonly first: number },
): Promise<CopyPage<T>> {
  const age = await collection.ensure(reader.scope, source);
  // What lies in the copy is looked at when somebody wants it.
  if (reader.scope.planning) throw new NotRead([], 'ends');
  settleReading(reader, { ...age, value: null } satisfies Reading<null>, collection.options.clock.now());
  const { after, first } = query;
  const items: Matching<T>[] = [];
  for await (const found of matching(collection, collection.nameOf(source), query, { after, most: first + 1 }))
    items.push(...found);
  return { items: items.slice(0, first), more: items.length > first };
}

/** The number of records whose marks pass. */
async function countMarks<T>(
  { copies }: Collection<T>,
  name: string,
  passes: (marks: Marks) => boolean,
): Promise<number> {
  let count = 0;
  for (const [mark, rows] of await copies.counts(name)) if (passes(JSON.parse(mark) as Marks)) count += rows;
  return count;
}

/** How many records of the copy match, as it is held now. Records are read only where marks or a term alone do not tell. */
export async function countCopy<T>(
  collection: Collection<T>,
  source: CopySource<T>,
  query: CopyQuery<T>,
): Promise<number> {
  const name = collection.nameOf(source);
  const { term, marks, where } = query;
  if (where === undefined && term === undefined)
    return marks === undefined ? collection.copies.count(name) : countMarks(collection, name, marks);
  if (where === undefined && marks === undefined && term !== undefined) return collection.copies.countTerm(name, term);
  let count = 0;
  for await (const found of matching(collection, name, query, {})) count += found.length;
  return count;
}
