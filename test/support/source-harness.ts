import type { Clock } from '../../src/base/clock.ts';
import { createDriftCounter, type DriftCounter } from '../../src/base/drift.ts';
import { DEFAULT_AGES } from '../../src/base/freshness.ts';
import { createLog } from '../../src/base/log.ts';
import type { Upstream } from '../../src/base/upstream.ts';
import { type Answers, createAnswers } from '../../src/loading/answers.ts';
import type { CollectionsOptions } from '../../src/loading/collections/collection.ts';
import { createFlights } from '../../src/loading/flights.ts';
import type { KeyView } from '../../src/loading/key-views.ts';
import { createMeter, type Meter } from '../../src/loading/meter.ts';
import type { FreshnessWish, Reader, ReadScope } from '../../src/loading/reader.ts';
import type { List, ListRow, Position } from '../../src/model/list.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import type { EndpointRow, Send } from '../../src/transport/call.ts';
import type { Ledger, WindowSpec } from '../../src/transport/quota/ledger.ts';
import { createSharedLedger } from '../../src/transport/quota/shared-ledger.ts';
import type { Judge } from '../../src/transport/steps/judge.ts';
import { type Credential, createTransport } from '../../src/transport/transport.ts';
import { createVirtualClock } from './virtual-clock.ts';

export type HarnessOptions = {
  readonly upstream: Upstream;
  readonly baseUrl: string;
  readonly windows: readonly WindowSpec[];
  readonly credentials: readonly Credential[];
  readonly authorize: (secret: string) => Readonly<Record<string, string>>;
  readonly judge: Judge;
  /** Default: a virtual one that starts at `startAt`. */
  readonly clock?: Clock;
  readonly startAt?: number;
  readonly callTimeoutMs?: number;
  /** Replaces the ages of every endpoint, seconds. */
  readonly ages?: { readonly fresh: number; readonly usable: number };
  /** Default: a store in memory of its own. Another harness's store gives a restart. */
  readonly store?: Store;
};

/** One operation: what its fields read with, and what it has cost. */
export type Operation = { readonly reader: Reader; readonly scope: ReadScope; readonly meter: Meter };

export type OperationOptions = {
  readonly wish?: FreshnessWish;
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
};

/** The engine around one source, as the gateway builds it, over one simulator. */
export type SourceHarness = AsyncDisposable & {
  readonly clock: Clock;
  readonly store: Store;
  readonly answers: Answers;
  readonly collections: CollectionsOptions;
  readonly drifts: DriftCounter;
  readonly ledger: Ledger;
  readonly send: Send;
  readonly keys: readonly KeyView[];
  operation(options?: OperationOptions): Operation;
};

const LONG_MS = 3_600_000;

export function createSourceHarness(options: HarnessOptions): SourceHarness {
  const { upstream, credentials, windows, callTimeoutMs = 8_000 } = options;
  const clock = options.clock ?? createVirtualClock(options.startAt);
  const log = createLog('silent');
  const store = options.store ?? openMemoryStore(clock);
  const flights = createFlights();
  const agesOf = (row: EndpointRow) => options.ages ?? DEFAULT_AGES[row.ages] ?? { fresh: 300, usable: 86_400 };
  const labels = credentials.map(({ label }) => label);
  const keys = labels.map((label) => ({ label, fingerprint: `sees-${label}` }));
  const drifts = createDriftCounter(log);
  const ledger = createSharedLedger({
    upstreams: [{ upstream, credentials: keys, windows }],
    permits: store.permits,
    clock,
    callTimeoutMs,
    interactiveFloor: 0.5,
    record: () => undefined,
    drifts,
    log,
  });
  const transport = createTransport({ ...options, callTimeoutMs, ledger, clock, chance: () => 0, log });
  return {
    clock,
    store,
    ledger,
    answers: createAnswers({ clock, flights, agesOf }),
    collections: { clock, flights, copies: store.copies, agesOf },
    drifts,
    send: transport.send,
    keys,
    operation: ({ wish = {}, deadlineMs = LONG_MS, signal = new AbortController().signal } = {}) => {
      const meter = createMeter();
      const scope: ReadScope = {
        signal,
        deadlineAt: clock.now() + deadlineMs,
        consumer: 'test',
        operation: 'test',
        onCall: meter.onCall,
        startedAt: clock.now(),
        wish,
        meter,
        asked: new Map(),
        waiting: new Map(),
        pinned: new Set(),
        inVain: new Set(),
      };
      return { reader: { scope, path: () => ['field'] }, scope, meter };
    },
    [Symbol.asyncDispose]: async () => {
      await transport.close();
      if (options.store === undefined) await store.close();
    },
  };
}

/** The rows of a list after a place, at most so many. */
export async function rowsOf<T>(
  list: List<T>,
  first = Number.POSITIVE_INFINITY,
  after?: Position,
): Promise<ListRow<T>[]> {
  const rows: ListRow<T>[] = [];
  for await (const row of list.rows(after)) {
    rows.push(row);
    if (rows.length >= first) break;
  }
  return rows;
}

export async function itemsOf<T>(list: List<T>, first?: number, after?: Position): Promise<T[]> {
  return (await rowsOf(list, first, after)).map(({ item }) => item);
}

/** Reads a list as a client does who asks for page after page, each in an operation of its own. */
export async function walk<T>(
  listOf: () => List<T>,
  first: number,
  between: (page: number, rows: readonly ListRow<T>[]) => void | Promise<void> = () => undefined,
): Promise<T[]> {
  const items: T[] = [];
  let after: Position | undefined;
  for (let page = 1; ; page += 1) {
    const rows = await rowsOf(listOf(), first, after);
    items.push(...rows.map(({ item }) => item));
    after = rows.at(-1)?.position;
    if (rows.length < first || rows.at(-1)?.more === false) return items;
    await between(page, rows);
  }
}
