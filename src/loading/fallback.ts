import { DeadlineReached, UpstreamError } from '../base/errors.ts';
import type { Upstream } from '../base/upstream.ts';
import type { HeldReason } from './meter.ts';
import type { ReadScope } from './reader.ts';

/** Failures that mean "a call is not possible": held data may stand in, with this reason. Every other failure is an answer. */
const STAND_INS: Readonly<Partial<Record<UpstreamError['code'], HeldReason>>> = {
  QUOTA_EXCEEDED: 'QUOTA',
  BUDGET_EXCEEDED: 'QUOTA',
  COST_LIMIT_EXCEEDED: 'QUOTA',
  UPSTREAM_RATE_LIMITED: 'QUOTA',
  UPSTREAM_UNAVAILABLE: 'UPSTREAM_DOWN',
  UPSTREAM_TIMEOUT: 'UPSTREAM_DOWN',
  UPSTREAM_BAD_RESPONSE: 'UPSTREAM_DOWN',
  DEADLINE_EXCEEDED: 'UPSTREAM_DOWN',
};

/** Failures that the next call would most likely meet, too: nothing more is asked in its stead. */
const STILL_DOWN: ReadonlySet<UpstreamError['code']> = new Set([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'DEADLINE_EXCEEDED',
]);

export function isStillDown(error: unknown): boolean {
  return error instanceof UpstreamError && STILL_DOWN.has(error.code);
}

/** Whether one operation may get a permit where another one got none: that was not admitted, or for this one room is kept. */
function isBetterOff({ admission: joiner }: ReadScope, { admission: starter }: ReadScope): boolean {
  if (joiner?.refusal !== undefined) return false;
  return starter?.refusal !== undefined || joiner?.reservation !== undefined;
}

/**
 * Whether it was a limit of whoever started a read (the consumer's budget, its lane, what one operation may cost, what is kept for it),
 * and not of who joined it.
 */
export function isOthersLimit(error: unknown, starter: ReadScope, joiner: ReadScope): boolean {
  if (!(error instanceof UpstreamError) || starter === joiner) return false;
  if (starter.admission?.refusal === error) return isBetterOff(joiner, starter);
  if (error.code === 'QUOTA_EXCEEDED')
    return isBetterOff(joiner, starter) || (starter.lane === 'bi' && joiner.lane !== 'bi');
  if (error.code === 'BUDGET_EXCEEDED') return starter.consumer !== joiner.consumer;
  return error.code === 'COST_LIMIT_EXCEEDED';
}

export function standInReason(error: unknown): HeldReason | undefined {
  return error instanceof UpstreamError ? STAND_INS[error.code] : undefined;
}

/** The signal's reason in the words of the field that waited. */
export function nameDeadline(error: unknown, upstream: Upstream, progress?: { rows: number; calls: number }): unknown {
  if (!(error instanceof DeadlineReached)) return error;
  return new UpstreamError(upstream, 'DEADLINE_EXCEEDED', progress === undefined ? {} : { progress });
}
