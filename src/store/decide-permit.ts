import type { Payer, PayerState, PermitRequest, PermitWindow } from './permits.ts';

/** What a decision reads: the places that calls hold in each window, and the vendors' pauses. */
export type Places = {
  /** How many are taken at an instant. */
  used(key: string, now: number): number;
  /** When the place comes free that has so many before it; null if there is none. */
  freeAt(key: string, before: number): number | null;
  /** Epoch milliseconds; 0 without a pause. */
  pausedUntil(account: string): number;
};

type Choice =
  | { readonly kind: 'permit'; readonly payer: Payer }
  | { readonly kind: 'busy' }
  | { readonly kind: 'full'; readonly payers: readonly PayerState[] };

/** Nothing is counted against a window of length 0 but what is in flight. */
export function isCounted({ lengthMs }: PermitWindow): boolean {
  return lengthMs > 0;
}

function hasRoom(places: Places, { key, limit }: PermitWindow, now: number): boolean {
  return places.used(key, now) < limit;
}

function stateOf(places: Places, { account, credential, windows }: Payer, now: number): PayerState {
  const full = windows
    .filter((window) => isCounted(window) && !hasRoom(places, window, now))
    .map(({ key, limit }) => ({ key, freeAt: places.freeAt(key, places.used(key, now) - limit) ?? now }));
  return { credential, pausedUntil: places.pausedUntil(account), full };
}

/** The windows that only one of the payers spends. What several share tells nothing about which of them has more left. */
function ownWindows(payers: readonly Payer[]): ReadonlySet<string> {
  const keys = payers.flatMap(({ windows }) => windows.map(({ key }) => key));
  return new Set(keys.filter((key) => keys.indexOf(key) === keys.lastIndexOf(key)));
}

/** The payer that can pay now and has the greatest share left in the fullest window of its own; else what stands in the way. */
export function choosePayer(places: Places, { payers }: Pick<PermitRequest, 'payers'>, now: number): Choice {
  const open = payers.filter(({ account }) => places.pausedUntil(account) <= now);
  const withRoom = open.filter(({ windows }) =>
    windows.every((window) => !isCounted(window) || hasRoom(places, window, now)),
  );
  if (withRoom.length === 0) return { kind: 'full', payers: payers.map((payer) => stateOf(places, payer, now)) };
  const able = withRoom.filter(({ windows }) => windows.every((window) => hasRoom(places, window, now)));
  const [first, ...others] = able;
  if (first === undefined) return { kind: 'busy' };
  if (others.length === 0) return { kind: 'permit', payer: first };
  const own = ownWindows(payers);
  const share = ({ windows }: Payer): number =>
    Math.min(
      1,
      ...windows.filter(({ key }) => own.has(key)).map(({ key, limit }) => 1 - places.used(key, now) / limit),
    );
  const shares = new Map(able.map((payer) => [payer, share(payer)]));
  const payer = able.reduce((best, next) => ((shares.get(next) ?? 0) > (shares.get(best) ?? 0) ? next : best));
  return { kind: 'permit', payer };
}

/** How long a vendor may still hold a request in flight after we closed its connection. */
const CLOSING_MS = 1_000;

/** When the place of a call comes free by itself, if nobody ever says what became of it. */
export function freeWithoutEnd({ lengthMs }: PermitWindow, boundAt: number): number {
  return boundAt + (lengthMs > 0 ? lengthMs : CLOSING_MS);
}

/**
 * When the place of a call that is over comes free; null: at once. The vendor may have counted an answered call at any instant until now,
 * one without an answer until its time bound; and it may still hold that one in flight for a moment.
 */
export function freeAfterEnd(
  place: { readonly lengthMs: number; readonly freeAt: number },
  answered: boolean,
  now: number,
): number | null {
  if (place.lengthMs === 0) return answered ? null : now + CLOSING_MS;
  return answered ? now + place.lengthMs : Math.max(now + place.lengthMs, place.freeAt);
}
