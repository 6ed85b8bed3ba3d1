import { UpstreamError } from '../../base/errors.ts';
import type { Payer } from '../../store/permits.ts';
import type { PermitRequest } from './ledger.ts';
import type { Office } from './office.ts';
import { promptly } from './promptly.ts';

const HOLD = 'hold';

/** Nobody's. It is paused while an operator holds all calls; its window has no room, so asking for it permits nothing and tells the pause. */
const OPERATOR: Payer = { account: HOLD, credential: HOLD, windows: [{ key: HOLD, limit: 0, lengthMs: 1 }] };

const NEVER_ABORTED = new AbortController().signal;

/** No permits for any of these accounts for so long. */
export async function holdAll({ permits }: Pick<Office, 'permits'>, accounts: readonly string[], ms: number) {
  await Promise.all([...accounts, OPERATOR.account].map((account) => permits.pause(account, ms)));
}

async function isHeld({ permits, clock, callTimeoutMs }: Office, request: PermitRequest): Promise<boolean> {
  const { upstream, endpoint, consumer, operation, attempt } = request;
  const call = { upstream, endpoint, consumer, operation, attempt };
  const asked = permits.take({ payers: [OPERATOR], call, timeoutMs: callTimeoutMs });
  const decision = await promptly({ clock, signal: NEVER_ABORTED, late: () => undefined }, asked);
  return decision?.kind === 'full' && decision.payers.some(({ pausedUntil }) => pausedUntil > decision.at);
}

/** A refusal as it is told: who is paused while an operator holds all calls waits for the operator, not for a vendor. */
export async function withHold(office: Office, request: PermitRequest, error: unknown): Promise<unknown> {
  if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_RATE_LIMITED') return error;
  if (!(await isHeld(office, request))) return error;
  return new UpstreamError(request.upstream, 'QUOTA_EXCEEDED', { ...error.details, window: HOLD });
}

/** Whether a call was refused because an operator holds all of them. */
export function isHold(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && error.code === 'QUOTA_EXCEEDED' && error.details.window === HOLD;
}
