import type { Answer, CallScope, OutboundCall } from '../../src/transport/call.ts';
import { CallFailure, type FailedOutcome } from '../../src/transport/call-failure.ts';
import { endpoint } from './engine.ts';

export const CALL: OutboundCall = { row: endpoint(), path: '/things', credentials: ['key-1'], attempt: 1 };
export const ANSWER: Answer = { outcome: 'OK', body: {}, bytes: 2 };

const CODES: Readonly<Record<FailedOutcome, CallFailure['code']>> = {
  REJECTED: 'UPSTREAM_REJECTED',
  UNAUTHORIZED: 'UPSTREAM_UNAUTHORIZED',
  THROTTLED: 'UPSTREAM_RATE_LIMITED',
  SERVER_ERROR: 'UPSTREAM_UNAVAILABLE',
  TIMEOUT: 'UPSTREAM_TIMEOUT',
  NETWORK: 'UPSTREAM_UNAVAILABLE',
  ABORTED: 'UPSTREAM_UNAVAILABLE',
  BAD_RESPONSE: 'UPSTREAM_BAD_RESPONSE',
};

export function failed(outcome: FailedOutcome, rest: { left?: boolean; retryAfterMs?: number } = {}): CallFailure {
  return new CallFailure({ outcome, code: CODES[outcome], ...rest });
}

export function callScope(options: Partial<CallScope> = {}): CallScope {
  return {
    signal: new AbortController().signal,
    deadlineAt: Number.POSITIVE_INFINITY,
    consumer: 'test',
    operation: 'test',
    onCall: () => undefined,
    ...options,
  };
}
