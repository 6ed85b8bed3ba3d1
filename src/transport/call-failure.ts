import { type UpstreamCode, UpstreamError } from '../base/errors.ts';
import type { Upstream } from '../base/upstream.ts';
import type { Outcome } from './call.ts';

export type FailedOutcome = Exclude<Outcome, 'OK' | 'NOT_FOUND'>;

/** A call that did not succeed, with what the steps need to decide on. */
export class CallFailure extends Error {
  readonly outcome: FailedOutcome;
  readonly code: UpstreamCode;
  /** False only if no byte of the request can have left the process. */
  readonly left: boolean;
  /** From `Retry-After`, milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly bytes: number;
  /** The label of the credential that was sent, once a permit named it. */
  credential: string | undefined;

  constructor(options: {
    outcome: FailedOutcome;
    code: UpstreamCode;
    left?: boolean;
    retryAfterMs?: number | undefined;
    bytes?: number;
  }) {
    super(options.code);
    this.name = 'CallFailure';
    this.outcome = options.outcome;
    this.code = options.code;
    this.left = options.left ?? true;
    this.retryAfterMs = options.retryAfterMs;
    this.bytes = options.bytes ?? 0;
  }

  /** The form in which it leaves transport. */
  toPublic(upstream: Upstream): UpstreamError {
    const { retryAfterMs } = this;
    return new UpstreamError(
      upstream,
      this.code,
      retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) },
      this.credential,
    );
  }
}
