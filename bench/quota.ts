import type { PermitStore, PermitWindow } from '../src/store/permits.ts';
import { sayFigures } from './kit/figures.ts';
import { median } from './kit/median.ts';
import { say, table } from './kit/table.ts';
import { openBareCommits } from './quota/bare-commit.ts';
import { type Contender, HAS_REDIS, openContenders } from './quota/stores.ts';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 3 : 7;
/** How many wait at a time, and the permits of a round. */
const LOADS = [
  { waiting: 1, permits: quick ? 150 : 600 },
  { waiting: 16, permits: quick ? 960 : 4_800 },
  { waiting: 64, permits: quick ? 1_280 : 6_400 },
];

/** A call of an upstream with two windows, as Visual Visitor's. */
const windows: readonly PermitWindow[] = [
  { key: 'VISUAL_VISITOR ip-20m', limit: 1_000_000, lengthMs: 1_200_000 },
  { key: 'VISUAL_VISITOR 0123456789ab key-day', limit: 1_000_000, lengthMs: 86_400_000 },
];
const request = {
  payers: [{ account: 'VISUAL_VISITOR 0123456789ab', credential: 'key-1', windows }],
  call: { upstream: 'VISUAL_VISITOR', endpoint: 'leads', consumer: 'bench', operation: 'Bench', attempt: 1 },
  timeoutMs: 8_000,
};
const end = { outcome: 'OK', durationMs: 120, bytes: 4_000, answered: true };

type Measured = {
  readonly cpuUs: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One who takes permits one after the other. As in the gateway nobody waits for an end: it is told and the next permit asked for. */
async function takeInTurn(permits: PermitStore, count: number, waits: number[]): Promise<void> {
  const ends: Promise<void>[] = [];
  for (let done = 0; done < count; done += 1) {
    const askedAt = performance.now();
    const decision = await permits.take(request);
    waits.push(performance.now() - askedAt);
    if (decision.kind !== 'permit') throw new RangeError('the windows of the benchmark are full');
    ends.push(permits.settle(decision.id, end));
  }
  await Promise.all(ends);
}

/** CPU of all threads of the process for a permit with its receipt and its end, and how long a call waits for it. */
async function measure(permits: PermitStore, load: (typeof LOADS)[number]): Promise<Measured> {
  const each = load.permits / load.waiting;
  const waits: number[] = [];
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: load.waiting }, () => takeInTurn(permits, each, waits)));
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = (load.permits * 1000) / (performance.now() - startedAt);
  waits.sort((a, b) => a - b);
  return {
    cpuUs: (user + system) / load.permits,
    perSecond,
    p50Ms: quantile(waits, 0.5),
    p99Ms: quantile(waits, 0.99),
  };
}

type Row = { readonly contender: Contender; readonly load: (typeof LOADS)[number]; readonly rounds: Measured[] };

async function run(rows: readonly Row[]): Promise<number> {
  const bare = openBareCommits();
  const bareCpu: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { contender, load, rounds } of rows) {
      const measured = await measure(contender.permits, load);
      // The first round only warms up.
      if (round >= 0) rounds.push(measured);
    }
    const { cpuUs } = bare.measure(quick ? 100 : 300);
    if (round >= 0) bareCpu.push(cpuUs);
  }
  bare.close();
  return median(bareCpu);
}

function middle({ rounds }: Row, what: keyof Measured): number {
  return median(rounds.map((round) => round[what]));
}

function cellsOf(row: Row): readonly (string | number)[] {
  const { contender, load } = row;
  return [
    contender.name,
    load.waiting,
    middle(row, 'perSecond').toFixed(0),
    middle(row, 'cpuUs').toFixed(0),
    middle(row, 'p50Ms').toFixed(2),
    middle(row, 'p99Ms').toFixed(2),
  ];
}

const contenders = await openContenders();
const rows = contenders.flatMap((contender) => LOADS.map((load): Row => ({ contender, load, rounds: [] })));
const bareUs = await run(rows);
for (const { close } of contenders) await close();

say(`Permit, receipt and end of a call with two windows; medians of ${ROUNDS} alternating rounds.\n`);
say(table(['store', 'waiting', 'permits/s', 'CPU µs a permit', 'wait p50 ms', 'wait p99 ms'], rows.map(cellsOf)));
say(`\nA bare commit of one row on this disk: ${bareUs.toFixed(0)} µs of CPU.`);
if (!HAS_REDIS) say('Redis is left out: no redis-server was found.');
const onSqlite = (waiting: number): number => {
  const row = rows.find(({ contender, load }) => contender.name === 'SQLite' && load.waiting === waiting);
  return row === undefined ? Number.NaN : middle(row, 'cpuUs');
};
sayFigures([
  { name: 'CPU of a permit on SQLite, 16 waiting', measured: onSqlite(16), unit: ' µs', atMost: 30 },
  { name: 'CPU of a permit on SQLite, alone', measured: onSqlite(1), unit: ' µs', atMost: 120 },
]);
