import type { ServerResponse } from 'node:http';
import type { Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, createBrotliCompress, createDeflate, createGzip } from 'node:zlib';
import type { SimulatedReply, SimulatedRequest } from './wire.ts';

/** What can go wrong on the wire. The row is used up after `times` answers. */
export type Fault =
  /** Any status with any body; `headers` carries `retry-after` in either form, a `location`, and so on. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: FaultHeaders;
    }
  /** The right answer, its headers late. */
  | { readonly kind: 'delay-headers'; readonly ms: number }
  /** Headers and half of the body at once, the rest late. */
  | { readonly kind: 'delay-body'; readonly ms: number }
  /** Headers at once, then the text again and again, piece by piece, without an end. */
  | ({ readonly kind: 'drip'; readonly text: string; readonly everyMs: number } & FaultHead)
  /** Accepts and never answers. */
  | { readonly kind: 'black-hole' }
  /** Closes the connection before any byte. */
  | { readonly kind: 'reset' }
  /** Promises the whole body, sends half of it and closes. */
  | ({ readonly kind: 'truncated' } & FaultHead)
  /** 200 with a body that is not what the contract says. */
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string; readonly headers?: FaultHeaders }
  /** JSON text of this many bytes; `announced` says so in the headers. */
  | ({ readonly kind: 'huge'; readonly bytes: number; readonly announced?: boolean } & FaultHead)
  /** A small compressed body that unpacks to this many bytes. */
  | ({ readonly kind: 'bomb'; readonly bytes: number; readonly encoding: Encoding } & FaultHead)
  /** 200 with JSON nested this deep. */
  | { readonly kind: 'deep'; readonly depth: number }
  /** These bytes on the socket, head included, each character one byte; then the connection is left open or closed. */
  | { readonly kind: 'raw'; readonly bytes: string; readonly close: boolean }
  /** The right answer, changed: wrong shapes, missing and extra fields, another order, lost rows. */
  | { readonly kind: 'change'; readonly change: (body: unknown) => unknown };

type FaultOf<K extends Fault['kind']> = Extract<Fault, { readonly kind: K }>;
type Encoding = 'gzip' | 'br' | 'deflate';
type FaultHeaders = Readonly<Record<string, string | readonly string[]>>;
/** Absent: a 200 without further headers. */
type FaultHead = { readonly status?: number; readonly headers?: FaultHeaders };

export type FaultQueue = {
  /** Lets the next `times` requests (default 1; Infinity for all) whose path matches fail in this way. */
  inject(fault: Fault, options?: { times?: number; path?: RegExp }): void;
  clear(): void;
  next(request: SimulatedRequest): Fault | undefined;
};

export function createFaultQueue(): FaultQueue {
  const queue: { fault: Fault; path: RegExp | undefined; left: number }[] = [];
  return {
    inject: (fault, { times = 1, path } = {}) => {
      queue.push({ fault, path, left: times });
    },
    clear: () => {
      queue.splice(0);
    },
    next: (request) => {
      const index = queue.findIndex(({ path }) => path === undefined || path.test(request.path));
      const entry = queue[index];
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) queue.splice(index, 1);
      return entry.fault;
    },
  };
}

function pause(response: ServerResponse, ms: number): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      response.off('close', end);
      done();
    };
    const timer = setTimeout(end, ms);
    response.once('close', end);
  });
}

function sendHead(response: ServerResponse, status: number, headers: FaultHeaders = {}): void {
  const own = Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]);
  response.writeHead(status, { 'content-type': 'application/json', ...Object.fromEntries(own) });
}

function sendRepeated(sink: NodeJS.WritableStream, unit: string, bytes: number): void {
  const chunk = Buffer.from(unit.repeat(Math.ceil(65_536 / unit.length)));
  let left = bytes;
  const more = (): void => {
    while (left > 0) {
      left -= chunk.length;
      if (!sink.write(chunk)) {
        sink.once('drain', more);
        return;
      }
    }
    sink.end(']');
  };
  sink.write('[0');
  more();
}

async function sendHalves(
  response: ServerResponse,
  reply: SimulatedReply,
  between: () => Promise<'finish' | 'cut'>,
  head: FaultHead = {},
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(reply.body ?? null));
  const middle = Math.floor(bytes.length / 2);
  const headers = { ...reply.headers, ...head.headers, 'content-length': String(bytes.length) };
  sendHead(response, head.status ?? reply.status, headers);
  response.write(bytes.subarray(0, middle));
  if ((await between()) === 'cut') response.destroy();
  else response.end(bytes.subarray(middle));
}

/** Fast rather than small. */
const PACKERS: Readonly<Record<Encoding, () => Transform>> = {
  gzip: () => createGzip({ level: 1 }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  deflate: () => createDeflate({ level: 1 }),
};
/** Packed once for the process: a bomb is cheap for who sends it. */
const bombs = new Map<string, Promise<Buffer>>();

function packBomb(bytes: number, encoding: Encoding): Promise<Buffer> {
  const name = `${encoding} ${bytes}`;
  const known = bombs.get(name);
  if (known !== undefined) return known;
  const packer = PACKERS[encoding]();
  const packed = buffer(packer);
  bombs.set(name, packed);
  sendRepeated(packer, ',0', bytes);
  return packed;
}

async function sendBomb(response: ServerResponse, { bytes, encoding, status = 200, headers }: FaultOf<'bomb'>) {
  const packed = await packBomb(bytes, encoding);
  sendHead(response, status, { ...headers, 'content-encoding': encoding });
  response.end(packed);
}

function sendHuge(response: ServerResponse, { bytes, announced, status = 200, headers }: FaultOf<'huge'>): void {
  sendHead(response, status, { ...headers, ...(announced === true && { 'content-length': String(bytes) }) });
  sendRepeated(response, ',0', bytes);
}

async function sendDrips(response: ServerResponse, { text, everyMs, status = 200, headers }: FaultOf<'drip'>) {
  sendHead(response, status, headers);
  while (!response.destroyed) {
    response.write(text);
    await pause(response, everyMs);
  }
}

function sendRaw(response: ServerResponse, { bytes, close }: FaultOf<'raw'>): void {
  response.socket?.write(bytes, 'latin1', () => {
    if (close) response.socket?.destroy();
  });
}

/** Sends the faulty answer; `handle` makes the right one where the fault starts from it. */
export async function sendFault(response: ServerResponse, fault: Fault, handle: () => SimulatedReply): Promise<void> {
  switch (fault.kind) {
    case 'status':
      sendHead(response, fault.status, fault.headers);
      response.end(fault.body ?? '');
      return;
    case 'delay-headers': {
      await pause(response, fault.ms);
      const reply = handle();
      sendHead(response, reply.status, reply.headers);
      response.end(JSON.stringify(reply.body ?? null));
      return;
    }
    case 'delay-body':
      return sendHalves(response, handle(), () => pause(response, fault.ms).then(() => 'finish'));
    case 'truncated':
      return sendHalves(response, handle(), () => new Promise((cut) => setImmediate(() => cut('cut'))), fault);
    case 'drip':
      return sendDrips(response, fault);
    case 'raw':
      return sendRaw(response, fault);
    case 'black-hole':
      return;
    case 'reset':
      response.destroy();
      return;
    case 'body':
      sendHead(response, 200, { ...fault.headers, 'content-type': fault.contentType ?? 'application/json' });
      response.end(fault.body);
      return;
    case 'huge':
      return sendHuge(response, fault);
    case 'bomb':
      return sendBomb(response, fault);
    case 'deep':
      sendHead(response, 200);
      response.end('['.repeat(fault.depth) + ']'.repeat(fault.depth));
      return;
    case 'change': {
      const reply = handle();
      sendHead(response, reply.status, reply.headers);
      response.end(JSON.stringify(fault.change(reply.body)));
    }
  }
}
