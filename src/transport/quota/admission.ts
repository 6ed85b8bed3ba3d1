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

class Keeping implements OperationAdmission {
  refusal: UpstreamError | undefined;
  hold: UpstreamError | undefined;
  partial = false;
  readonly #ask: Ledger['reserve'];
  #reservation: Reservation | undefined;
  #kept = new Map<Upstream, number>();

  constructor(reserve: Ledger['reserve']) {
    this.#ask = reserve;
  }

  get reservation(): string | undefined {
    return this.#reservation?.id;
  }

  readonly kept = (upstream: Upstream): number => this.#kept.get(upstream) ?? 0;

  readonly spend = (upstream: Upstream): void => {
    this.#kept.set(upstream, Math.max(0, this.kept(upstream) - 1));
  };

  readonly onHold = (error: UpstreamError): void => {
    // Of several, the one that is waited for longest.
    if (this.#reservation !== undefined && (this.hold === undefined || waitOf(error) > waitOf(this.hold)))
      this.hold = error;
  };

  readonly goPartly = (): void => {
    this.partial = true;
  };

  readonly reserve = async (request: ReserveRequest, signal: AbortSignal): Promise<void> => {
    try {
      this.#reservation = await this.#ask(request, signal);
      if (this.#reservation !== undefined) this.#kept = callsByUpstream(request.calls);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      this.refusal = error;
    }
  };

  readonly shrink = (calls: readonly PlannedCalls[]): void => {
    const mine = this.#reservation;
    if (calls.length === 0) this.#reservation = undefined;
    mine?.shrink(calls);
    this.#kept = callsByUpstream(mine === undefined ? [] : calls);
  };
}

/** The admission of one operation: nothing is kept yet. */
export function beginAdmission(reserve: Ledger['reserve']): OperationAdmission {
  return new Keeping(reserve);
}
