import type { DatabaseSync } from 'node:sqlite';

/**
 * A later step of the accounts file: how many places of a window come free at an instant. Which call holds which of them its permit knows, so
 * the many of one group are one row.
 */
export const PLACE_COUNT_TABLES = `
  CREATE TABLE place_counts (
    window INTEGER NOT NULL, free_at INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (window, free_at)
  ) WITHOUT ROWID;
  INSERT INTO place_counts SELECT window, free_at, count(*) FROM places GROUP BY window, free_at;
  DROP TABLE places;
`;

/** What a transaction changes in one row. */
type Change = { by: number; stored: number | undefined };

/** Changes are gathered and written as one for each row: whoever reads the table writes them first. */
export type PlaceCounts = {
  add(window: number, freeAt: number): void;
  /** Whether there was one. */
  remove(window: number, freeAt: number): boolean;
  /** Removes those that have come free, and tells how many. */
  clear(window: number, now: number): number;
  /** The first instants, in order, after one, at which places come free. */
  freeings(window: number, after: number, count: number): readonly number[];
  write(): void;
  forget(): void;
};

function prepareStatements(db: DatabaseSync) {
  return {
    stored: db.prepare('SELECT n FROM place_counts WHERE window = ? AND free_at = ?'),
    add: db.prepare(`
      INSERT INTO place_counts (window, free_at, n) VALUES (?, ?, ?)
      ON CONFLICT (window, free_at) DO UPDATE SET n = n + excluded.n`),
    drop: db.prepare('DELETE FROM place_counts WHERE window = ? AND free_at = ?'),
    clear: db.prepare('DELETE FROM place_counts WHERE window = ? AND free_at <= ? RETURNING n'),
    freeings: db.prepare(
      'SELECT free_at, n FROM place_counts WHERE window = ? AND free_at > ? ORDER BY free_at LIMIT ?',
    ),
  };
}

/** Changes by window and instant. */
function createChanges() {
  const changes = new Map<number, Map<number, Change>>();
  return {
    at: (window: number, freeAt: number): Change => {
      const ofWindow = changes.get(window) ?? new Map<number, Change>();
      if (ofWindow.size === 0) changes.set(window, ofWindow);
      const change = ofWindow.get(freeAt) ?? { by: 0, stored: undefined };
      ofWindow.set(freeAt, change);
      return change;
    },
    all: () => changes,
    clear: () => changes.clear(),
  };
}

export function createPlaceCounts(db: DatabaseSync): PlaceCounts {
  const sql = prepareStatements(db);
  const changes = createChanges();
  const write = (): void => {
    for (const [window, ofWindow] of changes.all()) {
      for (const [freeAt, { by, stored = 0 }] of ofWindow) {
        if (by < 0 && stored + by === 0) sql.drop.run(window, freeAt);
        else if (by !== 0) sql.add.run(window, freeAt, by);
      }
    }
    changes.clear();
  };
  return {
    add: (window, freeAt) => {
      changes.at(window, freeAt).by += 1;
    },
    remove: (window, freeAt) => {
      const change = changes.at(window, freeAt);
      change.stored ??= Number(sql.stored.get(window, freeAt)?.n ?? 0);
      if (change.stored + change.by === 0) return false;
      change.by -= 1;
      return true;
    },
    clear: (window, now) => {
      write();
      return sql.clear.all(window, now).reduce((sum, { n }) => sum + Number(n), 0);
    },
    freeings: (window, after, count) => {
      write();
      const rows = sql.freeings.all(window, after, count);
      return rows.flatMap(({ free_at, n }) => Array<number>(Number(n)).fill(Number(free_at))).slice(0, count);
    },
    write,
    forget: changes.clear,
  };
}
