import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../context.ts';

/** Too Many Requests: the caller's own budget, which waiting helps. */
export const BUDGET_SPENT = 429;

function waitOf({ extensions }: GraphQLFormattedError): number {
  return Number(extensions?.retryAfterSeconds ?? 0);
}

/** The error that stands for all, if a spent budget is why each root field is null. */
function refusalIn({ data, errors = [] }: FormattedExecutionResult): GraphQLFormattedError | undefined {
  const roots = Object.entries(data ?? {});
  const isRefused = ([key, value]: readonly [string, unknown]): boolean =>
    value === null && errors.some(({ path }) => path?.[0] === key);
  const [first, ...others] = errors;
  if (first === undefined || errors.some(({ extensions }) => extensions?.code !== 'BUDGET_EXCEEDED')) return undefined;
  if (data === undefined || !roots.every(isRefused)) return undefined;
  return others.reduce((longest, next) => (waitOf(next) > waitOf(longest) ? next : longest), first);
}

/**
 * An operation that got nothing and spent nothing because its consumer's budget has no room is refused as a whole: no data, and when to come
 * again. It had to be tried: what is held and usable answers without a call.
 */
export const budgetPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue: { meter } }) => {
      if (response.body.kind !== 'single' || meter.calls.length > 0) return;
      const result = response.body.singleResult;
      const refusal = refusalIn(result);
      if (refusal === undefined) return;
      const { message, extensions } = refusal;
      delete result.data;
      result.errors = [{ message, ...(extensions && { extensions }) }];
      response.http.status = BUDGET_SPENT;
      response.http.headers.set('retry-after', String(waitOf(refusal)));
    },
  }),
};
