import { readFileSync } from 'node:fs';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { InputError } from '../base/errors.ts';
import { createLog } from '../base/log.ts';
import { type Config, readConfig } from '../config.ts';
import type { Explanation, Question } from '../explain.ts';
import { openMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import { CommandFailed, type Form, type Operator, table, tell, withAccounts, withStore } from './operator.ts';

type ExplainOptions = Form & {
  readonly variables?: Question['variables'];
  readonly operation?: string;
};

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InvalidArgumentError(`${path} cannot be read. Allowed: the path of a file.`);
  }
}

type GraphqlFile = { readonly path: string; readonly text: string };

function toFile(path: string): GraphqlFile {
  return { path, text: textOf(path) };
}

/** `{"first": 5}`, or `@FILE` that holds it. */
function toVariables(text: string): Question['variables'] {
  const content = text.startsWith('@') ? textOf(text.slice(1)) : text;
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    value = undefined;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new InvalidArgumentError('Allowed: a JSON object such as {"first": 5}, or @FILE that holds one.');
  return value as Question['variables'];
}

async function explained(operator: Operator, question: Question): Promise<Explanation> {
  const { clock, env } = operator;
  // Only this command needs the schema and what executes it.
  const { explainOperation } = await import('../explain.ts');
  const explainFrom = (store: Store, own: Config): Promise<Explanation> => {
    const config = withAccounts(env, own);
    const { upstreams } = config;
    return explainOperation(
      { clock, chance: Math.random, log: createLog('silent'), config, upstreams, store },
      question,
    );
  };
  const own = readConfig(env);
  const isTemporary = own.store === undefined || own.store.kind === 'memory';
  if (own.upstreams.length > 0 || !isTemporary) return withStore(operator, explainFrom);
  const store = openMemoryStore(clock);
  try {
    return await explainFrom(store, own);
  } finally {
    await store.close();
  }
}

/** Refused because of what was written, whatever the windows hold. */
const WRONG_USE: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
]);

/** One line for each error, as compilers write them: `query.graphql:3:5: …`. */
function refuse(file: string, errors: NonNullable<Explanation['errors']>): never {
  const lines = errors.map(({ message, locations: [place] = [] }) => {
    const at = place === undefined ? file : `${file}:${place.line}:${place.column}`;
    return `${at}: ${message}`;
  });
  const message = lines.join('\nweir: ');
  throw errors.every(({ extensions: { code } }) => WRONG_USE.has(code))
    ? new InputError(message)
    : new CommandFailed(message);
}

function bound(most: number | null): string {
  return most === null ? 'unbounded' : String(most);
}

function planTable({ extensions: { cost, plan = [] } }: Explanation): string {
  const { min, max } = cost.estimated;
  const rows = plan.map(({ upstream, endpoint, calls, fromCache, ageSeconds, paths }) => [
    upstream,
    endpoint,
    String(calls.min),
    bound(calls.max),
    fromCache ? `${ageSeconds ?? 0} s old` : '-',
    paths.map((path) => path.join('.')).join(' '),
  ]);
  const total = ['all', '', String(min), bound(max), '', ''];
  return table(['upstream', 'endpoint', 'at least', 'at most', 'held', 'fields'], [...rows, total]);
}

function windowTable({ extensions: { cost } }: Explanation): string {
  if (cost.windows.length === 0) return '';
  const rows = cost.windows.map(({ upstream, credential, name, limit, remaining, resetsAt }) => [
    `${upstream} ${credential}`,
    name,
    String(limit),
    String(remaining),
    resetsAt ?? '-',
  ]);
  return `\n${table(['whose', 'window', 'limit', 'remaining', 'next free'], rows)}`;
}

async function explain(operator: Operator, { path, text }: GraphqlFile, options: ExplainOptions): Promise<void> {
  const { variables = {}, operation: operationName, ...form } = options;
  const question = { query: text, variables, ...(operationName !== undefined && { operationName }) };
  const answer = await explained(operator, question);
  const { errors = [], extensions } = answer;
  if (errors.length > 0) refuse(path, errors);
  tell(operator, form, extensions, planTable(answer) + windowTable(answer));
}

export function addExplainCommand(program: Command, operator: Operator): void {
  program
    .command('explain')
    .summary('tells what an operation would cost')
    .description(
      'Plans an operation as a dry run does, from what the store holds and its windows have left. It makes no call. For a sandbox without WEIR_STORE: as if nothing were held.',
    )
    .addArgument(new Argument('<file>', 'a GraphQL document').argParser(toFile))
    .option('--variables <json>', 'its variables: a JSON object, or @FILE that holds one', toVariables)
    .option('--operation <name>', 'which of several operations')
    .option('--json', 'tell it as JSON')
    .addHelpText('after', `\nExample:\n  $ weir explain expos.graphql --variables '{"first": 5}'`)
    .action((file: GraphqlFile, options: ExplainOptions) => explain(operator, file, options));
}
