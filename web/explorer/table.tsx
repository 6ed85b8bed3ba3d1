import type { ReactNode } from 'react';

type Props = {
  readonly caption: string;
  readonly columns: readonly string[];
  /** What each row is, for the first column; then its cells. */
  readonly rows: readonly (readonly ReactNode[])[];
  readonly className?: string;
};

/** A table whose first column names its rows. Nothing where there are none. */
export function Table({ caption, columns, rows, className = '' }: Props) {
  if (rows.length === 0) return null;
  return (
    <table className={`weir-table ${className}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells], row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report never move
          <tr key={row}>
            <th scope="row">{head}</th>
            {cells.map((cell, column) => (
              <td key={columns[column + 1]} data-column={columns[column + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
