import { randomInt } from 'node:crypto';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { NODE, PROGRAM, startProcess } from './process.ts';

type Environment = Readonly<Record<string, string>>;

export type Outcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs one command of `weir` in a process of its own, to its end. */
export async function runWeir(env: Environment, ...args: readonly string[]): Promise<Outcome> {
  await using command = startProcess({ env, command: [NODE, PROGRAM, ...args] });
  const { code } = await command.exit;
  return { code, stdout: command.stdout(), stderr: command.stderr() };
}

/** The same in this process, with the settings and the time of a test. */
export async function runCommand(
  { env, clock = systemClock }: { readonly env: Environment; readonly clock?: Clock },
  ...args: readonly string[]
): Promise<Outcome> {
  const texts = { stdout: '', stderr: '' };
  const code = await runCommandLine(args, {
    env,
    clock,
    draw: randomInt,
    say: (text) => {
      texts.stdout += text;
    },
    complain: (text) => {
      texts.stderr += text;
    },
  });
  return { code, ...texts };
}
