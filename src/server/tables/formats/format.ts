import type { Cells } from '../cells.ts';
import type { Column } from '../columns.ts';

/** Writes rows one page after the other. */
export type TableWriter = {
  /** What comes before the first row; a table that goes on has had it. */
  begin(): Buffer;
  page(rows: readonly Cells[]): Buffer;
  /** What comes after the last row. */
  end(): Buffer;
};

/** What the URL says about how a table is written. */
type WritingOptions = {
  /** A byte order mark at the start of CSV, by which Excel knows UTF-8. */
  readonly bom: boolean;
  /** Whether texts that a spreadsheet would take for a formula get an apostrophe in front (CSV). */
  readonly safe: boolean;
  /** The reader has had the beginning: rows alone are written, where the format allows. */
  readonly goesOn: boolean;
};

export type TableFormat = {
  /** As `Accept` names it. */
  readonly mediaType: string;
  readonly contentType: string;
  /** Of a file's name. */
  readonly extension: string;
  write(columns: readonly Column[], options: WritingOptions): TableWriter | Promise<TableWriter>;
};

export const NOTHING = Buffer.alloc(0);
