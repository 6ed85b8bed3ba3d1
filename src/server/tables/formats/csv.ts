import type { Column } from '../columns.ts';
import { NOTHING, type TableFormat } from './format.ts';

const NEEDS_QUOTES = /[",\r\n]/;
/** With what Excel, LibreOffice and Sheets begin a formula, or skip to it. */
const FORMULA = /^[=+\-@\t\r]/;
const END_OF_ROW = '\r\n';
const BOM = '\uFEFF';

/** Text without characters is quoted, and null is not: readers can tell them apart (RFC 4180 does not say). */
function quoted(text: string): string {
  if (text === '') return '""';
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cellWriter({ type }: Column, safe: boolean): (value: unknown) => string {
  if (type === 'int' || type === 'float' || type === 'boolean') return String;
  const textOf = type === 'json' ? (value: unknown) => JSON.stringify(value) : String;
  if (!safe) return (value) => quoted(textOf(value));
  return (value) => {
    const text = textOf(value);
    return quoted(FORMULA.test(text) ? `'${text}` : text);
  };
}

/** RFC 4180, with a header row. */
export const csv: TableFormat = {
  mediaType: 'text/csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  write: (columns, { bom, safe, goesOn }) => {
    const writers = columns.map((column) => cellWriter(column, safe));
    const header = columns.map(({ name }) => quoted(name)).join(',');
    return {
      begin: () => (goesOn ? NOTHING : Buffer.from(`${bom ? BOM : ''}${header}${END_OF_ROW}`)),
      page: (rows) => {
        let text = '';
        for (const row of rows) {
          for (const [index, write] of writers.entries()) {
            const value = row[index];
            text += `${index === 0 ? '' : ','}${value === null ? '' : write(value)}`;
          }
          text += END_OF_ROW;
        }
        return Buffer.from(text);
      },
      end: () => NOTHING,
    };
  },
};
