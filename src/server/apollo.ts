import type { IncomingHttpHeaders } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../base/log.ts';
import type { RequestContext } from '../context.ts';
import type { Meter } from '../loading/meter.ts';
import type { AnswerWatch } from './answer/watch-answers.ts';
import type { DocumentLimits } from './document-limits/document-limits.ts';
import { MOST_ERRORS } from './document-limits/limits.ts';
import type { ErrorFormat } from './error-format.ts';
import type { KnownDocuments } from './execution/known-documents.ts';
import type { RunKnown } from './execution/run-known.ts';
import type { Finish, Finished } from './operation/finish.ts';
import type { Gate } from './operation/gate.ts';
import { isDryRun, type Operation, ofApollo } from './operation/operation.ts';
import { createPersistedTexts } from './persisted-texts.ts';
import { Problem } from './problem.ts';
import type { Way } from './ways.ts';

export type ApolloParts = {
  readonly schema: GraphQLSchema;
  readonly answers: AnswerWatch;
  readonly limits: Pick<DocumentLimits, 'admit'>;
  readonly gate: Gate;
  readonly finish: Finish;
  readonly formatError: ErrorFormat;
  readonly log: Log;
  readonly documents: KnownDocuments;
  readonly runKnown: RunKnown;
  /** Told of each operation that is executed, and whether its text was known. */
  readonly onDocument: (known: boolean) => void;
};

export type Apollo = Way & { start(): Promise<void>; stop(): Promise<void> };

/** A text that comes again is executed as it was compiled; the first time Apollo executes it, and what it accepts is remembered. */
async function runAccepted({ documents, runKnown, onDocument }: ApolloParts, operation: Operation) {
  const known = documents.find(operation.source, operation.operationName);
  onDocument(known !== undefined);
  if (known !== undefined) return runKnown(known, operation);
  documents.accept(operation);
  return undefined;
}

/** Where Apollo's pipeline meets ours: before an operation is executed, and when its result is known. */
function ourPlugin(
  parts: ApolloParts,
  onFinished: (meter: Meter, told: Finished) => void,
): ApolloServerPlugin<RequestContext> {
  const { gate } = parts;
  return {
    requestDidStart: async () => {
      let passed: Operation | undefined;
      return {
        didResolveOperation: async (asked) => {
          const operation = ofApollo(asked);
          if (operation === undefined || !(await gate.pass(operation))) return;
          passed = operation;
        },
        responseForOperation: async ({ response: { http } }) => {
          if (passed === undefined) return null;
          const singleResult = isDryRun(passed) ? { data: null } : await runAccepted(parts, passed);
          return singleResult === undefined ? null : { http, body: { kind: 'single', singleResult } };
        },
        willSendResponse: async ({ request, response, contextValue: context }) => {
          if (response.body.kind !== 'single') return;
          const told = await parts.finish(response.body.singleResult, {
            extensions: request.extensions ?? {},
            context,
          });
          onFinished(context.meter, told);
          response.body.singleResult = told.result;
          if (told.status !== undefined) response.http.status = told.status;
          for (const [name, value] of Object.entries(told.headers)) response.http.headers.set(name, value);
        },
      };
    },
  };
}

function loggerFor(log: Log) {
  const level = (write: (message: string) => void) => (message?: unknown) => write(String(message));
  return {
    debug: level((text) => log.debug(text)),
    info: level((text) => log.info(text)),
    warn: level((text) => log.warn(text)),
    error: level((text) => log.error(text)),
  };
}

function toHeaderMap(given: IncomingHttpHeaders): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** A plain form cannot send them: stock clients that query by GET with a key pass. */
const OF_NO_FORM = ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization', 'x-api-key'];

/** Apollo Server's own pipeline. It serves whatever comes. */
export function createApollo(parts: ApolloParts): Apollo {
  const { schema, answers, limits, formatError, log } = parts;
  const finished = new WeakMap<Meter, Finished>();
  /** The operation to which data belong. */
  const meters = new WeakMap<object, Meter>();
  const onFinished = (meter: Meter, told: Finished): void => {
    finished.set(meter, told);
    if (told.result.data) meters.set(told.result.data, meter);
  };
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    persistedQueries: { cache: createPersistedTexts() },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: { requestHeaders: OF_NO_FORM },
    validationOptions: { maxErrors: MOST_ERRORS },
    executionOptions: { maxCoercionErrors: MOST_ERRORS },
    stringifyResult: (result) => answers.stringify(result, result.data ? meters.get(result.data) : undefined),
    formatError,
    logger: loggerFor(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ourPlugin(parts, onFinished),
    ],
  });
  return {
    start: () => server.start(),
    stop: () => server.stop(),
    answer: async ({ headers, refusal, ...asked }, context) => {
      const request = { ...asked, headers: toHeaderMap(headers) };
      const httpGraphQLRequest = await limits.admit(request, context, refusal);
      const { body, ...http } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => context,
      });
      if (body.kind !== 'complete') throw new Problem(406, 'BAD_REQUEST', 'Answers are given whole only');
      const told = finished.get(context.meter);
      return {
        status: http.status ?? 200,
        headers: Object.fromEntries(http.headers),
        body: body.string,
        outcome: told?.outcome ?? 'malformed',
        extensions: told?.result.extensions,
      };
    },
  };
}
