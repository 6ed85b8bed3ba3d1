import type { Outcome } from '../../src/transport/call.ts';
import type { Permit, PermitRequest, WindowSpec } from '../../src/transport/quota/ledger.ts';
import { callScope } from './calls.ts';
import { receipt } from './engine.ts';
import { createTestLedger, permitRequest } from './ledger.ts';
import { createVirtualClock } from './virtual-clock.ts';

export const TIMEOUT_MS = 8_000;

/** A window of so many calls in so many seconds. */
export function counted(name: string, limit: number, per: WindowSpec['per'] = 'credential', seconds = 60): WindowSpec {
  return { name, limit, seconds, per };
}

/** So many places in flight for each credential. */
export function gated(limit: number): WindowSpec {
  return { name: 'in-flight', limit, seconds: 0, per: 'credential' };
}

/** A ledger of these windows under a clock that stands still, in the hands of a test. */
export function beginLedger(windows: readonly WindowSpec[], credentials: readonly string[] = ['key-1']) {
  const clock = createVirtualClock();
  const ledger = createTestLedger({ windows, credentials, clock, callTimeoutMs: TIMEOUT_MS });
  const names = windows.map(({ name }) => name);
  return {
    clock,
    ledger,
    history: () => ledger.history.map(({ credential }) => credential),
    acquire: (request: Partial<PermitRequest> = {}, signal = new AbortController().signal) =>
      ledger.acquire(permitRequest({ windows: names, credentials, ...request }), signal),
    settle: (permit: Permit, outcome: Outcome = 'OK') =>
      permit.settle(receipt(callScope(), permit.takenAt, { outcome, credential: permit.credential })),
    used: async () => (await ledger.states()).map(({ used }) => used),
  };
}
