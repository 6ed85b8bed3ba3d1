import { load } from '../kit/load.ts';
import { median } from '../kit/median.ts';
import type { ServerProcess } from '../kit/processes.ts';
import { say, table } from '../kit/table.ts';
import type { Held } from './held.ts';
import { middle, type Pace, type Timed, timeOf } from './measure-queries.ts';
import { cursorsUpTo, rowsQuery } from './queries.ts';

const ROWS = [10, 100, 1_000, 10_000];
const MOST_ROWS = 10_000;
const SMALL = JSON.stringify({ query: '{ person(email: "anna@example.com") { email } }' });
/** Fewer connections than would keep the loop busy by themselves: what is looked for is what large answers do to them. */
const SMALL_CONNECTIONS = 2;

async function sayRows(held: Held, generator: ServerProcess, pace: Pace, cursors: readonly (string | null)[]) {
  const rounds = ROWS.map((): Timed[] => []);
  for (let round = -1; round < pace.rounds; round += 1) {
    for (const [index, rows] of ROWS.entries()) {
      const time = await timeOf(held, generator, rowsQuery(held, cursors, rows), pace);
      if (round >= 0) rounds[index]?.push(time);
    }
  }
  const lines = rounds.map(middle).map(({ wallMs, cpuMs }, index) => {
    const rows = ROWS[index] ?? Number.NaN;
    return [rows.toLocaleString('en'), wallMs.toFixed(2), cpuMs.toFixed(2), ((cpuMs * 1000) / rows).toFixed(1)];
  });
  say(`\nRows of one answer, of ${held.size.toLocaleString('en')} held.\n`);
  say(table(['rows', 'ms/operation', 'CPU ms/operation', 'CPU µs/row'], lines));
}

/** The p99 of small queries over a round, alone or while one large query after the other runs. */
async function smallP99({ gateway: { url } }: Held, ms: number, large?: () => string): Promise<number> {
  const small = load({ url, body: () => SMALL, ms, connections: SMALL_CONNECTIONS });
  const beside = large && load({ url, body: large, ms, connections: 1 });
  await beside;
  return (await small).p99Ms;
}

/** What an answer costs by its rows, and by how much 10,000 rows hold back a small query. */
export async function measureAnswers(held: readonly Held[], generator: ServerProcess, pace: Pace) {
  const one = held.find(({ size }) => size >= MOST_ROWS);
  if (one === undefined) throw new RangeError(`no copy holds ${MOST_ROWS} rows`);
  const cursors = await cursorsUpTo(one, MOST_ROWS);
  await sayRows(one, generator, pace, cursors);
  const [alone, beside]: [number[], number[]] = [[], []];
  for (let round = 0; round < pace.rounds; round += 1) {
    alone.push(await smallP99(one, pace.ms * 5));
    beside.push(await smallP99(one, pace.ms * 5, rowsQuery(one, cursors, MOST_ROWS)));
  }
  const [without, withIt] = [median(alone), median(beside)];
  say(
    `\np99 of a small query: alone ${without.toFixed(1)} ms, while queries of 10,000 rows run one after the other ${withIt.toFixed(1)} ms.`,
  );
  return { heldBackMs: withIt - without };
}
