import { deepStrictEqual } from 'node:assert';
import { askData } from '../kit/ask.ts';
import { load } from '../kit/load.ts';
import { median } from '../kit/median.ts';
import type { ServerProcess } from '../kit/processes.ts';
import { table } from '../kit/table.ts';

/** One server of a case, by the name that the table gives it. */
export type Entry = { readonly name: string; readonly server: ServerProcess };

export type Case = {
  readonly body: () => string;
  /** The first is what the others are compared with. */
  readonly entries: readonly Entry[];
};

export type Pace = { readonly rounds: number; readonly ms: number; readonly connections: number };

type Round = {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p99Ms: number;
  readonly rssMb: number;
  readonly calls: number;
};

/** Medians over the rounds. */
export type Result = Round & { readonly name: string };

const MEGABYTE = 1_000_000;

async function measure({ server }: Entry, body: () => string, upstream: ServerProcess, pace: Pace): Promise<Round> {
  const callsBefore = (await upstream.look()).calls;
  const before = await server.look();
  const { operations, ms, p99Ms } = await load({ url: server.url, body, ...pace });
  const after = await server.look();
  const calls = (await upstream.look()).calls - callsBefore;
  await server.empty();
  return {
    perSecond: (operations * 1000) / ms,
    cpuMs: (after.cpuMs - before.cpuMs) / operations,
    p99Ms,
    rssMb: after.rssBytes / MEGABYTE,
    calls: calls / operations,
  };
}

/** Whoever answers anything else is not measured. */
async function checkAnswers({ body, entries }: Case): Promise<void> {
  const [first, ...others] = entries;
  const expected = first && (await askData(first.server.url, body()));
  for (const { name, server } of others)
    deepStrictEqual(await askData(server.url, body()), expected, `${name} answers something else`);
}

/** Alternating rounds: what the machine does meanwhile meets all of them. The first one only warms up. */
export async function runCase(one: Case, upstream: ServerProcess, pace: Pace): Promise<readonly Result[]> {
  await checkAnswers(one);
  const rounds = one.entries.map((): Round[] => []);
  for (let round = -1; round < pace.rounds; round += 1) {
    for (const [index, entry] of one.entries.entries()) {
      const result = await measure(entry, one.body, upstream, pace);
      if (round >= 0) rounds[index]?.push(result);
    }
  }
  const middle = (of: readonly Round[], value: (round: Round) => number): number => median(of.map(value));
  return one.entries.map(({ name }, index) => {
    const own = rounds[index] ?? [];
    return {
      name,
      perSecond: middle(own, ({ perSecond }) => perSecond),
      cpuMs: middle(own, ({ cpuMs }) => cpuMs),
      p99Ms: middle(own, ({ p99Ms }) => p99Ms),
      rssMb: middle(own, ({ rssMb }) => rssMb),
      calls: middle(own, ({ calls }) => calls),
    };
  });
}

const HEADS = ['server', 'operations/s', 'ratio', 'CPU ms/operation', 'p99 ms', 'RSS MB', 'calls/operation'];

export function resultTable(results: readonly Result[]): string {
  const base = results[0]?.perSecond ?? Number.NaN;
  return table(
    HEADS,
    results.map(({ name, perSecond, cpuMs, p99Ms, rssMb, calls }) => [
      name,
      perSecond.toFixed(0),
      (perSecond / base).toFixed(2),
      cpuMs.toFixed(3),
      p99Ms.toFixed(1),
      rssMb.toFixed(0),
      calls.toFixed(2),
    ]),
  );
}
