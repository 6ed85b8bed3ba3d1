import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { HttpAnswer } from '../http-answer.ts';
import { cacheHeaders } from '../http-words.ts';
import { withLink } from '../problem.ts';
import type { PageFailure } from './read-pages.ts';

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  OPERATION_NOT_TRUSTED: 403,
  BUDGET_EXCEEDED: 429,
  QUOTA_EXCEEDED: 503,
  DEADLINE_EXCEEDED: 503,
  UPSTREAM_UNAVAILABLE: 503,
  UPSTREAM_RATE_LIMITED: 503,
  UPSTREAM_TIMEOUT: 503,
  INTERNAL_SERVER_ERROR: 500,
};
/** Where nobody knows when it is worth another try. */
const SOME_SECONDS = 10;

function statusOf(code: string): number {
  return STATUS[code] ?? (code.startsWith('UPSTREAM_') ? 502 : 400);
}

/** A table of which no row was sent: its errors, as JSON, with a status of HTTP that readers of tables understand. */
function failureAnswer(errors: readonly GraphQLFormattedError[], retryAfterSeconds?: number): HttpAnswer {
  const status = statusOf(String(errors[0]?.extensions?.code));
  const waits = status === 503 || status === 429;
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...cacheHeaders(false),
      ...(waits && { 'retry-after': String(Math.ceil(retryAfterSeconds ?? SOME_SECONDS)) }),
    },
    body: JSON.stringify({ errors }),
  };
}

export function pageFailureAnswer({ errors, retryAfterSeconds }: PageFailure): HttpAnswer {
  return failureAnswer(errors, retryAfterSeconds);
}

/** What was refused before anything was read. */
export function refusalAnswer(error: GraphQLError): HttpAnswer {
  const code = String(error.extensions.code);
  return failureAnswer([{ message: withLink(error.message, code), extensions: { code } }]);
}
