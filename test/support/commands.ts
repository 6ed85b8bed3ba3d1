import { type Exit, NODE, PROGRAM, startProcess } from './process.ts';

export type Outcome = { readonly code: Exit['code']; readonly stdout: string; readonly stderr: string };

/** Runs one command of `weir` in a process of its own, to its end. */
export async function runWeir(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Outcome> {
  await using command = startProcess({ env, command: [NODE, PROGRAM, ...args] });
  const { code } = await command.exit;
  return { code, stdout: command.stdout(), stderr: command.stderr() };
}
