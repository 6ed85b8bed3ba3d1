import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { planCalls } from './domains/call-plans.ts';
import { campaignResolvers } from './domains/campaigns/resolvers.ts';
import { lazyConnection, pageInfoResolvers } from './domains/connection.ts';
import { iadvizeResolvers } from './domains/iadvize/resolvers.ts';
import { nodeResolvers } from './domains/node.ts';
import { peopleResolvers } from './domains/people/resolvers.ts';
import { scalars } from './domains/scalars.ts';
import { guardScopes } from './domains/scopes.ts';
import { usageResolvers } from './domains/usage/resolvers.ts';
import { visitResolvers } from './domains/visit/resolvers.ts';
import { visualVisitorResolvers } from './domains/visual-visitor/resolvers.ts';

const FOLDER = new URL('../schema/', import.meta.url);

/** The SDL of `schema/`, in the order of file names. */
function readTypeDefs(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}

/** Every type of the SDL that is a connection: Relay keeps the suffix for them. */
function connectionsOf(typeDefs: readonly string[]): readonly string[] {
  return typeDefs.flatMap((sdl) => [...sdl.matchAll(/^type (\w+Connection) /gm)].map(([, name = '']) => name));
}

/** The executable schema: SDL, resolvers, the guard that `@scope` asks for, and what bounds the calls of each field. */
export function buildSchema(): GraphQLSchema {
  const typeDefs = readTypeDefs();
  const connections = Object.fromEntries(connectionsOf(typeDefs).map((name) => [name, lazyConnection]));
  const schema = makeExecutableSchema({
    typeDefs: [...typeDefs],
    resolvers: [
      scalars,
      { PageInfo: pageInfoResolvers, ...connections },
      nodeResolvers,
      peopleResolvers,
      ...visualVisitorResolvers,
      visitResolvers,
      ...iadvizeResolvers,
      campaignResolvers,
      usageResolvers,
    ],
  });
  return planCalls(guardScopes(schema));
}
