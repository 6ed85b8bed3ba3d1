import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { digest } from '../base/canonical.ts';
import type { Log } from '../base/log.ts';
import type { RequestContext } from '../context.ts';
import type { Meter } from '../loading/meter.ts';
import { costReport } from './cost-report.ts';
import { createDocumentLimits, type DocumentLimits } from './document-limits/document-limits.ts';
import { MOST_ERRORS } from './document-limits/limits.ts';
import { createErrorFormat } from './error-format.ts';
import { readFreshnessWish } from './freshness-wish.ts';
import type { Graph } from './graph.ts';
import { refusal } from './refusal.ts';

type Outcome = 'data' | 'refused';
type Operation = GraphQLRequestContext<RequestContext>;

/** The accounts keep names; a text of any length is none. */
const LONGEST_NAME = 128;

/** An operation's name in the accounts: its own, else a digest of its text. */
function operationName({ request, operationName: name, source }: Operation): string {
  const given = name ?? request.operationName ?? undefined;
  return given === undefined || given.length > LONGEST_NAME ? digest(source ?? '', 12) : given;
}

function refuseUnknownWishes(extensions: Readonly<Record<string, unknown>>): void {
  for (const name of ['dryRun', 'admission', 'saved']) {
    if (extensions[name] === undefined || extensions[name] === false) continue;
    throw refusal('BAD_USER_INPUT', `extensions.${name}: not offered by this version of the gateway`);
  }
}

/** Reads what the request says about itself before anything is executed. */
const identifyPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async (operation) => {
      const { request, contextValue } = operation;
      if (operation.operation !== undefined && operation.operation.operation !== 'query') {
        throw refusal('OPERATION_RESOLUTION_FAILURE', 'This graph is for reading: there are queries only');
      }
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
function costPlugin(answered: WeakMap<Meter, Outcome>): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, contextValue }) => {
        // Apollo works on a copy of the context; the meter is the operation's own.
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        const malformed = result.errors?.some(({ extensions }) => extensions?.code === 'BAD_REQUEST') === true;
        if (!malformed) answered.set(contextValue.meter, 'data' in result ? 'data' : 'refused');
        if (request.extensions?.cost === false && 'data' in result) return;
        const { cost, freshness } = await costReport(contextValue);
        result.extensions = { ...result.extensions, cost, ...('data' in result && { freshness }) };
      },
    }),
  };
}

export type GraphqlEngine = {
  readonly server: ApolloServer<RequestContext>;
  readonly admit: DocumentLimits['admit'];
  /** What became of the request: an answer with data, GraphQL's refusal, or nothing that GraphQL saw. */
  outcomeOf(context: RequestContext): Outcome | undefined;
};

export type EngineOptions = { readonly graph: Graph; readonly maxRows: number; readonly log: Log };

export function createGraphqlEngine({ graph, maxRows, log }: EngineOptions): GraphqlEngine {
  const answered = new WeakMap<Meter, Outcome>();
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
      limits.plugin,
      identifyPlugin,
      // Before the cost is told: a refused answer has no freshness.
      answers.plugin,
      costPlugin(answered),
    ],
  });
  return { server, admit: limits.admit, outcomeOf: ({ meter }) => answered.get(meter) };
}
