import { load } from '../kit/load.ts';
import { median } from '../kit/median.ts';
import type { ServerProcess } from '../kit/processes.ts';
import { say, table } from '../kit/table.ts';
import type { Held } from './held.ts';
import { type Bodies, queriesOf } from './queries.ts';

export type Pace = { readonly rounds: number; readonly ms: number; readonly connections: number };

export type Timed = { readonly wallMs: number; readonly cpuMs: number };

/** The time and CPU of one operation, over a round. Fails if anything was called: held data answer. */
export async function timeOf(held: Held, generator: ServerProcess, body: Bodies, pace: Pace): Promise<Timed> {
  const { calls } = await generator.look();
  const before = await held.gateway.look();
  const { operations, ms } = await load({ url: held.gateway.url, body, ...pace });
  const after = await held.gateway.look();
  if ((await generator.look()).calls > calls) throw new Error('an operation over held data made a call');
  return { wallMs: (ms * pace.connections) / operations, cpuMs: (after.cpuMs - before.cpuMs) / operations };
}

export function middle(rounds: readonly Timed[]): Timed {
  return {
    wallMs: median(rounds.map(({ wallMs }) => wallMs)),
    cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
  };
}

function rowOf(name: string, times: readonly Timed[]): readonly string[] {
  const [least, most] = [times[0], times.at(-1)];
  const growth = (most?.cpuMs ?? Number.NaN) / (least?.cpuMs ?? Number.NaN);
  return [name, ...times.map(({ cpuMs }) => cpuMs.toFixed(2)), growth.toFixed(2)];
}

/** Query time over the sizes: alternating rounds, so that the machine meets all sizes alike. The first round warms up. */
export async function measureQueries(held: readonly Held[], generator: ServerProcess, pace: Pace): Promise<void> {
  const queries = await Promise.all(held.map(queriesOf));
  const rows: (readonly string[])[] = [];
  for (const name of Object.keys(queries[0] ?? {})) {
    const rounds = held.map((): Timed[] => []);
    for (let round = -1; round < pace.rounds; round += 1) {
      for (const [index, one] of held.entries()) {
        const body = queries[index]?.[name];
        if (body === undefined) continue;
        const time = await timeOf(one, generator, body, pace);
        if (round >= 0) rounds[index]?.push(time);
      }
    }
    rows.push(rowOf(name, rounds.map(middle)));
  }
  say(`\nCPU ms for one operation; one connection, medians of ${pace.rounds} alternating rounds of ${pace.ms} ms.\n`);
  say(table(['asked for', ...held.map(({ size }) => `${size.toLocaleString('en')} held`), 'last / first'], rows));
}
