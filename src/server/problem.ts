/** The codes that an answer may carry, the whole list. Anything else is INTERNAL_SERVER_ERROR. */
export const PUBLIC_CODES: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_LIMIT_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'BUDGET_EXCEEDED',
  'QUOTA_EXCEEDED',
  'UPSTREAM_NOT_CONFIGURED',
  'UPSTREAM_UNAUTHORIZED',
  'UPSTREAM_FORBIDDEN',
  'UPSTREAM_REJECTED',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_BAD_RESPONSE',
  'DEADLINE_EXCEEDED',
  'PERSISTED_QUERY_NOT_FOUND',
  'OPERATION_NOT_TRUSTED',
  'INTERNAL_SERVER_ERROR',
]);

/** Where the codes are explained: docs/errors.md, served by this process. */
export const ERROR_PAGE = '/docs/errors';

/** Clients with automatic persisted queries know this error by the whole of its message. */
const WITHOUT_LINK = 'PERSISTED_QUERY_NOT_FOUND';

/** A message as it is told: it ends with the place where its code is explained. */
export function withLink(message: string, code: string): string {
  return code === WITHOUT_LINK ? message : `${message.trimEnd()} (see ${ERROR_PAGE}#${code})`;
}

/** A refused operation tells its cost, too. */
const NOTHING_SPENT = {
  cost: {
    estimated: { min: 0, max: 0, byUpstream: {} },
    actual: 0,
    retries: 0,
    shared: 0,
    byUpstream: {},
    cacheHits: 0,
    windows: [],
  },
};

/** A refusal before GraphQL: an HTTP status, a public code, and words without anything of the request's. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  toBody(): string {
    return JSON.stringify({
      errors: [{ message: withLink(this.message, this.code), extensions: { code: this.code } }],
      extensions: NOTHING_SPENT,
    });
  }
}
