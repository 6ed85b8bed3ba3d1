import { budgetWindow } from './budgets.ts';
import type { RoomRequest } from './ledger.ts';
import type { Office } from './office.ts';
import { promptly } from './promptly.ts';
import { type Purses, payersOf } from './purse.ts';

/**
 * For how many calls more there is room now, whoever of the credentials pays; null where nothing counts such calls, or the store does not
 * say. It is no promise: others take room, too.
 */
export async function roomFor(
  { permits, clock, callTimeoutMs }: Office,
  purses: Purses,
  { upstream, windows, lane, consumer, budgets }: RoomRequest,
  signal: AbortSignal,
): Promise<number | null> {
  const own = budgets.filter((budget) => budget.upstream === null || budget.upstream === upstream);
  const beside = own.map((budget) => budgetWindow(consumer, budget));
  const asked = { now: clock.now(), callTimeoutMs };
  const payers = payersOf(purses.get(upstream)?.values() ?? [], { names: windows, lane, asked, beside });
  const counted = payers.map((payer) => payer.windows.filter(({ lengthMs }) => lengthMs > 0));
  const all = new Map(counted.flat().map((window) => [window.key, window]));
  if (all.size === 0) return null;
  const states = await promptly({ clock, signal, late: () => undefined }, permits.states([...all.values()]));
  if (states === undefined) return null;
  const left = new Map(states.map(({ key, used, reserved }) => [key, (all.get(key)?.limit ?? 0) - used - reserved]));
  let room = 0;
  for (const spent of counted) {
    const calls = Math.max(0, Math.min(...spent.map(({ key }) => left.get(key) ?? 0)));
    for (const { key } of spent) left.set(key, (left.get(key) ?? 0) - calls);
    room += calls;
  }
  return room;
}
