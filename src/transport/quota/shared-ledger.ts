import { UpstreamError } from '../../base/errors.ts';
import type { Lane } from '../../base/lane.ts';
import type { PermitDecision, PermitWindow, WindowState } from '../../store/permits.ts';
import { budgetWindow, countedView } from './budgets.ts';
import { holdAll, withHold } from './hold.ts';
import type { Ledger, Permit, PermitRequest } from './ledger.ts';
import { type Office, openOffice, permitOf, type SharedLedgerOptions } from './office.ts';
import { promptly } from './promptly.ts';
import { closedTo, makePurses, type Purse, payersOf, viewsOf } from './purse.ts';
import { neverFor, noneNow, rateLimited, refusalOf } from './refusals.ts';
import { reserveCalls } from './reserve-calls.ts';
import { roomFor, waitFor } from './room.ts';

/** Who asks for a permit, and who may pay it. */
type Asking = { readonly request: PermitRequest; readonly purses: readonly Purse[]; readonly signal: AbortSignal };

function laneOf({ lane = 'interactive', hurry }: PermitRequest): Lane {
  return hurry?.aborted ? 'interactive' : lane;
}

const NEVER_ABORTED = new AbortController().signal;

function ask({ permits, clock, callTimeoutMs }: Office, { request, purses }: Asking): Promise<PermitDecision> {
  const { upstream, endpoint, consumer, operation, attempt, reservation } = request;
  const budgets = (request.budgets ?? []).map((budget) => budgetWindow(consumer, budget));
  const asked = { now: clock.now(), callTimeoutMs };
  return permits.take({
    payers: payersOf(purses, { names: request.windows, lane: laneOf(request), asked, beside: budgets }),
    call: { upstream, endpoint, consumer, operation, attempt },
    timeoutMs: callTimeoutMs,
    ...(reservation !== undefined && { reservation }),
  });
}

/** A permit that nobody waits for any more: its call never leaves. */
function giveBackLate({ permits, line, inBackground }: Office, decision: PermitDecision): void {
  if (decision.kind !== 'permit') return;
  inBackground(permits.giveBack(decision.id));
  line.serve();
}

/** The part of a call's time that may have passed when it leaves: the rest is for the vendor to count it in. */
const MOST_SPENT = 0.25;

/** A permit if there is a place now; undefined if only places in flight are missing. */
async function takeNow(office: Office, asking: Asking): Promise<Permit | undefined> {
  const { clock, callTimeoutMs } = office;
  const { request, purses, signal } = asking;
  const endsAt = clock.now() + callTimeoutMs;
  const late = (decision: PermitDecision): void => giveBackLate(office, decision);
  const decision = await promptly({ clock, signal, late }, ask(office, asking));
  office.told(decision === undefined);
  if (decision === undefined) throw noneNow(request);
  if (decision.kind === 'full') throw refusalOf(request, purses, decision);
  if (decision.kind === 'busy') return undefined;
  if (endsAt - clock.now() < callTimeoutMs * (1 - MOST_SPENT)) {
    // This process was held up: a call that left now might be counted after its place has come free.
    giveBackLate(office, decision);
    return takeNow(office, asking);
  }
  const purse = purses.find(({ label }) => label === decision.credential);
  if (purse === undefined) throw new RangeError(`nobody is labelled ${decision.credential}`);
  return permitOf(office, { purse, endpoint: request.endpoint, id: decision.id, takenAt: decision.at, endsAt });
}

/** No limit is known of the upstream: a call waits for its receipt to be written, but goes without where the store does not answer. */
async function takeUnlimited(office: Office, { request, purses, signal }: Asking): Promise<Permit> {
  const { clock, pauses, callTimeoutMs } = office;
  const takenAt = clock.now();
  const common = { endpoint: request.endpoint, takenAt, endsAt: takenAt + callTimeoutMs };
  const waits: number[] = [];
  for (const purse of purses) {
    const asked = ask(office, { request, purses: [purse], signal });
    let goes = false;
    const late = (decision: PermitDecision): void => {
      if (!goes) giveBackLate(office, decision);
    };
    const decision = await promptly({ clock, signal, late }, asked);
    office.told(decision === undefined);
    if (decision?.kind === 'permit')
      return permitOf(office, { ...common, purse, id: decision.id, takenAt: decision.at });
    // Without the store only the pauses that this process has met are known.
    const known = decision?.kind === 'full' ? decision.payers[0]?.pausedUntil : pauses.until(purse.account);
    const waitMs = (known ?? 0) - (decision?.at ?? takenAt);
    goes = decision === undefined && waitMs <= 0;
    const id = asked.then(
      (later) => (later.kind === 'permit' ? later.id : undefined),
      () => undefined,
    );
    if (goes) return permitOf(office, { ...common, purse, id });
    waits.push(waitMs);
  }
  throw rateLimited(request, Math.min(...waits));
}

async function acquire(office: Office, asking: Asking): Promise<Permit> {
  const { line } = office;
  const { request, purses, signal } = asking;
  if (purses.length === 0) throw new UpstreamError(request.upstream, 'UPSTREAM_NOT_CONFIGURED');
  if ((request.budgets ?? []).length === 0 && purses.every(({ windows }) => windows.size === 0))
    return takeUnlimited(office, asking);
  const lane = laneOf(request);
  const [closed] = purses.flatMap((purse) => closedTo(lane, purse, request.windows) ?? []);
  if (closed !== undefined) throw neverFor(request, closed);
  if (request.loads !== undefined) await office.inOrder(request.loads);
  const place = { kind: JSON.stringify([request.upstream, request.windows, request.credentials]), lane };
  const waits = request.mayWait && line.isBehind(place);
  const permit = waits ? undefined : await takeNow(office, asking);
  if (permit !== undefined) return permit;
  if (!request.mayWait) throw noneNow(request);
  return line.join(place, () => takeNow(office, asking), signal);
}

/** A call of the bi lane that somebody interactive waits for, too, is asked for anew in their lane, wherever it waits. */
async function acquireInLane(office: Office, asking: Asking): Promise<Permit> {
  const { request, signal } = asking;
  const { hurry } = request;
  if (hurry === undefined || laneOf(request) === 'interactive') return acquire(office, asking);
  try {
    return await acquire(office, { ...asking, signal: AbortSignal.any([signal, hurry]) });
  } catch (error) {
    if (!hurry.aborted || signal.aborted) throw error;
    return acquire(office, asking);
  }
}

/** The ledger of all processes that use one store. Its decisions are the store's; who waits, and for how long, is decided here. */
export function createSharedLedger(options: SharedLedgerOptions): Ledger {
  const office = openOffice(options);
  const purses = makePurses(options.upstreams, options.interactiveFloor);
  const all = [...purses.values()].flatMap((byLabel) => [...byLabel.values()]);
  const states = new Map<string, WindowState>();
  const look = async (windows: readonly PermitWindow[]): Promise<void> => {
    if (windows.length === 0) return;
    const waiter = { clock: options.clock, signal: NEVER_ABORTED, late: () => undefined };
    const asked = promptly(waiter, options.permits.states(windows)).then((known) => {
      office.told(known === undefined);
      for (const state of known ?? []) states.set(state.key, state);
    });
    // Who was just told that the store is away need not wait for it again.
    if (!office.isAway()) await asked;
  };
  return {
    acquire: async (request, signal) => {
      const mine = request.credentials.flatMap((label) => purses.get(request.upstream)?.get(label) ?? []);
      try {
        return await acquireInLane(office, { request, purses: mine, signal });
      } catch (error) {
        throw await withHold(office, request, error);
      }
    },
    reserve: (request, signal) => reserveCalls(office, purses, request, signal),
    room: (request, signal) => roomFor(office, purses, request, signal),
    wait: (request, signal) => waitFor(office, purses, request, signal),
    refresh: async (accounts) => {
      const wanted = all.filter(({ upstream, label }) => accounts?.has(`${upstream} ${label}`) ?? true);
      const windows = new Map(
        wanted.flatMap((purse) => [...purse.windows.values()].map(({ window }) => [window.key, window])),
      );
      await look([...windows.values()]);
    },
    windows: () => all.flatMap((purse) => viewsOf(purse, (key) => states.get(key))),
    budgets: async (consumer, budgets) => {
      const windows = budgets.map((budget) => ({ budget, window: budgetWindow(consumer, budget) }));
      await look(windows.map(({ window }) => window));
      return windows.map(({ budget, window }) => countedView(budget, states.get(window.key)));
    },
    hold: (ms) =>
      holdAll(
        office,
        all.map(({ account }) => account),
        ms,
      ),
  };
}
