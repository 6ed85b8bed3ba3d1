import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { OldUsage, UsageCounts, UsageMinute, UsageNames, UsageRow, UsageSpan } from './store.ts';

/** A step of the accounts file. */
export const RECEIPT_TABLES = `
  CREATE TABLE calls (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, upstream TEXT NOT NULL, endpoint TEXT NOT NULL, credential TEXT NOT NULL,
    consumer TEXT NOT NULL, operation TEXT NOT NULL, attempt INTEGER NOT NULL, outcome TEXT, duration_ms INTEGER, bytes INTEGER
  );
  CREATE INDEX calls_in_time ON calls (at);
  CREATE TABLE usage (
    minute INTEGER NOT NULL, upstream TEXT NOT NULL, credential TEXT NOT NULL, consumer TEXT NOT NULL, endpoint TEXT NOT NULL,
    operation TEXT NOT NULL, outcome TEXT NOT NULL, calls INTEGER NOT NULL, shared INTEGER NOT NULL, hits INTEGER NOT NULL,
    PRIMARY KEY (minute, upstream, credential, consumer, endpoint, operation, outcome)
  ) WITHOUT ROWID;
`;

const sums = (name: string): string => `
  CREATE TABLE ${name} (
    start INTEGER NOT NULL, upstream TEXT NOT NULL, credential TEXT NOT NULL, consumer TEXT NOT NULL, endpoint TEXT NOT NULL,
    operation TEXT NOT NULL, outcome TEXT NOT NULL, calls INTEGER NOT NULL, shared INTEGER NOT NULL, hits INTEGER NOT NULL,
    PRIMARY KEY (start, upstream, credential, consumer, endpoint, operation, outcome)
  ) WITHOUT ROWID;
`;

/** A later step of the accounts file. */
export const ROLL_UP_TABLES = `${sums('usage_hours')}${sums('usage_days')}`;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const SPANS: Readonly<Record<number, UsageSpan>> = { [MINUTE_MS]: 'MINUTE', [HOUR_MS]: 'HOUR', [DAY_MS]: 'DAY' };

const NAMES = 'upstream, credential, consumer, endpoint, operation, outcome';
const COUNTS = 'calls, shared, hits';
/** A receipt as a row of counts. Of a call that nobody reported the end of, no answer is known. */
const RECEIPT = `upstream, credential, consumer, endpoint, operation, coalesce(outcome, 'ABORTED') AS outcome, 1 AS calls, 0 AS shared, 0 AS hits`;

/** Permits wait for a step that is under way: this many rows take some milliseconds. */
const STEP_ROWS = 500;

type Sums = UsageNames & UsageCounts;
type Found = Readonly<Record<string, SQLOutputValue>>;

function toSums(row: Found): Sums {
  return {
    upstream: String(row.upstream),
    credential: String(row.credential),
    consumer: String(row.consumer),
    endpoint: String(row.endpoint),
    operation: String(row.operation),
    outcome: String(row.outcome),
    calls: Number(row.calls),
    shared: Number(row.shared),
    cacheHits: Number(row.hits),
  };
}

const namesOf = (row: UsageNames): readonly string[] => {
  const { upstream, credential, consumer, endpoint, operation, outcome } = row;
  return [upstream, credential, consumer, endpoint, operation, outcome];
};

/** Tables of counts call the start of a row differently. */
type CountTable = { readonly table: 'usage' | 'usage_hours' | 'usage_days'; readonly start: 'minute' | 'start' };
const MINUTES: CountTable = { table: 'usage', start: 'minute' };
const HOURS: CountTable = { table: 'usage_hours', start: 'start' };
const DAYS: CountTable = { table: 'usage_days', start: 'start' };

function prepareAdd(db: DatabaseSync, { table, start }: CountTable): (at: number, row: Sums) => void {
  const add = db.prepare(`
    INSERT INTO ${table} (${start}, ${NAMES}, ${COUNTS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, shared = shared + excluded.shared, hits = hits + excluded.hits`);
  return (at, row) => add.run(at, ...namesOf(row), row.calls, row.shared, row.cacheHits);
}

/** Adds gathered rows, inside somebody else's transaction. */
export function createUsageWriter(db: DatabaseSync): (rows: readonly UsageMinute[]) => void {
  const add = prepareAdd(db, MINUTES);
  return (rows) => {
    for (const row of rows) add(row.minute, row);
  };
}

/** Of the receipts from before an instant the oldest become hours. */
function prepareReceiptStep(db: DatabaseSync): (before: number) => number {
  const oldest = db.prepare(`SELECT id, at, ${RECEIPT} FROM calls WHERE at < ? ORDER BY at, id LIMIT ${STEP_ROWS}`);
  const drop = db.prepare('DELETE FROM calls WHERE at = ? AND id = ?');
  const add = prepareAdd(db, HOURS);
  return (before) => {
    const rows = oldest.all(before);
    for (const row of rows) {
      const at = Number(row.at);
      add(at - (at % HOUR_MS), toSums(row));
      drop.run(at, Number(row.id));
    }
    return rows.length;
  };
}

/** Of the rows from before an instant the oldest are added to those of another table. */
function prepareCountStep(db: DatabaseSync, from: CountTable, into: CountTable, spanMs: number) {
  const { table, start } = from;
  const oldest = db.prepare(`
    SELECT ${start} AS at, ${NAMES}, ${COUNTS} FROM ${table} WHERE ${start} < ? ORDER BY ${start} LIMIT ${STEP_ROWS}`);
  const names = NAMES.split(', ').map((name) => `${name} = ?`);
  const drop = db.prepare(`DELETE FROM ${table} WHERE ${[`${start} = ?`, ...names].join(' AND ')}`);
  const add = prepareAdd(db, into);
  return (before: number): number => {
    const rows = oldest.all(before);
    for (const row of rows) {
      const [at, sums] = [Number(row.at), toSums(row)];
      add(at - (at % spanMs), sums);
      drop.run(at, ...namesOf(sums));
    }
    return rows.length;
  };
}

/** Takes one step of the roll-up, inside somebody else's transaction, and tells how many rows it moved. */
export function createRollUp(db: DatabaseSync): (old: OldUsage) => number {
  const receipts = prepareReceiptStep(db);
  const minutes = prepareCountStep(db, MINUTES, HOURS, HOUR_MS);
  const hours = prepareCountStep(db, HOURS, DAYS, DAY_MS);
  return ({ hoursBefore, daysBefore }) => receipts(hoursBefore) || minutes(hoursBefore) || hours(daysBefore);
}

export function createUsageReader(db: DatabaseSync): (from: number, to: number) => readonly UsageRow[] {
  const part = ({ table, start }: CountTable, spanMs: number): string => `
    SELECT ${spanMs} AS span, ${start} AS start, ${NAMES}, ${COUNTS} FROM ${table}
    WHERE ${start} > :from - ${spanMs} AND ${start} < :to`;
  const between = db.prepare(`
    SELECT span, start, ${NAMES}, sum(calls) AS calls, sum(shared) AS shared, sum(hits) AS hits FROM (
      SELECT ${MINUTE_MS} AS span, at - at % ${MINUTE_MS} AS start, ${RECEIPT} FROM calls
      WHERE at >= :firstMinute AND at < :endMinute
      UNION ALL ${part(MINUTES, MINUTE_MS)} UNION ALL ${part(HOURS, HOUR_MS)} UNION ALL ${part(DAYS, DAY_MS)}
    ) GROUP BY span, start, ${NAMES} ORDER BY span, start, ${NAMES}`);
  return (from, to) => {
    const firstMinute = Math.floor(from / MINUTE_MS) * MINUTE_MS;
    const endMinute = Math.ceil(to / MINUTE_MS) * MINUTE_MS;
    return between.all({ from, to, firstMinute, endMinute }).map((row): UsageRow => {
      const span = SPANS[Number(row.span)];
      if (span === undefined) throw new RangeError('a row of no known span');
      return { span, start: Number(row.start), ...toSums(row) };
    });
  };
}
