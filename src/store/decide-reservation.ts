import { isCounted, ownWindows, type Places } from './decide-permit.ts';
import type { Demand, Payer, PermitWindow, ReserveDecision } from './permits.ts';

/** How many places are kept in each window, by its key. */
export type Kept = ReadonlyMap<string, number>;

type Assignment = {
  readonly kept: Kept;
  /** The windows that were full for the first call without a payer; undefined: each has one. */
  readonly lacking: readonly string[] | undefined;
};

type RoomOf = (window: PermitWindow) => number;

function countedOf({ windows }: Payer): readonly PermitWindow[] {
  return windows.filter(isCounted);
}

/** First those with the least choice: else a call that any may pay takes the place that only one has for another. */
function byChoice(a: Demand, b: Demand): number {
  const windows = ({ payers }: Demand): number => Math.max(0, ...payers.map((payer) => countedOf(payer).length));
  return a.payers.length - b.payers.length || windows(b) - windows(a);
}

/** One who may pay: its counted windows, and those of them that no other of the payers spends. */
type Candidate = { readonly counted: readonly PermitWindow[]; readonly own: readonly PermitWindow[] };

function candidatesOf(payers: readonly Payer[]): readonly Candidate[] {
  const own = ownWindows(payers);
  return payers.map((payer) => {
    const counted = countedOf(payer);
    return { counted, own: counted.filter(({ key }) => own.has(key)) };
  });
}

/** Who pays a call: of those with room in all counted windows the one with the greatest share left in what is its own. */
function payerFor(candidates: readonly Candidate[], leftIn: RoomOf): Candidate | undefined {
  let best: { readonly candidate: Candidate; readonly share: number } | undefined;
  for (const candidate of candidates) {
    if (candidate.counted.some((window) => leftIn(window) <= 0)) continue;
    const share = Math.min(1, ...candidate.own.map((window) => leftIn(window) / window.limit));
    if (best === undefined || share > best.share) best = { candidate, share };
  }
  return best?.candidate;
}

/** Gives each call a payer, one after the other, as far as there is room. There may be thousands: each window is looked at once. */
function assign(demands: readonly Demand[], roomOf: RoomOf): Assignment {
  const kept = new Map<string, number>();
  const rooms = new Map<string, number>();
  const leftIn: RoomOf = (window) => {
    const room = rooms.get(window.key) ?? roomOf(window);
    rooms.set(window.key, room);
    return room - (kept.get(window.key) ?? 0);
  };
  let lacking: readonly string[] | undefined;
  for (const { payers, calls } of demands.toSorted(byChoice)) {
    const candidates = candidatesOf(payers);
    for (let call = 0; call < calls; call += 1) {
      const payer = payerFor(candidates, leftIn);
      if (payer === undefined) {
        lacking ??= payers.flatMap(countedOf).flatMap((window) => (leftIn(window) > 0 ? [] : window.key));
        break;
      }
      for (const { key } of payer.counted) kept.set(key, (kept.get(key) ?? 0) + 1);
    }
  }
  return { kept, lacking };
}

/** What a reservation still keeps when only these calls are left to be paid out of it. */
export function keepFor(demands: readonly Demand[], held: Kept): Kept {
  return assign(demands, ({ key }) => held.get(key) ?? 0).kept;
}

/** A key that the vendor told to pause pays nothing until then while another one may. If all are paused, the calls themselves will tell. */
function openAt(places: Places, demands: readonly Demand[], now: number, at: number): readonly Demand[] {
  return demands.map(({ payers, calls }) => {
    const openBy = (instant: number): readonly Payer[] =>
      payers.filter(({ account }) => places.pausedUntil(account) <= instant);
    return { payers: openBy(now).length > 0 ? openBy(at) : payers, calls };
  });
}

/** Whether there is room at an instant from now on, if nothing is spent until then. */
type AssignAt = (at: number) => Assignment;

/** The first instant at which all calls find a payer. Room only grows, so halves are left out. */
function firstFit(assignAt: AssignAt, instants: readonly number[]): number | undefined {
  let [from, to] = [0, instants.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (assignAt(instants[middle] ?? 0).lacking === undefined) to = middle;
    else from = middle + 1;
  }
  return from < instants.length ? from : undefined;
}

function refuse(places: Places, demands: readonly Demand[], now: number): ReserveDecision & { kind: 'full' } {
  const needed = demands.reduce((sum, { calls }) => sum + calls, 0);
  const payers = demands.flatMap((demand) => demand.payers);
  const freeings = new Map<string, readonly number[]>();
  const taken = (key: string): number => places.used(key, now) + places.reserved(key, now);
  for (const { key, limit } of payers.flatMap(countedOf)) {
    if (!freeings.has(key)) freeings.set(key, places.freeings(key, Math.max(0, taken(key) + needed - limit), now));
  }
  const assignAt: AssignAt = (at) => {
    const freed = (key: string): number => freeings.get(key)?.filter((instant) => instant <= at).length ?? 0;
    return assign(openAt(places, demands, now, at), ({ key, limit }) => limit - taken(key) + freed(key));
  };
  const pauses = payers.map(({ account }) => places.pausedUntil(account)).filter((until) => until > now);
  const instants = [...new Set([...freeings.values(), pauses].flat())].sort((a, b) => a - b);
  const first = firstFit(assignAt, instants);
  const freeAt = first === undefined ? null : (instants[first] ?? now);
  const before = first === undefined ? instants.at(-1) : instants[first - 1];
  const lacking = assignAt(before ?? now).lacking ?? [];
  const key = lacking.find((one) => freeAt !== null && freeings.get(one)?.includes(freeAt)) ?? lacking[0] ?? '';
  return { kind: 'full', at: now, key, freeAt };
}

/** All calls of all demands or none. */
export function decideReservation(
  places: Places,
  demands: readonly Demand[],
  now: number,
): { readonly kind: 'reserved'; readonly kept: Kept } | (ReserveDecision & { readonly kind: 'full' }) {
  const room: RoomOf = ({ key, limit }) => limit - places.used(key, now) - places.reserved(key, now);
  const { kept, lacking } = assign(openAt(places, demands, now, now), room);
  return lacking === undefined ? { kind: 'reserved', kept } : refuse(places, demands, now);
}
