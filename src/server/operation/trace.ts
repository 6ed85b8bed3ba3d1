import type { Upstream } from '../../base/upstream.ts';
import type { RequestContext } from '../../context.ts';
import type { HeldReason } from '../../loading/meter.ts';
import { ageSecondsOf } from '../../loading/reader.ts';
import type { CallRecord, Outcome } from '../../transport/call.ts';
import { refusal } from '../refusal.ts';
import type { Operation } from './operation.ts';

/** One upstream call that an operation made or waited for. */
type TracedCall = {
  readonly upstream: Upstream;
  readonly endpoint: string;
  /** Milliseconds from the operation's begin until it left; below 0: another operation had started it before. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: Outcome;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Whether another operation started it and this one waited for it. */
  readonly shared: boolean;
};

/** What held data answered of one endpoint. */
type TracedHold = {
  readonly upstream: Upstream;
  readonly endpoint: string;
  readonly reason: HeldReason;
  /** Distinct reads: endpoint and arguments. */
  readonly reads: number;
  /** The greatest age among them. */
  readonly ageSeconds: number;
};

export type Trace = { readonly calls: readonly TracedCall[]; readonly held: readonly TracedHold[] };

export function wantsTrace({ extensions }: Pick<Operation, 'extensions'>): boolean {
  return extensions.trace === true;
}

/** Refuses a trace to a key without the scope. What is traced is executed: its answer is kept for nobody. */
export function readTraceWish({ extensions, context }: Operation): void {
  const { trace } = extensions;
  if (trace !== undefined && typeof trace !== 'boolean')
    throw refusal('BAD_USER_INPUT', 'extensions.trace: true or false');
  if (trace !== true) return;
  if (!context.consumer.scopes.has('trace')) throw refusal('FORBIDDEN', 'The key needs the scope trace');
  context.meter.forbidKeeping();
}

function tracedCalls(records: readonly CallRecord[], startedAt: number, shared: boolean): readonly TracedCall[] {
  return records.map(({ upstream, endpoint, at, durationMs, outcome, attempt }) => ({
    upstream,
    endpoint,
    startMs: at - startedAt,
    durationMs,
    outcome,
    attempt,
    shared,
  }));
}

function tracedHolds({ meter, gateway }: RequestContext): readonly TracedHold[] {
  const now = gateway.clock.now();
  const holds = new Map<string, TracedHold>();
  for (const { upstream, endpoint, reason, asOf } of meter.hits.values()) {
    const key = `${endpoint} ${reason}`;
    const { reads = 0, ageSeconds = 0 } = holds.get(key) ?? {};
    const age = Math.max(ageSeconds, ageSecondsOf(asOf, now));
    holds.set(key, { upstream, endpoint, reason, reads: reads + 1, ageSeconds: age });
  }
  return [...holds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, hold]) => hold);
}

/** `extensions.trace` of an answer: its calls in the order in which they left, and what was answered without one. */
export function traceReport(context: RequestContext): Trace {
  const { meter, startedAt } = context;
  const calls = [...tracedCalls(meter.calls, startedAt, false), ...tracedCalls(meter.shared, startedAt, true)];
  return { calls: calls.toSorted((a, b) => a.startMs - b.startMs), held: tracedHolds(context) };
}
