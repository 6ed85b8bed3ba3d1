import { Argument, type Command } from 'commander';
import { forgetEverywhere } from '../loading/forget.ts';
import { toAddress } from './arguments.ts';
import { type Form, type Operator, tell, withStore } from './operator.ts';

async function forget(operator: Operator, address: string, form: Form): Promise<void> {
  const { removed, cleared } = await withStore(operator, (store) => forgetEverywhere(store, address));
  tell(operator, form, { removed, cleared }, `${removed} records removed, ${cleared} others cleared of the address\n`);
}

export function addForgetCommand(program: Command, operator: Operator): void {
  program
    .command('forget')
    .summary('removes a person from everything held')
    .description(
      'Removes a person from everything held: records found by the address and what refers to them; from other records the address. A running gateway drops its held answers within two seconds. It costs no call. Do it after the upstreams have removed the person: what they still tell is held again.',
    )
    .addArgument(new Argument('<email>', 'whose records').argParser(toAddress))
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir forget anna@example.com')
    .action((address: string, form: Form) => forget(operator, address, form));
}
