import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  graphql,
  isEnumType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Explorer, ExplorerAsset } from '../../src/server/explorer.ts';

export type ReceivedOperation = {
  readonly authorization: string | undefined;
  readonly operationName: string | undefined;
};
export type ExplorerServer = AsyncDisposable & {
  readonly origin: string;
  readonly operations: readonly ReceivedOperation[];
};

/** The product's schema once there is one, until then the part that the examples use. */
export function loadSchema(): GraphQLSchema {
  const product = existsSync('schema') ? globSync('schema/**/*.graphql') : [];
  const files = product.length > 0 ? product : ['test/explorer/small-schema.graphql'];
  return makeExecutableSchema({ typeDefs: files.map((file) => readFileSync(file, 'utf8')) });
}

/** Serves the explorer as the gateway does, and answers operations with made-up values of the right types. */
export async function startExplorerServer(explorer: Explorer): Promise<ExplorerServer> {
  const schema = loadSchema();
  const operations: ReceivedOperation[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST') return void answerOperation(schema, operations, request, response);
    const path = request.url ?? '/';
    const asset =
      path === '/graphql' ? explorer.page() : explorer.asset(path, String(request.headers['accept-encoding']));
    send(response, asset);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    operations,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, asset: ExplorerAsset | undefined): void {
  if (!asset) return void response.writeHead(404).end();
  response.writeHead(200, { ...asset.headers, 'content-type': asset.contentType }).end(asset.body);
}

async function answerOperation(
  schema: GraphQLSchema,
  operations: ReceivedOperation[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { query, variables, operationName } = JSON.parse(await text(request));
  operations.push({ authorization: request.headers.authorization, operationName });
  const result = await graphql({
    schema,
    source: query,
    variableValues: variables,
    operationName,
    fieldResolver: madeUp,
  });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}

const madeUp: GraphQLFieldResolver<unknown, unknown> = (_source, _args, _context, info) =>
  madeUpValue(info.returnType, info.fieldName);

function madeUpValue(type: GraphQLOutputType, name: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [madeUpValue(nullable.ofType, name), madeUpValue(nullable.ofType, name)];
  if (isObjectType(nullable)) return {};
  if (isEnumType(nullable)) return nullable.getValues()[0]?.value;
  const samples: Readonly<Record<string, unknown>> = {
    Int: 7,
    Float: 7.5,
    Boolean: true,
    EmailAddress: 'ada@example.com',
  };
  return samples[nullable.name] ?? `some ${name}`;
}
