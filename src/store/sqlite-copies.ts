import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Clock } from '../base/clock.ts';
import { isAfter } from './byte-order.ts';
import type { HeldRow, RowQuery, StoredRow } from './rows.ts';
import { type Change, createRowCounts, noteChange } from './sqlite-row-counts.ts';
import { createTransaction } from './sqlite-transaction.ts';
import type { CopyStore } from './store.ts';

/** The number that no copy has. */
const NO_COPY = 0;

type Statements = ReturnType<typeof prepareStatements>;
type NumberOf = (copy: string) => number | undefined;

/** Drops the terms of some of a copy's rows, as the rows hold them. */
function dropTermsWhere(condition: string): string {
  const terms =
    'SELECT r.copy, t.value ->> 0, t.value ->> 1, r.sort, r.id FROM rows r JOIN json_each(r.terms) t WHERE r.copy = ?';
  return `DELETE FROM terms WHERE (copy, term, value, sort, id) IN (${terms} AND ${condition})`;
}

/** How many of some of a copy's existing rows have each mark. */
function marksWhere(condition: string): string {
  return `SELECT r.mark, count(*) AS n FROM rows r WHERE r.copy = ? AND r.body IS NOT NULL AND ${condition} GROUP BY r.mark`;
}

const IS_UNREAD = 'r.read_at < ?';
const IS_AMONG = 'r.id IN (SELECT value FROM json_each(?))';

function prepareStatements(db: DatabaseSync) {
  return {
    counts: createRowCounts(db),
    transact: createTransaction(db),
    open: db.prepare('INSERT INTO copies (name) VALUES (?) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id'),
    numberOf: db.prepare('SELECT id FROM copies WHERE name = ?'),
    dropAbsent: db.prepare('DELETE FROM rows WHERE body IS NULL AND read_at < ?'),
    state: db.prepare('SELECT state FROM copies WHERE id = ?'),
    setState: db.prepare('UPDATE copies SET state = ? WHERE id = ?'),
    touch: db.prepare('UPDATE copies SET used_at = ? WHERE id = ?'),
    known: db.prepare('SELECT sort, body, terms, mark FROM rows WHERE copy = ? AND id = ?'),
    put: db.prepare(
      `INSERT INTO rows (copy, id, sort, body, terms, mark, read_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (copy, id)
       DO UPDATE SET sort = excluded.sort, body = excluded.body, terms = excluded.terms, mark = excluded.mark, read_at = excluded.read_at`,
    ),
    putReadAt: db.prepare('UPDATE rows SET read_at = ? WHERE copy = ? AND id = ?'),
    dropTerm: db.prepare('DELETE FROM terms WHERE copy = ? AND term = ? AND value = ? AND sort = ? AND id = ?'),
    putTerm: db.prepare('INSERT OR IGNORE INTO terms (copy, term, value, sort, id) VALUES (?, ?, ?, ?, ?)'),
    countTerm: db.prepare('SELECT count(*) AS n FROM terms WHERE copy = ? AND term = ? AND value = ?'),
    countThrough: db.prepare(
      'SELECT count(*) AS n FROM rows WHERE copy = ? AND body IS NOT NULL AND sort >= ? AND read_at >= ?',
    ),
    unreadMarks: db.prepare(marksWhere(IS_UNREAD)),
    unreadTerms: db.prepare(dropTermsWhere(IS_UNREAD)),
    unreadRows: db.prepare('DELETE FROM rows WHERE copy = ? AND read_at < ?'),
    unused: db.prepare("SELECT id FROM copies WHERE name LIKE ? ESCAPE '\\' AND used_at < ?"),
    names: db.prepare('SELECT name FROM copies ORDER BY name'),
    marksOf: db.prepare(marksWhere(IS_AMONG)),
    dropTermsOf: db.prepare(dropTermsWhere(IS_AMONG)),
    dropRowsOf: db.prepare('DELETE FROM rows WHERE copy = ? AND id IN (SELECT value FROM json_each(?))'),
    setBody: db.prepare('UPDATE rows SET body = ? WHERE copy = ? AND id = ? AND body IS NOT NULL'),
    dropAllTerms: db.prepare('DELETE FROM terms WHERE copy = ?'),
    dropAllRows: db.prepare('DELETE FROM rows WHERE copy = ?'),
    dropCopy: db.prepare('DELETE FROM copies WHERE id = ?'),
    fillerOf: db.prepare('SELECT filler FROM fillers WHERE copy = ? AND until > ?'),
    setFiller: db.prepare('INSERT OR REPLACE INTO fillers (copy, filler, until) VALUES (?, ?, ?)'),
    dropFiller: db.prepare('DELETE FROM fillers WHERE copy = ? AND filler = ?'),
  };
}

/** What a row is read as. */
const HELD = 'r.id, r.sort, r.body, r.read_at';

/** Rows come as arrays: objects with names take twice as long. */
function prepareHeld(db: DatabaseSync, text: string): (...values: SQLInputValue[]) => readonly HeldRow[] {
  const statement = db.prepare(text);
  statement.setReturnArrays(true);
  return (...values) => (statement.all(...values) as unknown as readonly HeldColumns[]).map(toHeldRow);
}

type HeldColumns = readonly [id: string, sort: string, body: string | null, readAt: number];

function toHeldRow([id, sort, body, readAt]: HeldColumns): HeldRow {
  return { id, sort, body, readAt };
}

type Terms = StoredRow['terms'];

/** A row that is what it was takes one statement; of another one the old terms go first. */
function writeRow(sql: Statements, copy: number, row: StoredRow, change: Change): void {
  const { id, sort, body, readAt, terms, mark = '' } = row;
  const known = sql.known.get(copy, id);
  const text = JSON.stringify(terms);
  if (known !== undefined) {
    // What is known not to exist any more carries no place of its own: it always replaces.
    if (body !== null && isAfter(String(known.sort), sort)) return;
    if (known.body === body && known.sort === sort && known.terms === text && known.mark === mark) {
      sql.putReadAt.run(readAt, copy, id);
      return;
    }
    for (const [term, value] of JSON.parse(String(known.terms)) as Terms)
      sql.dropTerm.run(copy, term, value, String(known.sort), id);
    if (known.body !== null) noteChange(change, String(known.mark), -1);
  }
  if (body !== null) noteChange(change, mark, 1);
  sql.put.run(copy, id, sort, body, text, mark, readAt);
  for (const [term, value] of terms) sql.putTerm.run(copy, term, value, sort, id);
}

function createFinder(db: DatabaseSync) {
  // One statement for any number of ids.
  const byIds = prepareHeld(
    db,
    `SELECT ${HELD} FROM rows r WHERE r.copy = ? AND r.id IN (SELECT value FROM json_each(?))`,
  );
  const cache = new Map<string, ReturnType<typeof prepareHeld>>();
  const finding = (text: string): ReturnType<typeof prepareHeld> => {
    const known = cache.get(text) ?? prepareHeld(db, text);
    cache.set(text, known);
    return known;
  };
  const find = (copy: number, { term, direction, after, limit }: RowQuery): readonly HeldRow[] => {
    const [way, beyond] = direction === 'ascending' ? ['ASC', '>'] : ['DESC', '<'];
    const place = after === undefined ? '' : `AND {t}.sort ${beyond} ?`;
    const places = after === undefined ? [] : [after];
    if (term === undefined) {
      const text = `SELECT ${HELD} FROM rows r WHERE r.copy = ? AND r.body IS NOT NULL ${place.replace('{t}', 'r')} ORDER BY r.sort ${way} LIMIT ?`;
      return finding(text)(copy, ...places, limit);
    }
    const text = `SELECT ${HELD} FROM terms t JOIN rows r ON r.copy = t.copy AND r.id = t.id
      WHERE t.copy = ? AND t.term = ? AND t.value = ? ${place.replace('{t}', 't')} ORDER BY t.sort ${way} LIMIT ?`;
    return finding(text)(copy, ...term, ...places, limit);
  };
  const rows = (copy: number, ids: readonly string[]): readonly HeldRow[] => byIds(copy, JSON.stringify(ids));
  return { find, rows };
}

/** Rows that go are no longer counted. */
function uncount(sql: Statements, copy: number, going: readonly Record<string, unknown>[]): void {
  sql.counts.apply(copy, new Map(going.map(({ mark, n }) => [String(mark), -Number(n)])));
}

function dropCopy(sql: Statements, copy: number): void {
  sql.counts.dropAll(copy);
  sql.dropAllTerms.run(copy);
  sql.dropAllRows.run(copy);
  sql.dropCopy.run(copy);
}

/** Deleted rows are overwritten in the file, but their old pages wait in the log beside it until they are brought in. */
function createRemoval(
  db: DatabaseSync,
  sql: Statements,
  numberOf: NumberOf,
): Pick<CopyStore, 'names' | 'dropRows' | 'setBody'> {
  const settle = (): void => db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    names: async () => sql.names.all().map(({ name }) => String(name)),
    dropRows: async (copy, ids) => {
      const id = numberOf(copy) ?? NO_COPY;
      if (ids.length === 0) return;
      sql.transact(() => {
        const among = JSON.stringify(ids);
        uncount(sql, id, sql.marksOf.all(id, among));
        sql.dropTermsOf.run(id, among);
        sql.dropRowsOf.run(id, among);
      });
      settle();
    },
    setBody: async (copy, row, body) => {
      sql.setBody.run(body, numberOf(copy) ?? NO_COPY, row);
      settle();
    },
  };
}

/** Turns are few and short, so that they may cost a transaction each. */
function createTurns(sql: Statements, clock: Clock): Pick<CopyStore, 'fill' | 'endFill'> {
  return {
    fill: async (copy, filler, ms) =>
      sql.transact(() => {
        const known = sql.fillerOf.get(copy, clock.now())?.filler;
        if (typeof known === 'string' && known !== filler) return known;
        sql.setFiller.run(copy, filler, clock.now() + ms);
        return filler;
      }),
    endFill: async (copy, filler) => {
      sql.dropFiller.run(copy, filler);
    },
  };
}

/** Another text after each change by this connection, whose changes SQLite counts, or by another one, of which it tells that there were any. */
function createVersion(db: DatabaseSync): () => string {
  const own = db.prepare('SELECT total_changes() AS n');
  const others = db.prepare('PRAGMA data_version');
  return () => `${own.get()?.n} ${others.get()?.data_version}`;
}

type Reads = Pick<CopyStore, 'state' | 'rows' | 'find' | 'count' | 'counts' | 'countTerm'>;

function createReads(sql: Statements, finder: ReturnType<typeof createFinder>, numberOf: NumberOf): Reads {
  return {
    state: async (copy) => {
      const state = sql.state.get(numberOf(copy) ?? NO_COPY)?.state;
      return typeof state === 'string' ? state : null;
    },
    rows: async (copy, wanted) => finder.rows(numberOf(copy) ?? NO_COPY, wanted),
    find: async (copy, query) => finder.find(numberOf(copy) ?? NO_COPY, query),
    count: async (copy, through) => {
      const id = numberOf(copy) ?? NO_COPY;
      if (through === undefined) return sql.counts.sum(id);
      return Number(sql.countThrough.get(id, through.sort, through.readSince)?.n);
    },
    counts: async (copy) => sql.counts.of(numberOf(copy) ?? NO_COPY),
    countTerm: async (copy, term) => Number(sql.countTerm.get(numberOf(copy) ?? NO_COPY, ...term)?.n),
  };
}

export function createSqliteCopies(
  db: DatabaseSync,
  clock: Clock,
): { readonly copies: CopyStore; readonly version: () => string } {
  const sql = prepareStatements(db);
  const finder = createFinder(db);
  /** The number of a copy; undefined if nothing was ever written to it. Not remembered: another process may drop the copy at any time. */
  const numberOf = (copy: string): number | undefined => {
    const known = sql.numberOf.get(copy)?.id;
    return known === undefined ? undefined : Number(known);
  };
  const openCopy = (copy: string): number => numberOf(copy) ?? Number(sql.open.get(copy)?.id);
  const copies: CopyStore = {
    write: async (copy, rows, state) => {
      sql.transact(() => {
        const id = openCopy(copy);
        const change: Change = new Map();
        for (const row of rows) writeRow(sql, id, row, change);
        sql.counts.apply(id, change);
        if (state !== null) sql.setState.run(state, id);
      });
    },
    ...createReads(sql, finder, numberOf),
    dropUnread: async (copy, before) => {
      const id = numberOf(copy) ?? NO_COPY;
      sql.transact(() => {
        uncount(sql, id, sql.unreadMarks.all(id, before));
        sql.unreadTerms.run(id, before);
        sql.unreadRows.run(id, before);
      });
    },
    dropUnused: async (prefix, before) => {
      const names = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
      sql.transact(() => {
        for (const { id } of sql.unused.all(names, before)) dropCopy(sql, Number(id));
      });
    },
    touch: async (copy, now) => {
      sql.touch.run(now, openCopy(copy));
    },
    dropAbsent: async (before) => {
      sql.dropAbsent.run(before);
    },
    ...createTurns(sql, clock),
    ...createRemoval(db, sql, numberOf),
  };
  return { copies, version: createVersion(db) };
}
