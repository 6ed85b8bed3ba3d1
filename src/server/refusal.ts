import { GraphQLError } from 'graphql';

/** Refuses a well-formed operation before it is executed: no data, and this status. */
export function refusal(code: string, message: string, status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
