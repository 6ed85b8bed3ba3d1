import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { UsageBucket, UsageName, UsageQuestion } from '../model/usage.ts';
import { reportUsage } from '../usage/usage-report.ts';
import { choice, toInstant } from './arguments.ts';
import { type Form, type Operator, table, tell, toIso, withStore } from './operator.ts';

const NAMES = ['upstream', 'credential', 'consumer', 'endpoint', 'operation', 'outcome'] as const;
const RESOLUTIONS = ['minute', 'hour', 'day', 'month'] as const;
const WEEK_MS = 604_800_000;

type UsageOptions = Form & {
  readonly by?: readonly UsageName[];
  readonly from?: number;
  readonly to?: number;
  readonly resolution: (typeof RESOLUTIONS)[number];
};

function toNames(text: string): readonly UsageName[] {
  const names = text.split(',').map(choice(NAMES));
  if (new Set(names).size < names.length) throw new InvalidArgumentError('Allowed: each name once.');
  return names;
}

function row(bucket: UsageBucket, by: readonly UsageName[]): readonly string[] {
  const { start, calls, shared, cacheHits, errors, throttled } = bucket;
  const counts = [calls, shared, cacheHits, errors, throttled].map(String);
  return [toIso(start) ?? '', ...by.map((name) => bucket[name] || '-'), ...counts];
}

/** What running gateways have counted is in the store within seconds. */
async function usage(operator: Operator, options: UsageOptions): Promise<void> {
  const { by = [], to = operator.clock.now(), resolution } = options;
  const { from = to - WEEK_MS } = options;
  const question: UsageQuestion = {
    from,
    to,
    resolution: resolution.toUpperCase() as UsageQuestion['resolution'],
    groupBy: by,
    filter: {},
  };
  const nothingWaits = { flush: async () => undefined };
  const buckets = await withStore(operator, (store) => reportUsage(store.usage, nothingWaits, question));
  tell(
    operator,
    options,
    buckets.map((bucket) => ({ ...bucket, start: toIso(bucket.start) })),
    table(
      ['start', ...by, 'calls', 'shared', 'held', 'errors', '429s'],
      buckets.map((bucket) => row(bucket, by)),
    ),
  );
}

export function addUsageCommand(program: Command, operator: Operator): void {
  program
    .command('usage')
    .summary('tells who spent what')
    .description(
      'Tells the upstream calls of a range of time. From is included, to is not; both are widened to whole buckets, UTC.',
    )
    .option('--by <names>', `how to group, separated by commas: ${NAMES.join(', ')}`, toNames)
    .option('--from <date>', 'a day (its start) or an instant; without: a week before the end', toInstant)
    .option('--to <date>', 'a day (its start) or an instant; without: now', toInstant)
    .option('--resolution <length>', RESOLUTIONS.join(', '), choice(RESOLUTIONS), 'day')
    .option('--json', 'tell it as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  $ weir usage --by consumer,upstream --from 2026-11-01 --to 2026-12-01 --resolution day',
    )
    .action((options: UsageOptions) => usage(operator, options));
}
