import { join } from 'node:path';
import { makeFolder, startProcess } from '../test/support/process.ts';
import { sayFigures } from './kit/figures.ts';
import { median } from './kit/median.ts';

const ROUNDS = process.argv.includes('--quick') ? 3 : 9;

/** How long until the ready line, on a store that a killed gateway has left behind; the first start finds none. */
async function measure(): Promise<readonly number[]> {
  using folder = makeFolder();
  const env = { WEIR_STORE: `sqlite:${join(folder.path, 'weir.db')}`, WEIR_LOG: 'silent' };
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const from = performance.now();
    await using gateway = startProcess({ env });
    await gateway.ready;
    times.push(performance.now() - from);
    gateway.kill('SIGKILL');
    await gateway.exit;
  }
  return times;
}

const [first = 0, ...again] = await measure();
process.stdout.write(
  `From the start of the process to its ready line, sandbox mode with its simulators: ${first.toFixed(0)} ms at first; ` +
    `after kill -9, of ${ROUNDS} rounds: ${median(again).toFixed(0)} ms in the middle, ${Math.max(...again).toFixed(0)} ms at most.\n`,
);
sayFigures([
  {
    name: 'start of the sandbox until it is ready',
    measured: Math.max(first, median(again)),
    unit: ' ms',
    atMost: 1_500,
  },
]);
