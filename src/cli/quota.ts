import type { Command } from 'commander';
import type { Outbound } from '../compose.ts';
import { createKeyDesk, stateOfKey } from '../consumers/key-desk.ts';
import { namedBudgets } from '../model/consumer.ts';
import type { Store } from '../store/store.ts';
import type { BudgetView } from '../transport/quota/ledger.ts';
import { wholeNumber } from './arguments.ts';
import { type Form, type Operator, table, tell, toIso, withAccounts, withStore } from './operator.ts';
import { withOutbound } from './outbound.ts';

const DAY_SECONDS = 86_400;

type QuotaOptions = Form & { readonly hold?: number };

type Line = BudgetView & { readonly owner: string };

async function windowLines({ ledger }: Outbound): Promise<readonly Line[]> {
  await ledger.refresh();
  return ledger
    .windows()
    .map(({ upstream, credential, ...window }) => ({ ...window, owner: `${upstream} ${credential}` }));
}

async function budgetLines({ ledger }: Outbound, { keys }: Store, operator: Operator): Promise<readonly Line[]> {
  const { clock, draw } = operator;
  const records = await createKeyDesk(keys, clock, draw).list();
  const valid = records.filter((record) => stateOfKey(record, clock.now()) === 'valid');
  const views = await Promise.all(
    valid.map(async ({ name, budgets }) => {
      const views = await ledger.budgets(name, namedBudgets(budgets));
      return views.map((view) => ({ ...view, owner: `consumer ${name}` }));
    }),
  );
  return views.flat();
}

function view({ owner, name, limit, windowSeconds, used, reserved, remaining, resetsAt }: Line) {
  return { owner, name, limit, windowSeconds, used, reserved, remaining, resetsAt: toIso(resetsAt) };
}

async function quota(operator: Operator, { hold, ...form }: QuotaOptions): Promise<void> {
  const lines = await withStore(operator, (store, config) =>
    withOutbound(operator, { config: withAccounts(operator.env, config), store }, async (outbound) => {
      if (hold !== undefined) await outbound.ledger.hold(hold * 1000);
      return [...(await windowLines(outbound)), ...(await budgetLines(outbound, store, operator))].map(view);
    }),
  );
  const heldUntil = hold === undefined ? null : toIso(operator.clock.now() + hold * 1000);
  const rows = lines.map((line) => Object.values(line).map((cell) => String(cell ?? '-')));
  const columns = ['whose', 'window', 'limit', 'seconds', 'used', 'reserved', 'remaining', 'next free'];
  const said = heldUntil === null ? '' : `No call leaves until ${heldUntil}\n`;
  tell(operator, form, { heldUntil, windows: lines }, said + table(columns, rows));
}

export function addQuotaCommand(program: Command, operator: Operator): void {
  program
    .command('quota')
    .summary('tells what is left, or holds all calls')
    .description(
      "Tells what is left of every upstream's windows and of the consumers' budgets, over all gateways on this store.",
    )
    .option(
      '--hold <seconds>',
      'no call leaves for so long, to any upstream: for when the vendors may count calls that the store has lost',
      wholeNumber(1, 31 * DAY_SECONDS),
    )
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir quota --hold 1200')
    .action((options: QuotaOptions) => quota(operator, options));
}
