import type { IncomingMessage } from 'node:http';
import { beginRequest, type Gateway, type RequestContext } from '../context.ts';
import type { Consumer } from '../model/consumer.ts';
import { LARGEST_ANSWER_BYTES, tellTooLarge } from './answer/answer-size.ts';
import { parseJsonBody, readBody } from './body.ts';
import { codingFor, codingHeaders, encode } from './content-coding.ts';
import type { Engine } from './engine.ts';
import { entityTag, matchesTag } from './entity-tag.ts';
import { cacheHeaders, checkAccept, statusOf } from './http-words.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import type { ReadyAnswer } from './ready/ready-answer.ts';
import { type ReadyAnswers, readyKey } from './ready/ready-answers.ts';
import { type Asked, headOf, type Told } from './ways.ts';

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

export type EndpointOptions = {
  readonly engine: Engine;
  readonly gateway: Gateway;
  readonly ready: ReadyAnswers;
  /** False: everything goes through Apollo, and nothing is sent from ready bytes. */
  readonly shortWay: boolean;
};

/** In place of an answer that turned out too large when it was written. Its calls were made: the cost says so. */
function tooLargeAnswer({ extensions }: Told, contentType: string, bytes: number): HttpAnswer {
  return {
    status: statusOf(400, contentType, true),
    headers: { 'content-type': contentType, ...cacheHeaders(false) },
    body: JSON.stringify({ errors: [tellTooLarge(bytes)], extensions: { cost: extensions?.cost } }),
  };
}

function notModified(tag: string): HttpAnswer {
  return { status: 304, headers: { etag: tag, ...cacheHeaders(true) }, body: '' };
}

/** Tags are for those who ask again with one: a POST is not. */
function isTagged({ method }: IncomingMessage): boolean {
  return method === 'GET';
}

async function toHttp(told: Told, request: IncomingMessage): Promise<HttpAnswer> {
  const { headers } = request;
  const contentType = told.headers['content-type'] ?? '';
  const bytes = Buffer.byteLength(told.body);
  if (bytes > LARGEST_ANSWER_BYTES) return tooLargeAnswer(told, contentType, bytes);
  const status = statusOf(told.status, contentType, told.outcome === 'refused');
  const isData = status === 200 && told.outcome === 'data';
  const tag = isData && isTagged(request) ? entityTag(headOf(told)) : undefined;
  if (tag !== undefined && matchesTag(headers['if-none-match'], tag)) return notModified(tag);
  const coding = codingFor(headers['accept-encoding'], bytes);
  return {
    status,
    headers: {
      ...told.headers,
      ...cacheHeaders(isData),
      ...codingHeaders(coding),
      ...(tag !== undefined && { etag: tag }),
    },
    body: coding === 'identity' ? told.body : await encode(told.body, coding),
  };
}

async function readyToHttp(answer: ReadyAnswer, request: IncomingMessage, now: number): Promise<HttpAnswer> {
  const { headers } = request;
  const tag = isTagged(request) ? answer.tag() : undefined;
  if (tag !== undefined && matchesTag(headers['if-none-match'], tag)) return notModified(tag);
  const { bytes, coding } = await answer.body(now, headers['accept-encoding']);
  return {
    status: 200,
    headers: {
      'content-type': answer.contentType,
      ...cacheHeaders(true),
      ...codingHeaders(coding),
      ...(tag !== undefined && { etag: tag }),
    },
    body: bytes,
  };
}

export function createGraphqlEndpoint({ engine, gateway, ready, shortWay }: EndpointOptions): GraphqlEndpoint {
  const { clock } = gateway;
  const execute = async (asked: Asked, context: RequestContext): Promise<Told> =>
    (shortWay ? await engine.short.answer(asked, context) : undefined) ?? engine.apollo.answer(asked, context);
  const send = (answer: ReadyAnswer, request: IncomingMessage, consumer: Consumer): Promise<HttpAnswer> => {
    const now = clock.now();
    gateway.onEnd(answer.meter, { at: now, consumer: consumer.name, operation: answer.operation });
    return readyToHttp(answer, request, now);
  };
  const answerAnew = async (
    request: IncomingMessage,
    asked: Asked,
    {
      consumer,
      gone,
      key,
    }: { readonly consumer: Consumer; readonly gone: AbortSignal; readonly key: string | undefined },
  ): Promise<HttpAnswer> => {
    const context = beginRequest(gateway, consumer);
    gone.addEventListener('abort', context.leave, { once: true });
    try {
      const version = ready.version();
      const told = await execute(asked, context);
      if (key !== undefined && version !== undefined) ready.keep(key, told, context, version);
      return await toHttp(told, request);
    } finally {
      context.end();
    }
  };
  return {
    answer: async (request, url, consumer, gone) => {
      const { method = 'GET', headers } = request;
      checkAccept(headers.accept);
      const text = method === 'POST' ? await readBody(request) : url.search;
      const key = shortWay ? readyKey(text, request, consumer) : undefined;
      const held = key === undefined ? undefined : ready.find(key);
      const body = method === 'POST' && held === undefined ? parseJsonBody(text) : undefined;
      const answer =
        held === undefined
          ? await answerAnew(request, { method, headers, search: url.search, body }, { consumer, gone, key })
          : await send(held, request, consumer);
      const limits = rateLimitHeaders(await gateway.budgets(consumer), clock.now());
      return { ...answer, headers: { ...answer.headers, ...limits } };
    },
  };
}
