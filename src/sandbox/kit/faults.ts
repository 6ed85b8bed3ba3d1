import type { ServerResponse } from 'node:http';
import { createBrotliCompress, createGzip } from 'node:zlib';
import type { SimulatedReply, SimulatedRequest } from './wire.ts';

/** What can go wrong on the wire. The row is used up after `times` answers. */
export type Fault =
  /** Any status with any body; `headers` carries `retry-after` in either form, a `location`, and so on. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The right answer, its headers late. */
  | { readonly kind: 'delay-headers'; readonly ms: number }
  /** Headers and half of the body at once, the rest late. */
  | { readonly kind: 'delay-body'; readonly ms: number }
  /** Accepts and never answers. */
  | { readonly kind: 'black-hole' }
  /** Closes the connection before any byte. */
  | { readonly kind: 'reset' }
  /** Promises the whole body, sends half of it and closes. */
  | { readonly kind: 'truncated' }
  /** 200 with a body that is not what the contract says. */
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string }
  /** 200 with a JSON text of this many bytes. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** 200 with a small compressed body that unpacks to this many bytes. */
  | { readonly kind: 'bomb'; readonly bytes: number; readonly encoding: 'gzip' | 'br' }
  /** 200 with JSON nested this deep. */
  | { readonly kind: 'deep'; readonly depth: number }
  /** The right answer, changed: wrong shapes, missing and extra fields, another order, lost rows. */
  | { readonly kind: 'change'; readonly change: (body: unknown) => unknown };

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
    const timer = setTimeout(done, ms);
    response.once('close', () => {
      clearTimeout(timer);
      done();
    });
  });
}

function sendHead(response: ServerResponse, status: number, headers: Readonly<Record<string, string | number>>): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
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
): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(reply.body ?? null));
  const middle = Math.floor(bytes.length / 2);
  sendHead(response, reply.status, { ...reply.headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, middle));
  if ((await between()) === 'cut') response.destroy();
  else response.end(bytes.subarray(middle));
}

function sendBomb(response: ServerResponse, bytes: number, encoding: 'gzip' | 'br'): void {
  sendHead(response, 200, { 'content-encoding': encoding });
  const packer = encoding === 'gzip' ? createGzip() : createBrotliCompress();
  packer.pipe(response);
  response.once('close', () => packer.destroy());
  sendRepeated(packer, ',0', bytes);
}

/** Sends the faulty answer; `handle` makes the right one where the fault starts from it. */
export async function sendFault(response: ServerResponse, fault: Fault, handle: () => SimulatedReply): Promise<void> {
  switch (fault.kind) {
    case 'status':
      sendHead(response, fault.status, fault.headers ?? {});
      response.end(fault.body ?? '');
      return;
    case 'delay-headers': {
      await pause(response, fault.ms);
      const reply = handle();
      sendHead(response, reply.status, reply.headers ?? {});
      response.end(JSON.stringify(reply.body ?? null));
      return;
    }
    case 'delay-body':
      return sendHalves(response, handle(), () => pause(response, fault.ms).then(() => 'finish'));
    case 'truncated':
      return sendHalves(response, handle(), () => new Promise((cut) => setImmediate(() => cut('cut'))));
    case 'black-hole':
      return;
    case 'reset':
      response.destroy();
      return;
    case 'body':
      response.writeHead(200, { 'content-type': fault.contentType ?? 'application/json' }).end(fault.body);
      return;
    case 'huge':
      sendHead(response, 200, {});
      sendRepeated(response, ',0', fault.bytes);
      return;
    case 'bomb':
      sendBomb(response, fault.bytes, fault.encoding);
      return;
    case 'deep':
      sendHead(response, 200, {});
      response.end('['.repeat(fault.depth) + ']'.repeat(fault.depth));
      return;
    case 'change': {
      const reply = handle();
      sendHead(response, reply.status, reply.headers ?? {});
      response.end(JSON.stringify(fault.change(reply.body)));
    }
  }
}
