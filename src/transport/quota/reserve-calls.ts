import type { Demand, ReserveDecision } from '../../store/permits.ts';
import { budgetWindow } from './budgets.ts';
import type { Reservation, ReserveRequest } from './ledger.ts';
import type { Office } from './office.ts';
import { promptly } from './promptly.ts';
import { type Purses, payersOf } from './purse.ts';
import { noneKept, reservationRefusal } from './refusals.ts';

/** Only counted windows are kept; a call that spends none needs nothing kept. */
function demandsOf(
  { clock, callTimeoutMs }: Office,
  purses: Purses,
  { consumer, lane, budgets, calls }: ReserveRequest,
): readonly Demand[] {
  const asked = { now: clock.now(), callTimeoutMs };
  return calls.flatMap(({ upstream, windows, calls: count }): readonly Demand[] => {
    const own = budgets.filter((budget) => budget.upstream === null || budget.upstream === upstream);
    const beside = own.map((budget) => budgetWindow(consumer, budget));
    const payers = payersOf(purses.get(upstream)?.values() ?? [], { names: windows, lane, asked, beside });
    const isCounted = payers.some((payer) => payer.windows.some(({ lengthMs }) => lengthMs > 0));
    return isCounted && count > 0 ? [{ payers, calls: count }] : [];
  });
}

/** Asks the store to keep room for an operation's calls, until the last of them must be over. */
export async function reserveCalls(
  office: Office,
  purses: Purses,
  request: ReserveRequest,
  signal: AbortSignal,
): Promise<Reservation | undefined> {
  const { permits, clock, callTimeoutMs, inBackground } = office;
  const demands = demandsOf(office, purses, request);
  if (demands.length === 0) return undefined;
  const late = (decision: ReserveDecision): void => {
    if (decision.kind === 'reserved') inBackground(permits.shrink(decision.id, []));
  };
  const decision = await promptly({ clock, signal, late }, permits.reserve(demands, request.ms + callTimeoutMs));
  office.told(decision === undefined);
  if (decision === undefined) throw noneKept(request);
  if (decision.kind === 'full') throw reservationRefusal(request, purses, decision);
  const { id } = decision;
  return { id, shrink: (calls) => inBackground(permits.shrink(id, demandsOf(office, purses, { ...request, calls }))) };
}
