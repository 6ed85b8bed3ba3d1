import type { CellPlan, TableShape } from './columns.ts';

/** A row of a table: the cells in the order of its columns. */
export type Cells = readonly unknown[];

type Filling = unknown[];

/** Fills the cells of one record in; a list that is to become rows multiplies those that are there. */
function fill(rows: Filling[], plan: CellPlan, value: unknown): Filling[] {
  if (value === null || value === undefined) return rows;
  if (plan.kind === 'cell') {
    for (const row of rows) row[plan.column] = value;
    return rows;
  }
  if (plan.kind === 'object') {
    let filled = rows;
    for (const [name, member] of plan.members)
      filled = fill(filled, member, (value as Readonly<Record<string, unknown>>)[name]);
    return filled;
  }
  const elements = value as readonly unknown[];
  // Who has none of them is a row all the same.
  if (elements.length === 0) return rows;
  return rows.flatMap((row) => elements.flatMap((element) => fill([[...row]], plan.element, element)));
}

/** The rows that one record of a list becomes: one, or with `nested=rows` as many as its lists have elements together. */
export function toRows({ columns, plan }: TableShape, record: unknown): readonly Cells[] {
  return fill([new Array<unknown>(columns.length).fill(null)], plan, record);
}
