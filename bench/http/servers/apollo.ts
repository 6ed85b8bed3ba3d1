import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { startStandaloneServer } from '@apollo/server/standalone';
import responseCache from '@apollo/server-plugin-response-cache';
import { serve } from '../../kit/child.ts';
import { type PeerContext, peerContext, resolvers, typeDefs } from './peer-schema.ts';

const LONG_SECONDS = 3_600;
const plugins =
  process.env.RESPONSE_CACHE === 'on'
    ? [ApolloServerPluginCacheControl({ defaultMaxAge: LONG_SECONDS }), responseCache()]
    : [];
const server = new ApolloServer<PeerContext>({ typeDefs, resolvers, plugins });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => peerContext(),
});
serve({ url });
