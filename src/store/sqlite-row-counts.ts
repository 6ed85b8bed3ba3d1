import type { DatabaseSync } from 'node:sqlite';

/** By how much the number of a copy's existing rows changes, by mark. */
export type Change = Map<string, number>;

export function noteChange(change: Change, mark: string, by: number): void {
  change.set(mark, (change.get(mark) ?? 0) + by);
}

/** How many existing rows of a copy have each mark: written with the rows, in their transaction, once for each mark. */
export function createRowCounts(db: DatabaseSync) {
  const add = db.prepare(
    'INSERT INTO marks (copy, mark, n) VALUES (?, ?, ?) ON CONFLICT (copy, mark) DO UPDATE SET n = n + excluded.n',
  );
  const dropNone = db.prepare('DELETE FROM marks WHERE copy = ? AND mark = ? AND n = 0');
  const dropAll = db.prepare('DELETE FROM marks WHERE copy = ?');
  const read = db.prepare('SELECT mark, n FROM marks WHERE copy = ?');
  const sum = db.prepare('SELECT total(n) AS n FROM marks WHERE copy = ?');
  return {
    apply: (copy: number, change: Change): void => {
      for (const [mark, by] of change) {
        if (by === 0) continue;
        add.run(copy, mark, by);
        if (by < 0) dropNone.run(copy, mark);
      }
    },
    dropAll: (copy: number): void => void dropAll.run(copy),
    of: (copy: number): ReadonlyMap<string, number> =>
      new Map(read.all(copy).map(({ mark, n }) => [String(mark), Number(n)])),
    sum: (copy: number): number => Number(sum.get(copy)?.n),
  };
}
