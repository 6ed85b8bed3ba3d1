import type { Clock } from '../base/clock.ts';
import type { TableProgress } from '../model/health.ts';
import type { TableBeginning, TablesUnderWay } from '../model/tables-under-way.ts';

type Reading = {
  readonly beganAt: number;
  readonly table: TableBeginning;
  readonly calls: Map<string, number>;
  records: number;
  /** Under way, or what it came to. */
  count?: Promise<number | null>;
};

/** Records are counted once; where that was not possible, again when somebody looks the next time. */
async function countOf(reading: Reading): Promise<number | null> {
  reading.count ??= reading.table.count().catch(() => null);
  const all = await reading.count;
  if (all === null) delete reading.count;
  return all;
}

/** By its pace so far, or by what the windows let through if that takes longer. */
async function secondsFor(recordsLeft: number, { beganAt, table, calls, records }: Reading, now: number) {
  if (recordsLeft === 0) return 0;
  if (records === 0) return null;
  const share = recordsLeft / records;
  // Without a word of the store its windows are not known.
  const waits = [...calls].map(([endpoint, n]) => table.waitFor(endpoint, Math.ceil(n * share)).catch(() => 0));
  return Math.ceil(Math.max(((now - beganAt) / 1000) * share, ...(await Promise.all(waits))));
}

async function progressOf(reading: Reading, clock: Clock): Promise<TableProgress> {
  const { beganAt, table } = reading;
  const all = await countOf(reading);
  const { records } = reading;
  const recordsLeft = all === null ? null : Math.max(0, all - records);
  return {
    consumer: table.consumer,
    operation: table.operation,
    startedAt: beganAt,
    records,
    calls: [...reading.calls.values()].reduce((sum, n) => sum + n, 0),
    recordsLeft,
    secondsLeft: recordsLeft === null ? null : await secondsFor(recordsLeft, reading, clock.now()),
  };
}

/** Knows the tables that this process is reading, and how far each has come. */
export function watchTables(clock: Clock): TablesUnderWay {
  const readings = new Set<Reading>();
  return {
    begin: (table) => {
      const reading: Reading = { beganAt: clock.now(), table, calls: new Map(), records: 0 };
      readings.add(reading);
      return {
        onPage: (records, endpoints) => {
          reading.records += records;
          for (const endpoint of endpoints) reading.calls.set(endpoint, (reading.calls.get(endpoint) ?? 0) + 1);
        },
        progress: () => progressOf(reading, clock),
        end: () => void readings.delete(reading),
      };
    },
    report: () => Promise.all([...readings].map((reading) => progressOf(reading, clock))),
  };
}
