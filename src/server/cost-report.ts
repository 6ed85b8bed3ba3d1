import type { RequestContext } from '../context.ts';
import type { CallRecord } from '../transport/call.ts';

function byUpstream(calls: readonly CallRecord[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { upstream } of calls) counts[upstream] = (counts[upstream] ?? 0) + 1;
  return counts;
}

/** The windows of the credentials that the operation touched. */
async function windowsOf({ gateway, meter, consumer }: RequestContext): Promise<readonly object[]> {
  if (!consumer.scopes.has('quota')) return [];
  const touched = new Set(
    [...meter.calls, ...meter.shared].map(({ upstream, credential }) => `${upstream} ${credential}`),
  );
  if (touched.size === 0) return [];
  await gateway.refreshWindows(touched);
  return gateway
    .windows()
    .filter(({ upstream, credential }) => touched.has(`${upstream} ${credential}`))
    .map(({ upstream, credential, name, limit, remaining, resetsAt }) => ({
      upstream,
      credential,
      name,
      limit,
      remaining,
      resetsAt: resetsAt === null ? null : new Date(resetsAt).toISOString(),
    }));
}

/** `extensions.cost` and `extensions.freshness` of an answer. */
export async function costReport(
  context: RequestContext,
): Promise<{ readonly cost: object; readonly freshness: readonly object[] }> {
  const { calls, shared, hits, notes } = context.meter;
  return {
    cost: {
      actual: calls.length,
      retries: calls.filter(({ attempt }) => attempt > 1).length,
      shared: shared.length,
      byUpstream: byUpstream(calls),
      cacheHits: hits.size,
      windows: await windowsOf(context),
    },
    freshness: notes,
  };
}
