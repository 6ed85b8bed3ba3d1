import type { Command } from 'commander';
import { UpstreamError } from '../base/errors.ts';
import type { Upstream } from '../base/upstream.ts';
import type { Outbound } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { openStore } from '../open-store.ts';
import { openMemoryStore } from '../store/memory.ts';
import { checkNames } from '../warm.ts';
import { CommandFailed, type Form, type Operator, table, tell } from './operator.ts';
import { withOutbound } from './outbound.ts';

type CheckOptions = Form & { readonly reach?: boolean };

type UpstreamCheck = {
  readonly upstream: Upstream;
  readonly keys: number;
  /** `OK`, or the code of the failure; absent where it was not asked. */
  readonly answer?: string;
};

async function answerOf(operator: Operator, { reach }: Outbound, upstream: Upstream, ms: number): Promise<string> {
  const scope = {
    signal: new AbortController().signal,
    deadlineAt: operator.clock.now() + ms,
    consumer: 'weir',
    operation: 'check',
    onCall: () => undefined,
  };
  try {
    await reach(upstream, scope);
    return 'OK';
  } catch (error) {
    if (error instanceof UpstreamError) return error.code;
    throw error;
  }
}

type Checks = {
  readonly upstreams: readonly UpstreamCheck[];
  /** What the store cannot promise the way it is set up. */
  readonly warnings: readonly string[];
};

async function checkAll(operator: Operator, config: Config, reach: boolean): Promise<Checks> {
  const { clock } = operator;
  const { upstreams } = config;
  const temporary = config.store === undefined && upstreams.length === 0;
  const store = temporary ? openMemoryStore(clock) : await openStore(config, clock);
  try {
    const warnings = (await store.weaknesses?.()) ?? [];
    const checks = await withOutbound(operator, { config, store }, (outbound) => {
      const warming = { sources: outbound.sources, clock, signal: new AbortController().signal };
      if (!temporary) checkNames(warming, config.collections.warm, 'WEIR_CONFIG');
      return Promise.all(
        upstreams.map(async ({ upstream, credentials }) => ({
          upstream,
          keys: credentials.length,
          ...(reach && { answer: await answerOf(operator, outbound, upstream, config.deadlineMs) }),
        })),
      );
    });
    return { upstreams: checks, warnings };
  } finally {
    await store.close();
  }
}

async function check(operator: Operator, { reach = false, ...form }: CheckOptions): Promise<void> {
  const config = readConfig(operator.env);
  // It brings the schema along, which other commands do without.
  const { checkSavedQueries } = await import('../check-queries.ts');
  checkSavedQueries(config);
  const { upstreams: checks, warnings } = await checkAll(operator, config, reach);
  const mode = checks.length === 0 ? 'sandbox' : 'live';
  const columns = ['upstream', 'keys', ...(reach ? ['answer'] : [])];
  const rows = checks.map(({ upstream, keys, answer }) => [
    upstream,
    String(keys),
    ...(answer === undefined ? [] : [answer]),
  ]);
  const upstreams = checks.length === 0 ? '' : table(columns, rows);
  for (const warning of warnings) operator.complain(`weir: ${warning}\n`);
  tell(operator, form, { mode, upstreams: checks, warnings }, `The settings are valid: mode ${mode}\n${upstreams}`);
  const failed = checks.filter(({ answer }) => answer !== undefined && answer !== 'OK').map(({ upstream }) => upstream);
  if (failed.length > 0) throw new CommandFailed(`not reached: ${failed.join(', ')}`);
}

export function addCheckCommand(program: Command, operator: Operator): void {
  program
    .command('check')
    .summary('tells whether the settings are valid')
    .description(
      'Reads the settings and the saved queries, and opens the store, as the gateway does. What is wrong is told, with exit code 2.',
    )
    .option('--reach', 'make one call to each configured upstream, the cheapest; exit code 1 if one fails')
    .option('--json', 'tell it as JSON')
    .addHelpText('after', '\nExample:\n  $ weir check --reach')
    .action((options: CheckOptions) => check(operator, options));
}
