import { UpstreamError } from '../../base/errors.ts';
import type { Admission } from '../call.ts';
import type { Ledger, PlannedCalls, Reservation, ReserveRequest } from './ledger.ts';

/** What one operation has kept of the windows, from its admission to its end. */
export type OperationAdmission = Admission & {
  /** Keeps room for calls. Without room the operation makes none at all. */
  reserve(request: ReserveRequest, signal: AbortSignal): Promise<void>;
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

/** The admission of one operation: nothing is kept yet. */
export function beginAdmission(reserve: Ledger['reserve']): OperationAdmission {
  let reservation: Reservation | undefined;
  let refusal: UpstreamError | undefined;
  let hold: UpstreamError | undefined;
  let partial = false;
  return {
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
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        refusal = error;
      }
    },
    shrink: (calls) => {
      const mine = reservation;
      if (calls.length === 0) reservation = undefined;
      mine?.shrink(calls);
    },
  };
}
