import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaultQueue, type FaultQueue, sendFault } from './faults.ts';
import type { SimulatedReply, SimulatedRequest } from './wire.ts';

/** One line of the call log. */
type LoggedCall = {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The query as sent, decoded, without credentials: `limit=100&fromRevision=0`. */
  readonly query: string;
  readonly body: string;
  /** Which of the simulator's credentials paid; undefined when none was recognised. */
  readonly credential: string | undefined;
  readonly status: number;
};

/** A request that breaks the upstream's contract. Tests end by asserting that there are none. */
export type Violation = { readonly rule: string; readonly detail: string };

export type Behaviour = {
  /** The label of the credential that a request carries, undefined if none is recognised. */
  credentialOf(request: SimulatedRequest): string | undefined;
  /** Called on arrival, before any latency: an answer here refuses the call (401, 429). */
  admit?(request: SimulatedRequest): SimulatedReply | undefined;
  /** Called once for every admitted request when its answer has left or its connection has closed. */
  release?(request: SimulatedRequest): void;
  handle(request: SimulatedRequest): SimulatedReply;
};

export type SimulatorOptions = {
  readonly behaviour: Behaviour;
  readonly violations: Violation[];
  readonly now: () => number;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Milliseconds that each admitted request waits before it is handled; absent: none. */
  readonly latencyMs?: () => number;
};

/** A running upstream on a loopback port. */
export type Simulator = AsyncDisposable & {
  /** `http://127.0.0.1:PORT`, without a path. */
  readonly origin: string;
  readonly calls: readonly LoggedCall[];
  readonly violations: readonly Violation[];
  readonly faults: FaultQueue;
  /** Empties the call log; violations stay. */
  clearCalls(): void;
  close(): Promise<void>;
};

const LARGEST_BODY_BYTES = 1_000_000;

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new RangeError('request body above 1 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sendReply(response: ServerResponse, reply: SimulatedReply): void {
  if (reply.body === undefined) {
    response.writeHead(reply.status, reply.headers).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(reply.body), 'utf8');
  response
    .writeHead(reply.status, { 'content-type': 'application/json', 'content-length': bytes.length, ...reply.headers })
    .end(bytes);
}

async function toRequest(message: IncomingMessage): Promise<SimulatedRequest> {
  const url = new URL(message.url ?? '/', 'http://simulator.invalid');
  return {
    method: message.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: message.headers,
    body: await readBody(message),
  };
}

function loggedQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function answer(options: SimulatorOptions, calls: LoggedCall[], faults: FaultQueue) {
  const { behaviour, now } = options;
  return async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await toRequest(message);
    const at = now();
    const log = (status: number): void => {
      const { method, path, body } = request;
      calls.push({
        at,
        method,
        path,
        query: loggedQuery(request.query),
        body,
        credential: behaviour.credentialOf(request),
        status,
      });
    };
    const refusal = behaviour.admit?.(request);
    if (refusal !== undefined) {
      log(refusal.status);
      sendReply(response, refusal);
      return;
    }
    response.once('close', () => behaviour.release?.(request));
    const fault = faults.next(request);
    if (fault !== undefined) {
      log('status' in fault ? fault.status : 0);
      await sendFault(response, fault, () => behaviour.handle(request));
      return;
    }
    const delay = options.latencyMs?.() ?? 0;
    if (delay > 0) await new Promise((done) => setTimeout(done, delay));
    const reply = behaviour.handle(request);
    log(reply.status);
    sendReply(response, reply);
  };
}

/** Starts one upstream simulator on 127.0.0.1 and answers once it listens. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const calls: LoggedCall[] = [];
  const faults = createFaultQueue();
  const respond = answer(options, calls, faults);
  const server: Server = createServer((message, response) => {
    respond(message, response).catch((error: unknown) => {
      options.violations.push({ rule: 'unreadable request', detail: String(error) });
      response.destroy();
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    violations: options.violations,
    faults,
    clearCalls: () => calls.splice(0),
    close,
    [Symbol.asyncDispose]: close,
  };
}
