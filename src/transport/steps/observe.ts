import type { Clock } from '../../base/clock.ts';
import { DeadlineReached, UpstreamError } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import type { Step } from '../call.ts';
import { CallFailure } from '../call-failure.ts';

/** Outermost: one log line for a whole call with all its repeats, and the translation of its failure for the layers above. */
export function observeStep(log: Log, clock: Clock): Step {
  return (next) => async (call, scope) => {
    const startedAt = clock.now();
    const line = (outcome: string): void =>
      log.debug(
        { endpoint: call.row.id, outcome, ms: clock.now() - startedAt, consumer: scope.consumer },
        'upstream call',
      );
    try {
      const answer = await next(call, scope);
      line(answer.outcome);
      return answer;
    } catch (error) {
      if (error instanceof CallFailure) {
        line(error.outcome);
        throw error.toPublic(call.row.upstream);
      }
      const failure =
        error instanceof DeadlineReached ? new UpstreamError(call.row.upstream, 'DEADLINE_EXCEEDED') : error;
      line(failure instanceof UpstreamError ? failure.code : 'LEFT');
      throw failure;
    }
  };
}
