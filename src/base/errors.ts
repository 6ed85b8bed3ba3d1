import type { Upstream } from './upstream.ts';

/** Every way in which an upstream can fail a field, by its public code. */
export type UpstreamCode =
  | 'QUOTA_EXCEEDED'
  | 'BUDGET_EXCEEDED'
  | 'COST_LIMIT_EXCEEDED'
  | 'UPSTREAM_NOT_CONFIGURED'
  | 'UPSTREAM_UNAUTHORIZED'
  | 'UPSTREAM_FORBIDDEN'
  | 'UPSTREAM_REJECTED'
  | 'UPSTREAM_RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_BAD_RESPONSE'
  | 'DEADLINE_EXCEEDED';

/** What a public error may carry besides its code: never an upstream's words. */
export type FailureDetails = {
  /** The name of the quota window without room. */
  readonly window?: string;
  /** Whole seconds, rounded up. */
  readonly retryAfterSeconds?: number;
  /** How far the fill of a held copy had come at the deadline. */
  readonly progress?: { readonly rows: number; readonly calls: number };
};

const MESSAGES: Readonly<Record<UpstreamCode, string>> = {
  QUOTA_EXCEEDED: 'has no quota left for this call',
  BUDGET_EXCEEDED: "is not asked: the consumer's own budget has no room for this call",
  COST_LIMIT_EXCEEDED: 'is not asked: the consumer may never spend so many calls on one operation',
  UPSTREAM_NOT_CONFIGURED: 'is not configured on this gateway',
  UPSTREAM_UNAUTHORIZED: "refuses the gateway's credential",
  UPSTREAM_FORBIDDEN: "does not permit this to the gateway's credential",
  UPSTREAM_REJECTED: 'refused the input',
  UPSTREAM_RATE_LIMITED: 'answered that its rate limit is reached',
  UPSTREAM_UNAVAILABLE: 'is not available',
  UPSTREAM_TIMEOUT: 'did not answer in time',
  UPSTREAM_BAD_RESPONSE: 'gave an answer that its contract does not allow',
  DEADLINE_EXCEEDED: 'could not be read before the deadline of the operation',
};

export class UpstreamError extends Error {
  readonly upstream: Upstream;
  readonly code: UpstreamCode;
  readonly details: FailureDetails;
  /** The label of the credential that a call failed with; for the layers above transport alone. */
  readonly credential: string | undefined;

  constructor(upstream: Upstream, code: UpstreamCode, details: FailureDetails = {}, credential?: string) {
    super(`${upstream} ${MESSAGES[code]}`);
    this.name = 'UpstreamError';
    this.upstream = upstream;
    this.code = code;
    this.details = details;
    this.credential = credential;
  }
}

/** The caller's fault. The message names the argument and what is allowed, never the value. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InputError';
  }
}

/** Why an operation's signal aborted: its time is up. */
export class DeadlineReached extends Error {
  constructor() {
    super('the deadline of the operation is reached');
    this.name = 'DeadlineReached';
  }
}

/** Why an operation's or a flight's signal aborted: nobody waits any more. */
export class CallerLeft extends Error {
  constructor() {
    super('nobody waits for the answer any more');
    this.name = 'CallerLeft';
  }
}

/** What holds the wanted list does not exist (an expo, say): the field is null, not an error. */
export class NotFound extends Error {
  constructor() {
    super('what holds the list does not exist');
    this.name = 'NotFound';
  }
}
