import { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { openGateway } from '../../src/app.ts';
import { createLog } from '../../src/base/log.ts';
import { readConfig } from '../../src/config.ts';
import { beginRequest, type RequestContext } from '../../src/context.ts';
import { plainConsumer, SCOPES } from '../../src/model/consumer.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { buildSchema } from '../../src/schema.ts';
import { createErrorFormat } from '../../src/server/error-format.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { VirtualClock } from '../support/virtual-clock.ts';

export type PlainApollo = AsyncDisposable & {
  ask(query: string, variables: Record<string, unknown>): Promise<FormattedExecutionResult>;
};

/** Apollo Server as installed, with graphql-js: the same schema and sources, and nothing else of the gateway's server. */
export async function startPlainApollo(clock: VirtualClock): Promise<PlainApollo> {
  const sandbox = await startSandbox({ seed: 1, size: 1, now: clock.now });
  const store = openMemoryStore(clock);
  const log = createLog('silent');
  const config = readConfig({ ...sandbox.settings, WEIR_STORE: 'memory' });
  const { outbound, gateway } = openGateway({
    config,
    upstreams: config.upstreams,
    store,
    clock,
    chance: Math.random,
    log,
  });
  const server = new ApolloServer<RequestContext>({ schema: buildSchema(), formatError: createErrorFormat(log) });
  return {
    ask: async (query, variables) => {
      const contextValue = beginRequest(gateway, plainConsumer('test', new Set(SCOPES)));
      const { body } = await server.executeOperation({ query, variables }, { contextValue });
      contextValue.end();
      if (body.kind !== 'single') throw new TypeError('answers are given whole');
      return body.singleResult;
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await outbound.close();
      await store.close();
      await sandbox.close();
    },
  };
}
