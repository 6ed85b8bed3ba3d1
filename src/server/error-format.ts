import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CallerLeft, DeadlineReached, InputError, UpstreamError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { describeCoercion } from './coercion-message.ts';
import { TooDear } from './estimates/cost-limit.ts';
import { PUBLIC_CODES, withLink } from './problem.ts';

/** An error as it is told, of what graphql-js would tell and what was thrown. */
export type ErrorFormat = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

function withCode(
  formatted: GraphQLFormattedError,
  message: string,
  extensions: Readonly<Record<string, unknown>> & { readonly code: string },
): GraphQLFormattedError {
  const { locations, path } = formatted;
  return {
    message: withLink(message, extensions.code),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions,
  };
}

/** What was thrown at the bottom: ours, or the library's. */
function rootOf(error: unknown): unknown {
  let root = unwrapResolverError(error);
  while (root instanceof GraphQLError && root.originalError !== undefined) root = root.originalError;
  return root;
}

/** Apollo gives no code of its own to a persisted query whose hash or version is wrong, only the status. */
function isBadRequest(root: unknown): boolean {
  const http: unknown = root instanceof GraphQLError ? root.extensions.http : undefined;
  return http !== null && typeof http === 'object' && 'status' in http && http.status === 400;
}

/** What graphql-js adds when it gives up on the variables; it is about none of them, so Apollo gives it no code. */
function isEndOfVariableErrors(root: unknown): boolean {
  return root instanceof GraphQLError && root.message.startsWith('Too many errors processing variables');
}

/** Every error leaves through here: public codes and our own words only, nothing of an upstream's and no value of the caller's. */
export function createErrorFormat(log: Log): ErrorFormat {
  return (formatted, error) => {
    const root = rootOf(error);
    if (root instanceof UpstreamError) {
      return withCode(formatted, root.message, { code: root.code, upstream: root.upstream, ...root.details });
    }
    if (root instanceof InputError)
      return withCode(formatted, describeCoercion(error, root.message), { code: 'BAD_USER_INPUT' });
    if (root instanceof DeadlineReached) return withCode(formatted, root.message, { code: 'DEADLINE_EXCEEDED' });
    if (root instanceof CallerLeft) return withCode(formatted, root.message, { code: 'INTERNAL_SERVER_ERROR' });
    if (root instanceof TooDear)
      return withCode(formatted, root.message, { code: 'COST_LIMIT_EXCEEDED', ...root.details });
    const code = String(formatted.extensions?.code ?? '');
    if (PUBLIC_CODES.has(code) && code !== 'INTERNAL_SERVER_ERROR') {
      return withCode(formatted, describeCoercion(error, formatted.message), { code });
    }
    if (isEndOfVariableErrors(root)) return withCode(formatted, formatted.message, { code: 'BAD_USER_INPUT' });
    if (isBadRequest(root)) return withCode(formatted, formatted.message, { code: 'BAD_REQUEST' });
    // The name of the error's class is enough to find it; its message may hold anything.
    log.error(
      { error: root instanceof Error ? root.name : typeof root, stack: stackOf(root), path: formatted.path?.join('.') },
      'internal error',
    );
    return withCode(formatted, 'Internal server error', { code: 'INTERNAL_SERVER_ERROR' });
  };
}

/** Where it happened, without the message. */
function stackOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
}
