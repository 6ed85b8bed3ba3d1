import type { RequestContext } from '../../context.ts';
import type { PlannedCalls } from '../../transport/quota/ledger.ts';
import type { Estimate } from '../estimates/estimate.ts';
import { neededCalls } from '../estimates/needed-calls.ts';
import { sumOf } from '../estimates/tally.ts';

/** The calls for which room is kept. A part that nothing bounds takes it call by call. */
function callsToKeep({ plan }: Estimate, context: RequestContext): readonly PlannedCalls[] {
  const bounded = plan.filter(({ calls: { max } }) => max !== null);
  return bounded.flatMap((planned) => {
    const calls = neededCalls(planned, context);
    const windows = context.gateway.endpoints.get(planned.endpoint)?.quota ?? [];
    return calls === 0 ? [] : [{ upstream: planned.upstream, windows, calls }];
  });
}

function total(kept: readonly PlannedCalls[]): number {
  return kept.reduce((sum, { calls }) => sum + calls, 0);
}

/** Runs after each turn in which it was asked for, never twice at a time. */
function oncePerTurn(work: () => Promise<void>): () => void {
  let asked = false;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (asked) {
      asked = false;
      await work();
    }
    running = false;
  };
  return () => {
    asked = true;
    if (!running) setImmediate(() => void (running || run()));
  };
}

type Planner = () => Promise<Estimate | undefined>;

/** An estimate, and how to make it anew from what is held by then. */
export type Planned = { readonly known: Estimate; readonly plan: Planner };

/**
 * Plans again what answers have changed, and lets go of what is not needed any more. Only the answers of root fields change it, and only
 * they are certain: once nothing certain is left to be read, there is nothing more to learn.
 */
function shrinkAfterCalls(context: RequestContext, first: readonly PlannedCalls[], plan: Planner): void {
  const upstreams = new Set(first.map(({ upstream }) => upstream));
  const spent = (): number => context.meter.calls.filter(({ upstream }) => upstreams.has(upstream)).length;
  let left = { calls: total(first), since: 0 };
  let isLearning = true;
  const unspent = (): number => left.calls - (spent() - left.since);
  const shrink = async (): Promise<void> => {
    if (!isLearning || context.admission.reservation === undefined || unspent() <= 0) return;
    // What cannot be planned again stays kept until the operation ends.
    const known = await plan().catch(() => undefined);
    if (known === undefined) return;
    isLearning = known.min > 0;
    const needed = callsToKeep(known, context);
    if (total(needed) >= unspent()) return;
    left = { calls: total(needed), since: spent() };
    context.shrink(needed);
  };
  context.watchCalls(oncePerTurn(shrink));
}

/** Keeps room for what the operation may call. Without room it is executed without any call, so that what is held can answer it. */
export async function admit(context: RequestContext, { known, plan }: Planned): Promise<void> {
  const calls = callsToKeep(known, context);
  if (calls.length === 0) return;
  await context.reserve(calls);
  const { min, max } = sumOf(known.plan.filter((one) => one.calls.max !== null));
  const mayShrink = context.admission.reservation !== undefined && min !== max && known.min > 0;
  if (mayShrink) shrinkAfterCalls(context, calls, plan);
}
