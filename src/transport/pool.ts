import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { type Dispatcher, Pool } from 'undici';
import type { Clock } from '../base/clock.ts';
import { CallerLeft } from '../base/errors.ts';
import { untilAborted } from '../base/wait.ts';
import { type CallScope, NOT_JSON, type OutboundCall, type Reply } from './call.ts';
import { CallFailure } from './call-failure.ts';
import { parseBody } from './json-body.ts';

/** Larger answers, packed or unpacked, are refused: no documented page comes near it, and several may come at once. */
const LARGEST_ANSWER_BYTES = 8 * 1024 * 1024;

const unpackers: Readonly<Record<string, (bytes: Buffer, limit: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
};

export type PoolOptions = {
  /** With the path that every row's path is appended to, without a trailing slash. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly callTimeoutMs: number;
};

/** One upstream's connections. Sends exactly one request for each call and reads the whole answer. */
export type UpstreamPool = {
  send(call: OutboundCall, scope: CallScope, headers: Readonly<Record<string, string>>): Promise<Reply>;
  close(): Promise<void>;
};

type Timeout = { readonly signal: AbortSignal; cancel(): void };

function callTimeout(clock: Clock, ms: number): Timeout {
  const controller = new AbortController();
  const cancel = clock.after(ms, () => controller.abort());
  return { signal: controller.signal, cancel };
}

/** Reads no byte of an answer that announces too many, and none beyond the bound of one that does not. */
async function readBounded({ headers, body }: Dispatcher.ResponseData): Promise<Buffer> {
  if (Number(headers['content-length']) > LARGEST_ANSWER_BYTES) {
    body.on('error', () => undefined).destroy();
    throw new CallFailure({ outcome: 'BAD_RESPONSE', code: 'UPSTREAM_BAD_RESPONSE' });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ANSWER_BYTES) {
      body.destroy();
      throw new CallFailure({ outcome: 'BAD_RESPONSE', code: 'UPSTREAM_BAD_RESPONSE', bytes: size });
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

async function unpack(bytes: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === '' || encoding === 'identity') return bytes;
  const unpacker = unpackers[encoding];
  if (unpacker === undefined) throw new CallFailure({ outcome: 'BAD_RESPONSE', code: 'UPSTREAM_BAD_RESPONSE' });
  try {
    return await unpacker(bytes, { maxOutputLength: LARGEST_ANSWER_BYTES });
  } catch {
    throw new CallFailure({ outcome: 'BAD_RESPONSE', code: 'UPSTREAM_BAD_RESPONSE', bytes: bytes.length });
  }
}

/** undici's and Node's codes for a connection that never came to be: no byte of the request left. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function codeOf(error: unknown): string {
  if (error === null || typeof error !== 'object' || !('code' in error)) return '';
  return String(error.code);
}

/**
 * Of a failure the status is enough: whatever is wrong with its body, it stays that failure. A 429 stands even if its body never ends;
 * any other answer that does not end is a timeout.
 */
async function readAnswer(response: Dispatcher.ResponseData, caller: AbortSignal, timeout: Timeout): Promise<Reply> {
  const { statusCode, headers } = response;
  try {
    const packed = await readBounded(response);
    const encoding = String(headers['content-encoding'] ?? '').toLowerCase();
    const text = (await unpack(packed, encoding)).toString('utf8');
    return { status: statusCode, headers, body: parseBody(text), bytes: Buffer.byteLength(text) };
  } catch (error) {
    if (statusCode < 400 || caller.aborted || (timeout.signal.aborted && statusCode !== 429)) throw error;
    return { status: statusCode, headers, body: NOT_JSON, bytes: error instanceof CallFailure ? error.bytes : 0 };
  }
}

type Progress = { left: boolean };

function failure(error: unknown, timeout: Timeout, scope: CallScope, progress: Progress): CallFailure {
  if (error instanceof CallFailure) return error;
  const left = progress.left && !NEVER_LEFT.has(codeOf(error));
  if (scope.signal.aborted) {
    const code = scope.signal.reason instanceof CallerLeft ? 'UPSTREAM_UNAVAILABLE' : 'DEADLINE_EXCEEDED';
    return new CallFailure({ outcome: 'ABORTED', code, left });
  }
  if (timeout.signal.aborted) return new CallFailure({ outcome: 'TIMEOUT', code: 'UPSTREAM_TIMEOUT', left });
  return new CallFailure({ outcome: 'NETWORK', code: 'UPSTREAM_UNAVAILABLE', left });
}

/** Tells when undici has put the request on a socket: from then on the call counts. */
function markingDeparture(dispatch: Dispatcher.Dispatch, departures: WeakMap<object, Progress>): Dispatcher.Dispatch {
  return (options, handler) => {
    const progress = departures.get(options.headers as object);
    if (progress === undefined) return dispatch(options, handler);
    const started = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (controller, context) => {
      progress.left = true;
      started?.(controller, context);
    };
    return dispatch(options, handler);
  };
}

function requestOptions(call: OutboundCall, base: URL, headers: Record<string, string>): Dispatcher.RequestOptions {
  const query = call.query === undefined ? '' : `?${new URLSearchParams(call.query)}`;
  const path = `${base.pathname === '/' ? '' : base.pathname}${call.path}${call.path.includes('?') ? query.replace('?', '&') : query}`;
  const common = { method: call.row.method, path, headers };
  return call.body === undefined ? common : { ...common, body: JSON.stringify(call.body) };
}

export function createPool({ baseUrl, clock, callTimeoutMs }: PoolOptions): UpstreamPool {
  const base = new URL(baseUrl);
  const departures = new WeakMap<object, Progress>();
  const pool = new Pool(base.origin, { connections: 32, headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 30_000 });
  const dispatcher = pool.compose((dispatch) => markingDeparture(dispatch, departures));
  return {
    send: async (call, scope, extraHeaders) => {
      const timeout = callTimeout(clock, call.endsAt === undefined ? callTimeoutMs : call.endsAt - clock.now());
      const progress: Progress = { left: false };
      const headers: Record<string, string> = {
        accept: 'application/json',
        'accept-encoding': 'gzip, br',
        ...extraHeaders,
      };
      if (call.body !== undefined) headers['content-type'] = 'application/json';
      departures.set(headers, progress);
      try {
        const signal = AbortSignal.any([scope.signal, timeout.signal]);
        // undici gives up a request only once it has a connection for it: that is not waited for.
        const response = await untilAborted(
          dispatcher.request({ ...requestOptions(call, base, headers), signal }),
          signal,
        );
        return await readAnswer(response, scope.signal, timeout);
      } catch (error) {
        throw failure(error, timeout, scope, progress);
      } finally {
        timeout.cancel();
      }
    },
    close: () => pool.destroy(),
  };
}
