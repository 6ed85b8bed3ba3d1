import type { Clock } from '../../base/clock.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { Step } from '../call.ts';
import { CallFailure } from '../call-failure.ts';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 10_000;

/** Sick are timeouts, resets and 5xx. A 429 is the ledger's business, a 4xx an answer. */
const SICK = new Set(['TIMEOUT', 'NETWORK', 'SERVER_ERROR']);

type State =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number }
  | { readonly kind: 'probing' };

export type Breaker = { readonly step: Step; state(): State['kind'] };

/** One for each upstream. Open, it answers at once and spends nothing; after a pause one call goes ahead as a probe. */
export function createBreaker(upstream: Upstream, clock: Clock): Breaker {
  let state: State = { kind: 'closed', failures: 0 };
  const refusal = (untilMs: number): UpstreamError =>
    new UpstreamError(upstream, 'UPSTREAM_UNAVAILABLE', {
      retryAfterSeconds: Math.max(1, Math.ceil((untilMs - clock.now()) / 1000)),
    });
  const enter = (): void => {
    if (state.kind === 'closed') return;
    if (state.kind === 'probing') throw refusal(clock.now() + 1000);
    if (clock.now() < state.until) throw refusal(state.until);
    state = { kind: 'probing' };
  };
  const failed = (): void => {
    const failures = state.kind === 'closed' ? state.failures + 1 : FAILURES_TO_OPEN;
    state =
      failures >= FAILURES_TO_OPEN ? { kind: 'open', until: clock.now() + OPEN_MS } : { kind: 'closed', failures };
  };
  const settle = (error: unknown): void => {
    if (error instanceof CallFailure && SICK.has(error.outcome)) failed();
    else if (error instanceof CallFailure && error.outcome !== 'ABORTED') state = { kind: 'closed', failures: 0 };
    // No call was made or its caller left: a probe that proved nothing makes way for the next one.
    else if (state.kind === 'probing') state = { kind: 'open', until: clock.now() };
  };
  const step: Step = (next) => async (call, scope) => {
    enter();
    try {
      const answer = await next(call, scope);
      state = { kind: 'closed', failures: 0 };
      return answer;
    } catch (error) {
      settle(error);
      throw error;
    }
  };
  return { step, state: () => state.kind };
}
