import type { Json } from '../base/canonical.ts';

/** Where a record stands in its list: enough to go on after it. `s` is its sort text. */
export type Position = { readonly s: string; readonly [detail: string]: Json | undefined };

export type ListRow<T> = {
  readonly item: T;
  readonly position: Position;
  /** Whether another record follows, if that is known without a call. */
  readonly more: boolean | undefined;
};

/** The rows of a list that is chosen only when somebody asks for the first of them. */
export async function* rowsOfChosen<T>(choose: () => Promise<List<T>>, after?: Position): AsyncGenerator<ListRow<T>> {
  yield* (await choose()).rows(after);
}

/** A list of records that is read only as far as somebody asks. */
export type List<T> = {
  readonly direction: 'ascending' | 'descending';
  rows(after?: Position): AsyncGenerator<ListRow<T>>;
  /** The upstream's count, or the size of a complete fresh copy, else null. */
  total(): Promise<number | null>;
};
