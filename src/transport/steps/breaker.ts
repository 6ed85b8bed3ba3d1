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

export type Breaker = {
  /** Outside quota: open, it refuses at once, so that nothing is spent and no place in flight is waited for. */
  readonly guard: Step;
  /** Inside quota: refuses whoever waited while it opened, lets one probe through, and counts what comes of the calls. */
  watch<A extends readonly unknown[], R>(next: (...args: A) => Promise<R>): (...args: A) => Promise<R>;
  state(): State['kind'];
};

/** One for each upstream. After a pause one call goes ahead as a probe, and the others only once it is answered. */
export function createBreaker(upstream: Upstream, clock: Clock): Breaker {
  let state: State = { kind: 'closed', failures: 0 };
  /** How often it has opened, probed or closed. A call of an earlier term proves nothing about this one. */
  let term = 0;
  const turn = (to: State): void => {
    state = to;
    term += 1;
  };
  const refuse = (): void => {
    const until = state.kind === 'probing' ? clock.now() + 1000 : state.kind === 'open' ? state.until : 0;
    if (until <= clock.now()) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((until - clock.now()) / 1000));
    throw new UpstreamError(upstream, 'UPSTREAM_UNAVAILABLE', { retryAfterSeconds });
  };
  const answered = (): void => {
    if (state.kind === 'closed') state = { kind: 'closed', failures: 0 };
    else turn({ kind: 'closed', failures: 0 });
  };
  const failed = ({ retryAfterMs }: CallFailure): void => {
    const failures = state.kind === 'closed' ? state.failures + 1 : FAILURES_TO_OPEN;
    const enough = failures >= FAILURES_TO_OPEN || retryAfterMs !== undefined;
    if (enough) turn({ kind: 'open', until: clock.now() + (retryAfterMs ?? OPEN_MS) });
    else state = { kind: 'closed', failures };
  };
  const settle = (error: unknown): void => {
    if (error instanceof CallFailure && SICK.has(error.outcome)) failed(error);
    else if (error instanceof CallFailure && error.outcome !== 'ABORTED') answered();
    // Its caller left: a probe that proved nothing makes way for the next one.
    else if (state.kind === 'probing') turn({ kind: 'open', until: clock.now() });
  };
  return {
    guard: (next) => async (call, scope) => {
      refuse();
      return next(call, scope);
    },
    watch:
      (next) =>
      async (...args) => {
        refuse();
        if (state.kind === 'open') turn({ kind: 'probing' });
        const own = term;
        try {
          const answer = await next(...args);
          if (own === term) answered();
          return answer;
        } catch (error) {
          if (own === term) settle(error);
          throw error;
        }
      },
    state: () => state.kind,
  };
}
