import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { digest } from '../base/canonical.ts';
import type { Log } from '../base/log.ts';
import type { RequestContext } from '../context.ts';
import { costReport } from './cost-report.ts';
import { createErrorFormat } from './error-format.ts';
import { readFreshnessWish } from './freshness-wish.ts';

type Operation = GraphQLRequestContext<RequestContext>;

/** An operation's name in the accounts: its own, else a digest of its text. */
function operationName({ request, operationName: name, source }: Operation): string {
  return name ?? request.operationName ?? digest(source ?? '', 12);
}

function refuseUnknownWishes(extensions: Readonly<Record<string, unknown>>): void {
  for (const name of ['dryRun', 'admission', 'saved']) {
    if (extensions[name] === undefined || extensions[name] === false) continue;
    throw new GraphQLError(`extensions.${name}: not offered by this version of the gateway`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
}

/** Reads what the request says about itself before anything is executed. */
const identifyPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async (operation) => {
      const { request, contextValue } = operation;
      const extensions = request.extensions ?? {};
      refuseUnknownWishes(extensions);
      const header = request.http?.headers.get('cache-control');
      contextValue.identify(
        operationName(operation),
        readFreshnessWish(extensions.cache, header, contextValue.consumer),
      );
    },
  }),
};

/** Tells the cost, also of a refused operation, and that GraphQL answered at all. */
function costPlugin(answered: WeakSet<RequestContext>): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, contextValue }) => {
        answered.add(contextValue);
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        if (request.extensions?.cost === false && 'data' in result) return;
        const { cost, freshness } = costReport(contextValue);
        result.extensions = { ...result.extensions, cost, ...('data' in result && { freshness }) };
      },
    }),
  };
}

export type GraphqlEngine = {
  readonly server: ApolloServer<RequestContext>;
  /** Whether the request was well-formed, so that the answer is GraphQL's and not HTTP's. */
  isAnswer(context: RequestContext): boolean;
};

export function createGraphqlEngine(schema: GraphQLSchema, log: Log): GraphqlEngine {
  const answered = new WeakSet<RequestContext>();
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
    formatError: createErrorFormat(log),
    logger: {
      debug: level((text) => log.debug(text)),
      info: level((text) => log.info(text)),
      warn: level((text) => log.warn(text)),
      error: level((text) => log.error(text)),
    },
    plugins: [ApolloServerPluginCacheControlDisabled(), identifyPlugin, costPlugin(answered)],
  });
  return { server, isAnswer: (context) => answered.has(context) };
}
