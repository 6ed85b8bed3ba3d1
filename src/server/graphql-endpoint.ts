import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '../context.ts';
import type { Consumer } from '../model/consumer.ts';
import { LARGEST_ANSWER_BYTES, tellTooLarge } from './answer/answer-size.ts';
import { readJsonBody } from './body.ts';
import type { Engine } from './engine.ts';
import { ROOM_REFUSALS } from './operation/whole-refusal.ts';
import { Problem } from './problem.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import type { Asked, Told } from './ways.ts';

/** A whole answer, ready to be written. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

export type GraphqlEndpoint = {
  /** Answers one operation of a consumer. `gone` aborts when the client leaves. */
  answer(request: IncomingMessage, url: URL, consumer: Consumer, gone: AbortSignal): Promise<HttpAnswer>;
};

const ANSWER_TYPES = new Set(['*/*', 'application/*', 'application/json', 'application/graphql-response+json']);

/** Before anything is executed: an answer that nobody can read must cost no call. */
function checkAccept(accept: string | undefined): void {
  const ranges = (accept?.trim() || '*/*')
    .split(',')
    .map((range) => range.split(';').map((part) => part.trim().toLowerCase()));
  const accepted = ranges.some(
    ([type = '', ...parameters]) =>
      ANSWER_TYPES.has(type) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)),
  );
  if (!accepted) throw new Problem(406, 'BAD_REQUEST', `Answers are ${[...ANSWER_TYPES].slice(2).join(' or ')}`);
}

/** Answers may be kept by the caller alone, and asked for again before use; refusals are not kept. */
function cacheHeaders(hasData: boolean): Readonly<Record<string, string>> {
  return { 'cache-control': hasData ? 'private, no-cache' : 'no-store' };
}

/** Of a well-formed request. */
const REFUSALS: ReadonlySet<number> = new Set([400, ...ROOM_REFUSALS]);

/** `application/json` tells refusals of a well-formed request inside a 200, as GraphQL over HTTP says. */
function statusOf(status: number, contentType: string, refused: boolean): number {
  return refused && REFUSALS.has(status) && contentType.startsWith('application/json') ? 200 : status;
}

/** In place of an answer that turned out too large when it was written. Its calls were made: the cost says so. */
function tooLargeAnswer({ extensions }: Told, contentType: string, bytes: number): HttpAnswer {
  return {
    status: statusOf(400, contentType, true),
    headers: { 'content-type': contentType, ...cacheHeaders(false) },
    body: JSON.stringify({ errors: [tellTooLarge(bytes)], extensions: { cost: extensions?.cost } }),
  };
}

export type EndpointOptions = {
  readonly engine: Engine;
  readonly begin: (consumer: Consumer) => RequestContext;
  /** False: everything goes through Apollo. */
  readonly shortWay: boolean;
};

export function createGraphqlEndpoint({ engine, begin, shortWay }: EndpointOptions): GraphqlEndpoint {
  const execute = async (request: IncomingMessage, url: URL, context: RequestContext): Promise<HttpAnswer> => {
    const { method = 'GET', headers } = request;
    const body = method === 'POST' ? await readJsonBody(request) : undefined;
    const asked: Asked = { method, headers, search: url.search, body };
    const told =
      (shortWay ? await engine.short.answer(asked, context) : undefined) ??
      (await engine.apollo.answer(asked, context));
    const contentType = told.headers['content-type'] ?? '';
    const bytes = Buffer.byteLength(told.body);
    if (bytes > LARGEST_ANSWER_BYTES) return tooLargeAnswer(told, contentType, bytes);
    const status = statusOf(told.status, contentType, told.outcome === 'refused');
    return {
      status,
      headers: { ...told.headers, ...cacheHeaders(status === 200 && told.outcome === 'data') },
      body: told.body,
    };
  };
  return {
    answer: async (request, url, consumer, gone) => {
      checkAccept(request.headers.accept);
      const context = begin(consumer);
      gone.addEventListener('abort', context.leave, { once: true });
      try {
        const answer = await execute(request, url, context);
        const { gateway } = context;
        const limits = rateLimitHeaders(await gateway.budgets(consumer), gateway.clock.now());
        return { ...answer, headers: { ...answer.headers, ...limits } };
      } finally {
        context.end();
      }
    },
  };
}
