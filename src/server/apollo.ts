import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '../base/log.ts';
import type { RequestContext } from '../context.ts';
import { type Accounts, costPlugin, type Outcome } from './cost-plugin.ts';
import { costReport } from './cost-report.ts';
import { createDocumentLimits, type DocumentLimits } from './document-limits/document-limits.ts';
import { MOST_ERRORS } from './document-limits/limits.ts';
import { createErrorFormat } from './error-format.ts';
import { NO_CALLS } from './estimates/estimate.ts';
import type { Graph } from './graph.ts';
import { operationGate } from './operation-gate.ts';
import { wholeRefusalPlugin } from './whole-refusal.ts';

export type GraphqlEngine = {
  readonly server: ApolloServer<RequestContext>;
  readonly admit: DocumentLimits['admit'];
  /** What became of the request: an answer with data, GraphQL's refusal, or nothing that GraphQL saw. */
  outcomeOf(context: RequestContext): Outcome | undefined;
  costOf(context: RequestContext): Promise<object>;
};

export type EngineOptions = { readonly graph: Graph; readonly maxRows: number; readonly log: Log };

export function createGraphqlEngine({ graph, maxRows, log }: EngineOptions): GraphqlEngine {
  const accounts: Accounts = { answered: new WeakMap(), estimates: new WeakMap() };
  const limits = createDocumentLimits(graph, maxRows);
  const { schema, answers } = graph;
  const level = (write: (message: string) => void) => (message?: unknown) => write(String(message));
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // A key header cannot be sent by a plain form: stock clients that query by GET with a key pass.
    csrfPrevention: {
      requestHeaders: ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization', 'x-api-key'],
    },
    validationOptions: { maxErrors: MOST_ERRORS },
    executionOptions: { maxCoercionErrors: MOST_ERRORS },
    stringifyResult: answers.stringify,
    formatError: createErrorFormat(log),
    logger: {
      debug: level((text) => log.debug(text)),
      info: level((text) => log.info(text)),
      warn: level((text) => log.warn(text)),
      error: level((text) => log.error(text)),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationGate({ limits, roots: graph.roots, estimates: accounts.estimates }),
      wholeRefusalPlugin,
      // Before the cost is told: a refused answer has no freshness.
      answers.plugin,
      costPlugin(accounts),
    ],
  });
  return {
    server,
    admit: limits.admit,
    outcomeOf: ({ meter }) => accounts.answered.get(meter),
    costOf: async (context) => (await costReport(context, accounts.estimates.get(context.meter) ?? NO_CALLS)).cost,
  };
}
