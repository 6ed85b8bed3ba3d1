import type { Clock } from '../../src/base/clock.ts';
import { createDriftCounter } from '../../src/base/drift.ts';
import { createLog } from '../../src/base/log.ts';
import type { Upstream } from '../../src/base/upstream.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { PermitStore } from '../../src/store/permits.ts';
import type { CallRecord } from '../../src/transport/call.ts';
import type { Ledger, PermitRequest, WindowSpec, WindowView } from '../../src/transport/quota/ledger.ts';
import { createSharedLedger } from '../../src/transport/quota/shared-ledger.ts';

export type TestLedgerOptions = {
  readonly clock: Clock;
  readonly windows: readonly WindowSpec[];
  /** Default: one, `key-1`. */
  readonly credentials?: readonly string[];
  readonly callTimeoutMs?: number;
  readonly upstream?: Upstream;
  /** Default: the half. */
  readonly interactiveFloor?: number;
  /** Default: of a store of its own in memory. */
  readonly permits?: PermitStore;
};

/** A ledger with what it has told: receipts and drift. */
export type TestLedger = Ledger & {
  readonly history: readonly CallRecord[];
  readonly drifts: () => ReadonlyMap<string, number>;
  /** The windows as the store sees them now. */
  states(): Promise<readonly WindowView[]>;
};

export function createTestLedger(options: TestLedgerOptions): TestLedger {
  const { clock, windows, credentials = ['key-1'], callTimeoutMs = 8_000, upstream = 'VISIT' } = options;
  const history: CallRecord[] = [];
  const log = createLog('silent');
  const drifts = createDriftCounter(log);
  const ledger = createSharedLedger({
    upstreams: [
      { upstream, credentials: credentials.map((label) => ({ label, fingerprint: `of-${label}` })), windows },
    ],
    permits: options.permits ?? openMemoryStore(clock).permits,
    clock,
    callTimeoutMs,
    interactiveFloor: options.interactiveFloor ?? 0.5,
    record: (record) => history.push(record),
    drifts,
    log,
  });
  return {
    ...ledger,
    history,
    drifts: drifts.counts,
    states: async () => {
      await ledger.refresh();
      return ledger.windows();
    },
  };
}

/** A request for one call of a made-up endpoint. */
export function permitRequest(
  request: Partial<PermitRequest> & Pick<PermitRequest, 'windows' | 'credentials'>,
): PermitRequest {
  return {
    upstream: 'VISIT',
    endpoint: 'visit.things.list',
    consumer: 'test',
    operation: 'test',
    attempt: 1,
    mayWait: true,
    ...request,
  };
}
