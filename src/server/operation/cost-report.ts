import type { Gateway, RequestContext } from '../../context.ts';
import type { CallRecord } from '../../transport/call.ts';
import type { Estimate } from '../estimates/estimate.ts';

function byUpstream(calls: readonly CallRecord[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { upstream } of calls) counts[upstream] = (counts[upstream] ?? 0) + 1;
  return counts;
}

/** The windows of some accounts, as `VISIT key-1`. */
async function windowsOf(
  { gateway, consumer }: RequestContext,
  accounts: ReadonlySet<string>,
): Promise<readonly object[]> {
  if (!consumer.scopes.has('quota') || accounts.size === 0) return [];
  await gateway.refreshWindows(accounts);
  return gateway
    .windows()
    .filter(({ upstream, credential }) => accounts.has(`${upstream} ${credential}`))
    .map(({ upstream, credential, name, limit, remaining, resetsAt }) => ({
      upstream,
      credential,
      name,
      limit,
      remaining,
      resetsAt: resetsAt === null ? null : new Date(resetsAt).toISOString(),
    }));
}

/** The accounts that the operation touched; of one that was not admitted, those that it would have touched. */
function touchedAccounts({ meter, gateway, admission }: RequestContext, estimate: Estimate): ReadonlySet<string> {
  if (admission.refusal !== undefined) return plannedAccounts(gateway, estimate);
  return new Set([...meter.calls, ...meter.shared].map(({ upstream, credential }) => `${upstream} ${credential}`));
}

function plannedAccounts({ credentials }: Gateway, { byUpstream }: Estimate): ReadonlySet<string> {
  const accounts = [...credentials].flatMap(([upstream, labels]) =>
    Object.hasOwn(byUpstream, upstream) ? labels.map((label) => `${upstream} ${label}`) : [],
  );
  return new Set(accounts);
}

function told({ min, max, byUpstream }: Estimate): Omit<Estimate, 'plan'> {
  return { min, max, byUpstream };
}

/** `extensions.cost` and `extensions.freshness` of an answer. */
export async function costReport(
  context: RequestContext,
  estimate: Estimate,
): Promise<{ readonly cost: object; readonly freshness: readonly object[] }> {
  const { calls, shared, hits, notes } = context.meter;
  return {
    cost: {
      estimated: told(estimate),
      actual: calls.length,
      retries: calls.filter(({ attempt }) => attempt > 1).length,
      shared: shared.length,
      byUpstream: byUpstream(calls),
      cacheHits: hits.size,
      windows: await windowsOf(context, touchedAccounts(context, estimate)),
    },
    freshness: notes,
  };
}

/** The plan with the counted windows that a call of each endpoint spends, by name. */
function planWithWindows({ gateway, consumer }: RequestContext, { plan }: Estimate): readonly object[] {
  const limits = gateway.limits(consumer.lane);
  return plan.map((planned) => {
    const spent = gateway.endpoints.get(planned.endpoint)?.quota ?? [];
    const counted = limits.filter(({ upstream, name }) => upstream === planned.upstream && spent.includes(name));
    return { ...planned, windows: counted.map(({ name }) => name) };
  });
}

/**
 * `extensions.cost` and `extensions.plan` of an operation that is planned and not executed. Who asks for a trace is told besides which
 * windows each endpoint spends.
 */
export async function planReport(
  context: RequestContext,
  estimate: Estimate,
  isTraced: boolean,
): Promise<{ readonly cost: object; readonly plan: object }> {
  const windows = await windowsOf(context, plannedAccounts(context.gateway, estimate));
  const plan = isTraced ? planWithWindows(context, estimate) : estimate.plan;
  return { cost: { estimated: told(estimate), windows }, plan };
}
