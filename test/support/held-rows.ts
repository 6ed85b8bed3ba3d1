import type { HeldRow } from '../../src/store/rows.ts';

/** What any store tells of rows: some tell more than they must. */
export function heldRows(rows: readonly HeldRow[]): readonly HeldRow[] {
  return rows.map(({ id, sort, body, readAt }) => ({ id, sort, body, readAt }));
}
