import { expect, test } from 'vitest';
import { toRows } from '../../../../src/server/tables/cells.ts';
import type { CellPlan, TableShape } from '../../../../src/server/tables/columns.ts';

const cell = (column: number): CellPlan => ({ kind: 'cell', column });
const each = (element: CellPlan): CellPlan => ({ kind: 'each', element });
const members = (of: Readonly<Record<string, CellPlan>>): CellPlan => ({ kind: 'object', members: Object.entries(of) });

const SHAPE: TableShape = {
  columns: ['id', 'tags', 'badges.code', 'badges.days'].map((name) => ({ name, type: 'text' })),
  plan: members({ id: cell(0), tags: each(cell(1)), badges: each(members({ code: cell(2), days: each(cell(3)) })) }),
};

test('lists beside each other multiply, lists inside each other follow, and an empty one leaves its cells null', () => {
  const record = {
    id: 1,
    tags: ['a', 'b'],
    badges: [
      { code: 'x', days: [1, 2] },
      { code: 'y', days: [] },
    ],
  };
  expect(toRows(SHAPE, record)).toEqual([
    [1, 'a', 'x', 1],
    [1, 'a', 'x', 2],
    [1, 'a', 'y', null],
    [1, 'b', 'x', 1],
    [1, 'b', 'x', 2],
    [1, 'b', 'y', null],
  ]);
  expect(toRows(SHAPE, { id: 2, tags: [], badges: null })).toEqual([[2, null, null, null]]);
  expect(toRows(SHAPE, { id: 3, tags: [null, 'a'], badges: [null] })).toEqual([
    [3, null, null, null],
    [3, 'a', null, null],
  ]);
});
