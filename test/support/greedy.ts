import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GreedyOptions } from './greedy-process.ts';
import { type GatewayProcess, NODE, startProcess } from './process.ts';

const PROGRAM = join(import.meta.dirname, 'greedy-process.ts');
/** Kept from one run to the next: each of the many processes reads the same files. */
const COMPILE_CACHE = join(tmpdir(), 'weir-test-compile-cache');

/** A process of many clients that call as often as the ledger lets them, until SIGTERM. */
export function startGreedy(options: GreedyOptions): GatewayProcess {
  return startProcess({
    command: [NODE, PROGRAM],
    env: { GREEDY: JSON.stringify(options), NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
}
