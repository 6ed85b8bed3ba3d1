import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSchema, createYoga } from 'graphql-yoga';
import { serve } from '../../kit/child.ts';
import { type PeerContext, peerContext, resolvers, typeDefs } from './peer-schema.ts';

const yoga = createYoga({
  schema: createSchema<PeerContext>({ typeDefs, resolvers }),
  context: peerContext,
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => {
  serve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` });
});
