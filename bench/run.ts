import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { FIGURE_LINE } from './kit/figures.ts';
import { say } from './kit/table.ts';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
/** One after the other: each wants the machine for itself. The quick run is to end in two minutes. */
const BENCHES = ['http', 'calls', 'scale', 'quota', 'start', ...(quick ? [] : ['tables', 'serialise'])];

const figures: string[] = [];
const failed: string[] = [];

/** Shows what a bench says as it says it, and keeps the lines that tell a figure. */
async function run(name: string, path: string): Promise<void> {
  say(`## ${name}\n`);
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    process.stdout.write(part);
  });
  const [code] = await once(child, 'close');
  figures.push(...text.split('\n').filter((line) => FIGURE_LINE.test(line)));
  if (code !== 0) failed.push(name);
  say('');
}

const from = performance.now();
const [cpu] = cpus();
say(
  `${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
);
for (const name of BENCHES) {
  const path = join(import.meta.dirname, `${name}.ts`);
  if (existsSync(path)) await run(name, path);
}
say(`## figures\n\n${figures.join('\n')}\n`);
say(`${((performance.now() - from) / 1000).toFixed(0)} s`);
if (failed.length > 0) {
  process.stderr.write(`failed to run: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}
