import { UpstreamError } from '../../base/errors.ts';
import type { Upstream } from '../../base/upstream.ts';
import type { PayerState, PermitDecision, ReserveDecision } from '../../store/permits.ts';
import { budgetWindow } from './budgets.ts';
import type { PermitRequest, ReserveRequest } from './ledger.ts';
import type { Purse, Purses } from './purse.ts';

function wholeSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

function nameOf(purses: readonly Purse[], key: string): string {
  for (const { windows } of purses)
    for (const [name, { window, bi }] of windows) if ([window, ...bi].some((one) => one.key === key)) return name;
  throw new RangeError(`nobody spends from ${key}`);
}

function latest({ full }: PayerState, now: number): { readonly key: string; readonly freeAt: number } {
  return full.reduce((last, next) => (next.freeAt > last.freeAt ? next : last), { key: '', freeAt: now });
}

/** Until one of them can pay, if nothing else is spent: its pause is over, and its windows have room. */
function waitFor(payers: readonly PayerState[], at: number): number {
  return Math.min(...payers.map((payer) => Math.max(payer.pausedUntil, latest(payer, at).freeAt))) - at;
}

/** All keys that may pay are paused until then, by the vendor's wish. */
export function rateLimited({ upstream }: PermitRequest, waitMs: number): UpstreamError {
  return new UpstreamError(upstream, 'UPSTREAM_RATE_LIMITED', { retryAfterSeconds: wholeSeconds(waitMs) });
}

/** The refusal, with the window that of the credentials without a pause the one which is free first waits for longest: a vendor's, or a budget of the consumer's. */
export function refusalOf(
  request: PermitRequest,
  purses: readonly Purse[],
  { at, payers }: PermitDecision & { kind: 'full' },
): UpstreamError {
  const open = payers.filter(({ pausedUntil }) => pausedUntil <= at);
  if (open.length === 0) return rateLimited(request, waitFor(payers, at));
  const soonest = open.map((payer) => latest(payer, at)).reduce((a, b) => (b.freeAt < a.freeAt ? b : a));
  const retryAfterSeconds = wholeSeconds(waitFor(payers, at));
  const budget = request.budgets?.find((one) => budgetWindow(request.consumer, one).key === soonest.key);
  return budget === undefined
    ? new UpstreamError(request.upstream, 'QUOTA_EXCEEDED', { window: nameOf(purses, soonest.key), retryAfterSeconds })
    : new UpstreamError(request.upstream, 'BUDGET_EXCEEDED', { window: budget.name, retryAfterSeconds });
}

/** The lane has no share of a window: no waiting helps. */
export function neverFor({ upstream }: PermitRequest, window: string): UpstreamError {
  return new UpstreamError(upstream, 'COST_LIMIT_EXCEEDED', { window });
}

/** For the moment there is none: no place in flight for one who may not wait, or no word from the store. */
export function noneNow({ upstream, windows: [window] }: PermitRequest): UpstreamError {
  return new UpstreamError(upstream, 'QUOTA_EXCEEDED', {
    ...(window !== undefined && { window }),
    retryAfterSeconds: 1,
  });
}

function upstreamOf({ calls: [first] }: ReserveRequest): Upstream {
  if (first === undefined) throw new RangeError('nothing was to be reserved');
  return first.upstream;
}

/** The refusal of an operation, with the window that is waited for longest. */
export function reservationRefusal(
  request: ReserveRequest,
  purses: Purses,
  { at, key, freeAt }: ReserveDecision & { kind: 'full' },
): UpstreamError {
  const budget = request.budgets.find((one) => budgetWindow(request.consumer, one).key === key);
  const upstream = budget?.upstream ?? upstreamOf(request);
  const wait = freeAt === null ? {} : { retryAfterSeconds: wholeSeconds(freeAt - at) };
  if (budget !== undefined) return new UpstreamError(upstream, 'BUDGET_EXCEEDED', { window: budget.name, ...wait });
  const owners = request.calls.flatMap((one) => [...(purses.get(one.upstream)?.values() ?? [])]);
  const isOf = ({ windows }: Purse): boolean =>
    [...windows.values()].some(({ window, bi }) => [window, ...bi].some((one) => one.key === key));
  const owner = owners.find(isOf);
  const window = nameOf(owner === undefined ? [] : [owner], key);
  return new UpstreamError(owner?.upstream ?? upstream, 'QUOTA_EXCEEDED', { window, ...wait });
}

/** No word from the store: nothing is kept, so nothing leaves. */
export function noneKept(request: ReserveRequest): UpstreamError {
  const [window] = request.calls[0]?.windows ?? [];
  return new UpstreamError(upstreamOf(request), 'QUOTA_EXCEEDED', {
    ...(window !== undefined && { window }),
    retryAfterSeconds: 1,
  });
}
