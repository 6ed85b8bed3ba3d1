import type { ExecutionResult, FormattedExecutionResult, GraphQLError } from 'graphql';
import type { ErrorFormat } from '../error-format.ts';
import type { Operation } from '../operation/operation.ts';
import type { KnownOperation } from './known-documents.ts';

/** Executes a known operation for one request. Its errors are as they are told. */
export type RunKnown = (
  known: KnownOperation,
  asked: Pick<Operation, 'variables' | 'context'>,
) => Promise<FormattedExecutionResult>;

/** Errors of graphql-jit have no extensions where nothing put any there. */
function withExtensions(error: GraphQLError): GraphQLError {
  const { extensions } = error as { readonly extensions?: object };
  return extensions === undefined ? (Object.create(error, { extensions: { value: {} } }) as GraphQLError) : error;
}

export function createRunKnown(formatError: ErrorFormat): RunKnown {
  const tell = (given: GraphQLError) => {
    const error = withExtensions(given);
    const formatted = error.toJSON();
    return formatError(
      {
        ...formatted,
        extensions: { ...formatted.extensions, code: error.extensions.code ?? 'INTERNAL_SERVER_ERROR' },
      },
      error,
    );
  };
  return async ({ execute }, { variables, context }) => {
    const { errors, ...result }: ExecutionResult = await execute(variables, context);
    return errors === undefined || errors.length === 0 ? result : { ...result, errors: errors.map(tell) };
  };
}
