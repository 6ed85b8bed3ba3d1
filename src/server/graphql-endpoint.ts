import type { IncomingMessage } from 'node:http';
import { beginRequest, type Gateway, type RequestContext } from '../context.ts';
import type { Consumer } from '../model/consumer.ts';
import { LARGEST_ANSWER_BYTES, tellTooLarge } from './answer/answer-size.ts';
import { parseJsonBody, readBody } from './body.ts';
import { codingFor, codingHeaders, encode } from './content-coding.ts';
import type { Engine } from './engine.ts';
import { entityTag, matchesTag } from './entity-tag.ts';
import type { HttpAnswer } from './http-answer.ts';
import { cacheHeaders, checkAccept, statusOf } from './http-words.ts';
import { withLimits } from './rate-limit.ts';
import type { ReadyAnswer } from './ready/ready-answer.ts';
import { type ReadyAnswers, readyKey } from './ready/ready-answers.ts';
import type { SavedRequests } from './saved/saved-requests.ts';
import { refusalAnswer } from './tables/failure.ts';
import { formatFor } from './tables/formats/formats.ts';
import { readOptions, readQuestion } from './tables/table-request.ts';
import type { Tables } from './tables/tables.ts';
import { type Asked, headOf, type Told } from './ways.ts';

/** Who waits for an answer. */
export type Client = {
  /** Whether the connection ended before the answer was written. */
  hasLeft(): boolean;
  /** Aborts when the client leaves. Made when it is asked for: most answers are there before anybody could have left. */
  gone(): AbortSignal;
};

export type GraphqlEndpoint = Pick<ReadyAnswers, 'arrive'> & {
  /** Answers one operation of a consumer. */
  answer(request: IncomingMessage, url: URL, consumer: Consumer, client: Client): Promise<HttpAnswer>;
};

export type EndpointOptions = {
  readonly engine: Engine;
  readonly gateway: Gateway;
  readonly ready: ReadyAnswers;
  readonly tables: Tables;
  readonly saved: SavedRequests;
  /** Told of each answer, and the way that it took. */
  readonly onAnswer: (way: 'ready' | 'short' | 'apollo') => void;
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
  const { coding, ...content } = await answer.body(now, headers['accept-encoding']);
  return {
    status: 200,
    headers: {
      'content-type': answer.contentType,
      ...cacheHeaders(true),
      ...codingHeaders(coding),
      ...(tag !== undefined && { etag: tag }),
    },
    ...content,
  };
}

function askedBy({ method = 'GET', headers }: IncomingMessage, { search }: URL, text: string): Asked {
  return { method, headers, search, body: method === 'POST' ? parseJsonBody(text) : undefined };
}

/** One request, and who sends it. */
type Asking = {
  readonly request: IncomingMessage;
  readonly consumer: Consumer;
  readonly client: Client;
  /** Under which its answer is kept ready; undefined: it is not. */
  readonly key: string | undefined;
};

function sendReady({ gateway, onAnswer }: EndpointOptions, answer: ReadyAnswer, { request, consumer }: Asking) {
  const now = gateway.clock.now();
  onAnswer('ready');
  gateway.onEnd(answer.meter, { at: now, consumer: consumer.name, operation: answer.operation });
  return readyToHttp(answer, request, now);
}

async function execute({ engine, shortWay, onAnswer }: EndpointOptions, asked: Asked, context: RequestContext) {
  const told = shortWay ? await engine.short.answer(asked, context) : undefined;
  onAnswer(told === undefined ? 'apollo' : 'short');
  return told ?? engine.apollo.answer(asked, context);
}

async function answerAnew(options: EndpointOptions, asked: Asked, { request, consumer, client, key }: Asking) {
  const { gateway, ready } = options;
  const context = beginRequest(gateway, consumer);
  const gone = client.gone();
  if (gone.aborted) context.leave();
  gone.addEventListener('abort', context.leave, { once: true });
  try {
    const version = ready.version();
    const told = await execute(options, asked, context);
    if (key !== undefined && version !== undefined) ready.keep(key, told, context, version);
    return await toHttp(told, request);
  } finally {
    context.end();
  }
}

export function createGraphqlEndpoint(options: EndpointOptions): GraphqlEndpoint {
  const { gateway, ready, saved, shortWay, tables } = options;
  return {
    arrive: ready.arrive,
    answer: async (request, url, consumer, client) => {
      const format = formatFor(request.headers.accept);
      if (format === undefined) checkAccept(request.headers.accept);
      const text = request.method === 'POST' ? await readBody(request) : url.search;
      const read = (): Asked => saved.read(askedBy(request, url, text), consumer);
      if (format !== undefined) {
        const asked = read();
        if (asked.refusal !== undefined) return refusalAnswer(asked.refusal);
        const question = readQuestion(asked);
        const gone = client.gone();
        return tables.answer({ request, consumer, gone, format, options: readOptions(url.searchParams), question });
      }
      const key = shortWay ? readyKey(text, request, consumer) : undefined;
      const asking = { request, consumer, client, key };
      const held = key === undefined ? undefined : ready.find(key);
      const answer =
        held === undefined ? await answerAnew(options, read(), asking) : await sendReady(options, held, asking);
      return withLimits(answer, gateway, consumer);
    },
  };
}
