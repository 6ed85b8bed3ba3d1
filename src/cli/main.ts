import { randomInt } from 'node:crypto';
import { systemClock } from '../base/clock.ts';
import type { Environment } from '../config/variables.ts';
import { runCommandLine } from './command-line.ts';

/** Runs the command of this process and leaves its exit code. */
export async function main(args: readonly string[], env: Environment): Promise<void> {
  process.exitCode = await runCommandLine(args, {
    env,
    clock: systemClock,
    draw: randomInt,
    say: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    ...(process.stderr.isTTY && { terminal: process.stderr }),
  });
}
