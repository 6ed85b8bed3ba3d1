import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { type AnswerWatch, watchAnswers } from './answer/watch-answers.ts';
import { mostIntrospection } from './document-limits/introspection.ts';
import type { RootResolvers } from './estimates/root-reads.ts';

/** The schema, ready to answer, with what is worked out from it alone. */
export type Graph = {
  readonly schema: GraphQLSchema;
  readonly answers: AnswerWatch;
  /** The root fields by themselves, for those who only look at what they would read. */
  readonly roots: RootResolvers;
  /** As many fields of introspection as one operation may have. */
  readonly mostIntrospection: number;
};

/** Takes the schema over: its resolvers are watched from now on, whoever executes it. */
export function prepareGraph(schema: GraphQLSchema): Graph {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).map(
    ({ name, resolve = defaultFieldResolver }) => [name, resolve] as const,
  );
  return { schema, roots: new Map(roots), answers: watchAnswers(schema), mostIntrospection: mostIntrospection(schema) };
}
