import type { Clock } from '../../base/clock.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { CallRecord } from '../call.ts';
import type { Ledger, Permit, PermitRequest, WindowSpec } from './ledger.ts';
import { enterAll, makePurses, type Purse, partsOf, shareLeft, viewOf } from './purse.ts';
import { createWaitingLine } from './waiting-line.ts';

type LedgerUpstream = {
  readonly upstream: Upstream;
  readonly credentials: readonly string[];
  readonly windows: readonly WindowSpec[];
};

export type ProcessLedgerOptions = {
  readonly upstreams: readonly LedgerUpstream[];
  readonly clock: Clock;
  /** The latest end of a call after it left: with no answer, its slot counts from then. */
  readonly callTimeoutMs: number;
  /** Receives the receipt of every call that left. */
  readonly record: (record: CallRecord) => void;
};

/** How long a vendor may still hold a request in flight after we closed its connection. */
const CLOSING_MS = 1_000;
/** The pause after a 429 that names none; it doubles with each one that follows, up to the shortest window of any contract. */
const FIRST_THROTTLE_MS = 1_000;
const LONGEST_THROTTLE_MS = 60_000;

function unthrottled(request: PermitRequest, purses: readonly Purse[], now: number): readonly Purse[] {
  const open = purses.filter(({ throttledUntil }) => throttledUntil <= now);
  if (open.length > 0) return open;
  const until = Math.min(...purses.map(({ throttledUntil }) => throttledUntil));
  throw new UpstreamError(request.upstream, 'UPSTREAM_RATE_LIMITED', {
    retryAfterSeconds: Math.ceil((until - now) / 1000),
  });
}

/** The refusal, with the window that the credential which is free first waits for longest. */
function noRoom(request: PermitRequest, open: readonly Purse[], now: number): UpstreamError {
  const waits = open.map((purse) =>
    partsOf(purse, request.windows)
      .counted.filter(({ log }) => !log.hasRoom(now))
      .map(({ spec, log }) => ({ name: spec.name, at: log.nextFree(now) ?? now }))
      .reduce((latest, free) => (free.at > latest.at ? free : latest)),
  );
  const soonest = waits.reduce((first, free) => (free.at < first.at ? free : first));
  const retryAfterSeconds = Math.max(1, Math.ceil((soonest.at - now) / 1000));
  return new UpstreamError(request.upstream, 'QUOTA_EXCEEDED', { window: soonest.name, retryAfterSeconds });
}

/** Only ever makes the pause longer. Calls that were under way together met the same limit: theirs is one 429. */
function throttle(purse: Purse, retryAfterMs: number | undefined, now: number): void {
  if (retryAfterMs === undefined && purse.throttledUntil <= now) purse.unnamedThrottles += 1;
  const unnamed = Math.min(LONGEST_THROTTLE_MS, FIRST_THROTTLE_MS * 2 ** (purse.unnamedThrottles - 1));
  purse.throttledUntil = Math.max(purse.throttledUntil, now + (retryAfterMs ?? unnamed));
}

function takePermit(purse: Purse, names: readonly string[], options: ProcessLedgerOptions, onFree: () => void): Permit {
  const { clock, callTimeoutMs } = options;
  const { counted, gated } = partsOf(purse, names);
  const takenAt = clock.now();
  const bound = takenAt + callTimeoutMs;
  for (const { log } of counted) log.take(bound);
  const leaveGates = (): void => {
    for (const { gate } of gated) gate.leave();
    onFree();
  };
  return {
    credential: purse.label,
    takenAt,
    settle: (record) => {
      const unanswered = record.outcome === 'ABORTED' || record.outcome === 'TIMEOUT';
      if (record.outcome === 'OK' || record.outcome === 'NOT_FOUND') purse.unnamedThrottles = 0;
      const completedAt = unanswered ? Math.max(clock.now(), bound) : clock.now();
      for (const { log } of counted) log.settle(completedAt, bound);
      options.record(record);
      if (unanswered) clock.after(CLOSING_MS, leaveGates);
      else leaveGates();
    },
    giveBack: () => {
      for (const { log } of counted) log.giveBack(bound);
      leaveGates();
    },
    throttled: (retryAfterMs) => throttle(purse, retryAfterMs, clock.now()),
  };
}

/** The credential that pays, its places in flight taken; undefined if none has a place. */
function choose(request: PermitRequest, purses: readonly Purse[], now: number): Purse | undefined {
  const open = unthrottled(request, purses, now);
  const withRoom = open.filter((purse) => partsOf(purse, request.windows).counted.every(({ log }) => log.hasRoom(now)));
  if (withRoom.length === 0) throw noRoom(request, open, now);
  const order = [...withRoom].sort((a, b) => shareLeft(b, request.windows, now) - shareLeft(a, request.windows, now));
  return order.find((purse) => enterAll(partsOf(purse, request.windows).gated));
}

/** The ledger of one process: exact inside it, forgotten with it. */
export function createProcessLedger(options: ProcessLedgerOptions): Ledger {
  const { clock } = options;
  const purses = new Map(
    options.upstreams.map(({ upstream, credentials, windows }) => [upstream, makePurses(credentials, windows)]),
  );
  const line = createWaitingLine();
  return {
    acquire: async (request, signal) => {
      const mine = request.credentials.flatMap((label) => purses.get(request.upstream)?.get(label) ?? []);
      if (mine.length === 0) throw new UpstreamError(request.upstream, 'UPSTREAM_NOT_CONFIGURED');
      const tryNow = (): Permit | undefined => {
        const chosen = choose(request, mine, clock.now());
        return chosen && takePermit(chosen, request.windows, options, line.serve);
      };
      const permit = tryNow();
      if (permit !== undefined) return permit;
      if (!request.mayWait) throw new UpstreamError(request.upstream, 'QUOTA_EXCEEDED', { retryAfterSeconds: 1 });
      return line.join(JSON.stringify([request.upstream, request.windows, request.credentials]), tryNow, signal);
    },
    windows: () =>
      [...purses].flatMap(([upstream, byLabel]) =>
        [...byLabel.values()].flatMap(({ label, windows }) =>
          [...windows.values()].map((window) => viewOf(upstream, label, window, clock.now())),
        ),
      ),
  };
}
