import { fastify } from 'fastify';
import mercurius from 'mercurius';
import { serve } from '../../kit/child.ts';
import { peerContext, resolvers, typeDefs } from './peer-schema.ts';

const app = fastify();
await app.register(mercurius, { schema: typeDefs, resolvers: resolvers as never, context: peerContext, jit: 1 });
const origin = await app.listen({ port: 0, host: '127.0.0.1' });
serve({ url: `${origin}/graphql` });
