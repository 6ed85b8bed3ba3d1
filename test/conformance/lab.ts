import { channel } from 'node:diagnostics_channel';
import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { UpstreamError } from '../../src/base/errors.ts';
import type { Meter } from '../../src/loading/meter.ts';
import type { Reader } from '../../src/loading/reader.ts';
import type { Simulator } from '../../src/sandbox/kit/simulator.ts';
import type { EndpointRow } from '../../src/transport/call.ts';
import { chosen } from '../support/proof.ts';
import {
  createSourceHarness,
  type HarnessOptions,
  type OperationOptions,
  type SourceHarness,
} from '../support/source-harness.ts';
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts';
import type { ItemRead, Model, Read, SourceSpec, Started } from './spec.ts';

export const CALL_TIMEOUT_MS = 8_000;
/** Stands in every faulty answer, in body and headers, and in no message. */
export const LEAK = 'UPSTREAM-WORDS';
const START = Date.UTC(2026, 4, 20, 9, 30);
const PATIENCE_MS = 5_000;

export type Run<R> = (reads: R, reader: Reader) => Promise<readonly (Model | null)[]>;
/** One read of a list of reads, a batch included, ready to run. */
export type Asked<R> = {
  readonly name: string;
  readonly kind: 'item' | 'batch' | 'list' | 'lookup';
  /** Whether it comes in pages. */
  readonly paged: boolean;
  readonly run: Run<R>;
};

export type Ask<T> = {
  readonly result: Promise<T>;
  readonly meter: Meter;
  /** Whether the result is there. */
  over(): boolean;
  abort(reason: Error): void;
};

export type BenchOptions = Partial<Pick<HarnessOptions, 'windows' | 'ages' | 'store' | 'baseUrl'>> & {
  /** Default: the first one. */
  readonly keys?: readonly number[];
};

/** The engine around the source, fresh: nothing held, nothing charged. */
export type Bench<R> = {
  readonly harness: SourceHarness;
  /** Resolves when no call is under way: a read that failed leaves others behind that were sent with it. */
  quiet(): Promise<void>;
  /** Runs something in an operation of its own; with `keys`, in a source that has only these. */
  ask<T>(
    run: (reads: R, reader: Reader) => Promise<T>,
    options?: Omit<OperationOptions, 'signal'> & { readonly keys?: readonly number[]; readonly consumer?: string },
  ): Ask<T>;
};

export type Lab<R> = Started<R> & {
  readonly spec: SourceSpec<R>;
  readonly clock: VirtualClock;
  readonly items: readonly ItemRead<R>[];
  readonly asked: readonly Asked<R>[];
  /** Those that a check of all goes through: in the quick suite a few of each kind, by the seed. */
  readonly tried: readonly Asked<R>[];
  readonly triedItems: readonly ItemRead<R>[];
  bench(options?: BenchOptions): Bench<R>;
};

/** Longer than the windows of the simulators that a test can fill: what it does next starts with a full budget. */
const WINDOWS_MS = 1_201_000;

export function nextWindow({ clock }: { readonly clock: VirtualClock }): void {
  clock.advance(WINDOWS_MS);
}

export async function turns(count = 10): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Waits for something that is bound to happen; its time limit only tells that a test hangs. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`waited in vain: ${what}`);
    await new Promise((next) => setTimeout(next, 1));
  }
}

function asModels(rows: readonly (object | null)[]): readonly (Model | null)[] {
  return rows.map((row) => (row === null ? null : (row as Model)));
}

/** Several records asked for at once; fails when all are done, as the first one that failed. */
export function batchOf<R>(read: ItemRead<R>, ids: readonly string[]): Run<R> {
  return async (reads, reader) => {
    const settled = await Promise.allSettled(ids.map((id) => read.one(reads, reader, id)));
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return asModels(settled.map((one) => (one.status === 'fulfilled' ? one.value : null)));
  };
}

function askedOf<R>(read: Read<R>): readonly Asked<R>[] {
  const { name, kind, row } = read;
  const paged = row.paging !== 'none';
  if (kind !== 'item') {
    return [{ name, kind, paged, run: async (reads, reader) => asModels(await read.rows(reads, reader)) }];
  }
  return [
    { name, kind, paged, run: batchOf(read, read.ids.slice(0, 1)) },
    { name: `${name}, a batch`, kind: 'batch', paged, run: batchOf(read, read.ids.slice(0, 3)) },
  ];
}

const TRIED_OF_A_KIND = 1;

function triedOf<T extends { readonly kind: string }>(reads: readonly T[]): readonly T[] {
  return [...Map.groupBy(reads, ({ kind }) => kind).values()].flatMap((kind) => chosen(kind, TRIED_OF_A_KIND));
}

function createBench<R>(lab: Omit<Lab<R>, 'bench'>, options: BenchOptions): Bench<R> {
  const { spec, clock, baseUrl } = lab;
  const { keys = [0], ...rest } = options;
  const credentials = spec.secrets.map((secret, index) => ({ label: `key-${index + 1}`, secret }));
  const harness = createSourceHarness({
    ...spec,
    baseUrl,
    clock,
    credentials,
    callTimeoutMs: CALL_TIMEOUT_MS,
    ...rest,
  });
  const labels = (chosen: readonly number[]) => harness.keys.filter((_key, index) => chosen.includes(index));
  let underWay = 0;
  const send: SourceHarness['send'] = async (call, scope) => {
    underWay += 1;
    try {
      return await harness.send(call, scope);
    } finally {
      underWay -= 1;
    }
  };
  const create = (chosen: readonly number[]) => spec.create({ ...harness, send }, labels(chosen));
  const source = create(keys);
  return {
    harness,
    quiet: () => until(() => underWay === 0, 'the end of the calls'),
    ask: (run, { keys: own, consumer = 'test', ...wanted } = {}) => {
      const controller = new AbortController();
      const operation = harness.operation({ ...wanted, signal: controller.signal });
      const scope = { ...operation.scope, consumer };
      const begun = (own === undefined ? source : create(own)).begin(scope);
      const result = run(begun, { scope, path: () => ['field'] });
      let over = false;
      const end = (): void => {
        over = true;
      };
      result.then(end, end);
      return { result, meter: operation.meter, over: () => over, abort: (reason) => controller.abort(reason) };
    },
  };
}

/** A test with a simulator of its own; it ends without a violation. */
export function check<R>(spec: SourceSpec<R>, title: string, body: (lab: Lab<R>) => Promise<void>): void {
  it(title, async () => {
    const clock = createVirtualClock(START);
    const started = await spec.start(clock.now);
    const benches: Bench<R>[] = [];
    // What is due now runs by itself: a pause of no length before a repeat, say.
    const due = setInterval(() => clock.advance(0), 1);
    const items = started.reads.filter((read) => read.kind === 'item');
    const asked = started.reads.flatMap(askedOf);
    const base = { ...started, spec, clock, items, asked, tried: triedOf(asked), triedItems: triedOf(items) };
    const bench = (options: BenchOptions = {}): Bench<R> => {
      const made = createBench(base, options);
      benches.push(made);
      return made;
    };
    try {
      await body({ ...base, bench });
      expect(started.simulator.violations).toEqual([]);
    } finally {
      clearInterval(due);
      await Promise.all(benches.map(({ harness }) => harness[Symbol.asyncDispose]()));
      await started.simulator.close();
    }
  });
}

/** Runs a part of a test under a name that its failure carries. */
export async function under(name: string, part: () => Promise<void>): Promise<void> {
  try {
    await part();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`${name}: ${words}`, { cause: error });
  }
}

/** Everything that an error tells of itself. */
function wordsOf(error: Error): string {
  const { message, stack = '', cause } = error;
  return [message, stack, String(cause), JSON.stringify(error)].join('\n');
}

/** Fails with this code, in our own words only. */
export async function expectFailure<R>(lab: Lab<R>, result: Promise<unknown>, code: string): Promise<UpstreamError> {
  const error = await result.then(
    (value) => new Error(`gave ${JSON.stringify(value)?.slice(0, 200)} where ${code} was expected`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamError)) throw error;
  expect(error.code).toBe(code);
  expect(error.upstream).toBe(lab.spec.upstream);
  const words = wordsOf(error);
  const { host, pathname } = new URL(lab.baseUrl);
  const hidden = [LEAK, host, ...lab.spec.hidden, ...(pathname.length > 1 ? [pathname] : [])];
  for (const secret of hidden) expect(words.includes(secret), `tells ${secret}`).toBe(false);
  return error;
}

/** The path of an endpoint as the simulator logs it. */
export function pathOf({ path }: EndpointRow): RegExp {
  return new RegExp(`${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

export function countCalls({ calls }: Simulator, row: EndpointRow): number {
  return calls.filter(({ method, path }) => method === row.method && pathOf(row).test(path)).length;
}

/** A port that counts what arrives and says nothing. */
export async function startTrap() {
  const sockets = new Set<Socket>();
  let connections = 0;
  let bytes = '';
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the trap has no port');
  return {
    port: address.port,
    connections: () => connections,
    bytes: () => bytes,
    [Symbol.asyncDispose]: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((closed) => {
        server.close(() => closed());
      });
    },
  };
}

/** A base like the simulator's, at another place. */
export function baseAt({ baseUrl }: { readonly baseUrl: string }, origin: string): string {
  const { pathname } = new URL(baseUrl);
  return pathname === '/' ? origin : `${origin}${pathname}`;
}

/** Counts the server's open connections, and the answers whose headers have come in, in this process. */
export function watchWire(simulator: Simulator) {
  const port = Number(new URL(simulator.origin).port);
  const open = new Set<Socket>();
  let heads = 0;
  const onSocket = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket };
    if (socket.localPort !== port) return;
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  };
  const onHead = (): void => {
    heads += 1;
  };
  channel('net.server.socket').subscribe(onSocket);
  channel('undici:request:headers').subscribe(onHead);
  return {
    open: () => open.size,
    heads: () => heads,
    [Symbol.dispose]: (): void => {
      channel('net.server.socket').unsubscribe(onSocket);
      channel('undici:request:headers').unsubscribe(onHead);
    },
  };
}
