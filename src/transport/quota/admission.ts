import { UpstreamError } from '../../base/errors.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { Admission } from '../call.ts';
import type { Ledger, PlannedCalls, Reservation, ReserveRequest } from './ledger.ts';

/** What one operation has kept of the windows, from its admission to its end. */
export type OperationAdmission = Admission & {
  /** Keeps room for calls. Without room the operation makes none at all. */
  reserve(request: ReserveRequest, signal: AbortSignal): Promise<void>;
  /** How many calls to an upstream are kept and not made yet. */
  kept(upstream: Upstream): number;
  /** A first try to an upstream was made. */
  spend(upstream: Upstream): void;
  /** Gives back what these calls do not need; for none, everything. */
  shrink(calls: readonly PlannedCalls[]): void;
  /** The operation has asked to be answered in part rather than not at all. */
  goPartly(): void;
  /** Why nothing could be spent of what is kept: an operator holds all calls. */
  readonly hold: UpstreamError | undefined;
};

function waitOf({ details }: UpstreamError): number {
  return details.retryAfterSeconds ?? 0;
}

function callsByUpstream(planned: readonly PlannedCalls[]): Map<Upstream, number> {
  const sums = new Map<Upstream, number>();
  for (const { upstream, calls } of planned) sums.set(upstream, (sums.get(upstream) ?? 0) + calls);
  return sums;
}

/** The admission of one operation: nothing is kept yet. */
export function beginAdmission(reserve: Ledger['reserve']): OperationAdmission {
  let reservation: Reservation | undefined;
  let refusal: UpstreamError | undefined;
  let hold: UpstreamError | undefined;
  let partial = false;
  let kept = new Map<Upstream, number>();
  return {
    kept: (upstream) => kept.get(upstream) ?? 0,
    spend: (upstream) => void kept.set(upstream, Math.max(0, (kept.get(upstream) ?? 0) - 1)),
    get reservation() {
      return reservation?.id;
    },
    get refusal() {
      return refusal;
    },
    get partial() {
      return partial;
    },
    get hold() {
      return hold;
    },
    onHold: (error) => {
      // Of several, the one that is waited for longest.
      if (reservation !== undefined && (hold === undefined || waitOf(error) > waitOf(hold))) hold = error;
    },
    goPartly: () => {
      partial = true;
    },
    reserve: async (request, signal) => {
      try {
        reservation = await reserve(request, signal);
        if (reservation !== undefined) kept = callsByUpstream(request.calls);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        refusal = error;
      }
    },
    shrink: (calls) => {
      const mine = reservation;
      if (calls.length === 0) reservation = undefined;
      mine?.shrink(calls);
      kept = callsByUpstream(mine === undefined ? [] : calls);
    },
  };
}
