import { Argument, type Command } from 'commander';
import { recordOf, type UpstreamRecord } from '../domains/record-of.ts';
import { dropRecords } from '../loading/drop.ts';
import { repeated } from './arguments.ts';
import { type Form, type Operator, tell, withStore } from './operator.ts';

/** Of a copy that is being brought in one page is waited for, and of a process that died its silence. */
const PATIENCE_MS = 60_000;

async function drop(operator: Operator, records: readonly UpstreamRecord[], form: Form): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const rows = await withStore(operator, (store) => dropRecords(store, operator.clock, records, signal));
  tell(
    operator,
    form,
    { records: records.length, rows },
    `${records.length} records dropped, ${rows} rows of copies\n`,
  );
}

export function addDropCommand(program: Command, operator: Operator): void {
  program
    .command('drop')
    .summary('drops what is held of single records')
    .description(
      'Drops what is held of single records, and nothing else, so that they are read again when somebody asks for them: for when a vendor has corrected a record and nothing tells so. A running gateway drops what it holds within two seconds. It makes no call.',
    )
    .addArgument(new Argument('<id...>', 'their global ids, as `id` tells them').argParser(repeated(recordOf)))
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir drop VmlzaXRvcjowZDdoN2h2dzA3OXJ6OjJodzI2NnR3cGowbTg')
    .action((records: readonly UpstreamRecord[], form: Form) => drop(operator, records, form));
}
