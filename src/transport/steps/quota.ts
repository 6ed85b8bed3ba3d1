import type { Clock } from '../../base/clock.ts';
import { UpstreamError } from '../../base/errors.ts';
import type { Answer, CallRecord, CallScope, OutboundCall, Outcome } from '../call.ts';
import { CallFailure } from '../call-failure.ts';
import { isHold } from '../quota/hold.ts';
import type { Ledger, Permit, PermitRequest } from '../quota/ledger.ts';

/** Sends with the credential that the permit names. */
export type SendAs = (call: OutboundCall, scope: CallScope, credential: string) => Promise<Answer>;

/** `startedAt` is by our own clock: that of the store, which the permit tells, may differ. */
type Leaving = {
  readonly call: OutboundCall;
  readonly scope: CallScope;
  readonly permit: Permit;
  readonly startedAt: number;
};
type Ended = { readonly outcome: Outcome; readonly bytes: number };

function endOf(error: unknown): Ended {
  return error instanceof CallFailure
    ? { outcome: error.outcome, bytes: error.bytes }
    : { outcome: 'NETWORK', bytes: 0 };
}

/** What a call asks of the ledger. Repeats are no part of what an operation was estimated to cost. */
function requestOf({ row, credentials, attempt }: OutboundCall, scope: CallScope): PermitRequest {
  const { upstream, quota: windows, id: endpoint } = row;
  const { consumer, operation, lane, hurry, mayCall, admission } = scope;
  if (admission?.refusal !== undefined) throw admission.refusal;
  if (attempt === 1 && mayCall?.() === false) throw new UpstreamError(upstream, 'COST_LIMIT_EXCEEDED');
  const own = scope.budgets ?? [];
  const budgets = own.filter((budget) => budget.upstream === null || budget.upstream === upstream);
  const mayWait = attempt === 1;
  // A repeat was not planned: it takes room that is free at once, beside what is kept.
  const reservation = mayWait ? admission?.reservation : undefined;
  const loads = mayWait && admission?.partial === true ? scope.loads : undefined;
  const who = { endpoint, consumer, operation, attempt, ...(lane && { lane }), ...(hurry && { hurry }) };
  return { ...who, upstream, windows, credentials, budgets, mayWait, reservation, loads };
}

/** Where an operator holds all calls, the operation learns that it is not just this one. */
async function tellHold<T>({ admission }: CallScope, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isHold(error)) admission?.onHold(error);
    throw error;
  }
}

/** A call leaves only with a permit, and every call that left is recorded: in the ledger and with its operation. */
export function quotaStep(
  ledger: Ledger,
  clock: Clock,
  next: SendAs,
): (call: OutboundCall, scope: CallScope) => Promise<Answer> {
  const record = ({ call, scope, permit, startedAt }: Leaving, ended: Ended): CallRecord => ({
    at: permit.takenAt,
    upstream: call.row.upstream,
    endpoint: call.row.id,
    credential: permit.credential,
    consumer: scope.consumer,
    operation: scope.operation,
    durationMs: clock.now() - startedAt,
    attempt: call.attempt,
    ...ended,
  });
  const finish = (leaving: Leaving, ended: Ended): void => {
    const receipt = record(leaving, ended);
    leaving.permit.settle(receipt);
    leaving.scope.onCall(receipt);
  };
  return async (call, scope) => {
    const permit = await tellHold(scope, ledger.acquire(requestOf(call, scope), scope.signal));
    const leaving = { call, scope, permit, startedAt: clock.now() };
    try {
      const answer = await next({ ...call, endsAt: permit.endsAt }, scope, permit.credential);
      finish(leaving, { outcome: answer.outcome, bytes: answer.bytes });
      if (answer.left !== undefined) permit.tighten(call.row.quota, answer.left);
      return answer;
    } catch (error) {
      if (error instanceof CallFailure) error.credential = permit.credential;
      // Before the permit ends: who waits for its place must not be given it with a key that is throttled.
      if (error instanceof CallFailure && error.outcome === 'THROTTLED') permit.throttled(error.retryAfterMs);
      if (error instanceof UpstreamError || (error instanceof CallFailure && !error.left)) permit.giveBack();
      else finish(leaving, endOf(error));
      throw error;
    }
  };
}
