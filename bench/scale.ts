import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sayFigures } from './kit/figures.ts';
import { startServer } from './kit/processes.ts';
import { say, table } from './kit/table.ts';
import { measureAnswers } from './scale/answers.ts';
import { type Held, holdVisitors } from './scale/held.ts';
import { measureQueries } from './scale/measure-queries.ts';

const quick = process.argv.includes('--quick');
const SIZES = quick ? [1_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000];
const pace = { rounds: quick ? 3 : 5, ms: quick ? 100 : 500, connections: 1 };
const MEGABYTE = 1_000_000;

/** What each record more costs the process, over the smallest copy. */
function bytesPerRecord(held: readonly Held[], bytes: (one: Held) => number): number {
  const [least, most] = [held[0], held.at(-1)];
  if (least === undefined || most === undefined) return Number.NaN;
  return (bytes(most) - bytes(least)) / (most.size - least.size);
}

function sayHeld(held: readonly Held[]): void {
  say(
    'Visitors in SQLite, written by the gateway as its upstream gave them, then found by a process that starts anew.\n',
  );
  const heads = ['held', 'reading in, s', 'RSS after it, MB', 'restart, ms', 'RSS after it, MB'];
  const rows = held.map(({ size, fillMs, filledBytes, restartMs, restartedBytes }) => [
    size.toLocaleString('en'),
    (fillMs / 1000).toFixed(1),
    (filledBytes / MEGABYTE).toFixed(0),
    restartMs.toFixed(0),
    (restartedBytes / MEGABYTE).toFixed(0),
  ]);
  say(table(heads, rows));
}

const folder = mkdtempSync(join(tmpdir(), 'weir-bench-'));
await using generator = await startServer('scale/generator.ts');
const held: Held[] = [];
try {
  for (const size of SIZES) held.push(await holdVisitors(folder, generator, size));
  sayHeld(held);
  await measureQueries(held, generator, pace);
  const { heldBackMs } = await measureAnswers(held, generator, pace);
  const many = (SIZES.at(-1) ?? 0).toLocaleString('en');
  sayFigures([
    {
      name: `memory per record, ${many} held, in the process that read them in`,
      measured: bytesPerRecord(held, ({ filledBytes }) => filledBytes),
      unit: ' bytes',
      atMost: 200,
    },
    {
      name: `memory per record, ${many} held, after a restart`,
      measured: bytesPerRecord(held, ({ restartedBytes }) => restartedBytes),
      unit: ' bytes',
      atMost: 200,
    },
    {
      name: 'p99 of a small query while a 10,000-row query runs, against alone',
      measured: heldBackMs,
      unit: ' ms',
      atMost: 50,
    },
  ]);
} finally {
  for (const { gateway } of held) await gateway[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
}
