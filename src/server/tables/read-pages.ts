import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Clock } from '../../base/clock.ts';
import { wait } from '../../base/wait.ts';
import { AFTER, FIRST, PAGE_INFO, type PageQuery, TABLE } from './page-query.ts';

/** Each page is one operation; these many records at first, and at most. */
const FIRST_PAGE = 100;
const LARGEST_PAGE = 500;
/** A page that is too dear, too large or too slow is tried again with a quarter of its records, down to these. */
const SMALLEST_PAGE = 10;
const SHRINK = 4;
const GROWTH = 4;
/** How long a page may be waited for, its tries included. */
const PATIENCE_MS = 60_000;

/** What became of one page's operation. */
export type PageResult = Pick<FormattedExecutionResult, 'data' | 'errors'> & {
  /** The endpoint of each upstream call that it took. */
  readonly calls: readonly string[];
};

export type Page = {
  readonly records: readonly unknown[];
  /** After which the next page begins; null: this is the last one. */
  readonly next: string | null;
  /** The endpoint of each upstream call that it took, tries that failed included. */
  readonly calls: readonly string[];
};

/** A page that cannot be had: why, and if that is known when. */
export class PageFailure extends Error {
  readonly errors: readonly GraphQLFormattedError[];
  readonly retryAfterSeconds: number | undefined;
  readonly codes: ReadonlySet<string>;

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('a page of a table failed');
    this.name = 'PageFailure';
    this.errors = errors;
    this.retryAfterSeconds = retryAfter(errors);
    this.codes = new Set(codesOf(errors));
  }
}

const TOO_MUCH: ReadonlySet<string> = new Set([
  'OPERATION_LIMIT_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'QUOTA_EXCEEDED',
  'BUDGET_EXCEEDED',
  'DEADLINE_EXCEEDED',
]);

function codesOf(errors: readonly GraphQLFormattedError[]): readonly string[] {
  return errors.map(({ extensions }) => String(extensions?.code));
}

function retryAfter(errors: readonly GraphQLFormattedError[]): number | undefined {
  const seconds = errors
    .map(({ extensions }) => extensions?.retryAfterSeconds)
    .filter((one) => typeof one === 'number');
  return seconds.length === 0 ? undefined : Math.max(...seconds);
}

/** How many rows of a copy that is being filled are there, where the deadline stopped the filling: it goes on there. */
function progressOf(errors: readonly GraphQLFormattedError[]): number {
  const rows = errors.map(({ extensions }) => (extensions?.progress as { rows?: number } | undefined)?.rows ?? 0);
  return Math.max(...rows, 0);
}

export type Reading = {
  readonly query: PageQuery;
  /** Runs the page's operation. */
  readonly run: (variables: Readonly<Record<string, unknown>>) => Promise<PageResult>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

function pageOf({ rowsName }: PageQuery, { data }: PageResult): Omit<Page, 'calls'> {
  type Connection = Readonly<Record<string, unknown>> & {
    readonly [PAGE_INFO]: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  const connection = data?.[TABLE] as Connection | null | undefined;
  // What holds the list does not exist.
  if (connection === null || connection === undefined) return { records: [], next: null };
  const { hasNextPage, endCursor } = connection[PAGE_INFO];
  const records = (connection[rowsName] ?? []) as readonly unknown[];
  return { records, next: hasNextPage ? endCursor : null };
}

type Try = { readonly size: number; readonly since: number; readonly progress: number };

/** With how many records to try again, and after how long; undefined: not at all. */
function again(errors: readonly GraphQLFormattedError[], { size, since, progress }: Try, now: number) {
  const codes = codesOf(errors);
  if (codes.includes('DEADLINE_EXCEEDED') && progressOf(errors) > progress) return { size, ms: 0 };
  if (codes.some((code) => TOO_MUCH.has(code)) && size > SMALLEST_PAGE)
    return { size: Math.max(SMALLEST_PAGE, Math.ceil(size / SHRINK)), ms: 0 };
  const seconds = retryAfter(errors);
  if (seconds === undefined || now + seconds * 1000 - since > PATIENCE_MS) return undefined;
  return { size, ms: seconds * 1000 };
}

/** One page, tried with fewer records where it is too much for one operation, and waited for where quota comes back in time. */
async function readPage(
  { query, run, clock, signal }: Reading,
  after: string | null,
  wanted: number,
): Promise<Page & { readonly size: number }> {
  const since = clock.now();
  const calls: string[] = [];
  let [size, progress] = [wanted, 0];
  for (;;) {
    const result = await run({ [FIRST]: size, [AFTER]: after });
    const { errors = [] } = result;
    calls.push(...result.calls);
    if (errors.length === 0) return { ...pageOf(query, result), calls, size };
    const next = again(errors, { size, since, progress }, clock.now());
    if (next === undefined) throw new PageFailure(errors);
    progress = progressOf(errors);
    ({ size } = next);
    if (next.ms > 0) await wait(clock, next.ms, signal);
  }
}

/** The pages of a table from a place on, one after the other. PageFailure where one cannot be had. */
export async function* readPages(
  reading: Reading,
  from: { readonly after: string | null; readonly records: number },
): AsyncGenerator<Page> {
  const { most = Number.POSITIVE_INFINITY } = reading.query;
  let [after, read, size] = [from.after, from.records, FIRST_PAGE];
  while (read < most) {
    const page = await readPage(reading, after, Math.min(size, most - read));
    yield page;
    if (page.next === null) return;
    after = page.next;
    read += page.records.length;
    size = Math.min(LARGEST_PAGE, page.size * GROWTH);
  }
}
