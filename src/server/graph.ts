import type { GraphQLSchema } from 'graphql';
import { type AnswerWatch, watchAnswers } from './answer/watch-answers.ts';
import { mostIntrospection } from './document-limits/introspection.ts';

/** The schema, ready to answer, with what is worked out from it alone. */
export type Graph = {
  readonly schema: GraphQLSchema;
  readonly answers: AnswerWatch;
  /** As many fields of introspection as one operation may have. */
  readonly mostIntrospection: number;
};

/** Takes the schema over: its resolvers are watched from now on, whoever executes it. */
export function prepareGraph(schema: GraphQLSchema): Graph {
  return { schema, answers: watchAnswers(schema), mostIntrospection: mostIntrospection(schema) };
}
