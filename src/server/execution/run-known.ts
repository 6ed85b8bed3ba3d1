import type { ExecutionResult, FormattedExecutionResult, GraphQLError } from 'graphql';
import type { ErrorFormat } from '../error-format.ts';
import type { Operation } from '../operation/operation.ts';
import type { KnownOperation } from './known-documents.ts';

/** Executes a known operation for one request. Its errors are as they are told. */
export type RunKnown = (
  known: KnownOperation,
  asked: Pick<Operation, 'variables' | 'context'>,
) => Promise<FormattedExecutionResult>;

export function createRunKnown(formatError: ErrorFormat): RunKnown {
  const tell = (error: GraphQLError) => {
    const formatted = error.toJSON();
    return formatError(
      {
        ...formatted,
        extensions: { ...formatted.extensions, code: error.extensions?.code ?? 'INTERNAL_SERVER_ERROR' },
      },
      error,
    );
  };
  return async ({ execute }, { variables, context }) => {
    const { errors, ...result }: ExecutionResult = await execute(variables, context);
    return errors === undefined || errors.length === 0 ? result : { ...result, errors: errors.map(tell) };
  };
}
