import type { Clock } from '../../base/clock.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { Step } from '../call.ts';
import { CallFailure, type FailedOutcome } from '../call-failure.ts';

/** Five resets or 5xx in a row open it, or two timeouts: each of those has kept its caller, and who waits behind it, for seconds. */
const STRIKES_TO_OPEN = 5;
const OPEN_MS = 10_000;

/** Sick are timeouts, resets and 5xx. A 429 is the ledger's business, a 4xx an answer. */
const STRIKES: Readonly<Partial<Record<FailedOutcome, number>>> = { TIMEOUT: 3, NETWORK: 1, SERVER_ERROR: 1 };

type State =
  | { readonly kind: 'closed'; readonly strikes: number }
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
  let state: State = { kind: 'closed', strikes: 0 };
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
    if (state.kind === 'closed') state = { kind: 'closed', strikes: 0 };
    else turn({ kind: 'closed', strikes: 0 });
  };
  const failed = ({ retryAfterMs }: CallFailure, strikes: number): void => {
    const all = state.kind === 'closed' ? state.strikes + strikes : STRIKES_TO_OPEN;
    const enough = all >= STRIKES_TO_OPEN || retryAfterMs !== undefined;
    if (enough) turn({ kind: 'open', until: clock.now() + (retryAfterMs ?? OPEN_MS) });
    else state = { kind: 'closed', strikes: all };
  };
  const settle = (error: unknown): void => {
    const strikes = error instanceof CallFailure ? STRIKES[error.outcome] : undefined;
    if (error instanceof CallFailure && strikes !== undefined) failed(error, strikes);
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
