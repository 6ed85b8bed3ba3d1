import { CallerLeft, DeadlineReached } from '../../src/base/errors.ts';
import type { Lane } from '../../src/base/lane.ts';
import { type Answers, createAnswers } from '../../src/loading/answers.ts';
import type { CollectionsOptions } from '../../src/loading/collections/collection.ts';
import { createFlights, type Flights } from '../../src/loading/flights.ts';
import { createMeter, type Meter } from '../../src/loading/meter.ts';
import type { Ages, FreshnessWish, Reader, ReadScope } from '../../src/loading/reader.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import type { CallRecord, CallScope, EndpointRow } from '../../src/transport/call.ts';
import type { CopyStoreKind } from './copy-stores.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

export const AGES: Ages = { fresh: 30, usable: 86_400 };

/** An endpoint of a made-up upstream. */
export function endpoint(options: Partial<EndpointRow> = {}): EndpointRow {
  return {
    id: 'visit.things.list',
    upstream: 'VISIT',
    method: 'GET',
    path: '/things',
    paging: 'none',
    bounds: 'none',
    quota: [],
    ages: 'visit.things',
    visibility: 'key',
    safeToRepeat: true,
    evidence: 'documented',
    docs: 'https://docs.invalid/',
    ...options,
  };
}

/** The receipt of one call, charged to whoever's scope this is. */
export function receipt(scope: CallScope, at: number, rest: Partial<CallRecord> = {}): CallRecord {
  return {
    at,
    upstream: 'VISIT',
    endpoint: 'visit.things.list',
    credential: 'key-1',
    consumer: scope.consumer,
    operation: scope.operation,
    outcome: 'OK',
    durationMs: 0,
    bytes: 10,
    attempt: 1,
    ...rest,
  };
}

/** One operation, with its deadline running on the engine's clock. */
export type Operation = {
  readonly scope: ReadScope;
  readonly reader: Reader;
  readonly meter: Meter;
  /** The client goes away. */
  leave(): void;
};

export type OperationOptions = {
  readonly wish?: FreshnessWish;
  readonly deadlineMs?: number;
  readonly consumer?: string;
  readonly lane?: Lane;
  readonly path?: readonly string[];
};

/** The held copies and answers as the gateway builds them, without transport: tests play the upstream. */
export type Engine = {
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly flights: Flights;
  readonly answers: Answers;
  readonly collections: CollectionsOptions;
  operation(options?: OperationOptions): Operation;
};

export function createEngine({
  clock = createVirtualClock(),
  store = openMemoryStore(clock),
  ages = AGES,
}: {
  readonly store?: Store;
  readonly clock?: VirtualClock;
  readonly ages?: Ages;
} = {}): Engine {
  const flights = createFlights();
  const agesOf = (): Ages => ages;
  const operation = (options: OperationOptions = {}): Operation => {
    const { wish = {}, deadlineMs = 3_600_000, consumer = 'test', lane, path = ['field'] } = options;
    const meter = createMeter();
    const controller = new AbortController();
    clock.after(deadlineMs, () => controller.abort(new DeadlineReached()));
    const scope: ReadScope = {
      signal: controller.signal,
      deadlineAt: clock.now() + deadlineMs,
      consumer,
      operation: 'test',
      ...(lane && { lane }),
      onCall: meter.onCall,
      startedAt: clock.now(),
      wish,
      meter,
      asked: new Map(),
      waiting: new Map(),
      pinned: new Set(),
      inVain: new Set(),
    };
    return { scope, reader: { scope, path: () => path }, meter, leave: () => controller.abort(new CallerLeft()) };
  };
  return {
    clock,
    store,
    flights,
    answers: createAnswers({ clock, flights, agesOf }),
    collections: { clock, flights, copies: store.copies, agesOf },
    operation,
  };
}

/** An engine whose copies lie in a store of one kind. */
export async function engineOver(kind: CopyStoreKind): Promise<Engine> {
  const clock = createVirtualClock();
  const memory = openMemoryStore(clock);
  const { copies, close } = await kind.openCopies(clock);
  const closeBoth = async (): Promise<void> => {
    await memory.close();
    await close();
  };
  return createEngine({ clock, store: { ...memory, copies, close: closeBoth } });
}

/** A promise that a test settles. */
export type Gate<T> = { readonly promise: Promise<T>; open(value: T): void; fail(error: unknown): void };

export function gate<T = void>(): Gate<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  promise.catch(() => undefined);
  return { promise, open: resolve, fail: reject };
}

/** Lets everything run that waits for nothing but promises. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** What a promise has come to by now, without waiting for it. */
export async function stateOf(promise: Promise<unknown>): Promise<'pending' | 'fulfilled' | 'rejected'> {
  let state: 'pending' | 'fulfilled' | 'rejected' = 'pending';
  promise.then(
    () => {
      state = 'fulfilled';
    },
    () => {
      state = 'rejected';
    },
  );
  await settled();
  return state;
}

/** Runs whatever is due now, again and again, until the promise has come to something. */
export async function drive<T>(clock: VirtualClock, promise: Promise<T>): Promise<T> {
  let pending = true;
  const stop = (): void => {
    pending = false;
  };
  promise.then(stop, stop);
  while (pending) {
    clock.advance(0);
    await settled();
  }
  return promise;
}
