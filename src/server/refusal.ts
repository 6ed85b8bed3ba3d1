import { GraphQLError } from 'graphql';

/** Refuses a well-formed operation before it is executed: no data, status 400. */
export function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
