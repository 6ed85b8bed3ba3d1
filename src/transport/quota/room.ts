import type { PermitWindow } from '../../store/permits.ts';
import { budgetWindow } from './budgets.ts';
import type { RoomRequest } from './ledger.ts';
import type { Office } from './office.ts';
import { promptly } from './promptly.ts';
import { type Purses, payersOf } from './purse.ts';
import { quotaWait, type WindowLeft } from './quota-wait.ts';

/** What counts the calls of each who may pay, in the same order for all of them, and what is left by key. */
type Windows = {
  readonly counted: readonly (readonly PermitWindow[])[];
  readonly left: ReadonlyMap<string, number>;
};

/** Undefined where nothing counts such calls, or the store does not say. */
async function lookAt(
  { permits, clock, callTimeoutMs }: Office,
  purses: Purses,
  { upstream, windows, lane, consumer, budgets }: RoomRequest,
  signal: AbortSignal,
): Promise<Windows | undefined> {
  const own = budgets.filter((budget) => budget.upstream === null || budget.upstream === upstream);
  const beside = own.map((budget) => budgetWindow(consumer, budget));
  const asked = { now: clock.now(), callTimeoutMs };
  const payers = payersOf(purses.get(upstream)?.values() ?? [], { names: windows, lane, asked, beside });
  const counted = payers.map((payer) => payer.windows.filter(({ lengthMs }) => lengthMs > 0));
  const all = new Map(counted.flat().map((window) => [window.key, window]));
  if (all.size === 0) return undefined;
  const states = await promptly({ clock, signal, late: () => undefined }, permits.states([...all.values()]));
  if (states === undefined) return undefined;
  const left = new Map(states.map(({ key, used, reserved }) => [key, (all.get(key)?.limit ?? 0) - used - reserved]));
  return { counted, left };
}

/** Each payer pays as many as all of its windows let it; one that several share is spent by each of them. */
function callsFor({ counted, left: given }: Windows): number {
  const left = new Map(given);
  let room = 0;
  for (const spent of counted) {
    const calls = Math.max(0, Math.min(...spent.map(({ key }) => left.get(key) ?? 0)));
    for (const { key } of spent) left.set(key, (left.get(key) ?? 0) - calls);
    room += calls;
  }
  return room;
}

/**
 * For how many calls more there is room now, whoever of the credentials pays; null where nothing counts such calls, or the store does not
 * say. It is no promise: others take room, too.
 */
export async function roomFor(
  office: Office,
  purses: Purses,
  request: RoomRequest,
  signal: AbortSignal,
): Promise<number | null> {
  const windows = await lookAt(office, purses, request, signal);
  return windows === undefined ? null : callsFor(windows);
}

/** The windows of one name, of all who may pay: one that they share counts once. */
function together(windows: readonly PermitWindow[], left: Windows['left']): WindowLeft {
  const own = [...new Map(windows.map((window) => [window.key, window])).values()];
  return {
    lengthMs: Math.max(...own.map(({ lengthMs }) => lengthMs)),
    everyMs: Math.max(...own.map(({ lengthMs, everyMs = lengthMs }) => everyMs)),
    limit: own.reduce((sum, { limit }) => sum + limit, 0),
    left: own.reduce((sum, { key }) => sum + Math.max(0, left.get(key) ?? 0), 0),
  };
}

/** Seconds for which quota makes so many calls wait, if nobody else spends any; 0 where nothing counts them, or the store does not say; null: for ever. */
export async function waitFor(
  office: Office,
  purses: Purses,
  { calls, ...request }: RoomRequest & { readonly calls: number },
  signal: AbortSignal,
): Promise<number | null> {
  const windows = await lookAt(office, purses, request, signal);
  if (windows === undefined || calls <= callsFor(windows)) return 0;
  const { counted, left } = windows;
  const named = (counted[0] ?? []).map((_first, place) => counted.flatMap((own) => own[place] ?? []));
  const wait = quotaWait(
    calls,
    named.map((own) => together(own, left)),
  );
  if (wait !== 0) return wait;
  // Together the windows have room, but no credential has it in all of its own: the first that lacks it and comes back lets calls through.
  const lacking = counted.flat().filter(({ key }) => (left.get(key) ?? 0) < calls);
  return Math.min(...lacking.map(({ lengthMs }) => lengthMs)) / 1000;
}
