import type { Clock } from '../base/clock.ts';
import { untilAborted } from '../base/wait.ts';
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

/** Records are counted once, when the first are there; where that was not possible, or fewer were counted than came, again when somebody looks. */
async function countOf(reading: Reading): Promise<number | null> {
  if (reading.records === 0) return null;
  reading.count ??= reading.table.count().catch(() => null);
  const all = await reading.count;
  if (all === null || all < reading.records) delete reading.count;
  return all;
}

/** By its pace so far, or by what the windows let through if that takes longer. */
async function secondsFor(recordsLeft: number, { beganAt, table, calls, records }: Reading, now: number) {
  if (recordsLeft === 0) return 0;
  const share = recordsLeft / records;
  const further = new Map([...calls].map(([endpoint, n]) => [endpoint, Math.ceil(n * share)]));
  // Without a word of the store its windows are not known.
  const wait = await table.waitFor(further).catch(() => 0);
  return wait === null ? null : Math.ceil(Math.max(((now - beganAt) / 1000) * share, wait));
}

function sumsOf({ table, beganAt, records, calls }: Reading) {
  return {
    consumer: table.consumer,
    operation: table.operation,
    startedAt: beganAt,
    records,
    calls: [...calls.values()].reduce((sum, n) => sum + n, 0),
  };
}

async function progressOf(reading: Reading, clock: Clock): Promise<TableProgress> {
  const all = await countOf(reading);
  const sums = sumsOf(reading);
  const recordsLeft = all === null ? null : Math.max(0, all - sums.records);
  const secondsLeft = recordsLeft === null ? null : await secondsFor(recordsLeft, reading, clock.now());
  return { ...sums, recordsLeft, secondsLeft };
}

/** Knows the tables that this process is reading, and how far each has come. */
export function watchTables(clock: Clock): TablesUnderWay {
  const readings = new Set<Reading>();
  return {
    begin: (table) => {
      const reading: Reading = { beganAt: clock.now(), table, calls: new Map(), records: 0 };
      readings.add(reading);
      return {
        onCalls: (endpoints) => {
          for (const endpoint of endpoints) reading.calls.set(endpoint, (reading.calls.get(endpoint) ?? 0) + 1);
        },
        onPage: (records) => {
          reading.records += records;
        },
        progress: () => progressOf(reading, clock),
        whole: () => ({ ...sumsOf(reading), recordsLeft: 0, secondsLeft: 0 }),
        end: () => void readings.delete(reading),
      };
    },
    report: (signal) => untilAborted(Promise.all([...readings].map((reading) => progressOf(reading, clock))), signal),
  };
}
