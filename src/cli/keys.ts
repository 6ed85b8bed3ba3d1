import { Argument, type Command } from 'commander';
import type { Lane } from '../base/lane.ts';
import { ConfigError } from '../config/variables.ts';
import { createKeyDesk, type IssuedKey, type KeyDesk, stateOfKey } from '../consumers/key-desk.ts';
import { type Budget, READ_SCOPES, type ScopeName } from '../model/consumer.ts';
import type { KeyRecord } from '../store/keys.ts';
import { repeated, toBudget, toExpiry, toLane, toName, toScope, wholeNumber } from './arguments.ts';
import { type Form, type Operator, table, tell, toIso, withStore } from './operator.ts';

const DAY_SECONDS = 86_400;
const MOST_OVERLAP_SECONDS = 366 * DAY_SECONDS;

type CreateOptions = Form & {
  readonly scope?: readonly ScopeName[];
  readonly lane: Lane;
  readonly budget?: readonly Budget[];
  readonly maxCost?: number;
  readonly savedOnly?: boolean;
  readonly expires?: number;
};

function budgetText({ calls, seconds, upstream }: Budget): string {
  return `${calls}/${seconds}${upstream === null ? '' : `:${upstream}`}`;
}

/** A key as it is told: nothing of its secrets but their times. */
function view(record: KeyRecord, now: number) {
  const { name, scopes, lane, budgets, maxCost, savedOnly = false, secrets } = record;
  return {
    name,
    state: stateOfKey(record, now),
    scopes,
    lane,
    budgets,
    maxCost,
    savedOnly,
    createdAt: toIso(record.createdAt),
    rotatedAt: toIso(record.rotatedAt),
    expiresAt: toIso(record.expiresAt),
    revokedAt: toIso(record.revokedAt),
    secrets: secrets.map(({ createdAt, validUntil }) => ({
      createdAt: toIso(createdAt),
      validUntil: toIso(validUntil),
    })),
  };
}

function row(record: KeyRecord, now: number): readonly string[] {
  const { name, state, scopes, lane, budgets, maxCost, savedOnly, createdAt, rotatedAt, expiresAt } = view(record, now);
  const limits = budgets.map(budgetText).join(' ');
  return [
    name,
    state,
    lane,
    scopes.join(' '),
    limits || '-',
    String(maxCost ?? '-'),
    savedOnly ? 'saved' : 'any',
    createdAt ?? '-',
    rotatedAt ?? '-',
    expiresAt ?? '-',
  ];
}

/** The key itself goes to standard output alone, so that a script can take it from there. */
function tellIssued(operator: Operator, form: Form, { secret, record }: IssuedKey): void {
  tell(operator, form, { key: secret, ...view(record, operator.clock.now()) }, `${secret}\n`);
  if (!form.json)
    operator.complain(`This is the key of ${record.name}. It is shown once: only a digest of it is kept.\n`);
}

function atDesk<T>(operator: Operator, work: (desk: KeyDesk) => Promise<T>): Promise<T> {
  return withStore(operator, (store) => work(createKeyDesk(store.keys, operator.clock, operator.draw)));
}

function checkBudgets(budgets: readonly Budget[]): void {
  const windows = budgets.map(({ seconds, upstream }) => `${seconds} ${upstream}`);
  if (new Set(windows).size < windows.length)
    throw new ConfigError('--budget', 'is given twice for one window', 'each length of each upstream once');
}

function checkName(name: string, taken: readonly { readonly name: string }[]): void {
  if (taken.some((consumer) => consumer.name === name))
    throw new ConfigError('NAME', 'is taken by WEIR_CONSUMER_KEYS', 'another name, so that their accounts stay apart');
}

async function create(operator: Operator, name: string, options: CreateOptions): Promise<void> {
  const { scope = READ_SCOPES, lane, budget = [], maxCost = null, savedOnly = false, expires = null } = options;
  checkBudgets(budget);
  const wish = { name, scopes: [...new Set(scope)], lane, budgets: budget, maxCost, savedOnly, expiresAt: expires };
  const issued = await withStore(operator, async (store, { consumers }) => {
    checkName(name, consumers);
    return createKeyDesk(store.keys, operator.clock, operator.draw).create(wish);
  });
  tellIssued(operator, options, issued);
}

async function list(operator: Operator, form: Form): Promise<void> {
  const records = await atDesk(operator, (desk) => desk.list());
  const now = operator.clock.now();
  const names = ['name', 'state', 'lane', 'scopes', 'budgets', 'max cost', 'queries', 'created', 'rotated', 'expires'];
  const rows = records.map((record) => row(record, now));
  tell(
    operator,
    form,
    records.map((record) => view(record, now)),
    table(names, rows),
  );
}

type RotateOptions = Form & { readonly overlap: number; readonly expires?: number };

async function rotate(operator: Operator, name: string, options: RotateOptions): Promise<void> {
  const { overlap, expires = null } = options;
  tellIssued(operator, options, await atDesk(operator, (desk) => desk.rotate(name, overlap * 1000, expires)));
}

async function revoke(operator: Operator, name: string, form: Form): Promise<void> {
  const record = await atDesk(operator, (desk) => desk.revoke(name));
  tell(operator, form, view(record, operator.clock.now()), `${name} is revoked\n`);
}

function addCreate(keys: Command, operator: Operator): void {
  keys
    .command('create')
    .summary('makes a key')
    .description('Makes a key and shows it, once. It is valid at once: a running gateway sees it within a second.')
    .addArgument(new Argument('<name>', 'whose key it is: the name in usage and budgets').argParser(toName))
    .option('--scope <scope>', `what it opens, several times; without: ${READ_SCOPES.join(' ')}`, repeated(toScope))
    .option('--lane <lane>', 'interactive, or bi for what reads in bulk', toLane, 'interactive')
    .option('--budget <calls/seconds[:upstream]>', 'at most so many upstream calls, several times', repeated(toBudget))
    .option('--max-cost <calls>', 'the most upstream calls of one operation', wholeNumber(0, 10_000_000))
    .option('--saved-only', 'refuse every text but that of a saved query')
    .option('--expires <date>', 'a day (its start) or an instant, UTC', toExpiry(operator.clock.now))
    .option('--json', 'tell it as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ weir keys create dashboard --scope read:visit --scope usage --lane bi --budget 500/86400:VISIT --expires 2027-12-31',
    )
    .action((name: string, options: CreateOptions) => create(operator, name, options));
}

function addRotate(keys: Command, operator: Operator): void {
  keys
    .command('rotate')
    .summary('makes a new secret for a key')
    .description('Makes a new secret for a key and shows it, once. The old one holds until the overlap ends.')
    .addArgument(new Argument('<name>', 'whose key it is').argParser(toName))
    .option('--overlap <seconds>', 'how long both hold', wholeNumber(0, MOST_OVERLAP_SECONDS), DAY_SECONDS)
    .option('--expires <date>', 'a new expiry: a day (its start) or an instant, UTC', toExpiry(operator.clock.now))
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir keys rotate dashboard --overlap 3600')
    .action((name: string, options: RotateOptions) => rotate(operator, name, options));
}

export function addKeyCommands(program: Command, operator: Operator): void {
  const keys = program
    .command('keys')
    .summary('makes, lists, rotates and revokes keys of consumers')
    .description('The keys of consumers: made, listed, rotated and revoked.')
    .helpCommand(false)
    .addHelpText('after', '\nExample:\n  $ weir keys list');
  addCreate(keys, operator);
  keys
    .command('list')
    .summary('lists all keys')
    .description('Lists all keys with what they may do. Their secrets are kept nowhere.')
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir keys list --json')
    .action((form: Form) => list(operator, form));
  keys
    .command('revoke')
    .summary('ends a key')
    .description('Ends a key, within a second and for good.')
    .addArgument(new Argument('<name>', 'whose key it is').argParser(toName))
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir keys revoke dashboard')
    .action((name: string, form: Form) => revoke(operator, name, form));
  addRotate(keys, operator);
}
