import type { CallPlan } from '../../model/call-plan.ts';
import type { EndpointRow } from '../../transport/call.ts';

/** How often, and in what way, a field is asked for its value. */
export type Asking = {
  /** Parent records at most; null: nobody knows. */
  readonly rows: number | null;
  /** Of how many lists the words are that a record names by a code. */
  readonly lists: number | null;
  /** Rows of a page, and one more if somebody asks whether there is one. */
  readonly page: number;
  readonly filtered: boolean;
  /** Whether the page begins after a place. */
  readonly placed: boolean;
  /** Whether nothing but ids is selected of what it refers to. */
  readonly onlyIds: boolean;
};

type Most = (asking: Asking, row: EndpointRow, primary: boolean) => number | null;

function isList({ id }: EndpointRow): boolean {
  return id.endsWith('.list') || id.endsWith('.search');
}

function times(rows: number | null, calls: number): number | null {
  return rows === null ? null : rows * calls;
}

/** How many batches several parents fall into nobody knows: where each call is counted by the vendor, no bound is better than a loose one. */
const record: Most = ({ rows }, row) => {
  if (rows === 1) return isList(row) ? 0 : 1;
  return row.quota.some((window) => window !== 'in-flight') ? null : rows;
};

const pages: Most = ({ rows, page, filtered, placed }, { paging }, primary) => {
  if (filtered) return null;
  // The record of a web site tells the clocks of a range of time, which only filters name.
  if (!primary) return 0;
  if (paging === 'none') return rows;
  // A place in a list by page is looked for.
  return placed && paging.by === 'page' ? null : times(rows, Math.ceil(page / paging.size));
};

const each: Most = ({ rows }) => rows;
const unknown: Most = () => null;

/** How many calls of an endpoint a field makes at most. */
const MOST: Readonly<Record<CallPlan, Most>> = {
  read: unknown,
  once: () => 1,
  each,
  vocabulary: ({ lists }) => lists,
  detail: each,
  record,
  reference: (asking, row, primary) => (asking.onlyIds ? 0 : record(asking, row, primary)),
  references: ({ onlyIds }) => (onlyIds ? 0 : null),
  'look-up': ({ rows }) => (rows === 1 ? 1 : times(rows, 2)),
  expo: ({ rows, onlyIds }, row) => (onlyIds ? 0 : !isList(row) ? rows : rows === 1 ? 0 : null),
  pages,
  weighed: pages,
  searched: pages,
  copy: unknown,
  open: unknown,
};

/** Null: nothing bounds them. */
export function mostCalls(plan: CallPlan, asking: Asking, row: EndpointRow, primary: boolean): number | null {
  return MOST[plan](asking, row, primary);
}

/** Lists that are weighed against one another spend no more than this on the weighing. */
export function weighingCalls(lists: number): number {
  return lists < 2 ? 0 : 2 * lists;
}

/** Searches that are weighed against one copy: a page in vain, and one more if several are spared while rows come in. */
export function triedPages(searches: number): number {
  return Math.min(2, searches);
}
