import type { RequestContext } from '../../context.ts';
import type { PlannedEndpoint } from './tally.ts';

/**
 * Searches that are weighed against pages of all records may cost a page or two, which only a page tells, or a call each. Where bounds make
 * more than a window ever lets through, they would refuse the former for the sake of the latter: then what is weighed is left open, and
 * each of its calls is let in by itself.
 */
export function openWhereWeighed(
  planned: readonly PlannedEndpoint[],
  isWeighed: (endpoint: string) => boolean,
  { gateway, consumer }: Pick<RequestContext, 'gateway' | 'consumer'>,
): readonly PlannedEndpoint[] {
  const opened = gateway.limits(consumer.lane).flatMap(({ upstream, name, limit }) => {
    const spending = planned.filter(
      ({ endpoint, ...one }) => one.upstream === upstream && gateway.endpoints.get(endpoint)?.quota.includes(name),
    );
    const most = spending.reduce((sum, { calls }) => sum + (calls.max ?? 0), 0);
    return most > limit ? spending.filter(({ endpoint }) => isWeighed(endpoint)) : [];
  });
  return planned.map((one) => (opened.includes(one) ? { ...one, calls: { ...one.calls, max: null } } : one));
}
