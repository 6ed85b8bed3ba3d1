import { GraphQLError } from 'graphql';
import type { RequestContext } from '../../context.ts';
import { type Consumer, namedBudgets } from '../../model/consumer.ts';
import type { Estimate } from './estimate.ts';
import { neededCalls } from './needed-calls.ts';
import type { PlannedEndpoint } from './tally.ts';

/** Why no waiting helps an operation. */
export class TooDear extends GraphQLError {
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Readonly<Record<string, unknown>>) {
    super(message, { extensions: { code: 'COST_LIMIT_EXCEEDED', http: { status: 400 } } });
    this.name = 'TooDear';
    this.details = details;
  }
}

/** Refuses an operation that may need more calls than its consumer may spend on one. What nothing bounds is stopped when it is spent. */
export function refuseAboveOwnLimit({ plan }: Estimate, { maxCost }: Consumer): void {
  const needed = plan.reduce((sum, { calls }) => sum + (calls.max ?? 0), 0);
  if (maxCost === null || needed <= maxCost) return;
  const details = { needed, limit: maxCost, field: dearestOf(plan) };
  throw new TooDear(`At most ${maxCost} calls for one operation of this key, and this may need ${needed}`, details);
}

/** The field that asks for most of it. */
function dearestOf(planned: readonly PlannedEndpoint[]): readonly string[] | undefined {
  const [dearest] = planned.toSorted((a, b) => (b.calls.max ?? 0) - (a.calls.max ?? 0));
  return dearest?.paths[0];
}

/**
 * Refuses an operation that needs more of a window than there ever is for its consumer's lane, or more than its consumer's whole budget:
 * waiting cannot help. A part that nothing bounds is not counted, as each of its calls is let in by itself.
 */
export function refuseTooDear({ plan }: Estimate, context: RequestContext): void {
  const { gateway, consumer } = context;
  const called = plan.filter(({ fromCache }) => !fromCache);
  for (const { upstream, name, limit } of gateway.limits(consumer.lane)) {
    const spending = called.filter(
      (one) => one.upstream === upstream && gateway.endpoints.get(one.endpoint)?.quota.includes(name),
    );
    const needed = spending.reduce((sum, { calls }) => sum + (calls.max ?? 0), 0);
    if (needed <= limit) continue;
    const details = { upstream, window: name, needed, limit, field: dearestOf(spending) };
    throw new TooDear(`${upstream} ${name}: at most ${limit} calls, and this may need ${needed}`, details);
  }
  for (const { name, limit, upstream } of namedBudgets(consumer.budgets)) {
    const spending = called.filter((one) => upstream === null || one.upstream === upstream);
    const needed = spending.reduce((sum, one) => sum + neededCalls(one, context), 0);
    if (needed <= limit) continue;
    const details = { window: name, needed, limit, field: dearestOf(spending) };
    throw new TooDear(`${name}: at most ${limit} calls, and this may need ${needed}`, details);
  }
}
