import type { Chance, Clock } from '../../base/clock.ts';
import { UpstreamError } from '../../base/errors.ts';
import { wait } from '../../base/wait.ts';
import type { CallScope, OutboundCall, Step } from '../call.ts';
import { CallFailure } from '../call-failure.ts';

const MOST_ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 200;
const LONGEST_BACKOFF_MS = 2_000;
/** A repeat spends one token, a first try that left earns a tenth: over any run at most 1.10 calls per first try. */
const TOKENS_PER_TRY = 0.1;
const MOST_TOKENS = 10;

const PASSING = new Set(['SERVER_ERROR', 'TIMEOUT', 'NETWORK', 'THROTTLED']);

function worthRepeating(call: OutboundCall, error: unknown): error is CallFailure {
  return (
    error instanceof CallFailure && PASSING.has(error.outcome) && call.row.safeToRepeat && call.attempt < MOST_ATTEMPTS
  );
}

/** Repeats what may be repeated: full jitter, never before `Retry-After`, inside the deadline, and under a budget of its own. */
export function retryStep(clock: Clock, chance: Chance): Step {
  let tokens = 0;
  const pauseBefore = (call: OutboundCall, failure: CallFailure, scope: CallScope): number | undefined => {
    const backoff = chance() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** call.attempt);
    // Added, not the longer of the two: those who were told the same time do not come back in one moment.
    const pause = (failure.retryAfterMs ?? 0) + backoff;
    return clock.now() + pause < scope.deadlineAt ? pause : undefined;
  };
  const earn = ({ attempt }: OutboundCall): void => {
    if (attempt === 1) tokens = Math.min(MOST_TOKENS, tokens + TOKENS_PER_TRY);
  };
  return (next) => {
    const attempt = async (call: OutboundCall, scope: CallScope): ReturnType<typeof next> => {
      try {
        const answer = await next(call, scope);
        earn(call);
        return answer;
      } catch (error) {
        if (error instanceof CallFailure && error.left) earn(call);
        if (tokens < 1 || !worthRepeating(call, error)) throw error;
        const pause = pauseBefore(call, error, scope);
        if (pause === undefined) throw error;
        tokens -= 1;
        await wait(clock, pause, scope.signal);
        try {
          return await attempt({ ...call, attempt: call.attempt + 1 }, scope);
        } catch (later) {
          // A repeat that found no permit or an open breaker tells less than the failure that it was to mend.
          throw later instanceof UpstreamError ? error : later;
        }
      }
    };
    return attempt;
  };
}
