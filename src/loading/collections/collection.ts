import type { Clock } from '../../base/clock.ts';
import type { HeldRow } from '../../store/rows.ts';
import type { CopyStore } from '../../store/store.ts';
import type { CallScope, EndpointRow } from '../../transport/call.ts';
import type { Flights } from '../flights.ts';
import type { Ages, Reading, ReadScope } from '../reader.ts';
import type { Standing } from './again.ts';
import type { OnPage } from './fill-reports.ts';
import type { CollectionKind } from './held-collections.ts';
import type { CollectionSpec, CopySource, NumberedPage, RevisionPage } from './spec.ts';

export type CollectionsOptions = {
  readonly clock: Clock;
  readonly flights: Flights;
  readonly copies: CopyStore;
  readonly agesOf: (row: EndpointRow) => Ages;
  /** Told of each collection that is made. */
  readonly onCollection?: (kind: CollectionKind) => void;
  /** Told of each page of a copy that was read for it. */
  readonly onPage?: OnPage;
};

/** A page of the list of everything, and when its reading began, epoch milliseconds. */
export type ListedPage<T> = { readonly readAt: number } & (
  | { readonly number: number; readonly page: NumberedPage<T> }
  | { readonly from: string; readonly page: RevisionPage<T> }
);

/** One collection with the engine that keeps its copies. */
export type Collection<T> = {
  readonly spec: CollectionSpec<T>;
  /** Brings the copy up to date as far as this operation asks, with the cheapest calls; its age and why. */
  ensure(scope: ReadScope, source: CopySource<T>): Promise<Omit<Reading<null>, 'value'>>;
  /** Reads one page more of a copy that is not up to date. */
  advance(scope: ReadScope, source: CopySource<T>): Promise<void>;
  /** Whether the copy is complete and young enough for this operation without a call. */
  isFresh(scope: ReadScope, source: CopySource<T>): Promise<boolean>;
  /** When the copy was last complete, epoch milliseconds; null if it never was, or records of it were dropped. */
  completeAt(source: CopySource<T>): Promise<number | null>;
  /** When it was last complete but for records that were dropped, and which those are. */
  standing(source: CopySource<T>): Promise<Standing>;
  /** How many pages are still to be read, as far as that is known: null while nothing tells. */
  pagesLeft(source: CopySource<T>): Promise<number | null>;
  /** Takes in a page of the list of everything that was read for another reason: as the copy's own, where it would read that one next. */
  take(scope: CallScope, source: CopySource<T>, page: ListedPage<T>): Promise<void>;
  /** Writes rows that another read brought; never moves the place to go on from. */
  put(source: CopySource<T>, items: readonly T[], readAt: number): Promise<void>;
  putAbsent(source: CopySource<T>, id: string, readAt: number): Promise<void>;
  /** Somebody read it: it is not dropped for as long as the collection says. */
  touch(source: CopySource<T>): Promise<void>;
  readonly copies: CopyStore;
  /** The copy's name in the store. */
  nameOf(source: CopySource<T>): string;
  /** Under which the reading of its next page is shared. */
  pageKey(source: CopySource<T>): string;
  parse(row: HeldRow): T | null;
  /** Drops the copies that nobody has read for as long as the collection says. */
  sweep(): Promise<void>;
  readonly options: CollectionsOptions;
};

/** What of a collection tells whether a copy is up to date, whatever it holds. */
export type FreshnessOf = {
  readonly spec: { readonly row: EndpointRow; readonly partial?: true };
  isFresh(scope: ReadScope, source: { readonly key: string }): Promise<boolean>;
};
