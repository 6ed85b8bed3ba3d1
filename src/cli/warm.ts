import { Argument, type Command } from 'commander';
import { chooseNames, warmCopies } from '../warm.ts';
import { CommandFailed, type Form, type Operator, table, tell, withStore } from './operator.ts';
import { withOutbound } from './outbound.ts';
import { showWarming } from './warm-progress.ts';

/** All of them, with a word after each. */
async function gather<T>(items: AsyncIterable<T>, afterEach: () => void): Promise<readonly T[]> {
  const gathered: T[] = [];
  for await (const item of items) {
    gathered.push(item);
    afterEach();
  }
  return gathered;
}

async function warm(operator: Operator, given: readonly string[], form: Form): Promise<void> {
  const { clock } = operator;
  const copies = await withStore(operator, (store, config) => {
    const progress = showWarming(operator, given.length > 0 ? given : config.collections.warm);
    return withOutbound(operator, { config, store, progress }, async ({ sources }) => {
      const warming = { sources, clock, signal: new AbortController().signal };
      const names = chooseNames(warming, given, config.collections.warm);
      progress.begin();
      try {
        return await gather(warmCopies(warming, names), progress.next);
      } finally {
        progress.end();
      }
    });
  });
  const calls = copies.reduce((sum, one) => sum + one.calls, 0);
  const rows = copies.map((one) => [
    one.name,
    String(one.rows),
    String(one.calls),
    one.stopped ?? 'up to date',
    String(one.retryAfterSeconds ?? '-'),
  ]);
  const columns = ['collection', 'rows', 'calls', 'state', 'retry after'];
  tell(operator, form, { calls, copies }, `${table(columns, rows)}${calls} calls\n`);
  const stopped = copies.filter(({ stopped }) => stopped !== null).map(({ name }) => name);
  if (stopped.length > 0)
    throw new CommandFailed(`not up to date: ${stopped.join(', ')}; the next run goes on from there`);
}

export function addWarmCommand(program: Command, operator: Operator): void {
  program
    .command('warm')
    .summary('fills held copies ahead of a query')
    .description(
      'Brings the held copies of collections up to date in the store that the gateway uses, as consumer weir in the lane bi. It goes on from where the last reading stopped, and stops where quota ends; exit code 1 then.',
    )
    .addArgument(new Argument('[names...]', 'collections; without any, those of collections.warm'))
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir warm visit.visitors iadvize.operators')
    .action((names: readonly string[], form: Form) => warm(operator, names, form));
}
