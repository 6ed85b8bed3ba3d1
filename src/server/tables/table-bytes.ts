import type { Place } from '../../model/table-places.ts';
import { type Cells, toRows } from './cells.ts';
import type { TableShape } from './columns.ts';
import type { TableWriter } from './formats/format.ts';
import type { Page } from './read-pages.ts';

/** Held rows are read again without a call: a place is noted after so many of them, and before each page that took calls. */
const NOTED_ROWS = 10_000;

export type Writing = {
  readonly shape: TableShape;
  readonly writer: TableWriter;
  /** The page that is read already, and those that follow it. */
  readonly first: IteratorResult<Page, void>;
  readonly pages: AsyncGenerator<Page, void>;
  /** Where the first page begins. */
  readonly place: Place;
  /** So many rows from there on the reader has. */
  readonly skip: number;
  readonly note: (place: Place) => Promise<void>;
};

/** The bytes of a table, page by page, each made when the one before has been taken. Fails where a page cannot be had. */
export async function* tableBytes({ shape, writer, first, pages, place, skip, note }: Writing): AsyncGenerator<Buffer> {
  yield writer.begin();
  let [at, noted, left] = [place, place.rows, skip];
  for (let next = first; next.done !== true; next = await pages.next()) {
    const { records, next: after, calls } = next.value;
    if (at.rows > noted && (calls.length > 0 || at.rows - noted >= NOTED_ROWS)) {
      await note(at);
      noted = at.rows;
    }
    const rows: readonly Cells[] = records.flatMap((record) => toRows(shape, record));
    yield writer.page(left === 0 ? rows : rows.slice(left));
    left = Math.max(0, left - rows.length);
    at = { rows: at.rows + rows.length, records: at.records + records.length, after };
  }
  yield writer.end();
}
