import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../base/log.ts';
import { basicOr } from './basic-key.ts';
import { answerBrokenRequest } from './broken-request.ts';
import type { Authenticate } from './consumer-key.ts';
import type { Cors } from './cors.ts';
import type { Client, GraphqlEndpoint } from './graphql-endpoint.ts';
import type { HttpAnswer } from './http-answer.ts';
import type { Metrics } from './metrics.ts';
import { ERROR_PAGE, Problem } from './problem.ts';
import { PageFailure } from './tables/read-pages.ts';
import { type SavedTables, TABLES } from './tables/saved-tables.ts';
import type { WebAsset, WebPage } from './web-page.ts';
import { writeAnswer } from './write-answer.ts';

export type HttpOptions = {
  readonly host: string;
  readonly port: number;
  readonly authenticate: Authenticate;
  readonly graphql: GraphqlEndpoint;
  readonly savedTables: SavedTables;
  readonly explorer: WebPage;
  readonly board: WebPage;
  readonly errorPage: HttpAnswer;
  readonly cors: Cors;
  readonly metrics: Metrics;
  readonly log: Log;
};

/** The inbound side: one HTTP server. */
export type HttpServer = {
  /** `http://HOST:PORT`, once it listens. */
  readonly origin: string;
  /** Takes no new work, lets what is in flight finish within the time, then closes. */
  stop(graceMs: number): Promise<void>;
};

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const BOARD = '/board';
const METHODS: Readonly<Record<string, readonly string[]>> = {
  '/graphql': ['GET', 'POST'],
  '/metrics': ['GET'],
  [TABLES]: ['GET'],
  [BOARD]: ['GET', 'HEAD'],
  [ERROR_PAGE]: ['GET', 'HEAD'],
  '/health/live': ['GET', 'HEAD'],
  '/health/ready': ['GET', 'HEAD'],
};

function problemAnswer(problem: Problem): HttpAnswer {
  return {
    status: problem.status,
    headers: { ...JSON_TYPE, 'cache-control': 'no-store', ...problem.headers },
    body: problem.toBody(),
  };
}

function assetAnswer({ contentType, body, headers }: WebAsset): HttpAnswer {
  return { status: 200, headers: { 'content-type': contentType, ...headers }, body };
}

function healthAnswer(ok: boolean): HttpAnswer {
  const body = JSON.stringify({ status: ok ? 'ok' : 'draining' });
  return { status: ok ? 200 : 503, headers: { ...JSON_TYPE, 'cache-control': 'no-store' }, body };
}

/** Open on a loopback address; elsewhere it needs a key with the scope `metrics`. */
async function metricsAnswer(
  { host, authenticate, metrics }: HttpOptions,
  request: IncomingMessage,
): Promise<HttpAnswer> {
  const loopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (!loopback && !(await authenticate(request.headers)).scopes.has('metrics')) {
    throw new Problem(403, 'FORBIDDEN', 'The key needs the scope metrics');
  }
  return {
    status: 200,
    headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
    body: await metrics.text(),
  };
}

function wantsExplorer(request: IncomingMessage, url: URL): boolean {
  return (
    request.method === 'GET' && !url.searchParams.has('query') && (request.headers.accept ?? '').includes('text/html')
  );
}

function assetAt({ explorer, board }: HttpOptions, path: string, { headers }: IncomingMessage): WebAsset | undefined {
  const coding = headers['accept-encoding'];
  return explorer.asset(path, coding) ?? board.asset(path, coding);
}

/** Most requests are for it: it is not read anew each time. */
const GRAPHQL = new URL('/graphql', 'http://weir.invalid');

function urlOf(request: IncomingMessage): URL {
  if (request.headers.host === undefined && request.httpVersion !== '1.0')
    throw new Problem(400, 'BAD_REQUEST', 'The request has no Host header', { connection: 'close' });
  const target = request.url ?? '/';
  if (target === GRAPHQL.pathname) return GRAPHQL;
  if (!URL.canParse(target, 'http://weir.invalid'))
    throw new Problem(400, 'BAD_REQUEST', 'The request target is no URL');
  return new URL(target, 'http://weir.invalid');
}

/** How long the bytes of a request may take to arrive, headers first: whoever dawdles holds a connection. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

type State = { draining: boolean };

/** Finds the answer to a request. */
async function route(
  options: HttpOptions,
  state: State,
  request: IncomingMessage,
  client: Client,
): Promise<HttpAnswer> {
  const url = urlOf(request);
  const { pathname } = url;
  if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
    return { status: 204, headers: {}, body: '' };
  }
  const allowed = METHODS[pathname];
  if (allowed !== undefined && !allowed.includes(request.method ?? '')) {
    throw new Problem(405, 'BAD_REQUEST', `${pathname} takes ${allowed.join(' and ')}`, { allow: allowed.join(', ') });
  }
  if (pathname === '/health/live') return healthAnswer(true);
  if (pathname === '/health/ready') return healthAnswer(!state.draining);
  if (state.draining)
    throw new Problem(503, 'INTERNAL_SERVER_ERROR', 'The gateway is stopping', { connection: 'close' });
  if (pathname === '/graphql') {
    if (wantsExplorer(request, url)) return assetAnswer(options.explorer.page());
    return options.graphql.answer(request, url, await options.authenticate(request.headers), client);
  }
  if (pathname === TABLES || pathname.startsWith(`${TABLES}/`))
    return options.savedTables.answer(
      request,
      url,
      await basicOr(options.authenticate)(request.headers),
      client.gone(),
    );
  if (pathname === '/metrics') return metricsAnswer(options, request);
  if (pathname === ERROR_PAGE) return options.errorPage;
  if (pathname === BOARD) return assetAnswer(options.board.page());
  const asset = request.method === 'GET' ? assetAt(options, pathname, request) : undefined;
  if (asset !== undefined) return assetAnswer(asset);
  throw new Problem(404, 'BAD_REQUEST', 'There is nothing at this path; GraphQL is at /graphql');
}

function clientOf(response: ServerResponse): Client {
  let gone: AbortSignal | undefined;
  const hasLeft = (): boolean => response.closed && !response.writableFinished;
  const watch = (): AbortSignal => {
    const leaving = new AbortController();
    const look = (): void => {
      if (hasLeft()) leaving.abort();
    };
    response.once('close', look);
    look();
    return leaving.signal;
  };
  return {
    hasLeft,
    gone: () => {
      gone ??= watch();
      return gone;
    },
  };
}

async function serve(
  options: HttpOptions,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const client = clientOf(response);
  const answer = await route(options, state, request, client).catch((error: unknown) => {
    if (error instanceof Problem) return problemAnswer(error);
    if (client.hasLeft()) return undefined;
    options.log.error({ error: error instanceof Error ? error.name : typeof error }, 'a request failed');
    return problemAnswer(new Problem(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'));
  });
  // While stopping, a kept-alive connection ends with its answer.
  const closing = state.draining ? { connection: 'close' } : {};
  if (answer === undefined) return;
  await writeAnswer(response, answer, { ...options.cors(request), ...closing }).catch((error: unknown) => {
    // A reader that has left needs no line.
    if (!client.hasLeft() || error instanceof PageFailure)
      options.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'an answer in parts ended early');
  });
}

function stopper(server: Server, state: State): HttpServer['stop'] {
  return (graceMs) =>
    new Promise((stopped) => {
      state.draining = true;
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(cut);
        stopped();
      });
      server.closeIdleConnections();
    });
}

/** Listens, and answers once it does. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const state: State = { draining: false };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    options.graphql.arrive();
    void serve(options, state, request, response);
  };
  // `urlOf` refuses a request without Host: Node's own refusal has no body.
  const server = createServer({ ...PATIENCE, requireHostHeader: false }, answer);
  // Without a listener Node refuses unknown expectations, with an answer that is no JSON.
  server.on('checkExpectation', answer);
  server.on('clientError', answerBrokenRequest);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, options.host, listening);
  });
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { origin: `http://${host}:${port}`, stop: stopper(server, state) };
}
