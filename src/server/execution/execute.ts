import {
  type ExecutionResult,
  execute as executeByGraphqlJs,
  type GraphQLSchema,
  getVariableValues,
  valueFromAST,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../../context.ts';
import { MOST_ERRORS } from '../document-limits/limits.ts';
import type { Operation } from '../operation/operation.ts';
import { isCompilable } from './compilable.ts';
import { hoistValues } from './hoist-values.ts';

type Result = ExecutionResult | Promise<ExecutionResult>;

/** Executes one operation of one document, with the variables as the request has them. */
export type Execute = (variables: Operation['variables'], context: RequestContext) => Result;

/** One operation of a valid document. */
export type Executable = Pick<Operation, 'document' | 'definition' | 'fragments' | 'operationName'>;

function interpret(schema: GraphQLSchema, { document, operationName }: Executable): Execute {
  return (variableValues, contextValue) =>
    executeByGraphqlJs({
      schema,
      document,
      contextValue,
      variableValues,
      operationName,
      options: { maxCoercionErrors: MOST_ERRORS },
    });
}

/** Compiled once, where the document allows; else as graphql-js does it. Both give the same answers. */
export function prepareExecution(schema: GraphQLSchema, operation: Executable): Execute {
  const interpreted = interpret(schema, operation);
  const { document, definition, fragments, operationName } = operation;
  if (!isCompilable(document, definition, fragments)) return interpreted;
  const hoisted = hoistValues(schema, document);
  const compiled = compileQuery(schema, hoisted.document, operationName);
  if (!isCompiledQuery(compiled)) return interpreted;
  const definitions = definition.variableDefinitions ?? [];
  return (variables, context) => {
    const { coerced } = getVariableValues(schema, definitions, variables, { maxErrors: 1 });
    if (coerced === undefined) return interpreted(variables, context);
    const given = { ...coerced };
    for (const { variable, value, type } of hoisted.values) {
      given[variable] = valueFromAST(value, type, coerced);
      if (given[variable] === undefined) return interpreted(variables, context);
    }
    return compiled.query(undefined, context, given) as Result;
  };
}
