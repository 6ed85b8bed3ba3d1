import { Command, CommanderError } from 'commander';
import { InputError } from '../base/errors.ts';
import { ConfigError } from '../config/variables.ts';
import { KeyRefused } from '../consumers/key-desk.ts';
import { VERSION } from '../version.ts';
import { addCheckCommand } from './check.ts';
import { addDropCommand } from './drop.ts';
import { addExplainCommand } from './explain.ts';
import { addForgetCommand } from './forget.ts';
import { addKeyCommands } from './keys.ts';
import { CommandFailed, type Operator } from './operator.ts';
import { addQuotaCommand } from './quota.ts';
import { addUsageCommand } from './usage.ts';
import { addWarmCommand } from './warm.ts';

const DONE = 0;
const FAILED = 1;
const WRONG_USE = 2;

/** The parser's words in our form. Where they do not say what is allowed, the help does. */
function told(error: string): string {
  const text = error.replace(/^error:/, 'weir:');
  return text.includes('Allowed') ? text : `${text}Allowed is what --help shows, with an example.\n`;
}

function createProgram(operator: Operator): Command {
  const program = new Command('weir')
    .description('Without a command: starts the gateway. It takes its settings from the same variables as the gateway.')
    .version(VERSION, '-V, --version', 'tell the version')
    .exitOverride()
    .configureOutput({
      writeOut: operator.say,
      writeErr: operator.complain,
      outputError: (text, write) => write(told(text)),
    })
    .helpCommand(false)
    .addHelpText('after', '\nExample:\n  $ weir keys create dashboard --scope read:visit --budget 500/86400');
  addKeyCommands(program, operator);
  addUsageCommand(program, operator);
  addQuotaCommand(program, operator);
  addExplainCommand(program, operator);
  addCheckCommand(program, operator);
  addDropCommand(program, operator);
  addForgetCommand(program, operator);
  addWarmCommand(program, operator);
  return program;
}

function exitCodeOf(error: unknown, { complain }: Operator): number {
  // The parser has said by itself what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USE;
  if (error instanceof ConfigError || error instanceof InputError) {
    complain(`weir: ${error.message}\n`);
    return WRONG_USE;
  }
  const known = error instanceof KeyRefused || error instanceof CommandFailed;
  complain(`weir: ${known ? '' : 'the command failed: '}${error instanceof Error ? error.message : 'unknown error'}\n`);
  return FAILED;
}

/** Runs one command. The exit code: 0 done, 1 failed, 2 used wrongly. */
export async function runCommandLine(args: readonly string[], operator: Operator): Promise<number> {
  try {
    await createProgram(operator).parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    return exitCodeOf(error, operator);
  }
}
