import type { FilterRules, Filters, Report } from './query.ts';
import type { Refusal } from './replies.ts';
import type { Store } from './store.ts';
import type { Access, WireRow } from './wire-row.ts';

/** What becomes of indicators that are no longer available: null, left out, or the whole request refused. */
export type Withdrawn = 'null' | 'missing' | 'refused';

/** What one request to a resource is answered from. */
export type Scene = {
  readonly store: Store;
  readonly access: Access;
  readonly now: number;
  readonly report: Report;
  readonly withdrawn: Withdrawn;
};

export type Resource = {
  readonly name: string;
  readonly rules: FilterRules;
  /** Query parameters beyond the common ones, as `|name`. */
  readonly extra: string;
  /** A page past the end repeats the last one instead of being empty. */
  readonly repeatsLastPage: boolean;
  /** There is no way to ask for one record. */
  readonly listOnly?: true;
  /** Ids of the visible matching records, highest first. */
  list(scene: Scene, filters: Filters): readonly number[] | Refusal;
  /** The record with every field, undefined when the key does not see it. */
  row(scene: Scene, id: number, formatted: boolean): WireRow | undefined;
};

/** Names one question to a table, so that its pages are computed once. */
export function selectionKey({ access }: Scene, filters: Filters): string {
  return JSON.stringify([access.websites === 'all' ? 'all' : [...access.websites], [...filters]]);
}

/** The value of an id filter. */
export function numberOf(filters: Filters, name: string): number | undefined {
  const text = filters.get(name);
  return text === undefined ? undefined : Number(text);
}
