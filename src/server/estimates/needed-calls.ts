import type { RequestContext } from '../../context.ts';
import type { PlannedEndpoint } from './tally.ts';

/**
 * For how many calls of an endpoint an operation needs room at once. Where the vendor counts them: for all that there may be. Where only
 * the consumer's budgets do: for what is certain, because bounds are looser there.
 */
export function neededCalls(
  { upstream, endpoint, calls: { min, max } }: PlannedEndpoint,
  { gateway, consumer }: RequestContext,
): number {
  const windows = gateway.endpoints.get(endpoint)?.quota ?? [];
  const isVendorCounted = gateway
    .limits(consumer.lane)
    .some((one) => one.upstream === upstream && windows.includes(one.name));
  if (isVendorCounted) return max ?? min;
  return consumer.budgets.length === 0 ? 0 : min;
}
