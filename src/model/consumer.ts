import type { Lane } from '../base/lane.ts';
import type { Upstream } from '../base/upstream.ts';

/** What a consumer key may be allowed to do. */
export const SCOPES = [
  'read:visual-visitor',
  'read:visit',
  'read:notify-visitors',
  'read:iadvize',
  'read:contact',
  'read:chat',
  'quota',
  'usage',
  'trace',
  'metrics',
  'verify',
] as const;

export type ScopeName = (typeof SCOPES)[number];

/** The data of the four upstreams, but nothing personal. */
export const READ_SCOPES: readonly ScopeName[] = [
  'read:visual-visitor',
  'read:visit',
  'read:notify-visitors',
  'read:iadvize',
];

/** At most so many upstream calls in any interval of so many seconds. */
export type Budget = {
  readonly calls: number;
  readonly seconds: number;
  /** null: over all upstreams. */
  readonly upstream: Upstream | null;
};

/** Budgets under the names by which they are told: `budget-3600`, `budget-86400-VISIT`. */
export function namedBudgets(budgets: readonly Budget[]) {
  return budgets.map(({ calls, seconds, upstream }) => ({
    name: `budget-${seconds}${upstream === null ? '' : `-${upstream}`}`,
    limit: calls,
    seconds,
    upstream,
  }));
}

/** Who asks: never an upstream, never a person. */
export type Consumer = {
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
  readonly lane: Lane;
  readonly budgets: readonly Budget[];
  /** The most upstream calls that one operation may need; null: no limit of its own. */
  readonly maxCost: number | null;
  /** Whether only saved queries are answered. */
  readonly savedOnly: boolean;
};

/** A consumer without limits of its own. */
export function plainConsumer(name: string, scopes: ReadonlySet<string>): Consumer {
  return { name, scopes, lane: 'interactive', budgets: [], maxCost: null, savedOnly: false };
}
